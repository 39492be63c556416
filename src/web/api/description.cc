#include "web/api/description.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/version.h"
#include "web/api/api_routes.h"
#include "web/web_files.h"

namespace fonds {
namespace {

/// The first says what all have in common.
constexpr std::array<std::string_view, 22> kParts{"api.json",
                                                  "api_accounts.json",
                                                  "api_achievements.json",
                                                  "api_acts.json",
                                                  "api_blocks.json",
                                                  "api_care.json",
                                                  "api_case_records.json",
                                                  "api_cases.json",
                                                  "api_consents.json",
                                                  "api_disclosures.json",
                                                  "api_document_records.json",
                                                  "api_documents.json",
                                                  "api_holds.json",
                                                  "api_inventories.json",
                                                  "api_nomenclatures.json",
                                                  "api_retention.json",
                                                  "api_review.json",
                                                  "api_search.json",
                                                  "api_stock.json",
                                                  "api_students.json",
                                                  "api_transfers.json",
                                                  "api_uploads.json"};

/// What two parts say of one thing must not differ: it is said once.
void merge(Json& whole, const Json& part, const std::string& where) {
  for (const auto& [name, value] : part.items()) {
    const std::string here = fmt::format("{}/{}", where, name);
    if (!whole.contains(name)) {
      whole[name] = value;
    } else if (whole[name].is_object() && value.is_object()) {
      merge(whole[name], value, here);
    } else {
      throw Error(Fault::bug, fmt::format("the API's description says twice what {} is", here));
    }
  }
}

Json whole_description() {
  Json whole = Json::object();
  for (const std::string_view part : kParts) {
    merge(whole, Json::parse(web_file(part)), std::string(part));
  }
  whole["info"]["version"] = program_version();
  return whole;
}

Response show_description(Visit&) { return json_answer(api_description()); }

}  // namespace

const Json& api_description() {
  static const Json whole = whole_description();
  return whole;
}

std::vector<Route> api_description_routes() {
  return {{Method::get, "/api/v1/openapi.json", Door::open, {}, &show_description}};
}

}  // namespace fonds
