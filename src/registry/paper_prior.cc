#include "registry/paper_prior.h"

#include <algorithm>
#include <array>

#include "registry/letters.h"
#include "registry/organisation_name.h"
#include "registry/person_name.h"

namespace fonds {
namespace {

constexpr std::size_t kNearTitles = 8;

CalendarDate unpacked(std::uint32_t date) {
  return {static_cast<int>(date / 10000), static_cast<int>(date / 100 % 100),
          static_cast<int>(date % 100)};
}

/// The figures and single letters of a group's name: "группа № 2" and "2" are the same.
std::string key_of_group(std::string_view group) {
  std::string key;
  const std::string plain = title_key(group);
  for (const std::string_view word : split_letters(plain, " ,-")) {
    const bool figure = word.find_first_of("0123456789") != std::string_view::npos;
    if (figure || count_letters(word) == 1) key += fold_letters(word) + ' ';
  }
  return key.empty() ? fold_letters(group) : key;
}

/// Whether two names of grown-ups can be the same person's: «Осиповой Н.В.», «Осипова Наталья».
bool same_person(const std::string& printed, const std::string& ours, const NameGrammar& grammar) {
  const auto a = parse_person_name(printed, grammar);
  const auto b = parse_person_name(ours, grammar);
  if (!a || !b || a->name.last.empty() || b->name.last.empty()) return false;
  const auto letter = [](const std::string& part) {
    return part.empty() ? std::string() : fold_letters(part.substr(0, letter_bytes(part.front())));
  };
  const auto differ = [&](const std::string& x, const std::string& y) {
    return !x.empty() && !y.empty() && letter(x) != letter(y);
  };
  if (differ(a->name.first, b->name.first) || differ(a->name.middle, b->name.middle)) return false;
  if (letters_agree(a->name.last, b->name.last)) return true;
  const auto readings = grammar.to_nominative(a->name, std::nullopt, Gender::unknown);
  return std::any_of(readings.begin(), readings.end(), [&](const NominativeReading& each) {
    return fold_letters(each.name.last) == fold_letters(b->name.last);
  });
}

}  // namespace

PaperPrior::PaperPrior(const StudentIndex& index, const NameGrammar& grammar,
                       const MatcherSettings& settings, const PaperContext& paper)
    : index_(index), settings_(settings), paper_(paper), year_(paper.school_year) {
  if (paper.date) day_ = paper.date->to;
  if (!year_ && paper.date && paper.date->precision != DatePrecision::year) {
    year_ = school_year_of(paper.date->from);
  }
  const auto count = static_cast<double>(index.size());
  all_ = std::max(count, 1.0);
  if (year_) {
    const auto then = static_cast<double>(index.active_in(*year_));
    const auto unknown = static_cast<double>(index.active_in(0));
    const double others = std::max(count - then - unknown, 0.0);
    all_ = std::max(1.0, then + settings.attendance.unknown_year * unknown +
                             settings.attendance.other_year * others);
  }
  find_group();
  find_collective();
  if (roster_.empty()) find_teacher(grammar);
  for (const auto& [row, weight] : roster_) roster_sum_ += weight;
  if (roster_sum_ <= 0) roster_share_ = 0;
}

void PaperPrior::find_group() {
  if (paper_.group.empty()) return;
  const std::string key = key_of_group(paper_.group);
  for (WordNumber group = 0; group < index_.groups().size(); ++group) {
    if (key_of_group(index_.groups().word(group)) == key) groups_.push_back(group);
  }
}

void PaperPrior::find_collective() {
  if (paper_.collective.empty()) return;
  const CodedWord title = code_word(title_key(paper_.collective));
  const auto alike = index_.collectives().alike(title);
  const auto found = index_.collectives().nearest(std::array{&alike}, kNearTitles);
  if (found.empty()) return;
  const auto nearest = static_cast<double>(found.front().distance);
  if (nearest > kTitleDiffers * title.size) return;
  if (found.size() > 1 && nearest > 0 && found[1].distance == found[0].distance) return;
  title_ = index_.title(found.front().word);
  by_collective_ = true;
  roster_share_ =
      nearest == 0 ? settings_.attendance.collective : settings_.attendance.alike_collective;
  add_members(found.front().word);
}

void PaperPrior::find_teacher(const NameGrammar& grammar) {
  if (paper_.teacher.empty()) return;
  for (const auto& [teacher, collective] : index_.teachers()) {
    if (!same_person(paper_.teacher, to_title_letters(to_upper_letters(teacher)), grammar)) {
      continue;
    }
    roster_share_ = settings_.attendance.teacher;
    add_members(collective);
  }
}

void PaperPrior::add_members(WordNumber collective) {
  for (const RowNumber row : index_.members(collective)) {
    double best = 0;
    for (const StudentIndex::Attended& each : index_.attended(row)) {
      if (each.collective != collective) continue;
      const bool other_group = !groups_.empty() && std::find(groups_.begin(), groups_.end(),
                                                             each.group) == groups_.end();
      const double by_group = other_group ? settings_.attendance.other_group : 1;
      best = std::max(best, by_group * weight_by_year(each.school_year));
    }
    float& weight = roster_[row];
    weight = std::max(weight, static_cast<float>(best));
  }
}

double PaperPrior::weight_by_year(int school_year) const {
  if (!year_ || school_year == *year_) return 1;
  return school_year == 0 ? settings_.attendance.unknown_year : settings_.attendance.other_year;
}

double PaperPrior::weight(RowNumber student) const {
  const auto attended = index_.attended(student);
  double weight = attended.empty() ? settings_.attendance.unknown_year : 0;
  for (const StudentIndex::Attended& each : attended) {
    weight = std::max(weight, weight_by_year(each.school_year));
  }
  return year_ ? weight : 1;
}

double PaperPrior::share(RowNumber student) const {
  double share = (1 - roster_share_) * weight(student) / all_;
  const auto member = roster_.find(student);
  if (member != roster_.end()) share += roster_share_ * member->second / roster_sum_;
  if (!day_) return share;
  const StudentIndex::Row& row = index_.row(student);
  if (row.birth_date != 0) {
    const int age = age_then(student);
    if (age < 0) return share * settings_.attendance.not_born;
    if (age < settings_.attendance.least_age || age > settings_.attendance.most_age) {
      share *= settings_.attendance.odd_age;
    }
  }
  if (row.left_on != 0 && years_between(unpacked(row.left_on), *day_) >= 1) {
    share *= settings_.attendance.after_leaving;
  }
  return share;
}

int PaperPrior::age_then(RowNumber student) const {
  const CalendarDate birth = unpacked(index_.row(student).birth_date);
  return *day_ < birth ? -1 : years_between(birth, *day_);
}

bool PaperPrior::attended_then(RowNumber student) const {
  const auto attended = index_.attended(student);
  return year_ && std::any_of(attended.begin(), attended.end(),
                              [&](const auto& each) { return each.school_year == *year_; });
}

bool PaperPrior::in_group(RowNumber student) const {
  const auto attended = index_.attended(student);
  return std::any_of(attended.begin(), attended.end(), [&](const auto& each) {
    return std::find(groups_.begin(), groups_.end(), each.group) != groups_.end();
  });
}

bool PaperPrior::is_own(const std::string& organisation) const {
  const auto names = [&](const std::string& own) { return names_organisation(organisation, own); };
  return is_exactly_own(organisation) ||
         std::any_of(settings_.own_names.begin(), settings_.own_names.end(), names);
}

bool PaperPrior::is_exactly_own(const std::string& organisation) const {
  if (organisation.empty()) return false;
  const auto same = [&](const std::string& own) { return same_organisation(organisation, own); };
  return std::any_of(settings_.own_names.begin(), settings_.own_names.end(), same) ||
         std::any_of(paper_.own_organisations.begin(), paper_.own_organisations.end(), same);
}

double PaperPrior::nobody(const PersonMention& mention) const {
  const auto& nobody = settings_.nobody;
  double share = nobody.open_list;
  if (!paper_.is_list && mention.role == PersonRole::holder) {
    share = by_collective_ ? nobody.holder_collective : nobody.holder;
  } else if (!paper_.is_list) {
    share = by_collective_ ? nobody.listed_collective : nobody.listed;
  } else if (by_collective_) {
    share = nobody.roster;
  }
  const bool knows_own = !settings_.own_names.empty() || !paper_.own_organisations.empty();
  if (mention.organisation.empty() || !knows_own) return share;
  // More behind our name may be the place of another institution so called.
  if (paper_.is_list && is_exactly_own(mention.organisation)) {
    return std::min(share, nobody.own_row);
  }
  const double odds =
      share / (1 - share) *
      (is_own(mention.organisation) ? nobody.own_organisation : nobody.other_organisation);
  return odds / (1 + odds);
}

}  // namespace fonds
