// The text files of a bag from elsewhere: what is read can be written and read again, and no path
// that passes leaves the bag.
#include "fuzz_input.h"
#include "retention/bag_text.h"

namespace fonds {
namespace {

void check_path(const std::string& path) {
  if (!stays_inside(path)) return;
  require(path.front() != '/' && path.front() != '~');
  require(("/" + path + "/").find("/../") == std::string::npos);
}

void check_line(std::string_view line) {
  if (const auto read = manifest_line_from(line)) {
    check_path(read->path);
    const std::string written = to_text(*read);
    require(written.find_first_of("\r\n") == written.size() - 1);
    const auto again = manifest_line_from(std::string_view(written).substr(0, written.size() - 1));
    // What stands before a path is taken for a mark once.
    if (!read->path.starts_with('*') && !read->path.starts_with("./") &&
        read->path.find_first_of(" \t") != 0) {
      require(again && again->path == read->path && again->sum == read->sum);
    }
  }
  if (const auto path = fetched_path_from(line)) check_path(*path);
  if (const auto oxum = payload_oxum_from(line)) require(payload_oxum_from(to_text(*oxum)) == oxum);
}

}  // namespace
}  // namespace fonds

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string_view bytes = input_of(data, size);
  if (const auto read = bag_declaration_from(bytes)) {
    const auto again = bag_declaration_from(to_text(*read));
    require(again && again->major == read->major && again->minor == read->minor &&
            again->encoding == read->encoding);
  }
  for (const char* encoding : {"UTF-8", "UTF-16", "windows-1251"}) {
    const auto text = tag_text(bytes, encoding);
    if (!text) continue;
    for_each_line(*text, [](std::size_t, std::string_view line) { check_line(line); });
    for (const BagInfoField& field : bag_info_from(*text).fields) {
      const std::string written = to_text(BagInfoField{"Label", field.value});
      require(written.find_first_of("\r\n") == written.size() - 1);
      require(bag_info_from(written).fields.size() == 1);
    }
  }
  return 0;
}
