// A fax page of a TIFF that may go into a PDF as it is.
#include <string>

#include "fuzz_input.h"
#include "ingest/access_image.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string bytes(input_of(data, size));
  for (int index = 0; index < 2; ++index) {
    const TiffPage page = look_at_tiff(bytes, index);
    require(page.pixel_height > 0.2 && page.pixel_height < 5);
    if (!page.unchanged) continue;
    require(page.unchanged->width > 0 && page.unchanged->height > 0);
    require(!page.unchanged->data.empty() && page.unchanged->data.size() <= bytes.size());
  }
  return 0;
}
