/// FormFlow: what stands on a form one under the other, from sheet to sheet.
///
/// It knows how far down the open page is filled and begins the next where there is no more room.
/// Above every page but the first stands its number, and beside it what the sheets belong to: a
/// sheet that went astray finds its way back, and none can be put in another's place unnoticed.
/// Lengths are millimetres. Threads: one, that of its form.
#pragma once

#include <string>
#include <string_view>

#include "forms/form_captions.h"
#include "forms/form_pdf.h"

namespace fonds {

struct FormMargins {
  double left = 20;
  double top = 20;
  double right = 10;
  double bottom = 15;
};

class FormFlow {
 public:
  /// Goes on from the open page of `form`, which must outlive it. `belongs_to` may be empty. Annex
  /// and code of the caption are printed at once, above at the right and in the lower margin.
  FormFlow(FormPdf& form, const FormMargins& margins, std::string belongs_to,
           const FormCaption& caption = {});

  [[nodiscard]] FormPdf& form() const { return form_; }
  [[nodiscard]] double left() const { return margins_.left; }
  [[nodiscard]] double width() const { return form_.width() - margins_.left - margins_.right; }
  /// Where the next thing begins.
  [[nodiscard]] double top() const { return top_; }
  /// What is left of the open page, and what an empty one has.
  [[nodiscard]] double room() const;
  [[nodiscard]] double room_of_a_page() const;

  void next_page();
  /// Goes on `height` lower: past what was drawn, or past empty space.
  void skip(double height) { top_ += height; }
  /// Begins the next page unless the open one has so much room; on an empty page nothing happens.
  void need(double height);
  /// Text over the whole width, `indent` taken off at the left; goes on on the next page.
  void paragraph(std::string_view text, const TextStyle& style, double indent = 0);

 private:
  FormPdf& form_;
  FormMargins margins_;
  std::string belongs_to_;
  double top_;
};

}  // namespace fonds
