// A file of domain data: refused with its line, or every value can be asked for as what it is.
#include "base/data_file.h"
#include "fuzz_input.h"

namespace fonds {
namespace {

void walk(const DataTable& table) {
  for (const std::string& key : table.keys()) {
    require(table.has(key));
    int types = 0;
    types += runs({Fault::usage}, [&] { (void)table.text(key); });
    types += runs({Fault::usage}, [&] { (void)table.number(key); });
    types += runs({Fault::usage}, [&] { (void)table.flag_or(key, true); });
    types += runs({Fault::usage}, [&] { (void)table.texts(key); });
    types += runs({Fault::usage}, [&] {
      for (const DataTable& each : table.tables(key)) walk(each);
    });
    require(types == 1);
  }
}

}  // namespace
}  // namespace fonds

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string_view text = input_of(data, size);
  runs({Fault::usage}, [&] { walk(DataTable::parse(text, "data.toml")); });
  return 0;
}
