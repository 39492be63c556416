#include "model/decision.h"

#include <fmt/args.h>

#include "base/messages.h"

namespace fonds {

std::string in_words(const Reason& reason) {
  fmt::dynamic_format_arg_store<fmt::format_context> arguments;
  for (const std::string& each : reason.with) arguments.push_back(each);
  return fmt::vformat(tr(reason.said.c_str()), arguments);
}

}  // namespace fonds
