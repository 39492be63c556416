// A scanner's JPEG that may go into a PDF as it is: what is embedded is true and unchanged.
#include "fuzz_input.h"
#include "pdf/jpeg_frame.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string_view bytes = input_of(data, size);
  const auto frame = read_jpeg_frame(bytes);
  if (!frame) return 0;
  require(frame->width >= 0 && frame->width <= 0xFFFF);
  require(frame->height >= 0 && frame->height <= 0xFFFF);
  if (!fits_pdf(*frame)) return 0;
  const PdfImage image = embed_jpeg(*frame, bytes);
  require(image.width > 0 && image.height > 0 && image.data == bytes);
  return 0;
}
