/// PersonName: a name in the nominative, and the words of grammar that go with names.
///
/// Threads: value types.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace fonds {

/// Surname, first name, patronymic. Any part may be empty; an initial is one letter with its full
/// stop ("И."). Double surnames keep their hyphen; оглы and кызы belong to the patronymic.
struct PersonName {
  std::string last;
  std::string first;
  std::string middle;
  bool operator==(const PersonName&) const = default;
};

/// "Кравец Тимофей Ильич": the parts there are, parted by one space.
inline std::string full_text(const PersonName& name) {
  std::string text = name.last;
  for (const std::string* part : {&name.first, &name.middle}) {
    if (part->empty()) continue;
    if (!text.empty()) text += ' ';
    text += *part;
  }
  return text;
}

enum class Gender { unknown, male, female };

enum class GrammaticalCase {
  nominative,
  genitive,
  dative,
  accusative,
  instrumental,
  prepositional
};
inline constexpr std::array kGrammaticalCases{
    GrammaticalCase::nominative, GrammaticalCase::genitive,     GrammaticalCase::dative,
    GrammaticalCase::accusative, GrammaticalCase::instrumental, GrammaticalCase::prepositional};

/// A word in its six cases, by GrammaticalCase.
using WordForms = std::array<std::string, kGrammaticalCases.size()>;

/// "nom", "gen", "dat", "acc", "ins", "pre".
constexpr std::string_view name_of(GrammaticalCase grammatical_case) {
  constexpr std::array<std::string_view, 6> kNames{"nom", "gen", "dat", "acc", "ins", "pre"};
  return kNames[static_cast<std::size_t>(grammatical_case)];
}

/// "m", "f", "unknown".
constexpr std::string_view name_of(Gender gender) {
  if (gender == Gender::male) return "m";
  return gender == Gender::female ? "f" : "unknown";
}

}  // namespace fonds
