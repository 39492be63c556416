#include "registry/student_index.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "registry/letters.h"

namespace fonds {
namespace {

std::uint32_t packed(const std::optional<CalendarDate>& date) {
  if (!date) return 0;
  return static_cast<std::uint32_t>(date->year * 10000 + date->month * 100 + date->day);
}

WordNumber number_in(WordList::Builder& words, std::string_view word) {
  return word.empty() ? StudentIndex::kNone : words.add(word);
}

void renumber(WordNumber& number, const std::vector<WordNumber>& places) {
  if (number != StudentIndex::kNone) number = places[number];
}

}  // namespace

void StudentIndex::Builder::add(const Student& student) {
  const auto row_number = static_cast<RowNumber>(rows_.size());
  Row row;
  row.id = student.id.value;
  row.last = number_in(lasts_, student.name.last);
  row.first = number_in(firsts_, student.name.first);
  row.middle = number_in(middles_, student.name.middle);
  row.birth_date = packed(student.birth_date);
  row.left_on = packed(student.left_on);
  row.school = number_in(schools_, student.school);
  row.attended = static_cast<std::uint32_t>(attended_.size());
  row.gender = student.gender;
  rows_.push_back(row);
  for (const Membership& each : student.memberships) {
    int year = each.school_year;
    if (year == 0 && each.from) year = school_year_of(*each.from);
    attended_.push_back({collective(each.collective), number_in(groups_, each.group), year});
  }
  const auto add_alias = [&](std::string_view last) {
    if (!last.empty()) aliases_.push_back({lasts_.add(last), row_number});
  };
  for (const std::string& former : student.former_last_names) add_alias(former);
  if (student.name.last.find('-') != std::string::npos) {
    for (const std::string_view part : split_letters(student.name.last, "-")) add_alias(part);
  }
}

WordNumber StudentIndex::Builder::collective(std::string_view title) {
  const WordNumber number = number_in(collectives_, title);
  if (number != kNone && number >= titles_.size()) titles_.emplace_back(title);
  return number;
}

void StudentIndex::Builder::add_teacher(std::string_view teacher, std::string_view collective) {
  if (teacher.empty() || collective.empty()) return;
  teachings_.push_back({std::string(teacher), this->collective(collective)});
}

StudentIndex StudentIndex::Builder::build() && {
  StudentIndex index;
  index.take_words(*this);
  index.take_rows(*this);
  index.index_rows();
  return index;
}

void StudentIndex::take_words(Builder& builder) {
  std::vector<WordNumber> places;
  const auto take = [&](WordList& list, WordList::Builder& words, auto&& each_number) {
    list = std::move(words).build(costs_.classes(), places);
    each_number([&](WordNumber& number) { renumber(number, places); });
  };
  const auto of_rows = [&](WordNumber Row::*part) {
    return [&builder, part](const auto& change) {
      for (Row& row : builder.rows_) change(row.*part);
    };
  };
  const auto of_attended = [&](WordNumber Attended::*part) {
    return [&builder, part](const auto& change) {
      for (Attended& each : builder.attended_) change(each.*part);
    };
  };
  take(lasts_, builder.lasts_, [&](const auto& change) {
    of_rows (&Row::last)(change);
    for (Alias& alias : builder.aliases_) change(alias.last);
  });
  take(firsts_, builder.firsts_, of_rows(&Row::first));
  take(middles_, builder.middles_, of_rows(&Row::middle));
  take(schools_, builder.schools_, of_rows(&Row::school));
  take(groups_, builder.groups_, of_attended(&Attended::group));
  take(collectives_, builder.collectives_, [&](const auto& change) {
    of_attended (&Attended::collective)(change);
    for (auto& each : builder.teachings_) change(each.collective);
  });
  titles_.resize(builder.titles_.size());
  for (std::size_t i = 0; i < titles_.size(); ++i) {
    titles_[places[i]] = std::move(builder.titles_[i]);
  }
  for (auto& each : builder.teachings_) {
    teachers_.emplace_back(fold_letters(each.teacher), each.collective);
  }
}

void StudentIndex::take_rows(Builder& builder) {
  std::vector<RowNumber> order(builder.rows_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](RowNumber a, RowNumber b) {
    const auto key = [&](RowNumber number) {
      const Row& row = builder.rows_[number];
      return std::tuple(row.last, row.first, row.middle, row.birth_date, row.id);
    };
    return key(a) < key(b);
  });
  std::vector<RowNumber> place(order.size());
  rows_.reserve(order.size() + 1);
  attended_.reserve(builder.attended_.size());
  for (const RowNumber old : order) {
    place[old] = static_cast<RowNumber>(rows_.size());
    Row row = builder.rows_[old];
    const std::size_t end =
        old + 1 < builder.rows_.size() ? builder.rows_[old + 1].attended : builder.attended_.size();
    const auto begin = static_cast<std::ptrdiff_t>(row.attended);
    row.attended = static_cast<std::uint32_t>(attended_.size());
    attended_.insert(attended_.end(), builder.attended_.begin() + begin,
                     builder.attended_.begin() + static_cast<std::ptrdiff_t>(end));
    rows_.push_back(row);
  }
  Row end;
  end.attended = static_cast<std::uint32_t>(attended_.size());
  rows_.push_back(end);
  aliases_ = std::move(builder.aliases_);
  for (Alias& alias : aliases_) alias.row = place[alias.row];
  aliases_.shrink_to_fit();
  std::sort(aliases_.begin(), aliases_.end(), [](const Alias& a, const Alias& b) {
    return std::tie(a.last, a.row) < std::tie(b.last, b.row);
  });
}

void StudentIndex::index_rows() {
  const auto count = static_cast<RowNumber>(size());
  last_begins_.assign(lasts_.size() + 1, 0);
  for (RowNumber number = 0; number < count; ++number) {
    if (rows_[number].last != kNone) ++last_begins_[rows_[number].last + 1];
  }
  std::partial_sum(last_begins_.begin(), last_begins_.end(), last_begins_.begin());

  by_given_.resize(count);
  std::iota(by_given_.begin(), by_given_.end(), 0U);
  std::sort(by_given_.begin(), by_given_.end(), [&](RowNumber a, RowNumber b) {
    return std::tuple(rows_[a].first, rows_[a].middle, a) <
           std::tuple(rows_[b].first, rows_[b].middle, b);
  });

  member_begins_.assign(collectives_.size() + 1, 0);
  const auto each_membership = [&](const auto& visit) {
    for (RowNumber number = 0; number < count; ++number) {
      std::set<WordNumber> seen;  // several years in one collective are one membership here
      for (const Attended& each : attended(number)) {
        if (each.collective != kNone && seen.insert(each.collective).second) {
          visit(each.collective, number);
        }
      }
    }
  };
  each_membership([&](WordNumber collective, RowNumber) { ++member_begins_[collective + 1]; });
  std::partial_sum(member_begins_.begin(), member_begins_.end(), member_begins_.begin());
  members_.resize(member_begins_.back());
  std::vector<std::uint32_t> fill(member_begins_.begin(), member_begins_.end() - 1);
  each_membership(
      [&](WordNumber collective, RowNumber number) { members_[fill[collective]++] = number; });

  for (RowNumber number = 0; number < count; ++number) {
    std::set<int> years;
    for (const Attended& each : attended(number)) years.insert(each.school_year);
    for (const int year : years) ++active_[year];
  }
}

StudentIndex::Range StudentIndex::with_last(WordNumber last) const {
  return {last_begins_[last], last_begins_[last + 1]};
}

StudentIndex::Range StudentIndex::with_last_and_first(WordNumber last, WordNumber first) const {
  const Range range = with_last(last);
  const auto begin = std::partition_point(rows_.begin() + range.begin, rows_.begin() + range.end,
                                          [&](const Row& each) { return each.first < first; });
  const auto end = std::partition_point(begin, rows_.begin() + range.end,
                                        [&](const Row& each) { return each.first == first; });
  return {static_cast<RowNumber>(begin - rows_.begin()),
          static_cast<RowNumber>(end - rows_.begin())};
}

std::span<const StudentIndex::RowNumber> StudentIndex::with_given(WordNumber first,
                                                                  WordNumber middle) const {
  const auto key = [&](RowNumber number) {
    return std::pair(rows_[number].first, rows_[number].middle);
  };
  const auto begin = std::partition_point(
      by_given_.begin(), by_given_.end(),
      [&](RowNumber number) { return key(number) < std::pair(first, middle); });
  const auto end = std::partition_point(begin, by_given_.end(), [&](RowNumber number) {
    return key(number) == std::pair(first, middle);
  });
  return {begin, end};
}

std::span<const StudentIndex::Alias> StudentIndex::aliases_of(WordNumber last) const {
  const auto begin = std::partition_point(aliases_.begin(), aliases_.end(),
                                          [&](const Alias& each) { return each.last < last; });
  const auto end = std::partition_point(begin, aliases_.end(),
                                        [&](const Alias& each) { return each.last == last; });
  return {begin, end};
}

std::span<const StudentIndex::RowNumber> StudentIndex::members(WordNumber collective) const {
  return std::span(members_).subspan(member_begins_[collective],
                                     member_begins_[collective + 1] - member_begins_[collective]);
}

std::size_t StudentIndex::active_in(int school_year) const {
  const auto found = active_.find(school_year);
  return found == active_.end() ? 0 : found->second;
}

std::size_t StudentIndex::memory_bytes() const {
  const auto bytes = [](const auto& vector) {
    return vector.capacity() * sizeof(typename std::decay_t<decltype(vector)>::value_type);
  };
  std::size_t lists = 0;
  for (const WordList* list : {&lasts_, &firsts_, &middles_, &collectives_, &groups_, &schools_}) {
    lists += list->memory_bytes();
  }
  return sizeof(*this) + lists + bytes(rows_) + bytes(attended_) + bytes(last_begins_) +
         bytes(aliases_) + bytes(by_given_) + bytes(members_) + bytes(member_begins_) +
         bytes(teachers_) + bytes(titles_);
}

}  // namespace fonds
