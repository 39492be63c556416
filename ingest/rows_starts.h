/// RowStarts: which words of a paper may begin a row of a list: its number and the name behind it.
///
/// Threads: immutable.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ingest/paper_text.h"
#include "ingest/persons_wording.h"
#include "ingest/persons_words.h"

namespace fonds {

class RowStarts {
 public:
  /// All must outlive it.
  RowStarts(const PaperText& paper, const std::vector<NameWord>& words,
            const PersonWording& wording)
      : paper_(paper), words_(words), wording_(wording) {}

  /// The number of a row that the word is, 1 … 999.
  [[nodiscard]] std::optional<int> number_at(std::size_t at) const;
  /// Whether the word is a number with a name behind it, before word `end`.
  [[nodiscard]] bool begins_row(std::size_t at, std::size_t end) const;
  /// The word behind a row's number; a second number (of the starter) may stand between.
  [[nodiscard]] std::size_t name_behind(std::size_t at, std::size_t end) const;
  /// Whether a row's number can be followed by this word.
  [[nodiscard]] bool begins_name(std::size_t at) const;
  /// Two words in one line that may be surname and first name.
  [[nodiscard]] bool full_name_begins(std::size_t at) const;
  /// 1, II, and what a recogniser makes of a lone figure.
  [[nodiscard]] bool is_lead(std::size_t at) const;

 private:
  const PaperText& paper_;
  const std::vector<NameWord>& words_;
  const PersonWording& wording_;
};

}  // namespace fonds
