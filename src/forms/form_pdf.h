/// FormPdf: a printed form, drawn page by page on A4 in black, as PDF/A-1b: a file to be kept.
///
/// Lengths are millimetres from the top left corner of the sheet, sizes of letters points. Texts
/// are valid UTF-8 and printed as they are: no sign is added where a word is broken; control
/// characters but the new line and noncharacters print as spaces, and marks that turn the order of
/// letters round not at all. The same form gives the same bytes: when it was printed is not kept.
/// Threads: one. Faults: bug (Cairo failed: no memory, no font at all; those of as_pdf_a()).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "forms/printed_form.h"

namespace fonds {

inline constexpr double kSheetWidth = 210;
inline constexpr double kSheetHeight = 297;

enum class SheetTurn { portrait, landscape };
enum class TextAlign { left, centre, right };
enum class TextWeight { ordinary, bold };

struct TextStyle {
  double size = 12;
  TextWeight weight = TextWeight::ordinary;
  TextAlign align = TextAlign::left;
  int lines = 0;  ///< at most; the rest is cut with an ellipsis; 0: as many as needed
};

/// Text broken into lines of a width: measured before it is drawn, and drawn in parts, on one page
/// or several. Belongs to the form that broke it and must not outlive it.
class TextLines {
 public:
  ~TextLines();
  TextLines(TextLines&&) noexcept;
  TextLines& operator=(TextLines&&) noexcept;

  /// At least 1: the empty text has an empty line.
  [[nodiscard]] std::size_t count() const;
  /// Of all lines, and of `count` lines from `first` on.
  [[nodiscard]] double height() const;
  [[nodiscard]] double height(std::size_t first, std::size_t count) const;
  /// How many lines from `first` on find room in `room`; it may be none.
  [[nodiscard]] std::size_t fitting(std::size_t first, double room) const;

 private:
  friend class FormPdf;
  struct State;
  explicit TextLines(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

class FormPdf {
 public:
  /// One page is open. `title` stands in the file's own description.
  explicit FormPdf(std::string_view title, SheetTurn turn = SheetTurn::portrait);
  ~FormPdf();
  FormPdf(const FormPdf&) = delete;
  FormPdf& operator=(const FormPdf&) = delete;

  /// Of a sheet as it is turned.
  [[nodiscard]] double width() const;
  [[nodiscard]] double height() const;
  /// The number of the open page, from 1.
  [[nodiscard]] int page() const;
  void next_page();

  /// Writes valid UTF-8, broken into lines of `width`; returns where the last line ends.
  double write(double left, double top, double width, std::string_view text,
               const TextStyle& style);
  /// What write() would draw, for draw().
  TextLines break_lines(double width, std::string_view text, const TextStyle& style);
  /// `count` lines of `lines` from `first` on, the first one's top at `top`; returns where the last
  /// of them ends.
  double draw(double left, double top, const TextLines& lines, std::size_t first,
              std::size_t count);
  double draw(double left, double top, const TextLines& lines);

  /// A filled rectangle.
  void fill(double left, double top, double width, double height);
  /// A thin line, to the right or downwards.
  void line_across(double left, double top, double length);
  void line_down(double left, double top, double length);

  /// Keeps a table that is drawn, to be given out beside the sheets; a first one without a name
  /// has the form's title, a later one its number. Line breaks in cells become spaces.
  void keep(Table table);

  /// Ends the form and gives it out. Call once.
  PrintedForm finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fonds
