#include "ingest/file_part.h"

#include <algorithm>
#include <cstdint>

#include "base/error.h"
#include "base/messages.h"
#include "ingest/page_image.h"
#include "ingest/pdf_page.h"
#include "ingest/tiff_part.h"
#include "pdf/page_range.h"

namespace fonds {
namespace {

void check_range(int first, int count, int pages) {
  if (first < 0 || count < 1 || std::int64_t{first} + count > pages) {
    throw Error(Fault::bug, "pages outside the file");
  }
}

Error not_the_same(int page) {
  return {Fault::corrupt,
          say(tr("page {} would not look the same in a file of its own: the file is damaged or "
                 "unusual"),
              page + 1),
          tr("keep it whole, as one paper, or save it anew in another program")};
}

bool same_picture(const PixPtr& a, const PixPtr& b) {
  l_int32 same = 0;
  return pixEqual(a.get(), b.get(), &same) == 0 && same == 1;
}

bool same_text(const std::vector<Line>& a, const std::vector<Line>& b) {
  const auto same_word = [](const Word& left, const Word& right) {
    return left.text == right.text && left.box == right.box;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](const Line& left, const Line& right) {
                      return std::equal(left.words.begin(), left.words.end(), right.words.begin(),
                                        right.words.end(), same_word);
                    });
}

bool same_page(const PdfFile& a, int in_a, const PdfFile& b, int in_b) {
  const PdfFile::Size left = a.size(in_a);
  const PdfFile::Size right = b.size(in_b);
  return left.width == right.width && left.height == right.height &&
         same_text(a.own_text(in_a), b.own_text(in_b)) &&
         same_picture(a.render_small(in_a), b.render_small(in_b));
}

std::string part_of_pdf(const std::string& bytes, int first, int count, const ReadLimits& limits) {
  const PdfFile whole(bytes, limits);
  check_range(first, count, whole.pages());
  std::string part_bytes = pages_of_pdf(bytes, first, count);
  const PdfFile part(part_bytes, limits);
  if (part.pages() != count) throw not_the_same(first);
  for (int i = 0; i < count; ++i) {
    if (!same_page(whole, first + i, part, i)) throw not_the_same(first + i);
  }
  return part_bytes;
}

std::string part_of_tiff(const SourceFile& file, int first, int count, const ReadLimits& limits) {
  check_range(first, count, count_images(file, limits));
  SourceFile part{FileKind::tiff, tiff_pages(file.bytes, first, count)};
  if (count_images(part, limits) != count) throw not_the_same(first);
  for (int i = 0; i < count; ++i) {
    const PageImage was = decode_image(file, first + i, limits);
    const PageImage is = decode_image(part, i, limits);
    // Both numbers are copied, never computed.
    if (was.dpi != is.dpi || was.turn_hint != is.turn_hint || !same_picture(was.pix, is.pix)) {
      throw not_the_same(first + i);
    }
  }
  return std::move(part.bytes);
}

}  // namespace

std::string part_of(const SourceFile& file, int first, int count, const ReadLimits& limits) {
  if (file.kind == FileKind::pdf) return part_of_pdf(file.bytes, first, count, limits);
  if (file.kind == FileKind::tiff) return part_of_tiff(file, first, count, limits);
  throw Error(Fault::bug, "only a PDF or a TIFF has pages to part");
}

}  // namespace fonds
