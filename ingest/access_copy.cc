#include "ingest/access_copy.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "base/error.h"
#include "base/text.h"
#include "ingest/access_image.h"
#include "ingest/page_image.h"
#include "ingest/pdf_page.h"
#include "pdf/jpeg_frame.h"
#include "pdf/pdf_a.h"
#include "pdf/picture_page.h"

namespace fonds {
namespace {

constexpr double kPointsPerInch = 72;
/// Below this a resolution is a camera's or a program's default, not a scanner's word: the page is
/// then as long as an A4 sheet.
constexpr double kLeastDpi = 100;
constexpr double kMostDpi = 2400;
constexpr double kA4Length = 297 / 25.4 * kPointsPerInch;

/// The pages were read within the reader's limits already.
ReadLimits no_limits() {
  return {std::numeric_limits<int>::max(), std::numeric_limits<std::int64_t>::max()};
}

std::vector<PdfLine> lines_of(const RecognisedPage& page) {
  std::vector<PdfLine> lines;
  for (const Line& line : page.lines) {
    PdfLine& words = lines.emplace_back();
    for (const Word& word : line.words) {
      words.push_back({to_valid_utf8(word.text), static_cast<double>(word.box.left),
                       static_cast<double>(word.box.top), static_cast<double>(word.box.width),
                       static_cast<double>(word.box.height)});
    }
  }
  return lines;
}

/// Points a pixel is wide.
double point_of_pixel(const PageGeometry& geometry) {
  if (geometry.dpi >= kLeastDpi && geometry.dpi <= kMostDpi) return kPointsPerInch / geometry.dpi;
  return kA4Length / std::max(geometry.width, geometry.height);
}

/// Shrinks or grows a frame that no viewer would show.
void keep_within_bounds(PdfPage& page) {
  double factor = 1;
  const double longer = std::max(page.width, page.height);
  const double shorter = std::min(page.width, page.height);
  if (longer > kMostPageSide) factor = kMostPageSide / longer;
  if (shorter * factor < kLeastPageSide) factor = kLeastPageSide / shorter;
  if (factor == 1) return;
  page.width = std::min(page.width * factor, kMostPageSide);
  page.height = std::min(page.height * factor, kMostPageSide);
  if (page.placement) page.placement = *page.placement * Matrix{factor, 0, 0, factor, 0, 0};
}

/// The data of a JPEG file, when a PDF/A may hold them as they are.
std::optional<PdfImage> unchanged_jpeg(const SourceFile& file) {
  if (file.kind != FileKind::jpeg) return std::nullopt;
  const auto frame = read_jpeg_frame(file.bytes);
  if (!frame || !fits_pdf(*frame)) return std::nullopt;
  return embed_jpeg(*frame, file.bytes);
}

void set_picture(PdfPage& page, const SourceFile& file, const ReadPage& read) {
  const PageGeometry& geometry = read.page.geometry;
  double pixel_height = 1;
  std::optional<PdfImage> image = unchanged_jpeg(file);
  if (file.kind == FileKind::tiff) {
    TiffPage tiff = look_at_tiff(file.bytes, read.page_in_source);
    image = std::move(tiff.unchanged);
    pixel_height = tiff.pixel_height;
  }
  if (!image) image = pack_pixels(decode_image(file, read.page_in_source, no_limits()).pix);
  page.image = std::move(*image);
  page.width = geometry.width * point_of_pixel(geometry);
  page.height = geometry.height * point_of_pixel(geometry) * pixel_height;
}

}  // namespace

struct AccessCopy::State {
  PdfA pdf;

  /// The PDF original at hand: its pages come one after another.
  struct OpenPdf {
    OpenPdf(const std::string& from, int number)
        : bytes(from.data()), size(from.size()), source(number), pictures(from) {}
    const char* bytes;
    std::size_t size;
    int source;
    PictureFile pictures;
    std::unique_ptr<PdfFile> pages;  ///< made when a page must be rendered
  };
  std::unique_ptr<OpenPdf> open;

  OpenPdf& open_pdf(const SourceFile& file, int source) {
    const bool same = open && open->bytes == file.bytes.data() && open->size == file.bytes.size() &&
                      open->source == source;
    if (!same) {
      open.reset();
      open = std::make_unique<OpenPdf>(file.bytes, source);
    }
    return *open;
  }

  void set_pdf_page(PdfPage& page, const SourceFile& file, const ReadPage& read) {
    OpenPdf& original = open_pdf(file, read.source);
    if (auto picture = original.pictures.picture_page(read.page_in_source)) {
      page.image = std::move(picture->image);
      page.placement = picture->placement;
      page.width = picture->width;
      page.height = picture->height;
      return;
    }
    if (!original.pages) original.pages = std::make_unique<PdfFile>(file.bytes, no_limits());
    page.image = pack_pixels(original.pages->render(read.page_in_source));
    page.width = read.page.geometry.width * kPointsPerInch / kPdfDpi;
    page.height = read.page.geometry.height * kPointsPerInch / kPdfDpi;
  }
};

AccessCopy::AccessCopy() : state_(std::make_unique<State>()) {}
AccessCopy::~AccessCopy() = default;

void AccessCopy::add(const SourceFile& file, const ReadPage& read) {
  const PageGeometry& geometry = read.page.geometry;
  if (geometry.width <= 0 || geometry.height <= 0) throw Error(Fault::bug, "a page without size");
  PdfPage page;
  if (file.kind == FileKind::pdf) {
    state_->set_pdf_page(page, file, read);
  } else {
    set_picture(page, file, read);
  }
  keep_within_bounds(page);
  page.turn = geometry.rotation;
  page.text_width = geometry.width;
  page.text_height = geometry.height;
  page.lines = lines_of(read.page);
  state_->pdf.add(std::move(page));
}

void AccessCopy::finish(const std::string& title,
                        const std::function<void(std::string_view)>& sink) {
  state_->pdf.finish(title, sink);
}

std::string AccessCopy::finish(const std::string& title) {
  std::string bytes;
  finish(title, [&bytes](std::string_view piece) { bytes += piece; });
  return bytes;
}

}  // namespace fonds
