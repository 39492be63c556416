#include "registry/declension.h"

#include <algorithm>

#include "base/messages.h"
#include "registry/letters.h"

namespace fonds {
namespace {

/// Before a whole word in the tables; no letter.
constexpr std::string_view kWhole = "^";
/// A name read in a spelling we do not write ourselves (Марьею) is a little less likely.
constexpr double kVariantWeight = 0.5;
/// A word that no rule knows (Latin letters, an initial) may be any case.
constexpr double kUnknownWeight = 0.3;

/// "[гкх]ий" as "гий", "кий", "хий"; several brackets multiply.
std::vector<std::string> expand_classes(const std::string& pattern) {
  const std::size_t open = pattern.find('[');
  if (open == std::string::npos) return {pattern};
  const std::size_t close = pattern.find(']', open);
  if (close == std::string::npos) return {pattern};
  std::vector<std::string> all;
  for (const std::string& rest : expand_classes(pattern.substr(close + 1))) {
    for (std::size_t at = open + 1; at < close; at += letter_bytes(pattern[at])) {
      all.push_back(pattern.substr(0, open) + pattern.substr(at, letter_bytes(pattern[at])) + rest);
    }
  }
  return all;
}

std::array<std::vector<std::string>, 6> endings_of(const DataTable& entry, const std::string& cut) {
  std::array<std::vector<std::string>, 6> endings;
  if (entry.flag_or("fixed", false)) {
    endings.fill({cut});
    return endings;
  }
  endings[0] = {cut};
  const auto words = split_letters(entry.text("add"), " ");
  if (words.size() != 5) {
    entry.refuse(tr("'add' must hold five endings"),
                 tr("write those of gen, dat, acc, ins, pre; - is none, a/b are variants"));
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const std::string_view each : split_letters(words[i], "/")) {
      endings[i + 1].emplace_back(each == "-" ? std::string_view() : each);
    }
  }
  return endings;
}

unsigned bit(GrammaticalCase each) { return 1U << static_cast<unsigned>(each); }

bool style_is_upper(std::string_view word) { return is_all_capitals(word); }

}  // namespace

Declension::Declension(const std::vector<DataTable>& rules) {
  for (const DataTable& entry : rules) add(entry);
}

void Declension::add(const DataTable& entry) {
  entry.expect_only({"gender", "ends", "whole", "add", "fixed", "vowels", "most_vowels", "weight"});
  const std::string gender = entry.text_or("gender", "mf");
  if (gender != "m" && gender != "f" && gender != "mf") {
    entry.refuse(say(tr("unknown gender '{}'"), gender), tr("write m, f or mf"));
  }
  Rule rule;
  rule.least_vowels = static_cast<std::size_t>(entry.number_or("vowels", 0));
  rule.most_vowels = static_cast<std::size_t>(entry.number_or("most_vowels", 99));
  rule.weight = entry.number_or("weight", 1);
  const auto add_patterns = [&](const std::string& words, std::string_view mark) {
    for (const std::string_view word : split_letters(words, " \n")) {
      for (const std::string& pattern : expand_classes(std::string(word))) {
        const std::size_t bar = pattern.find('|');
        const std::string stem = fold_letters(pattern.substr(0, bar));
        rule.cut = bar == std::string::npos ? "" : pattern.substr(bar + 1);
        rule.endings = endings_of(entry, rule.cut);
        rules_.push_back(rule);
        const auto number = static_cast<std::uint32_t>(rules_.size() - 1);
        if (gender != "f") index(number, stem, mark, male_);
        if (gender != "m") index(number, stem, mark, female_);
      }
    }
  };
  add_patterns(entry.text_or("ends", ""), "");
  add_patterns(entry.text_or("whole", ""), kWhole);
}

void Declension::index(std::uint32_t rule, const std::string& stem, std::string_view mark,
                       Tables& tables) {
  const std::string begin = std::string(mark) + stem;
  const std::string nominative = begin + fold_letters(rules_[rule].cut);
  tables.by_nominative[nominative].push_back(rule);
  tables.longest_nominative = std::max(tables.longest_nominative, nominative.size());
  for (const GrammaticalCase each : kGrammaticalCases) {
    const auto& variants = rules_[rule].endings[static_cast<std::size_t>(each)];
    for (std::uint32_t i = 0; i < variants.size(); ++i) {
      add_form(begin + fold_letters(variants[i]), {rule, i, each}, tables);
    }
  }
}

void Declension::add_form(const std::string& key, Form form, Tables& tables) {
  tables.by_form[key].push_back(form);
  tables.longest_form = std::max(tables.longest_form, key.size());
}

const Declension::Tables& Declension::tables_of(Gender gender) const {
  return gender == Gender::female ? female_ : male_;
}

namespace {

/// Calls `visit` with every key the word may stand under, the most particular first, until it says
/// true: "^" and the whole word, then its endings, the longest first.
template <class Visit>
void each_key(std::string_view folded, std::size_t longest, Visit visit) {
  std::string whole(kWhole);
  whole += folded;
  if (visit(std::string_view(whole))) return;
  std::size_t at = folded.size() > longest ? folded.size() - longest : 0;
  for (; at < folded.size(); ++at) {
    if ((static_cast<unsigned char>(folded[at]) & 0xC0) == 0x80) continue;  // inside a letter
    if (visit(folded.substr(at))) return;
  }
}

}  // namespace

const Declension::Rule* Declension::find(std::string_view folded, const Tables& tables) const {
  const Rule* found = nullptr;
  std::size_t vowels = 99;
  each_key(folded, tables.longest_nominative, [&](std::string_view key) {
    const auto at = tables.by_nominative.find(key);
    if (at == tables.by_nominative.end()) return false;
    if (vowels == 99) vowels = count_vowels(folded);
    for (const std::uint32_t number : at->second) {
      const Rule& rule = rules_[number];
      if (vowels < rule.least_vowels || vowels > rule.most_vowels) continue;
      found = &rule;
      return true;
    }
    return false;
  });
  return found;
}

WordForms Declension::paradigm(std::string_view word, Gender gender) const {
  WordForms forms;
  forms.fill(std::string(word));
  const Rule* rule = find(fold_letters(word), tables_of(gender));
  if (rule == nullptr) return forms;
  const bool upper = style_is_upper(word);
  for (std::size_t i = 1; i < forms.size(); ++i) {  // the nominative stays as it is printed
    const std::string& ending = rule->endings.at(i).front();
    forms.at(i).resize(word.size() - rule->cut.size());
    forms.at(i) += upper ? to_upper_letters(ending) : ending;
  }
  return forms;
}

std::string Declension::decline(std::string_view word, Gender gender,
                                GrammaticalCase wanted) const {
  return paradigm(word, gender).at(static_cast<std::size_t>(wanted));
}

double Declension::weight_of(std::string_view folded, Gender gender) const {
  const Rule* rule = find(folded, tables_of(gender));
  return rule == nullptr ? kUnknownWeight : rule->weight;
}

void Declension::read_as(std::string_view word, std::string_view folded, const Form& form,
                         const Tables& tables, std::vector<WordReading>& readings) const {
  const Rule& rule = rules_[form.rule];
  const std::string& ending =
      rule.endings[static_cast<std::size_t>(form.grammatical_case)][form.variant];
  const std::size_t stem = folded.size() - ending.size();
  std::string nominative(folded.substr(0, stem));
  nominative += fold_letters(rule.cut);
  if (find(nominative, tables) != &rule) return;  // a more particular rule bends it otherwise
  WordReading reading;
  reading.grammatical_case = form.grammatical_case;
  reading.weight = rule.weight * (form.variant == 0 ? 1 : kVariantWeight);
  if (fold_letters(rule.cut) == folded.substr(stem)) {
    reading.nominative = word;  // with its own ё
  } else {
    reading.nominative = word.substr(0, stem);
    reading.nominative += style_is_upper(word) ? to_upper_letters(rule.cut) : rule.cut;
  }
  readings.push_back(std::move(reading));
}

void Declension::read(std::string_view word, Gender gender, unsigned cases,
                      std::vector<WordReading>& readings) const {
  const Tables& tables = tables_of(gender);
  const std::string folded = fold_letters(word);
  bool known = false;
  each_key(folded, tables.longest_form, [&](std::string_view key) {
    const auto at = tables.by_form.find(key);
    if (at == tables.by_form.end()) return false;
    for (const Form& form : at->second) {
      known = true;
      if ((cases & bit(form.grammatical_case)) != 0) {
        read_as(word, folded, form, tables, readings);
      }
    }
    return false;
  });
  if (known) return;
  for (const GrammaticalCase each : kGrammaticalCases) {
    if ((cases & bit(each)) != 0) readings.push_back({std::string(word), each, kUnknownWeight});
  }
}

bool Declension::knows(std::string_view word, Gender gender) const {
  const Tables& tables = tables_of(gender);
  bool known = false;
  each_key(fold_letters(word), tables.longest_form, [&](std::string_view key) {
    known = tables.by_form.find(key) != tables.by_form.end();
    return known;
  });
  return known;
}

}  // namespace fonds
