/// RetentionList (перечень): the articles of the lists of periods, by edition and the days it was
/// in force; as the institution entered them, verified or not.
///
/// Rows of config/retention_list.csv: act, edition, from, to (days the edition was in force; empty:
/// open), article, letter, title, period (as PeriodWords reads it), verified (yes or empty).
/// A case is appraised by the edition in force on that day (letter Р/М-479 of Rosarkhiv, DOMAIN
/// §2.6). Threads: immutable, use from all. Faults: usage (a row that is none).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/calendar_date.h"
#include "model/retention_rule.h"
#include "model/table.h"
#include "retention/period_words.h"

namespace fonds {

struct ListArticle {
  std::string title;
  RetentionRule rule;  ///< with its authority
  std::optional<CalendarDate> from;
  std::optional<CalendarDate> to;
};

class RetentionList {
 public:
  /// No list at all: nothing is found.
  RetentionList() = default;
  RetentionList(const Table& table, const PeriodWords& words);

  /// The article a nomenclature names, in the edition in force on `day`. An authority without an
  /// act means the list that has the article. Null: there is none.
  [[nodiscard]] const ListArticle* find(const Authority& authority, const CalendarDate& day) const;
  [[nodiscard]] const std::vector<ListArticle>& articles() const { return articles_; }

 private:
  std::vector<ListArticle> articles_;
};

}  // namespace fonds
