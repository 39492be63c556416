#include "retention/retention_list.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

constexpr std::array<std::string_view, 9> kColumns{
    "act", "edition", "from", "to", "article", "letter", "title", "period", "verified"};
enum Column : std::size_t { act, edition, from, to, article, letter, title, period, verified };

[[noreturn]] void refuse(std::size_t row, const std::string& what) {
  throw Error(Fault::usage, say(tr("list of periods, row {}: {}"), row + 1, what),
              tr("correct that row of the list"));
}

std::string cell(const TableRow& row, Column column) {
  return column < row.size() ? row[column] : "";
}

std::optional<CalendarDate> day_in(const TableRow& row, Column column, std::size_t at) {
  const std::string text = cell(row, column);
  if (text.empty()) return std::nullopt;
  const auto day = calendar_date_from(text);
  if (!day) refuse(at, say(tr("“{}” is no day"), printable(text)));
  return day;
}

}  // namespace

RetentionList::RetentionList(const Table& table, const PeriodWords& words) {
  const bool has_columns = !table.rows.empty() && table.rows[0].size() >= kColumns.size() &&
                           std::equal(kColumns.begin(), kColumns.end(), table.rows[0].begin());
  if (!has_columns) {
    throw Error(Fault::usage, tr("the list of periods has other columns"),
                tr("they are: act, edition, from, to, article, letter, title, period, verified"));
  }
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    const TableRow& row = table.rows[i];
    if (row.empty()) continue;
    const ReadPeriod read = words.read(cell(row, period), "");
    if (!read.rule || !read.not_understood.empty()) {
      refuse(i, say(tr("“{}” is no period of retention"), printable(cell(row, period))));
    }
    if (cell(row, article).empty()) refuse(i, tr("it names no article"));
    ListArticle made{cell(row, title), *read.rule, day_in(row, from, i), day_in(row, to, i)};
    made.rule.authority = {cell(row, act), cell(row, edition), cell(row, article),
                           cell(row, letter), cell(row, verified) == "yes"};
    articles_.push_back(std::move(made));
  }
}

const ListArticle* RetentionList::find(const Authority& authority, const CalendarDate& day) const {
  const auto found = std::find_if(articles_.begin(), articles_.end(), [&](const ListArticle& each) {
    const Authority& own = each.rule.authority;
    return (authority.act.empty() || authority.act == own.act) &&
           (authority.edition.empty() || authority.edition == own.edition) &&
           authority.article == own.article && authority.letter == own.letter &&
           (!each.from || !(day < *each.from)) && (!each.to || !(*each.to < day));
  });
  return found == articles_.end() ? nullptr : &*found;
}

}  // namespace fonds
