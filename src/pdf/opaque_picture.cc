#include "pdf/opaque_picture.h"

#include <cstddef>
#include <qpdf/Buffer.hh>
#include <string>

#include "base/error.h"
#include "pdf/pdf_stream.h"

namespace fonds {
namespace {

using Handle = QPDFObjectHandle;

constexpr std::size_t kByte = 8;

std::size_t number(Handle dictionary, const char* key) {
  Handle value = dictionary.getKey(key);
  if (!value.isInteger() || value.getIntValue() < 1) throw Error(Fault::bug, "an unknown mask");
  return static_cast<std::size_t>(value.getIntValue());
}

/// Rows of pixels, 8 or 1 bits each, as rows of bits: 1 where nothing is drawn.
std::string hidden_pixels(Handle mask, std::size_t width, std::size_t height) {
  const auto data = mask.getStreamData(qpdf_dl_generalized);
  const std::size_t bits = number(mask.getDict(), "/BitsPerComponent");
  const std::size_t row = (width * bits + kByte - 1) / kByte;
  if ((bits != 1 && bits != kByte) || data->getSize() / height < row) {
    throw Error(Fault::bug, "an unknown mask");
  }
  const std::size_t packed_row = (width + kByte - 1) / kByte;
  std::string hidden(packed_row * height, '\0');
  for (std::size_t y = 0; y < height; ++y) {
    const unsigned char* pixels = data->getBuffer() + y * row;
    for (std::size_t x = 0; x < width; ++x) {
      const unsigned bit = 0x80U >> (x % kByte);
      const bool drawn = bits == 1 ? (pixels[x / kByte] & bit) != 0 : pixels[x] >= 0x80;
      if (!drawn) hidden[y * packed_row + x / kByte] |= static_cast<char>(bit);
    }
  }
  return hidden;
}

}  // namespace

void make_opaque(QPDF& pdf, Handle picture) {
  Handle dictionary = picture.getDict();
  Handle soft = dictionary.getKey("/SMask");
  if (!soft.isStream()) return;
  const std::size_t width = number(soft.getDict(), "/Width");
  const std::size_t height = number(soft.getDict(), "/Height");
  Handle hard = make_flate_stream(pdf, hidden_pixels(soft, width, height));
  for (const char* key : {"/Type", "/Subtype", "/Width", "/Height"}) {
    hard.getDict().replaceKey(key, soft.getDict().getKey(key));
  }
  hard.getDict().replaceKey("/ImageMask", Handle::newBool(true));
  hard.getDict().replaceKey("/BitsPerComponent", Handle::newInteger(1));
  dictionary.removeKey("/SMask");
  dictionary.replaceKey("/Mask", hard);
}

}  // namespace fonds
