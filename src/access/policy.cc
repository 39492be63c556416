#include "access/policy.h"

#include <initializer_list>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {
namespace {

using enum Operation;

constexpr unsigned bit(Operation operation) { return 1U << static_cast<unsigned>(operation); }

struct Rights {
  Role role;
  unsigned granted;

  constexpr Rights(Role who, std::initializer_list<Operation> operations) : role(who), granted(0) {
    for (const Operation operation : operations) granted |= bit(operation);
  }
};

// In the order of Role. A teacher may read the papers of the own groups only; a document knows no
// group yet, so a teacher reads none. An archive of one school is run by its archivist, who may
// therefore do all; the administrator of the machines keeps it going and sees no content.
constexpr std::array<Rights, 7> kRights{{
    {Role::clerk,
     {take_in, read_document, list_documents, search, review, manage_jobs, read_students,
      edit_students, read_achievements, read_consents, record_consents}},
    {Role::teacher, {take_in}},
    {Role::methodist,
     {take_in, read_document, list_documents, search, review, read_students, read_achievements,
      decide_achievements, read_consents}},
    {Role::archivist,
     {take_in, read_document, list_documents, export_document, search, review, manage_jobs,
      rebuild_index, verify, configure, read_students, edit_students, read_achievements,
      decide_achievements, export_achievements, read_consents, record_consents}},
    {Role::director,
     {take_in, read_document, list_documents, export_document, search, review, verify,
      read_students, read_achievements, decide_achievements, export_achievements, read_consents}},
    {Role::auditor, {verify}},
    {Role::administrator, {manage_jobs, rebuild_index, configure}},
}};

constexpr bool in_order_of_role() {
  for (std::size_t i = 0; i < kRights.size(); ++i) {
    if (static_cast<std::size_t>(kRights[i].role) != i) return false;
  }
  return true;
}
static_assert(in_order_of_role());
static_assert(kRights.size() == static_cast<std::size_t>(Role::administrator) + 1);
static_assert(kOperations.size() == static_cast<std::size_t>(record_consents) + 1);

const char* title(Role role) {
  switch (role) {
    case Role::clerk:
      return tr("clerk");
    case Role::teacher:
      return tr("teacher");
    case Role::methodist:
      return tr("methodist");
    case Role::archivist:
      return tr("archivist");
    case Role::director:
      return tr("director");
    case Role::auditor:
      return tr("auditor");
    case Role::administrator:
      return tr("administrator");
  }
  return "?";
}

/// Completes "no right to …".
const char* deed(Operation operation) {
  switch (operation) {
    case take_in:
      return tr("hand papers over to the archive");
    case read_document:
      return tr("see documents");
    case list_documents:
      return tr("see the list of documents");
    case export_document:
      return tr("take copies out of the archive");
    case search:
      return tr("search the archive");
    case review:
      return tr("decide on papers and correct what was read");
    case manage_jobs:
      return tr("manage recognition jobs");
    case rebuild_index:
      return tr("rebuild the search index");
    case verify:
      return tr("check the archive and its journal");
    case configure:
      return tr("change the settings of the archive");
    case read_students:
      return tr("see the register of students");
    case edit_students:
      return tr("change the register of students");
    case read_achievements:
      return tr("see the bank of achievements");
    case decide_achievements:
      return tr("decide on achievements and freeze their bank");
    case export_achievements:
      return tr("take tables of achievements out of the archive");
    case read_consents:
      return tr("see consents");
    case record_consents:
      return tr("put consents on record");
  }
  return "?";
}

}  // namespace

bool may(Role role, Operation operation) {
  const auto row = static_cast<std::size_t>(role);
  return row < kRights.size() && (kRights[row].granted & bit(operation)) != 0;
}

void require(const Actor& actor, Operation operation) {
  if (may(actor.role, operation)) return;
  throw Error(
      Fault::denied,
      say(tr("'{}' ({}) has no right to {}"), actor.login, title(actor.role), deed(operation)),
      tr("ask the archivist or the director"));
}

}  // namespace fonds
