#include "catalogue/acts.h"

#include <string>
#include <tuple>

#include "base/messages.h"
#include "catalogue/sql.h"
#include "catalogue/stored.h"

namespace fonds {
namespace {

const char* no_act() { return tr("the catalogue holds an act that is none"); }

template <class... Arguments>
std::vector<DestructionAct> load(Database& database, const std::string& condition,
                                 const Arguments&... arguments) {
  std::vector<DestructionAct> found;
  DestructionAct each;
  long long number = 0;
  long long revision = 0;
  long long one_meeting = 0;
  long long units = 0;
  long long subject = 0;
  std::string state;
  std::string basis;
  std::string drawn_up_on;
  std::string approved_on;
  std::string approved_at;
  std::string withdrawn_on;
  std::string done_on;
  long long grams = 0;
  each_row(
      database,
      "SELECT number, state, basis, subject, drawn_up_on, author, agreed, inventories, "
      "one_meeting, approval, "
      "approved_on, approved_by, approved_at, withdrawn_on, waybill, grams, done_on, done_by, "
      "revision, (SELECT COUNT(*) FROM act_units u WHERE u.act = number) FROM acts WHERE " +
          condition + " ORDER BY number",
      std::tie(number, state, basis, subject, drawn_up_on, each.author, each.agreed,
               each.inventories, one_meeting, each.approval, approved_on, each.approved_by,
               approved_at, withdrawn_on, each.execution.waybill, grams, done_on,
               each.execution.done_by, revision, units),
      [&] {
        each.number = number;
        each.revision = revision;
        each.one_meeting = one_meeting != 0;
        each.unit_count = static_cast<std::size_t>(units);
        each.state = stored::known(act_state_from(state), no_act());
        each.basis = stored::known(act_basis_from(basis), no_act());
        each.subject = {subject};
        each.drawn_up_on = stored::known(calendar_date_from(drawn_up_on), no_act());
        each.approved_on = stored::day(approved_on, no_act());
        each.approved_at.reset();
        if (!approved_at.empty()) each.approved_at = moment_from_text(approved_at);
        each.execution.withdrawn_on = stored::day(withdrawn_on, no_act());
        each.execution.grams = grams;
        each.execution.done_on = stored::day(done_on, no_act());
        found.push_back(each);
      },
      arguments...);
  return found;
}

}  // namespace

std::int64_t Acts::add(Transaction& transaction, const Actor& actor, const DestructionAct& act) {
  const std::int64_t number = next_number(transaction, "act");
  change(
      database_,
      "INSERT INTO acts (number, state, basis, subject, drawn_up_on, author, agreed, inventories, "
      "one_meeting, approval, approved_on, approved_by, revision, changed_by, changed_at) "
      "VALUES (:number, 'draft', :basis, :subject, :drawn_up_on, :author, '', '', 0, '', '', "
      "'', 1, :changed_by, :changed_at)",
      number, name_of(act.basis), act.subject.value, to_text(act.drawn_up_on), actor.login,
      actor.login, to_text(database_.clock().now()));
  for (const VolumeId each : act.units) {
    change(database_, "INSERT INTO act_units (act, volume) VALUES (:act, :volume)", number,
           each.value);
  }
  return number;
}

void Acts::update(Transaction& /*transaction*/, const Actor& actor, const DestructionAct& act) {
  change(
      database_,
      "UPDATE acts SET state = :state, agreed = :agreed, inventories = :inventories, one_meeting = "
      ":one_meeting, approval = :approval, approved_on = :approved_on, approved_by = :approved_by, "
      "approved_at = :approved_at, withdrawn_on = :withdrawn_on, waybill = :waybill, grams = "
      ":grams, done_on = :done_on, done_by = :done_by, revision = revision + 1, changed_by = "
      ":changed_by, changed_at = :changed_at WHERE number = :number",
      name_of(act.state), act.agreed, act.inventories, std::int64_t{act.one_meeting ? 1 : 0},
      act.approval, stored::text(act.approved_on), act.approved_by,
      act.approved_at ? to_text(*act.approved_at) : std::string(),
      stored::text(act.execution.withdrawn_on), act.execution.waybill, act.execution.grams,
      stored::text(act.execution.done_on), act.execution.done_by, actor.login,
      to_text(database_.clock().now()), act.number);
}

std::optional<DestructionAct> Acts::find(std::int64_t number) {
  auto found = load(database_, "number = :number", number);
  if (found.empty()) return std::nullopt;
  DestructionAct act = std::move(found.front());
  long long volume = 0;
  each_row(
      database_,
      "SELECT u.volume FROM act_units u JOIN volumes v ON v.id = u.volume WHERE u.act = :act ORDER "
      "BY v.case_index, v.year, v.number",
      std::tie(volume), [&] { act.units.push_back({volume}); }, number);
  return act;
}

std::vector<DestructionAct> Acts::list() { return load(database_, "1 = 1"); }

std::optional<std::int64_t> Acts::living_with(VolumeId volume) {
  const std::int64_t number = number_from(
      database_,
      "SELECT a.number FROM act_units u JOIN acts a ON a.number = u.act WHERE u.volume = :volume "
      "AND a.state <> 'cancelled'",
      0, volume.value);
  if (number == 0) return std::nullopt;
  return number;
}

}  // namespace fonds
