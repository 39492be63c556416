#include "ingest/reader.h"

#include "base/error.h"
#include "base/messages.h"
#include "ingest/page_image.h"
#include "ingest/page_reading.h"
#include "ingest/pdf_page.h"
#include "ingest/preparation.h"
#include "ingest/recogniser.h"
#include "ingest/stopwatch.h"

namespace fonds {
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
    PageImage image{pdf.render(index), kPdfDpi, 0};
    if (lines.empty()) return read_picture(image, watch.lap());
    ReadPage result;
    const auto size = pdf.size(index);
    result.page.geometry.width = size.width;
    result.page.geometry.height = size.height;
    result.page.geometry.content = {0, 0, size.width, size.height};
    result.page.source = TextSource::embedded;
    result.page.lines = std::move(lines);
    result.page.confidence = 1;
    result.thumbnail = make_thumbnail(image, 0);
    result.page.timings.decode = watch.lap();
    return result;
  }
};

Reader::Reader(ReadOptions options) : state_(std::make_unique<State>(std::move(options))) {}

Reader::~Reader() = default;

Probe Reader::probe(const SourceFile& file) {
  if (file.kind == FileKind::pdf) {
    return {PdfFile(file.bytes, state_->options.limits).pages()};
  }
  return {count_images(file, state_->options.limits)};
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
