#include "registry/mention_weights.h"

#include <algorithm>
#include <cmath>

#include "registry/letters.h"
#include "registry/organisation_name.h"

namespace fonds {
namespace {

/// Nominative readings of the printed name looked up; further ones are far-fetched.
constexpr std::size_t kReadings = 6;
/// Students much less likely than the best are forgotten: they change nothing.
constexpr double kNegligible = 30;
/// What is printed beside the name of anybody: birth dates of the years of school, full years of
/// age, and schools of a district are all as likely.
constexpr double kBirthDates = 4400;
constexpr double kAges = 12;
constexpr double kSchools = 20;

double log_sum(double a, double b) {
  const double most = std::max(a, b);
  return most + std::log(std::exp(a - most) + std::exp(b - most));
}

void add_once(std::vector<std::string>& words, const std::string& word) {
  if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end()) {
    words.push_back(word);
  }
}

int differing_figures(std::uint32_t a, std::uint32_t b) {
  int differ = 0;
  for (; a != 0 || b != 0; a /= 10, b /= 10) differ += a % 10 != b % 10 ? 1 : 0;
  return differ;
}

}  // namespace

PrintedName MentionWeigher::printed_name(const NameVariant& variant, const PersonMention& mention) {
  PersonName title{to_title_letters(variant.parts.last), to_title_letters(variant.parts.first),
                   to_title_letters(variant.parts.middle)};
  std::vector<std::string> lasts;
  std::vector<std::string> firsts;
  std::vector<std::string> middles;
  auto readings = grammar_.to_nominative(title, mention.expected_case, Gender::unknown);
  if (readings.size() > kReadings) readings.resize(kReadings);
  for (const NominativeReading& each : readings) {
    add_once(lasts, each.name.last);
    add_once(firsts, each.name.first);
    add_once(middles, each.name.middle);
  }
  const double dim = settings_.names.dim;
  const double legibility = std::clamp(mention.legibility, 0.0, 1.0);
  const PrintedPart::Tools tools{index_.costs(), settings_, words_, grammar_,
                                 static_cast<float>(dim + (1 - dim) * legibility)};
  return {{NamePart::last, title.last, lasts, index_.lasts(), tools},
          {NamePart::first, title.first, firsts, index_.firsts(), tools},
          {NamePart::middle, title.middle, middles, index_.middles(), tools}};
}

CaseCosts MentionWeigher::case_costs(const PersonMention& mention) const {
  CaseCosts costs;
  for (std::size_t i = 0; i < costs.size(); ++i) {
    double share = settings_.names.cases.at(i);
    if (mention.expected_case) {
      const bool expected = static_cast<std::size_t>(*mention.expected_case) == i;
      const double other = settings_.names.unexpected_case;
      share = expected ? 1 - other : other * share;
    }
    costs.at(i) = static_cast<float>(-std::log(share));
  }
  return costs;
}

double MentionWeigher::name_weight(PrintedName& name, const FoundStudent& student,
                                   const CaseCosts& case_costs) const {
  const StudentIndex::Row& row = index_.row(student.row);
  // A surname of their own; an alias is a former one or part of a double one.
  const CaseCosts& last = name.last.of(student.last, row.gender);
  const CaseCosts& first = name.first.of(row.first, row.gender);
  const CaseCosts& middle = name.middle.of(row.middle, row.gender);
  double weight = -1e9;
  for (std::size_t i = 0; i < case_costs.size(); ++i) {
    weight = log_sum(weight, -(case_costs.at(i) + last.at(i) + first.at(i) + middle.at(i)));
  }
  if (student.last == row.last) return weight;
  const bool part = index_.lasts().word(row.last).find('-') != std::string_view::npos;
  return weight + std::log(part ? settings_.names.part_of_double : settings_.names.former);
}

double MentionWeigher::nobody_weight(const PrintedName& name, const CaseCosts& case_costs) const {
  double weight = -1e9;
  const int parts = (name.last.is_printed() ? 1 : 0) + (name.first.is_printed() ? 1 : 0) +
                    (name.middle.is_printed() ? 1 : 0);
  for (std::size_t i = 0; i < case_costs.size(); ++i) {
    double cost = case_costs.at(i);
    for (const PrintedPart* part : {&name.last, &name.first, &name.middle}) {
      if (part->is_printed()) cost += part->of_anybody().at(i);
    }
    weight = log_sum(weight, -cost);
  }
  return weight + (parts > 1 ? std::log(settings_.nobody.name_correlation) : 0);
}

double MentionWeigher::beside(StudentIndex::RowNumber row, const PersonMention& mention) const {
  const StudentIndex::Row& student = index_.row(row);
  const auto& beside = settings_.beside;
  double weight = 0;
  if (mention.birth_date && student.birth_date != 0) {
    const auto& date = *mention.birth_date;
    const auto printed =
        static_cast<std::uint32_t>(date.year * 10000 + date.month * 100 + date.day);
    const int differ = differing_figures(printed, student.birth_date);
    const double rest = 1 - beside.birth_date - beside.birth_date_misread;
    const double likely = differ == 0   ? beside.birth_date
                          : differ == 1 ? beside.birth_date_misread / 70
                                        : std::max(rest, 1e-4) / kBirthDates;
    weight += std::log(likely * kBirthDates);
  }
  if (mention.age && student.birth_date != 0 && paper_.day()) {
    const int off = std::abs(*mention.age - paper_.age_then(row));
    const double rest = std::max(1 - beside.age - beside.age_misjudged, 1e-4);
    const double likely = off == 0   ? beside.age
                          : off == 1 ? beside.age_misjudged / 2
                                     : rest / kAges;
    weight += std::log(likely * kAges);
  }
  if (student.school != StudentIndex::kNone && !paper_.is_own(mention.organisation)) {
    const auto same = same_school(index_.schools().word(student.school), mention.organisation);
    if (same) weight += std::log(*same ? beside.school * kSchools : 1 - beside.school);
  }
  return weight;
}

void MentionWeigher::add_variant(std::size_t number, const PersonMention& mention,
                                 MentionWeights& weights) {
  const NameVariant& variant = weights.variants[number];
  PrintedName name = printed_name(variant, mention);
  const CaseCosts cases = case_costs(mention);
  double cost = 0;
  if (variant.kind == NameVariant::Kind::swapped) cost = -std::log(settings_.names.swapped);
  if (variant.kind == NameVariant::Kind::misparted) cost = -std::log(settings_.names.misparted);
  if (variant.kind == NameVariant::Kind::rejoined) cost = -std::log(settings_.names.rejoined);
  for (const FoundStudent& student : candidate_search(index_, name, paper_)) {
    weights.students.push_back(
        {student.row, student.last, number, name_weight(name, student, cases) - cost});
  }
  weights.nobody = log_sum(weights.nobody, nobody_weight(name, cases) - cost);
}

MentionWeights MentionWeigher::weigh(const PersonMention& mention) {
  MentionWeights weights;
  weights.nobody = -1e9;
  weights.variants = name_variants(mention, grammar_);
  for (std::size_t i = 0; i < weights.variants.size(); ++i) add_variant(i, mention, weights);
  auto& students = weights.students;
  std::sort(students.begin(), students.end(), [](const auto& a, const auto& b) {
    return a.row != b.row ? a.row < b.row : a.weight > b.weight;
  });
  students.erase(std::unique(students.begin(), students.end(),
                             [](const auto& a, const auto& b) { return a.row == b.row; }),
                 students.end());
  const double nobody = paper_.nobody(mention);
  weights.nobody += std::log(nobody);
  double best = weights.nobody;
  for (WeighedStudent& each : students) {
    each.weight += std::log((1 - nobody) * paper_.share(each.row)) + beside(each.row, mention);
    best = std::max(best, each.weight);
  }
  std::erase_if(students, [&](const auto& each) { return each.weight < best - kNegligible; });
  std::stable_sort(students.begin(), students.end(),
                   [](const auto& a, const auto& b) { return a.weight > b.weight; });
  return weights;
}

}  // namespace fonds
