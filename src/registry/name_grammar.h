/// NameGrammar: Russian names through the six cases and back, and whose name it is.
///
/// decline() and to_nominative() keep the printed letters (ё, capitals) and change endings only;
/// comparing is by folded letters (lower case, ё = е). Initials ("И.") fit every case and gender
/// and never change. The rules are data (config/names.toml).
/// Threads: immutable after loading; use one from all threads.
/// Faults:  usage (names.toml cannot be read, with the line).
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "model/person_name.h"

namespace fonds {

class DataTable;

enum class NamePart { last, first, middle };

/// One way to understand a printed name: this person in this case.
struct NominativeReading {
  PersonName name;
  GrammaticalCase grammatical_case = GrammaticalCase::nominative;
  Gender gender = Gender::unknown;  ///< male or female
  /// Share of this reading among all that agree: they add up to 1. Two readings may hold the same
  /// name (genitive and accusative of a man): add theirs up to weigh the name.
  double plausibility = 0;
};

class NameGrammar {
 public:
  /// Reads config/names.toml as compiled in; takes milliseconds: make one and keep it.
  static NameGrammar shipped();
  explicit NameGrammar(const DataTable& data);
  ~NameGrammar();
  NameGrammar(NameGrammar&&) noexcept;
  NameGrammar& operator=(NameGrammar&&) noexcept;

  /// Gender unknown: as a man's, but a first name known only of women as a woman's.
  [[nodiscard]] PersonName decline(const PersonName& nominative, Gender gender,
                                   GrammaticalCase wanted) const;
  /// The same in every case, by GrammaticalCase; not dearer than one of them.
  [[nodiscard]] std::array<PersonName, 6> paradigm(const PersonName& nominative,
                                                   Gender gender) const;
  /// The same of one part. `gender`: male or female.
  [[nodiscard]] WordForms forms(NamePart part, std::string_view nominative, Gender gender) const;

  /// Unknown unless one gender is at least three times as likely. The nominative counts most, so
  /// "Петрова Александра" is a woman though it may be a man's genitive.
  [[nodiscard]] Gender gender_of(const PersonName& nominative_or_any_case) const;

  /// All readings in which the parts agree in case and gender, best first; at most kMostReadings.
  /// `expected` (from the words around) makes its case ten times as likely; a `known` gender leaves
  /// out the other. Readings with the surname left unbent (Ковальчук Ивану) are always among them,
  /// a hundred times less likely. Empty only for an empty name.
  [[nodiscard]] std::vector<NominativeReading> to_nominative(
      const PersonName& parts_in_some_case, std::optional<GrammaticalCase> expected,
      Gender known) const;
  static constexpr std::size_t kMostReadings = 24;

  /// How usual the best reading of the parts is, not a share: compares two ways to part one name.
  [[nodiscard]] double plausibility(const PersonName& parts_in_some_case) const;

  /// Any case form of a first name in the list (Ивану, Марией); one hash lookup. A hyphenated name
  /// is known when each of its parts is.
  [[nodiscard]] bool is_known_first_name(std::string_view word) const;
  /// The same with one letter misread (Тимсфей): true of known ones, too.
  [[nodiscard]] bool is_nearly_first_name(std::string_view word) const;
  /// Any case form of a patronymic (Иванович, Ильиничну), and the words оглы, кызы and their like.
  /// Surnames on -ович are patronymics too: their place decides.
  [[nodiscard]] bool is_patronymic(std::string_view word) const;
  /// оглы, оглу, кызы…: belongs to the word before it.
  [[nodiscard]] bool is_patronymic_mark(std::string_view word) const;
  /// ван, фон, де…: belongs to the surname after it.
  [[nodiscard]] bool is_surname_particle(std::string_view word) const;

 private:
  class Tables;
  [[nodiscard]] std::vector<NominativeReading> weighed(const PersonName& parts,
                                                       std::optional<GrammaticalCase> expected,
                                                       Gender known) const;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace fonds
