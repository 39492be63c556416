#include "forms/form_flow.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "forms/form_codes.h"

namespace fonds {
namespace {

/// From the upper edge of the sheet to the number of the page.
constexpr double kNumberTop = 10;
constexpr TextStyle kNumber{9, TextWeight::ordinary, TextAlign::centre, 1};
constexpr TextStyle kBelongsTo{8, TextWeight::ordinary, TextAlign::right, 1};
constexpr TextStyle kAnnex{10, TextWeight::ordinary, TextAlign::right};
constexpr double kBelowAnnex = 5;  // mm
constexpr double kCodeSide = 10;
constexpr double kBelowCode = 4;  // printers leave so much of a sheet free

}  // namespace

FormFlow::FormFlow(FormPdf& form, const FormMargins& margins, std::string belongs_to,
                   const FormCaption& caption)
    : form_(form), margins_(margins), belongs_to_(std::move(belongs_to)), top_(margins.top) {
  if (!caption.code.empty()) {
    draw_qr(form_, form_.width() - margins_.right - kCodeSide,
            form_.height() - kBelowCode - kCodeSide, kCodeSide, caption.code);
  }
  if (caption.annex.empty()) return;
  paragraph(caption.annex, kAnnex, width() / 2);
  skip(kBelowAnnex);
}

double FormFlow::room() const { return form_.height() - margins_.bottom - top_; }

double FormFlow::room_of_a_page() const { return form_.height() - margins_.bottom - margins_.top; }

void FormFlow::next_page() {
  form_.next_page();
  top_ = margins_.top;
  form_.write(left(), kNumberTop, width(), fmt::format("{}", form_.page()), kNumber);
  if (belongs_to_.empty()) return;
  // A little less than half: it must not run into the number.
  const double wide = width() * 0.45;
  form_.write(left() + width() - wide, kNumberTop, wide, belongs_to_, kBelongsTo);
}

void FormFlow::need(double height) {
  if (room() < height && top_ > margins_.top) next_page();
}

void FormFlow::paragraph(std::string_view text, const TextStyle& style, double indent) {
  const TextLines lines = form_.break_lines(width() - indent, text, style);
  for (std::size_t first = 0; first < lines.count();) {
    need(lines.height(first, 1));
    // A line higher than a page is drawn all the same: what is given must be printed and must end.
    const std::size_t count = std::max<std::size_t>(lines.fitting(first, room()), 1);
    top_ = form_.draw(left() + indent, top_, lines, first, count);
    first += count;
  }
}

}  // namespace fonds
