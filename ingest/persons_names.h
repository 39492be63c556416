/// NameFinder: which words of a text are names of persons, and which word is which part.
///
/// Known first names, patronymics and initials beside words that can be surnames are evidence; so
/// is a place where a name is expected (after «награждается», in the name column of a list). Of all
/// ways to part the words into names the one with most evidence is taken. Cost grows with the
/// number of words, whatever they are. Threads: immutable; one call at a time needs nothing else.
#pragma once

#include <string>
#include <vector>

#include "ingest/paper_text.h"
#include "ingest/persons_wording.h"
#include "ingest/persons_words.h"
#include "model/person_name.h"
#include "registry/name_grammar.h"

namespace fonds {

/// A name found: words of the paper that need not follow each other (a cell of two lines).
struct NameRun {
  std::vector<std::size_t> words;  ///< indices, in the order of printing
  PersonName parts;                ///< in the printed case and letters; initials as "И."
  std::string order;               ///< as ParsedName::order: "LFM", "IL", …
  double evidence = 0;             ///< what speaks for it, in nats; above kLeastEvidence
  bool known_first_name = false;
  bool misread_first_name = false;  ///< one letter away from a known one
  bool patronymic = false;
  bool initials = false;
};

class NameFinder {
 public:
  static constexpr double kLeastEvidence = 1.4;

  /// All must outlive the finder.
  NameFinder(const PaperText& paper, const std::vector<NameWord>& words, const NameGrammar& grammar,
             const PersonWording& wording);

  /// The names among the words `stream` (indices in order). `expected` has for each word of the
  /// paper what speaks for a name beginning there. In a `cell` words of two lines may be one name.
  [[nodiscard]] std::vector<NameRun> find(const std::vector<std::size_t>& stream,
                                          const std::vector<double>& expected, bool cell) const;
  /// Whether the word may be a part of a name in full.
  [[nodiscard]] bool can_be_name(std::size_t word) const { return traits_[word].usable; }
  /// The word is nobody's: a street, a town (see PersonCue::Says::nobody).
  void forbid(std::size_t word) { traits_[word] = {}; }

 private:
  struct Traits {
    bool usable = false;
    bool initial = false;
    bool two_initials = false;  ///< "РМ" of "РМ.Иванов": the first full stop was not read
    bool first = false;
    bool nearly_first = false;
    bool middle = false;
    bool mark = false;      ///< оглы
    bool particle = false;  ///< ван
    std::string title;      ///< Иван for ИВАН
  };
  /// Words that are one part: "Ван Дейк", "Эльдар оглы".
  struct Unit {
    std::size_t from = 0;  ///< in the stream
    std::size_t end = 0;
    bool initial = false;
    bool first = false;
    bool nearly_first = false;
    bool middle = false;
    bool only_surname = false;
    bool only_middle = false;
    std::string title;
    std::string text;
  };
  class Search;

  [[nodiscard]] Traits traits_of(std::size_t at) const;

  const PaperText& paper_;
  const std::vector<NameWord>& words_;
  const NameGrammar& grammar_;
  const PersonWording& wording_;
  std::vector<Traits> traits_;
};

}  // namespace fonds
