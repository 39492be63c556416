#include "pdf/picture_page.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "pdf/jpeg_frame.h"
#include "pdf/page_watcher.h"
#include "pdf/pixel_packer.h"

namespace fonds {
namespace {

using Handle = QPDFObjectHandle;

/// Operators of a scanned page fit many times; more is a page for the renderer.
constexpr std::size_t kMostContent = 128 * 1024;
constexpr std::int64_t kMostPixels = 1'000'000'000;

struct Frame {
  Corners visible;  ///< in the page's own space
  Matrix as_shown;  ///< the page's own space to the frame
  double width = 0;
  double height = 0;
};

std::optional<Corners> corners_of(Handle box) {
  if (!box.isRectangle()) return std::nullopt;
  const auto r = box.getArrayAsRectangle();
  const Corners corners{std::min(r.llx, r.urx), std::min(r.lly, r.ury), std::max(r.llx, r.urx),
                        std::max(r.lly, r.ury)};
  const bool finite = std::isfinite(corners.left + corners.bottom + corners.right + corners.top);
  if (!finite || corners.right - corners.left < 1 || corners.top - corners.bottom < 1) {
    return std::nullopt;
  }
  return corners;
}

std::optional<Frame> frame_of(QPDFPageObjectHelper& page) {
  const auto media = corners_of(page.getAttribute("/MediaBox", false));
  const auto crop = corners_of(page.getAttribute("/CropBox", false));
  if (!media) return std::nullopt;
  Corners shown = *media;
  if (crop) {
    shown = {std::max(crop->left, media->left), std::max(crop->bottom, media->bottom),
             std::min(crop->right, media->right), std::min(crop->top, media->top)};
  }
  const double width = shown.right - shown.left;
  const double height = shown.top - shown.bottom;
  Handle rotate = page.getAttribute("/Rotate", false);
  const auto turn = rotate.isInteger() ? ((rotate.getIntValue() % 360) + 360) % 360 : 0;
  if (width < 1 || height < 1 || turn % 90 != 0) return std::nullopt;
  const Matrix to_origin{1, 0, 0, 1, -shown.left, -shown.bottom};
  const bool lying = turn % 180 != 0;
  return Frame{shown, to_origin * turn_upright(static_cast<int>(turn), width, height),
               lying ? height : width, lying ? width : height};
}

/// Annotations are seen; links are not.
bool has_visible_annotations(QPDFPageObjectHelper& page) {
  for (QPDFAnnotationObjectHelper& annotation : page.getAnnotations()) {
    const std::string kind = annotation.getSubtype();
    if (kind != "/Link" && kind != "/Popup") return true;
  }
  return false;
}

std::size_t content_size(QPDFPageObjectHelper& page) {
  std::size_t total = 0;
  for (Handle& stream : page.getPageContents()) {
    total += stream.getRawStreamData()->getSize();
    if (total > kMostContent) break;
  }
  return total;
}

enum class DecodeArray { as_usual, inverted, other };

DecodeArray decode_of(Handle dictionary, int components) {
  Handle decode = dictionary.getKey("/Decode");
  if (decode.isNull()) return DecodeArray::as_usual;
  if (!decode.isArray() || decode.getArrayNItems() != 2 * components) return DecodeArray::other;
  bool usual = true;
  bool inverted = true;
  for (int i = 0; i < 2 * components; ++i) {
    Handle item = decode.getArrayItem(i);
    if (!item.isNumber()) return DecodeArray::other;
    usual = usual && item.getNumericValue() == i % 2;
    inverted = inverted && item.getNumericValue() == 1 - i % 2;
  }
  if (usual) return DecodeArray::as_usual;
  return inverted ? DecodeArray::inverted : DecodeArray::other;
}

/// The only item of an array of one, or the thing itself.
Handle sole(Handle value) {
  return value.isArray() && value.getArrayNItems() == 1 ? value.getArrayItem(0) : value;
}

/// Components of the colour space, 0 when it is none of grey and RGB.
int components_of_space(Handle space) {
  if (space.isArray() && space.getArrayNItems() > 0) {
    Handle family = space.getArrayItem(0);
    if (family.isNameAndEquals("/CalGray")) return 1;
    if (family.isNameAndEquals("/CalRGB")) return 3;
    if (family.isNameAndEquals("/ICCBased") && space.getArrayNItems() == 2 &&
        space.getArrayItem(1).isStream()) {
      Handle count = space.getArrayItem(1).getDict().getKey("/N");
      const auto n = count.isInteger() ? count.getIntValue() : 0;
      return n == 1 || n == 3 ? static_cast<int>(n) : 0;
    }
    space = sole(space);
  }
  if (space.isNameAndEquals("/DeviceGray")) return 1;
  return space.isNameAndEquals("/DeviceRGB") ? 3 : 0;
}

int small_integer(Handle value) {
  if (!value.isInteger()) return 0;
  const auto number = value.getIntValue();
  return number > 0 && number < (1 << 24) ? static_cast<int>(number) : 0;
}

/// What the dictionary of an image stream says, as far as it concerns us.
struct Claims {
  int width = 0;
  int height = 0;
  int bits = 0;
  int components = 0;
  bool stencil = false;
  DecodeArray decode = DecodeArray::as_usual;
  std::string filter;  ///< empty: none or several
  Handle parameters;
};

std::optional<Claims> claims_of(Handle dictionary) {
  for (const char* mask : {"/SMask", "/Mask"}) {
    if (!dictionary.getKey(mask).isNull()) return std::nullopt;
  }
  Claims claims;
  claims.width = small_integer(dictionary.getKey("/Width"));
  claims.height = small_integer(dictionary.getKey("/Height"));
  Handle stencil = dictionary.getKey("/ImageMask");
  claims.stencil = stencil.isBool() && stencil.getBoolValue();
  claims.bits = claims.stencil ? 1 : small_integer(dictionary.getKey("/BitsPerComponent"));
  claims.components = claims.stencil ? 1 : components_of_space(dictionary.getKey("/ColorSpace"));
  claims.decode = decode_of(dictionary, std::max(claims.components, 1));
  Handle filter = sole(dictionary.getKey("/Filter"));
  claims.filter = filter.isName() ? filter.getName() : "";
  claims.parameters = sole(dictionary.getKey("/DecodeParms"));
  const bool sane = claims.width > 0 && claims.height > 0 && claims.components > 0 &&
                    claims.decode != DecodeArray::other &&
                    static_cast<std::int64_t>(claims.width) * claims.height <= kMostPixels;
  return sane ? std::optional(claims) : std::nullopt;
}

std::string raw_bytes(Handle stream) {
  const auto buffer = stream.getRawStreamData();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::optional<PdfImage> take_jpeg(const Handle& stream, const Claims& claims) {
  std::string bytes = raw_bytes(stream);
  const auto frame = read_jpeg_frame(bytes);
  if (!frame || !fits_pdf(*frame) || claims.decode != DecodeArray::as_usual ||
      frame->width != claims.width || frame->height != claims.height ||
      frame->components != claims.components) {
    return std::nullopt;
  }
  PdfImage image = embed_jpeg(*frame, bytes);
  // The dictionary's word decides where the file has no marker of its own.
  Handle parameters = claims.parameters;
  Handle transform = parameters.getKeyIfDict("/ColorTransform");
  image.transform = !frame->adobe_marker && transform.isInteger() && transform.getIntValue() == 0
                        ? JpegTransform::none
                        : JpegTransform::as_usual;
  return image;
}

std::optional<PdfImage> take_g4(const Handle& stream, const Claims& claims) {
  Handle p = claims.parameters;
  if (!p.isDictionary() || claims.bits != 1 || claims.components != 1) return std::nullopt;
  const auto is_true = [&](const char* key) {
    Handle value = p.getKey(key);
    return value.isBool() && value.getBoolValue();
  };
  Handle k = p.getKey("/K");
  constexpr int kUsualColumns = 1728;
  Handle columns = p.getKey("/Columns");
  const int width = columns.isNull() ? kUsualColumns : small_integer(columns);
  if (!k.isNumber() || k.getNumericValue() >= 0 || width != claims.width ||
      is_true("/EncodedByteAlign")) {
    return std::nullopt;
  }
  PdfImage image;
  image.width = claims.width;
  image.height = claims.height;
  image.colour = PdfColour::bilevel;
  image.coding = PdfCoding::g4;
  const bool inverted = is_true("/BlackIs1") != (claims.decode == DecodeArray::inverted);
  image.ink = inverted ? FaxInk::white : FaxInk::black;
  image.data = raw_bytes(stream);
  return image;
}

/// Packs decoded rows as they come, so that no picture is ever whole in memory.
class RowPipeline : public Pipeline {
 public:
  RowPipeline(const Claims& claims, PdfColour colour)
      : Pipeline("rows", nullptr),
        packer_(claims.width, claims.height, colour),
        row_bytes_((static_cast<std::size_t>(claims.width) *
                        static_cast<std::size_t>(components_of(colour) * bits_of(colour)) +
                    7) /
                   8),
        rows_left_(claims.height),
        inverted_(claims.decode == DecodeArray::inverted) {}

  void write(unsigned char const* data, std::size_t length) override {
    while (length > 0 && rows_left_ > 0) {
      const std::size_t part = std::min(length, row_bytes_ - row_.size());
      row_.append(reinterpret_cast<const char*>(data), part);
      data += part;
      length -= part;
      if (row_.size() == row_bytes_) take_row();
    }
  }
  void finish() override {}

  std::optional<PdfImage> image() {
    if (rows_left_ > 0) return std::nullopt;
    return packer_.finish();
  }

 private:
  void take_row() {
    if (inverted_) {
      for (char& byte : row_) byte = static_cast<char>(~byte);
    }
    packer_.add_row(row_);
    row_.clear();
    --rows_left_;
  }

  PixelPacker packer_;
  std::size_t row_bytes_;
  int rows_left_;
  bool inverted_;
  std::string row_;
};

std::optional<PdfImage> repack(Handle stream, const Claims& claims) {
  PdfColour colour = PdfColour::grey;
  if (claims.components == 3 && claims.bits == 8) {
    colour = PdfColour::rgb;
  } else if (claims.components == 1 && claims.bits == 1) {
    colour = PdfColour::bilevel;
  } else if (claims.components != 1 || claims.bits != 8) {
    return std::nullopt;
  }
  RowPipeline rows(claims, colour);
  bool understood = false;
  if (!stream.pipeStreamData(&rows, &understood, 0, qpdf_dl_generalized, true) || !understood) {
    return std::nullopt;
  }
  return rows.image();
}

std::optional<PdfImage> take_image(Handle stream) {
  const auto claims = claims_of(stream.getDict());
  if (!claims) return std::nullopt;
  if (claims->filter == "/DCTDecode") return take_jpeg(stream, *claims);
  if (claims->filter == "/CCITTFaxDecode") return take_g4(stream, *claims);
  if (claims->filter == "/FlateDecode" || claims->filter == "/LZWDecode") {
    return repack(stream, *claims);
  }
  return std::nullopt;
}

}  // namespace

struct PictureFile::State {
  QPDF pdf;
  std::vector<QPDFPageObjectHelper> pages;
};

PictureFile::PictureFile(const std::string& bytes) : state_(std::make_unique<State>()) {
  state_->pdf.setSuppressWarnings(true);
  try {
    state_->pdf.processMemoryFile("document", bytes.data(), bytes.size());
    state_->pages = QPDFPageDocumentHelper(state_->pdf).getAllPages();
  } catch (const std::exception&) {
    state_->pages.clear();  // Poppler reads more damaged files than qpdf
  }
}

PictureFile::~PictureFile() = default;

std::optional<PicturePage> PictureFile::picture_page(int index) {
  if (index < 0 || static_cast<std::size_t>(index) >= state_->pages.size()) return std::nullopt;
  QPDFPageObjectHelper page = state_->pages[static_cast<std::size_t>(index)];
  try {
    const auto frame = frame_of(page);
    if (!frame || has_visible_annotations(page) || content_size(page) > kMostContent) {
      return std::nullopt;
    }
    PageWatcher watcher(page.getAttribute("/Resources", false), frame->visible);
    page.parseContents(&watcher);
    const auto shown = watcher.picture();
    if (!shown) return std::nullopt;
    auto image = take_image(shown->stream);
    if (!image) return std::nullopt;
    return PicturePage{std::move(*image), shown->placement * frame->as_shown, frame->width,
                       frame->height};
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace fonds
