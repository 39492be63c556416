/// Operation: what a use case of the archive does, as rights are granted for it.
///
/// Names are stable: they stand in config/roles.toml and in the scopes of API tokens. Add, never
/// rename. Threads: pure.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "base/messages.h"

namespace fonds {

enum class Operation {
  take_in,               ///< hand papers over to the archive
  read_document,         ///< see a document's card, pages and history
  list_documents,        ///< see which documents exist
  export_document,       ///< take a copy out of the archive
  search,                ///< full text
  review,                ///< decide what the machine was not sure of, correct what it read
  manage_jobs,           ///< list, retry, quarantine recognition jobs (ids only, no content)
  rebuild_index,         ///< build the search index anew
  verify,                ///< check journal, store, catalogue and index (ids only, no content)
  configure,             ///< create an archive, change its settings
  read_students,         ///< see the register of students
  edit_students,         ///< import, add, change, merge and part students
  read_achievements,     ///< see the bank of achievements and its snapshots
  decide_achievements,   ///< state what a record is, freeze the bank
  export_achievements,   ///< take tables of achievements out, lists for publication too
  read_consents,         ///< see who consented to what
  record_consents,       ///< put consents and withdrawals on record
  read_journal,          ///< see who did what (logins and ids, no content)
  manage_users,          ///< make, change, disable accounts and their tokens
  open_disclosure,       ///< put an application for a learner's results on record
  decide_disclosure,     ///< approve it
  block_records,         ///< block personal data and lift the block
  save_searches,         ///< keep searches of one's own
  read_disclosures,      ///< see the register of applications, check them
  issue_disclosure,      ///< hand over what was approved; restrict guardians
  refuse_disclosure,     ///< refuse an application
  read_nomenclature,     ///< see the nomenclatures of files (headings and periods, nobody's data)
  edit_nomenclature,     ///< draw one up, record that the commission agreed
  approve_nomenclature,  ///< approve it
  read_cases,            ///< see cases, their volumes, and to whom they were handed out
  keep_cases,            ///< open, fill, close volumes of cases, hand them out
  hold_records,          ///< forbid to destroy records, and lift that
  read_retention,        ///< see what becomes of cases, and why (indexes and days, nobody's data)
  plan_retention,        ///< plan it, record events and decisions of commissions, draw acts up
  approve_act,           ///< approve an act of destruction, an inventory of cases
  carry_out_act,         ///< destroy what an approved act says, or bring it back in time
  run_schedule,          ///< run the jobs that are due by the calendar
};

/// Why it is asked for. Who looks at persons' papers may have to state a purpose; with work on them
/// the work is the purpose.
enum class Aim { look, work };

struct OperationEntry {
  Operation operation;
  std::string_view name;
  Aim aim;
  const char* deed;  ///< completes "no right to …"; English, shown through tr()
};

inline constexpr std::array<OperationEntry, 37> kOperations{{
    {Operation::take_in, "take_in", Aim::work, tr_later("hand papers over to the archive")},
    {Operation::read_document, "read_document", Aim::look, tr_later("see documents")},
    {Operation::list_documents, "list_documents", Aim::look, tr_later("see the list of documents")},
    {Operation::export_document, "export_document", Aim::look,
     tr_later("take copies out of the archive")},
    {Operation::search, "search", Aim::look, tr_later("search the archive")},
    {Operation::review, "review", Aim::work,
     tr_later("decide on papers and correct what was read")},
    {Operation::manage_jobs, "manage_jobs", Aim::work, tr_later("manage recognition jobs")},
    {Operation::rebuild_index, "rebuild_index", Aim::work, tr_later("rebuild the search index")},
    {Operation::verify, "verify", Aim::work, tr_later("check the archive and its journal")},
    {Operation::configure, "configure", Aim::work, tr_later("change the settings of the archive")},
    {Operation::read_students, "read_students", Aim::look,
     tr_later("see the register of students")},
    {Operation::edit_students, "edit_students", Aim::work,
     tr_later("change the register of students")},
    {Operation::read_achievements, "read_achievements", Aim::look,
     tr_later("see the bank of achievements")},
    {Operation::decide_achievements, "decide_achievements", Aim::work,
     tr_later("decide on achievements and freeze their bank")},
    {Operation::export_achievements, "export_achievements", Aim::look,
     tr_later("take tables of achievements out of the archive")},
    {Operation::read_consents, "read_consents", Aim::look, tr_later("see consents")},
    {Operation::record_consents, "record_consents", Aim::work, tr_later("put consents on record")},
    {Operation::read_journal, "read_journal", Aim::work, tr_later("see the journal")},
    {Operation::manage_users, "manage_users", Aim::work, tr_later("manage accounts")},
    {Operation::open_disclosure, "open_disclosure", Aim::work,
     tr_later("put applications for results on record")},
    {Operation::decide_disclosure, "decide_disclosure", Aim::work,
     tr_later("approve applications for results")},
    {Operation::block_records, "block_records", Aim::work, tr_later("block records")},
    {Operation::save_searches, "save_searches", Aim::work, tr_later("keep searches")},
    {Operation::read_disclosures, "read_disclosures", Aim::look,
     tr_later("see applications for results")},
    {Operation::issue_disclosure, "issue_disclosure", Aim::work,
     tr_later("hand results over to applicants")},
    {Operation::refuse_disclosure, "refuse_disclosure", Aim::work,
     tr_later("refuse applications for results")},
    {Operation::read_nomenclature, "read_nomenclature", Aim::work,
     tr_later("see nomenclatures of files")},
    {Operation::edit_nomenclature, "edit_nomenclature", Aim::work,
     tr_later("draw up nomenclatures of files")},
    {Operation::approve_nomenclature, "approve_nomenclature", Aim::work,
     tr_later("approve nomenclatures of files")},
    {Operation::read_cases, "read_cases", Aim::look, tr_later("see cases")},
    {Operation::keep_cases, "keep_cases", Aim::work, tr_later("keep cases")},
    {Operation::hold_records, "hold_records", Aim::work,
     tr_later("forbid to destroy records, or allow it again")},
    {Operation::read_retention, "read_retention", Aim::work,
     tr_later("see how long cases are kept")},
    {Operation::plan_retention, "plan_retention", Aim::work,
     tr_later("plan what becomes of cases")},
    {Operation::approve_act, "approve_act", Aim::work,
     tr_later("approve acts of destruction and inventories of cases")},
    {Operation::carry_out_act, "carry_out_act", Aim::work,
     tr_later("carry acts of destruction out")},
    {Operation::run_schedule, "run_schedule", Aim::work, tr_later("run the scheduled jobs")},
}};

/// Of an operation of the enumeration.
constexpr const OperationEntry& entry_of(Operation operation) {
  return kOperations[static_cast<std::size_t>(operation)];
}
constexpr std::string_view name_of(Operation operation) { return entry_of(operation).name; }
constexpr std::optional<Operation> operation_from(std::string_view name) {
  for (const OperationEntry& each : kOperations) {
    if (each.name == name) return each.operation;
  }
  return std::nullopt;
}

constexpr bool in_order_of_operation() {
  for (std::size_t i = 0; i < kOperations.size(); ++i) {
    if (static_cast<std::size_t>(kOperations[i].operation) != i) return false;
  }
  return true;
}
static_assert(in_order_of_operation());
static_assert(kOperations.size() == static_cast<std::size_t>(Operation::run_schedule) + 1);

}  // namespace fonds
