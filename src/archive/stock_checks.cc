#include "archive/stock_checks.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/field_input.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/journal.h"
#include "model/named.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kYears = 5;
constexpr std::string_view kEvent = "stock.checked";

std::string subject_of(StockCheck check) { return fmt::format("stock/{}", name_of(check)); }

}  // namespace

std::optional<StockCheck> stock_check_from(std::string_view name) {
  return named<StockCheck>(kStockChecks, name);
}

StockCheckState ArchiveStockChecks::record(const Actor& actor, StockCheck check,
                                           const std::string& act, const CalendarDate& day) {
  archive_.policy().require(actor, Operation::plan_retention);
  const std::string number = line_typed(act);
  if (number.empty()) {
    throw Error(Fault::usage, tr("it is not said which act"), tr("say it: --act \"№ 3\""));
  }
  if (day_here(archive_.clock().now()) < day) {
    throw Error(Fault::usage, tr("the act is of a day to come"), tr("record it when it is signed"));
  }
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue())
      .append(transaction, actor, kEvent, subject_of(check),
              Json{{"act", number}, {"day", to_text(day)}}.dump());
  transaction.commit();
  return state_of(check);
}

StockCheckState ArchiveStockChecks::state_of(StockCheck check) {
  Journal journal(archive_.catalogue());
  StockCheckState state;
  state.check = check;
  for (const JournalEntry& each : journal.about(subject_of(check))) {
    if (each.event != kEvent) continue;
    const Json said = Json::parse(each.details);
    const auto day = calendar_date_from(said.value("day", ""));
    if (!day || (state.last && *day < *state.last)) continue;  // recorded late
    state.last = day;
    state.act = said.value("act", "");
  }
  const std::vector<JournalEntry> first = journal.after(0, 1);
  const CalendarDate begun = day_here(first.empty() ? archive_.clock().now() : first.front().at);
  const CalendarDate from = state.last.value_or(begun);
  // Of 29 February it is 1 March where the year has none.
  state.due_by = days_after({from.year + kYears, from.month, 1}, from.day - 1);
  return state;
}

std::vector<StockCheckState> ArchiveStockChecks::list(const Actor& actor) {
  archive_.policy().require(actor, Operation::read_cases);
  return {state_of(StockCheck::presence), state_of(StockCheck::electronic)};
}

}  // namespace fonds
