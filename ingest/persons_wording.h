/// PersonWording: what the words around a name say about the person; words that are no names; the
/// headings of tables. Data: config/person_wording.toml, whose head explains every entry.
///
/// A phrase of seven letters or more is found with one letter misread, too.
/// Threads: immutable after loading; use one from all threads.
/// Faults:  usage (person_wording.toml cannot be read, with the line).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/data_file.h"
#include "ingest/persons_words.h"
#include "model/person_name.h"

namespace fonds {

/// What a phrase says of the person it stands beside.
struct PersonCue {
  enum class Says { holder, learner, listed, other, greeting, nobody };
  Says says = Says::other;
  bool after = false;  ///< the phrase stands behind the name
  std::optional<GrammaticalCase> grammatical_case;
  std::size_t reach = 14;  ///< most words between
  std::size_t lines = 3;   ///< most line breaks between
  bool many = false;       ///< more than one name, or group of names, may follow
  bool teacher = false;
  bool office = false;  ///< what the person is when they sign
  bool result = false;  ///< the phrase itself is what the person won
  bool beside = false;  ///< marks between end its power
  std::vector<std::string> kinds;
};

enum class ColumnHolds {
  unknown,
  number,
  name,
  birth_date,
  age,
  school_class,
  organisation,
  teacher,
  parents,
  result
};

struct ColumnMeaning {
  ColumnHolds holds = ColumnHolds::unknown;
  double weight = 1;  ///< which of several results is the result
};

/// A phrase found: words `first` to `last`, both inclusive, of the paper.
struct PhraseHit {
  std::size_t meaning = 0;  ///< index in cues() or columns()
  std::size_t first = 0;
  std::size_t last = 0;
};

class PersonWording {
 public:
  static PersonWording shipped();
  explicit PersonWording(const DataTable& data);

  [[nodiscard]] const std::vector<PersonCue>& cues() const { return cues_; }
  [[nodiscard]] const std::vector<ColumnMeaning>& columns() const { return columns_; }

  /// All cues in reading order, the longest phrase at each place; those inside quotation marks are
  /// left out. `folded` is the text the words are of.
  [[nodiscard]] std::vector<PhraseHit> find_cues(const std::vector<NameWord>& words,
                                                 std::string_view folded) const;
  /// The longest heading of a column that begins at word `at`.
  [[nodiscard]] std::optional<PhraseHit> column_at(const std::vector<NameWord>& words,
                                                   std::size_t at, std::string_view folded) const;
  /// How many words from `at` on are a result: 0 when none.
  [[nodiscard]] std::size_t result_at(const std::vector<NameWord>& words, std::size_t at,
                                      std::string_view folded) const;
  [[nodiscard]] bool is_no_name(std::string_view folded_word) const;
  [[nodiscard]] bool is_institution(std::string_view folded_word) const;

 private:
  enum class Ending { none, few, any, stop };
  struct Piece {
    std::string stem;
    Ending ending = Ending::none;
    bool is_number = false;
  };
  struct Phrase {
    std::vector<Piece> pieces;
    std::size_t meaning = 0;
  };
  /// Phrases by the first two letters of their first word; "#" for numbers.
  struct Phrases {
    std::vector<Phrase> all;
    std::unordered_map<std::string, std::vector<std::size_t>> by_begin;
  };
  using Read = std::vector<NameWord>;

  void add_phrases(const DataTable& entry, std::size_t meaning, Phrases& into);
  static Phrase phrase_of(std::string_view text, std::size_t meaning);
  static bool fits(const Piece& piece, const NameWord& word, std::string_view folded, bool exactly);
  static std::size_t length_at(const Phrase& phrase, const Read& words, std::size_t at,
                               std::string_view folded, bool exactly);
  static std::optional<PhraseHit> longest(const Phrases& phrases, const Read& words, std::size_t at,
                                          std::string_view folded, bool exactly);
  [[nodiscard]] static bool fits_one(const Phrases& phrases, std::string_view folded_word);

  std::vector<PersonCue> cues_;
  std::vector<ColumnMeaning> columns_;
  Phrases before_;
  Phrases after_;
  Phrases headings_;
  Phrases results_;
  Phrases no_names_;
  Phrases institutions_;
};

}  // namespace fonds
