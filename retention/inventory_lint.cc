#include "retention/inventory_lint.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/messages.h"
#include "base/text.h"
#include "forms/form_words.h"
#include "retention/inventory_row_lint.h"
#include "retention/plan.h"

namespace fonds {
namespace {

using Weight = InventoryFinding::Weight;
using Check = InventoryCheck;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t") == text.npos; }

/// As a message shows it.
std::string shown(const std::string& text) { return is_blank(text) ? "—" : printable(text); }

/// What concerns the section as a whole; its rows are looked at by findings_in_rows().
class Lint {
 public:
  Lint(const InspectedInventory& inspected, const CalendarDate& day)
      : inspected_(inspected), inventory_(inspected.inventory), day_(day) {}

  std::vector<InventoryFinding> run() {
    look_at_names();
    look_at_days();
    if (inspected_.rows.empty()) {
      wrong(Check::total, tr("The section lists no volumes: add them, or cancel it."));
    } else {
      look_at_numbers();
      look_at_closing_entry();
    }
    look_at_preface();
    look_at_signatures();
    return std::move(found_);
  }

 private:
  void find(Weight weight, Check check, std::string text, std::vector<int> numbers = {}) {
    found_.push_back({weight, check, std::move(text), std::move(numbers)});
  }
  void wrong(Check check, std::string text, std::vector<int> numbers = {}) {
    find(Weight::error, check, std::move(text), std::move(numbers));
  }

  /// A name that stands on one of the two pages only is no longer missing: the pages differ.
  void look_at_names() {
    const InventoryTitle& title = inventory_.title;
    const InventoryTitle& first = inspected_.first_page;
    if (is_blank(title.fonds) && is_blank(first.fonds)) {
      find(inspected_.is_source ? Weight::error : Weight::warning, Check::fonds_number,
           tr("The fonds has no number: enter it in the settings of the archive."));
    } else if (title.fonds != first.fonds) {
      wrong(
          Check::title_fonds,
          say(tr("The title page says fonds No. {}, the first page No. {}: renew the title page."),
              shown(title.fonds), shown(first.fonds)));
    }
    if (is_blank(title.institution) && is_blank(first.institution)) {
      wrong(Check::institution,
            tr("The institution has no name: enter it in the settings of the archive."));
    } else if (title.institution != first.institution) {
      wrong(Check::title_institution,
            say(tr("The title page names «{}», the first page «{}»: renew the title page."),
                shown(title.institution), shown(first.institution)));
    }
    if (is_blank(inventory_.list)) {
      wrong(Check::list_number, tr("The list has no number: say which list the section is of."));
    }
  }

  void look_at_days() {
    if (day_.year <= inventory_.year) {
      wrong(Check::year_over,
            say(tr("The year {} is not over: the section can be approved when it is."),
                inventory_.year));
    }
    std::optional<CalendarDate> first;
    std::optional<CalendarDate> last;
    for (const InventoryRow& row : inspected_.rows) {
      // What is unknown or no day is told of its row.
      if (row.first_day && is_real(*row.first_day)) {
        first = std::min(first.value_or(*row.first_day), *row.first_day);
      }
      if (row.last_day && is_real(*row.last_day)) {
        last = std::max(last.value_or(*row.last_day), *row.last_day);
      }
    }
    const InventoryTitle& title = inventory_.title;
    if ((first && title.first_day != first) || (last && title.last_day != last)) {
      wrong(Check::title_days,
            say(tr("The title page has the extreme dates {}, the volumes have {}: renew the title "
                   "page."),
                shown(extreme_dates(title.first_day, title.last_day)), extreme_dates(first, last)));
    }
  }

  /// Numbers come from outside: they are counted up where none can be too large.
  void look_at_numbers() {
    const int first = inspected_.rows.front().number;
    if (first != std::int64_t{inspected_.last_before} + 1) {
      wrong(Check::numbers_follow,
            say(tr("The first number is {}, the last one before the section {}: numbers go on "
                   "through all years of a list. Number the section anew."),
                first, inspected_.last_before),
            {first});
    }
    std::vector<int> jumps;
    for (std::size_t i = 1; i < inspected_.rows.size(); ++i) {
      const int number = inspected_.rows[i].number;
      if (number != std::int64_t{inspected_.rows[i - 1].number} + 1) jumps.push_back(number);
    }
    if (jumps.empty()) return;
    wrong(Check::numbers_step,
          tr("These numbers are not one more than those before: number the section anew."),
          std::move(jumps));
  }

  void look_at_closing_entry() {
    const int first = inspected_.rows.front().number;
    const int last = inspected_.rows.back().number;
    if (std::cmp_not_equal(inspected_.stated_total, inspected_.rows.size())) {
      wrong(Check::total,
            say(tr("The closing entry counts {}, the section lists {}: correct the entry."),
                inspected_.stated_total, inspected_.rows.size()));
    }
    if (inspected_.stated_first != first || inspected_.stated_last != last) {
      wrong(Check::range,
            say(tr("The closing entry says from No. {} to No. {}, the section goes from No. {} to "
                   "No. {}: correct the entry."),
                inspected_.stated_first, inspected_.stated_last, first, last));
    }
  }

  void look_at_preface() {
    if (is_blank(inventory_.founder_history)) {
      wrong(Check::founder_history,
            tr("The preface lacks the history of who left the fonds: write it."));
    }
    if (is_blank(inventory_.fonds_history)) {
      wrong(Check::fonds_history, tr("The preface lacks the history of the fonds: write it."));
    }
  }

  void look_at_signatures() {
    if (is_blank(inventory_.composer)) {
      wrong(Check::signers,
            tr("It is not named who drew the section up: enter his or her office and name."));
    }
    if (is_blank(inventory_.keeper)) {
      wrong(Check::signers,
            tr("It is not named who answers for the archive: enter his or her office and name."));
    }
    if (is_blank(inventory_.agreed)) {
      wrong(Check::commission, tr("The commission of the institution has not agreed: enter number "
                                  "and day of its protocol."));
    }
  }

  const InspectedInventory& inspected_;
  const CaseInventory& inventory_;
  CalendarDate day_;
  std::vector<InventoryFinding> found_;
};

}  // namespace

std::optional<InventoryKind> inventory_kind_of(const RetentionRule& rule) {
  if (!goes_into_inventories(rule)) return std::nullopt;
  switch (rule.kind) {
    case PeriodKind::permanent:
    case PeriodKind::until_liquidation:
      return InventoryKind::permanent;
    case PeriodKind::personnel_50_75:
      return InventoryKind::personnel;
    case PeriodKind::years:
    case PeriodKind::until_not_needed:
    case PeriodKind::until_replaced:
      break;
  }
  return InventoryKind::long_term;
}

std::vector<InventoryFinding> findings_in(const InspectedInventory& inspected,
                                          const CalendarDate& day) {
  std::vector<InventoryFinding> found = Lint(inspected, day).run();
  std::vector<InventoryFinding> in_rows = findings_in_rows(inspected);
  std::move(in_rows.begin(), in_rows.end(), std::back_inserter(found));
  std::stable_sort(found.begin(), found.end(),
                   [](const InventoryFinding& a, const InventoryFinding& b) {
                     if (a.weight != b.weight) return a.weight > b.weight;
                     return a.check < b.check;
                   });
  return found;
}

}  // namespace fonds
