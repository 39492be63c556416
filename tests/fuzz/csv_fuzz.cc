// A text file of separated values as it came: tidy cells within the limits, or a refusal.
#include "careful_tables.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  Careful sink;
  runs({Fault::corrupt, Fault::usage},
       [&] { read_tables(input_of(data, size), small_limits(), sink); });
  return 0;
}
