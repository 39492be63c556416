/// FormPdf: a printed form, drawn page by page on A4 in black, as PDF 1.4 with its fonts inside.
///
/// Lengths are millimetres from the top left corner of the sheet, sizes of letters points.
/// Nothing is transparent and nothing comes from outside, so the pages can become PDF/A.
/// Threads: one. Faults: bug (Cairo failed: no memory, no font at all).
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace fonds {

inline constexpr double kSheetWidth = 210;
inline constexpr double kSheetHeight = 297;

enum class TextAlign { left, centre, right };
enum class TextWeight { ordinary, bold };

struct TextStyle {
  double size = 12;
  TextWeight weight = TextWeight::ordinary;
  TextAlign align = TextAlign::left;
  int lines = 0;  ///< at most; the rest is cut with an ellipsis; 0: as many as needed
};

class FormPdf {
 public:
  /// One page is open. `title` stands in the file's own description.
  explicit FormPdf(std::string_view title);
  ~FormPdf();
  FormPdf(const FormPdf&) = delete;
  FormPdf& operator=(const FormPdf&) = delete;

  void next_page();
  /// Writes valid UTF-8, broken into lines of `width`; returns where the last line ends.
  double write(double left, double top, double width, std::string_view text,
               const TextStyle& style);
  /// A filled rectangle.
  void fill(double left, double top, double width, double height);
  /// Ends the form and gives its bytes.
  std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fonds
