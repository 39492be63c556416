/// PrintedPart: one part of a name on a paper (surname, first name or patronymic) against the words
/// of the register: how likely each would have been printed and read so, case by case.
///
/// Costs are -log(likelihood), per grammatical case; a part that is not printed costs nothing.
/// Threads: one, like its WordCache.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "registry/matcher_settings.h"
#include "registry/name_grammar.h"
#include "registry/ocr_costs.h"
#include "registry/word_list.h"

namespace fonds {

using CaseCosts = std::array<float, 6>;
using CaseForms = std::array<CodedWord, 6>;

/// What is asked of the words of the register again and again while one paper is matched.
class WordCache {
 public:
  explicit WordCache(const NameGrammar& grammar) : grammar_(grammar) {}
  /// The six forms of a word.
  const CaseForms& forms(NamePart part, const WordList& list, WordNumber word, Gender gender);
  /// The words nearest to any of `spellings`, nearest first, at most `most`.
  std::vector<WordList::Found> near(NamePart part, const WordList& list,
                                    std::span<const CodedWord> spellings, std::size_t most);

 private:
  const NameGrammar& grammar_;
  std::array<std::unordered_map<std::uint64_t, CaseForms>, 3> forms_;
  /// By spelling as a key of the list.
  std::array<std::map<std::string, std::vector<WordList::Found>>, 3> alike_;
};

class PrintedPart {
 public:
  struct Tools {
    const OcrCosts& costs;
    const MatcherSettings& settings;
    WordCache& cache;
    const NameGrammar& grammar;
    float scale = 1;  ///< of all costs of misreading: below 1 where the print is hard to read
  };
  /// `nominatives`: what the printed word can be a form of. Everything must outlive it.
  PrintedPart(NamePart part, const std::string& printed,
              const std::vector<std::string>& nominatives, const WordList& list, Tools tools);

  [[nodiscard]] bool is_printed() const { return !printed_.empty(); }
  [[nodiscard]] bool is_initial() const { return initial_; }
  /// The printed letter of an initial.
  [[nodiscard]] LetterCode initial() const { return printed_[0]; }
  /// Words it may be, nearest first.
  [[nodiscard]] const std::vector<WordList::Found>& near() const { return near_; }
  /// Letters between the word and the nearest reading; look-alikes count as one.
  [[nodiscard]] int letters_from(WordNumber word) const;

  /// Of `word` in the register (kNoWord: the register knows none).
  const CaseCosts& of(WordNumber word, Gender gender);
  /// Of anybody who is not in the register.
  [[nodiscard]] const CaseCosts& of_anybody() const { return anybody_; }

  static constexpr WordNumber kNoWord = 0xFFFFFFFF;

 private:
  struct Spelling {
    CodedWord word;
    float penalty = 0;
  };
  [[nodiscard]] CaseCosts misreading(WordNumber word, Gender gender);
  /// The same for one gender, kept.
  const CaseCosts& misreading_of(WordNumber word, Gender gender);
  [[nodiscard]] CaseCosts misreading_of_initial(WordNumber word) const;
  [[nodiscard]] float wrong() const;
  void weigh_anybody();

  NamePart part_;
  CodedWord printed_;
  bool initial_ = false;
  bool known_name_ = false;  ///< a first name of the grammar, whether the register has it or not
  std::vector<Spelling> spellings_;        ///< as printed; of a double surname each part too
  std::vector<CodedWord> nominatives_;     ///< as printed and brought back to the nominative
  std::vector<LetterDistance> distances_;  ///< from nominatives_
  const WordList& list_;
  Tools tools_;
  std::vector<WordList::Found> near_;
  CaseCosts anybody_{};
  std::unordered_map<std::uint64_t, CaseCosts> misreadings_;
  std::unordered_map<std::uint64_t, CaseCosts> known_;
};

}  // namespace fonds
