/// FormBlock: what must stand together on one page of a form, such as a total and the signatures
/// below it. It is measured before it is drawn; where it does not fit it begins the next page.
///
/// A block higher than a page goes on on the next ones. Threads: one, that of the form.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "forms/form_flow.h"
#include "model/calendar_date.h"

namespace fonds {

struct FormLine {
  std::string text;
  TextStyle style;
};

/// Who signs; what is empty is left to be written by hand.
struct FormSigner {
  std::string position;
  std::string name;
  std::optional<CalendarDate> day;
};

class FormBlock {
 public:
  /// `flow` must outlive it.
  explicit FormBlock(FormFlow& flow) : flow_(flow) {}

  void gap(double height);
  void paragraph(std::string text, const TextStyle& style);
  /// Two columns of lines; the lower one ends them.
  void side_by_side(std::vector<FormLine> left, std::vector<FormLine> right);
  /// Position, signature, name and day on one line. `role`, if not empty, stands above them.
  void signature(const std::string& role, const FormSigner& signer);

  [[nodiscard]] double height() const;
  /// Draws what was added and forgets it.
  void draw();

 private:
  struct Piece {
    double height;
    std::function<void(FormFlow&)> draw;  ///< and goes on below it
    bool whole;                           ///< it is never divided
  };

  FormFlow& flow_;
  std::vector<Piece> pieces_;
};

}  // namespace fonds
