/// TitleFinder: how much a page looks as if given words were its title.
///
/// Words are compared letter by letter, so that «ГРАМ0ТА» and «Д И П Л О М» are met; a bent form
/// («дипломом») is no title. Threads: immutable.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/paper_text.h"

namespace fonds {

struct FoundTitle {
  TextSpan span;
  double points = 0;  ///< log-odds; an ordinary title has about 6, words in a sentence below 0
};

class TitleFinder {
 public:
  /// Looks at the first page of `text` that has words; `text` must outlive the finder.
  explicit TitleFinder(const PaperText& text);
  /// The best place of the folded `words` (parted by single spaces) of this `weight`.
  [[nodiscard]] std::optional<FoundTitle> find(std::string_view words, double weight) const;

 private:
  struct Token {
    std::u32string letters;
    TextSpan span;
    std::size_t line = 0;
    std::size_t place = 0;  ///< how many words of its line stand before it
    double size = 1;        ///< of its letters against the ordinary type of the page
    bool spaced = false;    ///< joined from letters set wide, perhaps of several words
    /// Where an adjective in the same type begins the line: СПЕЦИАЛЬНЫЙ ДИПЛОМ.
    std::optional<std::size_t> adjective;
    /// How many words stand before it that are no part of a title.
    [[nodiscard]] std::size_t strange() const { return adjective ? 0 : place; }
  };
  struct LineLook {
    double depth = 0;  ///< 0 at the head of the sheet, 1 at its foot
  };

  /// How many letters of `word` were misread as `letters`; nothing when they are another word.
  static std::optional<double> misread(const std::u32string& letters, const std::u32string& word,
                                       bool large);
  /// Whether `word` stands letter for letter in this token and the next: ДИПЛ ОМ.
  [[nodiscard]] bool is_divided(std::size_t token, const std::u32string& word) const;
  static void join_spaced(std::vector<Token>& words);
  void add_line(const PaperPage& page, std::size_t index);
  [[nodiscard]] std::optional<FoundTitle> at(std::size_t first,
                                             const std::vector<std::u32string>& words,
                                             double weight) const;
  [[nodiscard]] double look_points(const Token& first, const Token& last) const;

  const PaperText& text_;
  std::vector<Token> tokens_;
  std::vector<LineLook> lines_;
  std::size_t first_line_ = 0;
};

}  // namespace fonds
