// A hand-edited fonds.toml: refused with a reason, or every setting is of its type and range.
#include <array>

#include "base/config_file.h"
#include "fuzz_input.h"

namespace {

const std::array<fonds::Setting, 5> kKnown{{
    {"group.whole", std::int64_t{7}, 1, 100, ""},
    {"group.real", 0.5, -1, 1, ""},
    {"group.inner.flag", true, 0, 0, ""},
    {"name", std::string("standard"), 0, 0, ""},
    {"any", std::int64_t{0}, 0, 0, ""},
}};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string_view text = input_of(data, size);
  runs({Fault::usage}, [&] {
    const ConfigFile file(kKnown, text, "fonds.toml");
    require(file.integer("group.whole") >= 1 && file.integer("group.whole") <= 100);
    require(file.number("group.real") >= -1 && file.number("group.real") <= 1);
    (void)file.flag("group.inner.flag");
    (void)file.text("name");
    (void)file.integer("any");
  });
  return 0;
}
