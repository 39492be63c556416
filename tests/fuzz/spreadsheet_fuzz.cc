// A spreadsheet as it came: a whole file, or the inside of a sheet of one. Tidy cells within the
// limits, or a refusal.
#include "careful_tables.h"
#include "support/small_office.h"

namespace {

void read(std::string_view file) {
  using namespace fonds;
  Careful sink;
  runs({Fault::corrupt, Fault::usage}, [&] { read_tables(file, small_limits(), sink); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string input(input_of(data, size));
  if (input.starts_with("PK")) {
    read(input);
  } else {
    read(small_xlsx({{"A", input}}));
    read(small_odf("spreadsheet", input));
  }
  return 0;
}
