#include "catalogue/reason_list.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {

std::string text_of(const std::vector<Reason>& reasons) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Reason& reason : reasons)
    list.push_back({{"said", reason.said}, {"with", reason.with}});
  return list.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<Reason> reasons_from(std::string_view text) {
  std::vector<Reason> reasons;
  try {
    for (const auto& each : nlohmann::json::parse(text)) {
      reasons.push_back({each.at("said"), each.at("with")});
    }
  } catch (const nlohmann::json::exception&) {  // its message may quote what a paper says
    throw Error(Fault::corrupt, tr("the reasons of a decision cannot be read in the catalogue"),
                tr("recognise the document again: `fonds recognise --again`"));
  }
  return reasons;
}

}  // namespace fonds
