/// Policy: which role may do what. The one table of rights for the command line, the API and the
/// web; the use cases of src/archive ask it first, before they look at anything.
///
/// Invariant: what the table does not grant is denied.
/// Threads:   pure functions over a constant table.
/// Faults:    denied.
#pragma once

#include <array>
#include <string_view>

#include "model/actor.h"

namespace fonds {

enum class Operation {
  take_in,              ///< hand papers over to the archive
  read_document,        ///< see a document's card, pages and history
  list_documents,       ///< see which documents exist
  export_document,      ///< take a copy out of the archive
  search,               ///< full text
  review,               ///< decide what the machine was not sure of, correct what it read
  manage_jobs,          ///< list, retry, quarantine recognition jobs (ids only, no content)
  rebuild_index,        ///< build the search index anew
  verify,               ///< check journal, store, catalogue and index (ids only, no content)
  configure,            ///< create an archive, change its settings
  read_students,        ///< see the register of students
  edit_students,        ///< import, add, change, merge and part students
  read_achievements,    ///< see the bank of achievements and its snapshots
  decide_achievements,  ///< state what a record is, freeze the bank
  export_achievements,  ///< take tables of achievements out, lists for publication too
  read_consents,        ///< see who consented to what
  record_consents,      ///< put consents and withdrawals on record
};

inline constexpr std::array<Operation, 17> kOperations{Operation::take_in,
                                                       Operation::read_document,
                                                       Operation::list_documents,
                                                       Operation::export_document,
                                                       Operation::search,
                                                       Operation::review,
                                                       Operation::manage_jobs,
                                                       Operation::rebuild_index,
                                                       Operation::verify,
                                                       Operation::configure,
                                                       Operation::read_students,
                                                       Operation::edit_students,
                                                       Operation::read_achievements,
                                                       Operation::decide_achievements,
                                                       Operation::export_achievements,
                                                       Operation::read_consents,
                                                       Operation::record_consents};

/// Whether the table grants `operation` to `role`.
bool may(Role role, Operation operation);

/// Returns when `actor` may do this; else fault denied, with a line for the user.
void require(const Actor& actor, Operation operation);

}  // namespace fonds
