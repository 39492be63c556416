// The Exif of a picture as it came: a moment, or nothing.
#include <string>

#include "fuzz_input.h"
#include "ingest/photograph.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string moment = photographed_at(input_of(data, size));
  require(moment.empty() || is_photograph_moment(moment));
  return 0;
}
