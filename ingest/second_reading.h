/// SecondReading: what a first reading left doubtful is read again another way, and the better
/// kept.
///
/// Threads: as Recogniser. Faults: as Recogniser.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/page_view.h"

namespace fonds {

class SecondReading {
 public:
  /// `image` and `recogniser` must outlive it; `languages` are those of the first reading.
  SecondReading(const PageImage& image, Recogniser& recogniser, std::string languages);

  /// Reads a doubtful line again with the display model, with its letters found first and, on a
  /// coloured page, in its brightest channel. Whether the latter was better.
  bool improve(ReadPiece& read);
  /// Reads a doubtful line again with the display model only: the line or single words of it.
  void read_ornamental(ReadPiece& read);
  /// Reads again, in Latin letters, the words that may be Roman numerals.
  void read_numerals(ReadPiece& read);
  /// Asks both about a single figure above three where a place stands: 5 место may be 3 место.
  void read_place(ReadPiece& read);
  /// Takes from the display model and the Latin engine the figures they know better (figures.h).
  void read_figures(ReadPiece& read);
  /// Languages used besides those of the first reading; empty when none was.
  [[nodiscard]] const std::string& languages() const { return languages_used_; }

 private:
  /// Takes a title that no reading makes out for the words it comes nearest to (title_words.h).
  void read_title(ReadPiece& read);
  /// The line read by the display model; a small one once more enlarged, and the surer kept.
  std::vector<Word> read_by_display(const ReadPiece& read);
  void use(const std::string& language);
  /// Whether there is a Latin engine that has not read everything anyway.
  [[nodiscard]] bool knows_latin() const;
  /// The numeral the Latin engine sees on `picture`, which shows one word.
  std::optional<Word> read_latin_numeral(const PixPtr& picture, int dpi);
  /// `letters`: their height in the line around it.
  void read_numeral(Word& word, int letters, const PageView& view);

  /// `of` in the brightest channel.
  const PageView& brightest(const PageView& of);

  const PageImage& image_;
  Recogniser& recogniser_;
  PageView brightest_;
  std::string languages_;
  std::string languages_used_;
};

}  // namespace fonds
