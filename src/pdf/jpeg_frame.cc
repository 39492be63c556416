#include "pdf/jpeg_frame.h"

#include <cstddef>

#include "base/error.h"

namespace fonds {
namespace {

int byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

int pair_at(std::string_view bytes, std::size_t at) {
  return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}

constexpr int kStartOfScan = 0xDA;
constexpr int kEndOfImage = 0xD9;
constexpr int kAdobe = 0xEE;

bool is_frame(int marker) {
  const bool other = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;  // DHT, JPG, DAC
  return marker >= 0xC0 && marker <= 0xCF && !other;
}

bool stands_alone(int marker) { return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8); }

/// `body` is the frame segment after its length (T.81, B.2.2).
bool read_frame(int marker, std::string_view body, JpegFrame& frame) {
  if (body.size() < 6) return false;
  frame.huffman = marker <= 0xC2;
  frame.bits = byte_at(body, 0);
  frame.height = pair_at(body, 1);
  frame.width = pair_at(body, 3);
  frame.components = byte_at(body, 5);
  const auto count = static_cast<std::size_t>(frame.components);
  if (body.size() < 6 + 3 * count) return false;
  frame.named_rgb = frame.components == 3 && body[6] == 'R' && body[9] == 'G' && body[12] == 'B';
  return true;
}

}  // namespace

std::optional<JpegFrame> read_jpeg_frame(std::string_view bytes) {
  if (bytes.substr(0, 2) != "\xFF\xD8") return std::nullopt;
  JpegFrame frame;
  bool found = false;
  std::size_t at = 2;
  while (at + 4 <= bytes.size() && byte_at(bytes, at) == 0xFF) {
    const int marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {  // fill byte
      ++at;
      continue;
    }
    if (marker == kStartOfScan || marker == kEndOfImage) break;
    if (stands_alone(marker)) {
      at += 2;
      continue;
    }
    const auto length = static_cast<std::size_t>(pair_at(bytes, at + 2));
    if (length < 2 || at + 2 + length > bytes.size()) return std::nullopt;
    const std::string_view body = bytes.substr(at + 4, length - 2);
    if (is_frame(marker)) {
      if (found || !read_frame(marker, body, frame)) return std::nullopt;
      found = true;
    }
    if (marker == kAdobe && body.substr(0, 5) == "Adobe") frame.adobe_marker = true;
    at += 2 + length;
  }
  if (!found) return std::nullopt;
  return frame;
}

bool fits_pdf(const JpegFrame& frame) {
  return frame.huffman && frame.bits == 8 && (frame.components == 1 || frame.components == 3) &&
         frame.width > 0 && frame.height > 0;
}

PdfImage embed_jpeg(const JpegFrame& frame, std::string_view bytes) {
  if (!fits_pdf(frame)) throw Error(Fault::bug, "a JPEG that no PDF/A may hold");
  PdfImage image;
  image.width = frame.width;
  image.height = frame.height;
  image.colour = frame.components == 3 ? PdfColour::rgb : PdfColour::grey;
  image.coding = PdfCoding::jpeg;
  // Decoders guess RGB from the names; a PDF viewer takes three colours for YCbCr unless told.
  if (frame.named_rgb && !frame.adobe_marker) image.transform = JpegTransform::none;
  image.data = bytes;
  return image;
}

}  // namespace fonds
