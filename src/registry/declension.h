/// Declension: the rules of one part of a name (surname, first name, patronymic), from the
/// nominative to the other cases and back. One word at a time, without hyphens and spaces.
///
/// Rules are data: see the head of config/names.toml. Of the rules that fit a word the one with the
/// longest ending counts, a rule for the whole word before all.
/// Threads: immutable after loading.
/// Faults:  usage (a rule that cannot be read, with its line).
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/data_file.h"
#include "model/person_name.h"

namespace fonds {

struct TransparentHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
template <class Value>
using WordMap = std::unordered_map<std::string, Value, TransparentHash, std::equal_to<>>;

/// One nominative that would give the word as it stands.
struct WordReading {
  std::string nominative;  ///< the word with its ending replaced, in the word's own letters
  GrammaticalCase grammatical_case = GrammaticalCase::nominative;
  double weight = 1;  ///< how usual such names are; 1 is the most usual
};

class Declension {
 public:
  explicit Declension(const std::vector<DataTable>& rules);

  /// A word no rule fits stays as it is. `gender` unknown counts as male.
  [[nodiscard]] std::string decline(std::string_view word, Gender gender,
                                    GrammaticalCase wanted) const;
  /// The word in all its cases: one search for its rule in place of five.
  [[nodiscard]] WordForms paradigm(std::string_view word, Gender gender) const;
  /// Every nominative of that gender the word can be a form of; of a word no rule knows: itself, in
  /// every case. Only the cases whose bit (1 << case) is set in `cases`. Adds to `readings`.
  void read(std::string_view word, Gender gender, unsigned cases,
            std::vector<WordReading>& readings) const;
  /// Whether read() finds a rule.
  [[nodiscard]] bool knows(std::string_view word, Gender gender) const;
  /// How usual a name of that gender and ending is.
  [[nodiscard]] double weight_of(std::string_view folded, Gender gender) const;

 private:
  struct Rule {
    std::string cut;  ///< what the oblique cases replace, as printed in the nominative
    /// By case; the first is written, the others are read too.
    std::array<std::vector<std::string>, 6> endings;
    std::size_t least_vowels = 0;
    std::size_t most_vowels = 99;
    double weight = 1;
  };
  struct Form {
    std::uint32_t rule;
    std::uint32_t variant;  ///< which of the endings; 0 is the one we write
    GrammaticalCase grammatical_case;
  };
  struct Tables {
    WordMap<std::vector<std::uint32_t>> by_nominative;
    WordMap<std::vector<Form>> by_form;
    std::size_t longest_nominative = 0;  ///< bytes
    std::size_t longest_form = 0;
  };

  void add(const DataTable& entry);
  void index(std::uint32_t rule, const std::string& stem, std::string_view mark, Tables& tables);
  void add_form(const std::string& key, Form form, Tables& tables);
  [[nodiscard]] const Tables& tables_of(Gender gender) const;
  [[nodiscard]] const Rule* find(std::string_view folded, const Tables& tables) const;
  void read_as(std::string_view word, std::string_view folded, const Form& form,
               const Tables& tables, std::vector<WordReading>& readings) const;

  std::vector<Rule> rules_;
  Tables male_;
  Tables female_;
};

}  // namespace fonds
