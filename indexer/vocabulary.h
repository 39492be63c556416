/// Vocabulary: what an index knows of words, as far as the reader may see: asked while a query is
/// understood.
///
/// Nothing here tells of a word that stands only in papers the reader may not see: to a reader it
/// is a word the index does not hold. Threads: one a thread. Faults: those of Xapian.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "indexer/near_terms.h"
#include "indexer/terms.h"
#include "indexer/transliteration.h"
#include "registry/ocr_costs.h"

namespace fonds {

inline constexpr std::size_t kMostExpansions = 256;  ///< words a beginning may stand for

/// The words of the index that begin so, at most kMostExpansions, the most frequent ones.
struct Expansion {
  std::vector<std::string> words;
  bool more = false;  ///< others were left out
};

/// Another word that may be meant.
struct OtherWord {
  std::string word;
  float cost = 0;  ///< of believing it, about 1 a letter that differs
};

/// Words of a query that others are looked for; one of nothing but unknown words must end soon.
inline constexpr int kMostLookedUp = 12;

enum class WordsOf { papers_and_names, names };

class Vocabulary {
 public:
  Vocabulary() = default;
  virtual ~Vocabulary() = default;
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;
  virtual Expansion beginning_with(const std::string& beginning) = 0;
  /// Whether a paper has the folded word, in any form, in its text or as part of the name of a
  /// student it is linked to.
  virtual bool holds(const std::string& word, WordsOf where) = 0;
  /// Whether a paper has this very word in its text.
  virtual bool holds_exactly(const std::string& word) = 0;
  /// Words it holds that a folded word may stand for: written in Latin letters, mistyped, misread.
  /// Nearest first, at most kMostOthers.
  virtual std::vector<OtherWord> others(const std::string& word, WordsOf where) = 0;
  static constexpr std::size_t kMostOthers = 8;
};

/// What knows how words are mistyped and misread; made once and kept.
struct WordMistakes {
  OcrCosts ocr = OcrCosts::shipped();
  MistakeCosts costs{ocr};
  Transliteration transliteration = Transliteration::shipped();
};

class IndexVocabulary : public Vocabulary {
 public:
  /// All outlive this. `visible`: the papers the reader may see; empty: all.
  IndexVocabulary(const Xapian::Database& database, const Xapian::Query& visible, Stems& stems,
                  std::unique_ptr<WordMistakes>& mistakes)
      : database_(database), visible_(visible), stems_(stems), mistakes_(mistakes) {}
  Expansion beginning_with(const std::string& beginning) override;
  bool holds(const std::string& word, WordsOf where) override;
  bool holds_exactly(const std::string& word) override { return has_paper(word); }
  std::vector<OtherWord> others(const std::string& word, WordsOf where) override;

 private:
  [[nodiscard]] bool has_paper(const std::string& term) const;
  [[nodiscard]] bool begins_term(const std::string& beginning) const;
  std::vector<OtherWord> transliterated(const std::string& word, WordsOf where);
  std::vector<OtherWord> misspelt(const std::string& word, WordsOf where);
  const WordMistakes& mistakes();

  const Xapian::Database& database_;
  const Xapian::Query& visible_;
  Stems& stems_;
  std::unique_ptr<WordMistakes>& mistakes_;  ///< filled when first needed
};

}  // namespace fonds
