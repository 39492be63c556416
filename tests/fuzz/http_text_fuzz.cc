// Texts of HTTP by strangers: refused, or understood so that what is written again is understood
// the same; never a way out of the desk.
#include "fuzz_input.h"

#include <string>

#include "base/text.h"
#include "web/http.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string input(input_of(data, size));
  if (const auto form = parse_form(input)) {
    for (const auto& [name, value] : *form) {
      require(is_valid_utf8(name) && is_valid_utf8(value));
      require(value.find('\0') == std::string::npos);
    }
    require(parse_form(written_form(*form)) == form);
  }
  if (const auto path = parse_path(input)) {
    std::string written;
    for (const std::string& segment : *path) {
      require(segment != ".." && segment != "." && !segment.empty());
      written += '/' + percent_encoded(segment);
    }
    require(parse_path(written) == path);
  }
  const std::string own = own_path(input);
  require(own.front() == '/' && (own.size() == 1 || (own[1] != '/' && own[1] != '\\')));
  const std::string disposition = content_disposition("attachment", to_valid_utf8(input));
  require(disposition.find_first_of("\r\n") == std::string::npos);
  Request request;
  request.headers.emplace("cookie", input);
  (void)request.cookie("fonds");
  return 0;
}
