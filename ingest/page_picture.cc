#include "ingest/page_picture.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/messages.h"
#include "ingest/access_image.h"
#include "ingest/page_image.h"
#include "ingest/pdf_page.h"

namespace fonds {
namespace {

/// The first is what pages get; the others are for noise that would not fit.
constexpr std::array<int, 4> kQualities{80, 50, 20, 5};

void expect_page(const PictureRequest& request, int pages) {
  if (request.page >= 0 && request.page < pages) return;
  throw Error(Fault::bug, "a picture of a page outside the file");
}

struct Decoded {
  PixPtr pix;
  double pixel_height = 1;  ///< by its width: a fax has oblong pixels
};

/// With square pixels, scaled down to `side` of them on the longer side.
PixPtr fitted(const Decoded& decoded, int side) {
  PixPtr pix = share(decoded.pix);
  const double width = pixGetWidth(pix.get());
  const double height = pixGetHeight(pix.get());
  const double shown_height = height * decoded.pixel_height;
  const double factor = std::min(1.0, side / std::max(width, shown_height));
  if (factor == 1 && decoded.pixel_height == 1) return pix;
  if (pixGetDepth(pix.get()) == 1) pix = checked(pixConvertTo8(pix.get(), 0), "grey");
  // Of a strip nothing would be left of the shorter side.
  const auto x = static_cast<float>(std::max(factor, 1 / width));
  const auto y = static_cast<float>(std::max(factor * decoded.pixel_height, 1 / height));
  return checked(pixScaleGeneral(pix.get(), x, y, 0, 0), "scaling");
}

std::string jpeg_of(const PixPtr& pix) {
  pixSetText(pix.get(), nullptr);  // the file's comment would come along
  for (const int quality : kQualities) {
    l_uint8* data = nullptr;
    size_t size = 0;
    std::string jpeg;
    if (pixWriteMemJpeg(&data, &size, pix.get(), quality, 0) == 0) {
      jpeg.assign(reinterpret_cast<const char*>(data), size);
    }
    lept_free(data);
    if (!jpeg.empty() && jpeg.size() <= kPictureBytes) return jpeg;
  }
  throw Error(Fault::bug, "a picture that no quality makes small enough");
}

Decoded decoded_page(const SourceFile& file, const PictureRequest& request,
                     const ReadLimits& limits) {
  if (file.kind == FileKind::pdf) {
    const PdfFile pdf(file.bytes, limits);
    expect_page(request, pdf.pages());
    return {pdf.render_within(request.page, request.longest_side)};
  }
  expect_page(request, count_images(file, limits));
  Decoded decoded{decode_image(file, request.page, limits, request.longest_side).pix};
  if (file.kind == FileKind::tiff) {
    decoded.pixel_height = look_at_tiff(file.bytes, request.page).pixel_height;
  }
  return decoded;
}

}  // namespace

std::string page_picture(const SourceFile& file, const PictureRequest& request,
                         const ReadLimits& limits) {
  if (!shows_pages(file.kind)) {
    throw Error(Fault::usage, tr("the file has no picture of its pages"),
                tr("look at its text, or take the file itself"));
  }
  const PixPtr small = fitted(decoded_page(file, request, limits), request.longest_side);
  return jpeg_of(checked(pixRotateOrth(small.get(), request.rotation / 90), "turning"));
}

}  // namespace fonds
