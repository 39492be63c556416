#include "ingest/reader.h"

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "ingest/barcode.h"
#include "ingest/office_pages.h"
#include "ingest/page_image.h"
#include "ingest/page_reading.h"
#include "ingest/pdf_page.h"
#include "ingest/photograph.h"
#include "ingest/preparation.h"
#include "ingest/recogniser.h"
#include "ingest/stopwatch.h"
#include "ingest/text_layer.h"

namespace fonds {
namespace {

RecognisedPage own_page(PdfFile::Size size, std::vector<Line> lines) {
  RecognisedPage page;
  page.geometry.width = size.width;
  page.geometry.height = size.height;
  page.geometry.dpi = kPdfDpi;
  page.geometry.content = {0, 0, size.width, size.height};
  page.source = TextSource::embedded;
  page.lines = std::move(lines);
  page.confidence = 1;
  return page;
}

/// Good characters of a page: how much it says, times how far it can be believed.
double worth_of(const RecognisedPage& page, double belief) {
  return static_cast<double>(count_characters(text_of(page))) * belief;
}

}  // namespace

struct Reader::State {
  explicit State(ReadOptions given) : options(std::move(given)), recogniser(options.tessdata) {}

  ReadOptions options;
  Recogniser recogniser;

  ReadPage read_picture(const PageImage& image, double decode_seconds) {
    ReadPage result;
    result.page = read_page(image, recogniser, options.languages);
    result.page.timings.decode = decode_seconds;
    result.thumbnail = make_thumbnail(image, result.page.geometry.rotation);
    return result;
  }

  ReadPage read_pdf_page(const PdfFile& pdf, int index) {
    Stopwatch watch;
    auto lines = pdf.own_text(index);
    LayerVerdict verdict = LayerVerdict::absent;
    ReadPage own;
    if (!lines.empty()) {
      const PageImage small{pdf.render_small(index), kSmallDpi, 0};
      const PixPtr grey = checked(pixConvertTo8(small.pix.get(), 0), "PDF page");
      verdict = judge_layer(lines, grey, kSmallDpi / kPdfDpi);
      own.page = own_page(pdf.size(index), std::move(lines));
      own.thumbnail = make_thumbnail(small, 0);
      own.page.timings.decode = watch.lap();
      if (verdict == LayerVerdict::sound) {
        if (!likely_barcodes(small.pix, kSmallDpi).empty()) {
          own.page.barcodes = find_barcodes(pdf.render(index), kPdfDpi);
          own.page.timings.prepare = watch.lap();
        }
        return own;
      }
    }
    const PageImage image{pdf.render(index), kPdfDpi, 0};
    ReadPage read = read_picture(image, watch.lap());
    const bool own_is_better =
        verdict == LayerVerdict::doubtful &&
        worth_of(own.page, quality_of(own.page.lines)) >= worth_of(read.page, read.page.confidence);
    if (!own_is_better) return read;
    own.page.barcodes = std::move(read.page.barcodes);
    return own;
  }
};

Reader::Reader(ReadOptions options) : state_(std::make_unique<State>(std::move(options))) {}

Reader::~Reader() = default;

Probe Reader::probe(const SourceFile& file) {
  const auto& limits = state_->options.limits;
  if (file.kind == FileKind::zip) {
    const FileKind kind = tell_package(file.bytes);
    return is_office(kind) ? probe({kind, file.bytes}) : Probe{0, kind, {}};
  }
  if (file.kind == FileKind::pdf) return {PdfFile(file.bytes, limits).pages(), file.kind, {}};
  if (!is_office(file.kind))
    return {count_images(file, limits), file.kind, photographed_at(file.bytes)};
  // Nothing tells how many pages text makes but laying it out.
  int pages = 0;
  read_office_pages(file, limits, [&](RecognisedPage&&) { ++pages; });
  return {pages, file.kind, {}};
}

void Reader::read(const SourceFile& file, int source_index, int first_number,
                  const std::function<void(ReadPage&&)>& sink) {
  const auto& limits = state_->options.limits;
  if (entry_of(file.kind).container) {
    throw Error(Fault::usage, tr("a ZIP or TAR is a batch, not a page"),
                tr("its members are read one by one"));
  }
  const auto give = [&](ReadPage&& page, int index) {
    page.source = source_index;
    page.page_in_source = index;
    page.page.number = first_number + index;
    sink(std::move(page));
  };
  if (is_office(file.kind)) {
    int index = 0;
    read_office_pages(file, limits, [&](RecognisedPage&& page) {
      page.languages = state_->options.languages;
      give({std::move(page), 0, 0, {}}, index++);
    });
    return;
  }
  if (file.kind == FileKind::pdf) {
    const PdfFile pdf(file.bytes, limits);
    for (int i = 0; i < pdf.pages(); ++i) give(state_->read_pdf_page(pdf, i), i);
    return;
  }
  const int pages = count_images(file, limits);
  for (int i = 0; i < pages; ++i) {
    Stopwatch watch;
    const PageImage image = decode_image(file, i, limits);
    const double seconds = watch.lap();
    give(state_->read_picture(image, seconds), i);
  }
}

}  // namespace fonds
