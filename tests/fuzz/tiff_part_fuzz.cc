// Pages taken out of a hostile TIFF: a fault, or a TIFF not much longer, the same every time.
#include <string>

#include "fuzz_input.h"
#include "ingest/image_header.h"
#include "ingest/tiff_part.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string bytes(input_of(data, size));
  for (int count = 1; count < 3; ++count) {
    runs({Fault::corrupt, Fault::usage}, [&] {
      const std::string part = tiff_pages(bytes, 0, count);
      require(tiff_pages(bytes, 0, count) == part);
      require(part.size() <= 2 * bytes.size() + (1U << 20));
      require(tiff_directories(part, 9).size() == static_cast<std::size_t>(count));
    });
  }
  return 0;
}
