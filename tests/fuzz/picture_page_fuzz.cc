// A scanner's PDF: what looks like a page of one picture gives that picture, anything else nothing.
#include <cmath>
#include <string>

#include "fuzz_input.h"
#include "pdf/picture_page.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string bytes(input_of(data, size));
  PictureFile file(bytes);
  for (int index = -1; index < 2; ++index) {
    const auto page = file.picture_page(index);
    if (!page) continue;
    require(page->image.width > 0 && page->image.height > 0 && !page->image.data.empty());
    require(page->width > 0 && page->height > 0);
    require(std::isfinite(page->width) && std::isfinite(page->height));
    require(std::isfinite(page->placement.a) && std::isfinite(page->placement.e));
  }
  return 0;
}
