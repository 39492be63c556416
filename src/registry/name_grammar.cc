#include "registry/name_grammar.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/data_file.h"
#include "base/messages.h"
#include "registry/declension.h"
#include "registry/letters.h"
#include "registry/near_words.h"

namespace fonds {
namespace {

constexpr std::array kGenders{Gender::male, Gender::female};
constexpr unsigned kAllCases = 0b111111;

/// How often each case stands on a paper when nothing around the name tells.
constexpr std::array<double, 6> kCasePrior{0.50, 0.16, 0.16, 0.10, 0.05, 0.03};
constexpr double kUnexpectedCase = 0.1;
/// gender_of() is asked of registers more often than of sentences.
constexpr double kNominativeForGender = 6;
constexpr double kSureGender = 3;
/// A first name that is not in the list, or only of the other gender.
constexpr double kUnlistedFirstName = 0.05;
constexpr double kOtherGendersName = 0.01;
/// A first name not in the list that stands as a form of one that is: Петра of Пётр, no woman.
constexpr double kFormOfAListedName = 0.1;
/// A surname that happens to be a listed first name.
constexpr double kSurnameLikeFirstName = 0.5;
/// A patronymic without its suffix (Эльдар), bent as a first name.
constexpr double kBarePatronymic = 0.1;
/// A surname its bearer wants unbent (Ковальчук Ивану).
constexpr double kUnbentSurname = 0.01;
constexpr std::size_t kMostPieceReadings = 8;

constexpr unsigned bit(GrammaticalCase each) { return 1U << static_cast<unsigned>(each); }

bool is_initial(std::string_view word) {
  return word.ends_with('.') || (word.size() <= 2 && count_letters(word) == 1);
}

struct PieceReading {
  std::string text;
  double weight = 1;
};
/// What a part can be in each case.
using CaseReadings = std::array<std::vector<PieceReading>, 6>;

CaseReadings same_in_every_case(const std::string& text, unsigned cases) {
  CaseReadings readings;
  for (const GrammaticalCase each : kGrammaticalCases) {
    if ((cases & bit(each)) != 0) readings[static_cast<std::size_t>(each)] = {{text, 1}};
  }
  return readings;
}

unsigned cases_in(const CaseReadings& readings) {
  unsigned cases = 0;
  for (const GrammaticalCase each : kGrammaticalCases) {
    if (!readings[static_cast<std::size_t>(each)].empty()) cases |= bit(each);
  }
  return cases;
}

/// A word of a part and the hyphen or space before it (or none).
struct Piece {
  std::string_view separator;
  std::string_view word;
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t from = 0;
  std::size_t separator = 0;
  while (from <= text.size()) {
    const std::size_t end = std::min(text.find_first_of("- ", from), text.size());
    pieces.push_back({text.substr(from - separator, separator), text.substr(from, end - from)});
    from = end + 1;
    separator = 1;
  }
  return pieces;
}

/// `left` and `right` in the same case, joined.
void join(CaseReadings& left, const CaseReadings& right, std::string_view separator) {
  for (std::size_t i = 0; i < left.size(); ++i) {
    std::vector<PieceReading> joined;
    for (const PieceReading& begin : left[i]) {
      for (const PieceReading& end : right[i]) {
        if (joined.size() == kMostPieceReadings) break;
        joined.push_back(
            {begin.text + std::string(separator) + end.text, std::min(begin.weight, end.weight)});
      }
    }
    left[i] = std::move(joined);
  }
}

void keep_best(std::vector<PieceReading>& readings) {
  std::stable_sort(readings.begin(), readings.end(),
                   [](const auto& a, const auto& b) { return a.weight > b.weight; });
  if (readings.size() > kMostPieceReadings) readings.resize(kMostPieceReadings);
}

}  // namespace

class NameGrammar::Tables {
 public:
  explicit Tables(const DataTable& data)
      : last(data.tables("last")), first(data.tables("first")), middle(data.tables("middle")) {
    data.expect_only({"last", "first", "middle", "first_names", "words"});
    read_words(data.table("words"));
    read_first_names(data.table("first_names"));
    for (const auto& [form, genders] : first_forms) near_first_forms.add(form);
  }

  [[nodiscard]] WordForms paradigm(NamePart part, std::string_view text, Gender gender) const;
  [[nodiscard]] CaseReadings read(NamePart part, const std::string& text, Gender gender,
                                  unsigned cases) const;
  [[nodiscard]] Gender gender_of_mark(std::string_view text) const;

  Declension last;
  Declension first;
  Declension middle;
  WordMap<unsigned> first_names;  ///< folded nominative -> 1 men's | 2 women's
  WordMap<unsigned> first_forms;  ///< folded, any case -> the same
  NearWords near_first_forms;
  WordMap<Gender> patronymic_marks;   ///< оглы, кызы…
  WordMap<bool> particles;            ///< ван, фон…
  WordMap<bool> unbent_first_pieces;  ///< Жан-, Бонч-…
  WordMap<bool> not_patronymics;  ///< words that only end like one: основной, уровне…

 private:
  void read_words(const DataTable& words);
  void read_first_names(const DataTable& names);
  void add_first_names(std::string_view names, unsigned genders);
  [[nodiscard]] const Declension& rules_of(NamePart part, std::string_view text) const;
  [[nodiscard]] bool stays(NamePart part, const std::vector<Piece>& pieces, std::size_t at) const;
  [[nodiscard]] CaseReadings read_word(NamePart part, const Declension& rules,
                                       std::string_view word, Gender gender, unsigned cases) const;
  [[nodiscard]] double weight_of(NamePart part, const Declension& rules,
                                 std::string_view nominative, Gender gender) const;
};

void NameGrammar::Tables::read_words(const DataTable& words) {
  words.expect_only(
      {"marks_male", "marks_female", "particles", "unbent_first_pieces", "not_patronymics"});
  const auto fill = [&](const char* key, auto& map, auto value) {
    const std::string text = words.text_or(key, "");
    for (const std::string_view word : split_letters(text, " \n")) {
      map[fold_letters(word)] = value;
    }
  };
  fill("marks_male", patronymic_marks, Gender::male);
  fill("marks_female", patronymic_marks, Gender::female);
  fill("particles", particles, true);
  fill("unbent_first_pieces", unbent_first_pieces, true);
  fill("not_patronymics", not_patronymics, true);
}

void NameGrammar::Tables::read_first_names(const DataTable& names) {
  names.expect_only({"male", "female", "both"});
  add_first_names(names.text_or("male", ""), 1);
  add_first_names(names.text_or("female", ""), 2);
  add_first_names(names.text_or("both", ""), 3);
}

void NameGrammar::Tables::add_first_names(std::string_view names, unsigned genders) {
  for (const std::string_view name : split_letters(names, " \n")) {
    first_names[fold_letters(name)] |= genders;
    for (const Gender gender : kGenders) {
      const unsigned flag = gender == Gender::male ? 1 : 2;
      if ((genders & flag) == 0) continue;
      for (const GrammaticalCase each : kGrammaticalCases) {
        first_forms[fold_letters(first.decline(name, gender, each))] |= flag;
      }
    }
  }
}

Gender NameGrammar::Tables::gender_of_mark(std::string_view text) const {
  const auto pieces = pieces_of(text);
  if (pieces.size() < 2) return Gender::unknown;
  const auto found = patronymic_marks.find(fold_letters(pieces.back().word));
  return found == patronymic_marks.end() ? Gender::unknown : found->second;
}

/// A patronymic without a suffix of its own bends as a first name.
const Declension& NameGrammar::Tables::rules_of(NamePart part, std::string_view text) const {
  if (part == NamePart::last) return last;
  if (part == NamePart::first) return first;
  const bool known = middle.knows(text, Gender::male) || middle.knows(text, Gender::female);
  return known ? middle : first;
}

/// Whether the piece never bends where it stands.
bool NameGrammar::Tables::stays(NamePart part, const std::vector<Piece>& pieces,
                                std::size_t at) const {
  if (at + 1 == pieces.size()) return false;
  const std::string folded = fold_letters(pieces[at].word);
  if (particles.count(folded) != 0 || unbent_first_pieces.count(folded) != 0) return true;
  // Чен Ын, Нур Мухаммад: of names in two words only listed ones bend in both (Анна Мария).
  return part != NamePart::last && pieces[at + 1].separator == " " &&
         first_forms.count(folded) == 0;
}

WordForms NameGrammar::Tables::paradigm(NamePart part, std::string_view text, Gender gender) const {
  WordForms forms;
  if (text.empty()) return forms;
  if (is_initial(text) || (part == NamePart::middle && gender_of_mark(text) != Gender::unknown)) {
    forms.fill(std::string(text));
    return forms;
  }
  const Declension& rules = rules_of(part, text);
  if (text.find_first_of("- ") == std::string_view::npos) return rules.paradigm(text, gender);
  const auto pieces = pieces_of(text);
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    WordForms bent;
    if (stays(part, pieces, at)) {
      bent.fill(std::string(pieces[at].word));
    } else {
      bent = rules.paradigm(pieces[at].word, gender);
    }
    for (std::size_t i = 0; i < forms.size(); ++i)
      forms.at(i).append(pieces[at].separator) += bent.at(i);
  }
  return forms;
}

double NameGrammar::Tables::weight_of(NamePart part, const Declension& rules,
                                      std::string_view nominative, Gender gender) const {
  if (&rules == &middle) return 1;
  const auto found = first_names.find(fold_letters(nominative));
  if (part == NamePart::last) return found == first_names.end() ? 1 : kSurnameLikeFirstName;
  const double bare = part == NamePart::middle ? kBarePatronymic : 1;
  if (found == first_names.end()) return bare * kUnlistedFirstName;
  if (part == NamePart::middle) return bare;  // the father's name, whatever the child's gender
  return (found->second & (gender == Gender::male ? 1U : 2U)) != 0 ? 1 : kOtherGendersName;
}

CaseReadings NameGrammar::Tables::read_word(NamePart part, const Declension& rules,
                                            std::string_view word, Gender gender,
                                            unsigned cases) const {
  std::vector<WordReading> found;
  rules.read(word, gender, cases, found);
  CaseReadings readings;
  const std::string* last_nominative = nullptr;
  double weight = 1;
  const bool listed_form = part == NamePart::first && first_forms.count(fold_letters(word)) != 0;
  for (const WordReading& each : found) {
    if (last_nominative == nullptr || *last_nominative != each.nominative) {
      weight = weight_of(part, rules, each.nominative, gender);
      last_nominative = &each.nominative;
      const bool unlisted = first_names.count(fold_letters(each.nominative)) == 0;
      if (listed_form && unlisted) weight *= kFormOfAListedName;
    }
    readings[static_cast<std::size_t>(each.grammatical_case)].push_back(
        {each.nominative, each.weight * weight});
  }
  for (auto& in_case : readings) keep_best(in_case);
  return readings;
}

CaseReadings NameGrammar::Tables::read(NamePart part, const std::string& text, Gender gender,
                                       unsigned cases) const {
  if (text.empty() || is_initial(text)) return same_in_every_case(text, cases);
  if (part == NamePart::middle) {
    const Gender mark = gender_of_mark(text);
    if (mark == gender) return same_in_every_case(text, cases);
    if (mark != Gender::unknown) return {};
  }
  const Declension& rules = rules_of(part, text);
  if (&rules == &middle && !middle.knows(text, gender)) return {};
  if (text.find_first_of("- ") == std::string::npos) {
    return read_word(part, rules, text, gender, cases);
  }
  const auto pieces = pieces_of(text);
  CaseReadings readings;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    const std::string word(pieces[at].word);
    const CaseReadings next = stays(part, pieces, at) ? same_in_every_case(word, cases)
                                                      : read_word(part, rules, word, gender, cases);
    if (at == 0) {
      readings = next;
    } else {
      join(readings, next, pieces[at].separator);
    }
  }
  return readings;
}

NameGrammar NameGrammar::shipped() {
  return NameGrammar(DataTable::parse(shipped_data("names.toml"), "names.toml"));
}

NameGrammar::NameGrammar(const DataTable& data) : tables_(std::make_unique<const Tables>(data)) {}
NameGrammar::~NameGrammar() = default;
NameGrammar::NameGrammar(NameGrammar&&) noexcept = default;
NameGrammar& NameGrammar::operator=(NameGrammar&&) noexcept = default;

PersonName NameGrammar::decline(const PersonName& nominative, Gender gender,
                                GrammaticalCase wanted) const {
  if (wanted == GrammaticalCase::nominative) return nominative;
  return paradigm(nominative, gender).at(static_cast<std::size_t>(wanted));
}

WordForms NameGrammar::forms(NamePart part, std::string_view nominative, Gender gender) const {
  return tables_->paradigm(part, nominative, gender);
}

std::array<PersonName, 6> NameGrammar::paradigm(const PersonName& nominative, Gender gender) const {
  if (gender == Gender::unknown) gender = gender_of(nominative);
  const WordForms last = tables_->paradigm(NamePart::last, nominative.last, gender);
  const WordForms first = tables_->paradigm(NamePart::first, nominative.first, gender);
  const WordForms middle = tables_->paradigm(NamePart::middle, nominative.middle, gender);
  std::array<PersonName, 6> forms;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    forms.at(i) = {last.at(i), first.at(i), middle.at(i)};
  }
  forms.front() = nominative;
  return forms;
}

namespace {

/// Collects the agreeing readings of one gender.
class Agreement {
 public:
  Agreement(Gender gender, std::optional<GrammaticalCase> expected,
            std::vector<NominativeReading>& all)
      : gender_(gender), expected_(expected), all_(all) {}

  void add(const CaseReadings& last, const CaseReadings& first, const CaseReadings& middle,
           double weight) {
    for (const GrammaticalCase each : kGrammaticalCases) {
      const auto at = static_cast<std::size_t>(each);
      for (const PieceReading& l : last[at]) {
        for (const PieceReading& f : first[at]) {
          for (const PieceReading& m : middle[at]) {
            all_.push_back({{l.text, f.text, m.text},
                            each,
                            gender_,
                            prior(each) * weight * l.weight * f.weight * m.weight});
          }
        }
      }
    }
  }

 private:
  [[nodiscard]] double prior(GrammaticalCase each) const {
    const double prior = kCasePrior[static_cast<std::size_t>(each)];
    if (!expected_) return prior;
    return *expected_ == each ? 1 : kUnexpectedCase * prior;
  }
  Gender gender_;
  std::optional<GrammaticalCase> expected_;
  std::vector<NominativeReading>& all_;
};

void rank(std::vector<NominativeReading>& readings) {
  std::stable_sort(readings.begin(), readings.end(),
                   [](const auto& a, const auto& b) { return a.plausibility > b.plausibility; });
  double sum = 0;
  for (const NominativeReading& each : readings) sum += each.plausibility;
  for (NominativeReading& each : readings) each.plausibility /= sum;
  if (readings.size() > NameGrammar::kMostReadings) readings.resize(NameGrammar::kMostReadings);
}

/// The surname as it stands beside other parts in an oblique case.
CaseReadings unbent(const std::string& last, const CaseReadings& bent) {
  CaseReadings readings = same_in_every_case(last, kAllCases);
  readings[0].clear();
  for (std::size_t i = 1; i < readings.size(); ++i) {
    const bool already = std::any_of(bent[i].begin(), bent[i].end(),
                                     [&](const auto& each) { return each.text == last; });
    if (already) readings[i].clear();
  }
  return readings;
}

}  // namespace

std::vector<NominativeReading> NameGrammar::to_nominative(const PersonName& parts_in_some_case,
                                                          std::optional<GrammaticalCase> expected,
                                                          Gender known) const {
  std::vector<NominativeReading> readings;
  if (parts_in_some_case == PersonName{}) return readings;
  readings = weighed(parts_in_some_case, expected, known);
  if (readings.empty()) {
    for (const Gender gender : kGenders) {
      if (known != Gender::unknown && known != gender) continue;
      readings.push_back({parts_in_some_case, GrammaticalCase::nominative, gender, 1});
    }
  }
  rank(readings);
  return readings;
}

double NameGrammar::plausibility(const PersonName& parts_in_some_case) const {
  double best = 0;
  for (const NominativeReading& each : weighed(parts_in_some_case, std::nullopt, Gender::unknown)) {
    best = std::max(best, each.plausibility);
  }
  return best;
}

/// The readings that agree, unordered, their plausibility not yet a share.
std::vector<NominativeReading> NameGrammar::weighed(const PersonName& parts,
                                                    std::optional<GrammaticalCase> expected,
                                                    Gender known) const {
  std::vector<NominativeReading> readings;
  for (const Gender gender : kGenders) {
    if (known != Gender::unknown && known != gender) continue;
    const CaseReadings middle = tables_->read(NamePart::middle, parts.middle, gender, kAllCases);
    const CaseReadings first =
        tables_->read(NamePart::first, parts.first, gender, cases_in(middle));
    const unsigned cases = cases_in(first);
    if (cases == 0) continue;
    const CaseReadings last = tables_->read(NamePart::last, parts.last, gender, cases);
    Agreement agreement(gender, expected, readings);
    agreement.add(last, first, middle, 1);
    const bool beside_others = !(parts.first.empty() && parts.middle.empty());
    if (!parts.last.empty() && !is_initial(parts.last) && beside_others) {
      const double weight =
          kUnbentSurname * tables_->last.weight_of(fold_letters(parts.last), gender);
      agreement.add(unbent(parts.last, last), first, middle, weight);
    }
  }
  return readings;
}

Gender NameGrammar::gender_of(const PersonName& nominative_or_any_case) const {
  double male = 0;
  double female = 0;
  for (const NominativeReading& each :
       to_nominative(nominative_or_any_case, std::nullopt, Gender::unknown)) {
    const double weight = each.grammatical_case == GrammaticalCase::nominative
                              ? kNominativeForGender * each.plausibility
                              : each.plausibility;
    (each.gender == Gender::male ? male : female) += weight;
  }
  if (male > kSureGender * female) return Gender::male;
  return female > kSureGender * male ? Gender::female : Gender::unknown;
}

bool NameGrammar::is_known_first_name(std::string_view word) const {
  const auto& forms = tables_->first_forms;
  if (forms.count(fold_letters(word)) != 0) return true;
  if (word.find('-') == std::string_view::npos) return false;
  const auto pieces = pieces_of(word);
  return std::all_of(pieces.begin(), pieces.end(),
                     [&](const Piece& each) { return forms.count(fold_letters(each.word)) != 0; });
}

bool NameGrammar::is_nearly_first_name(std::string_view word) const {
  return tables_->near_first_forms.has_near(fold_letters(word));
}

bool NameGrammar::is_patronymic(std::string_view word) const {
  if (!is_capitalised(word)) return is_patronymic_mark(word);
  const std::string folded = fold_letters(word);
  if (tables_->not_patronymics.count(folded) != 0) return false;
  return tables_->middle.knows(folded, Gender::male) ||
         tables_->middle.knows(folded, Gender::female) ||
         tables_->patronymic_marks.count(folded) != 0;
}

bool NameGrammar::is_patronymic_mark(std::string_view word) const {
  return tables_->patronymic_marks.count(fold_letters(word)) != 0;
}

bool NameGrammar::is_surname_particle(std::string_view word) const {
  return tables_->particles.count(fold_letters(word)) != 0;
}

}  // namespace fonds
