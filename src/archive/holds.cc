#include "archive/holds.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/documents.h"
#include "archive/field_input.h"
#include "archive/read_log.h"
#include "archive/student_choice.h"
#include "archive/volume_choice.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/documents.h"
#include "catalogue/holds.h"
#include "catalogue/journal.h"
#include "catalogue/volumes.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

std::string subject_of_hold(std::int64_t id) { return fmt::format("hold/{}", id); }

std::string said(std::string_view reason) {
  std::string line = line_typed(reason);
  if (line.empty()) {
    throw Error(Fault::usage, tr("it is not said why"), tr("say the reason: --reason \"…\""));
  }
  return line;
}

}  // namespace

void ArchiveHolds::aim(const Actor& actor, const NewHold& words, Hold& hold) {
  switch (hold.subject) {
    case HoldSubject::student:
      hold.target = student_meant(archive_, actor, Operation::hold_records, words.target).value;
      return;
    case HoldSubject::document:
      hold.target = ArchiveDocuments(archive_).find(Viewer(archive_, actor), words.target).id.value;
      return;
    case HoldSubject::volume:
      hold.target = volume_meant(archive_, Viewer(archive_, actor), words.target).id.value;
      return;
    case HoldSubject::item: {
      const auto key = volume_key_from(words.target);
      if (!key || key->number != 0) {
        throw Error(Fault::usage, say(tr("'{}' is no index of a case"), printable(words.target)),
                    tr("write 02-05 for all its years, or 02-05/2024"));
      }
      hold.index = key->index;
      hold.target = key->year;
      return;
    }
  }
}

ShownHold ArchiveHolds::shown(const Hold& hold) {
  ShownHold made{hold, std::to_string(hold.target), false};
  made.over = hold.until && *hold.until < day_here(archive_.clock().now());
  if (hold.subject == HoldSubject::document) {
    const auto document = Documents(archive_.catalogue()).find(DocumentId{hold.target});
    if (document) made.target = document->accession;
  } else if (hold.subject == HoldSubject::volume) {
    made.target = to_text(Volumes(archive_.catalogue()).find(VolumeId{hold.target}).value().key);
  } else if (hold.subject == HoldSubject::item) {
    made.target = to_text(VolumeKey{static_cast<int>(hold.target), hold.index, 0});
  }
  return made;
}

ShownHold ArchiveHolds::set(const Actor& actor, const NewHold& words) {
  archive_.policy().require(actor, Operation::hold_records);
  Hold hold;
  hold.subject = words.subject;
  hold.reason = said(words.reason);
  hold.until = words.until;
  if (hold.until && *hold.until < day_here(archive_.clock().now())) {
    throw Error(Fault::usage, tr("the last day of the hold is past"),
                tr("say another one, or none: it stands until it is lifted"));
  }
  aim(actor, words, hold);
  Holds holds(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  Journal journal(archive_.catalogue());
  journal.lock(transaction);
  const std::int64_t id = holds.set(transaction, actor, hold);
  journal.append(
      transaction, actor, "hold.set", subject_of_hold(id),
      Json{{"subject", name_of(hold.subject)}, {"target", hold.target}, {"index", hold.index}}
          .dump());
  transaction.commit();
  return shown(holds.find(id).value());
}

ShownHold ArchiveHolds::lift(const Actor& actor, std::int64_t id, std::string_view because) {
  archive_.policy().require(actor, Operation::hold_records);
  const std::string why = said(because);
  Holds holds(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue()).append(transaction, actor, "hold.lifted", subject_of_hold(id));
  if (!holds.lift(transaction, actor, id, why)) {
    throw Error(Fault::not_found, say(tr("there is no hold {} that stands"), id),
                tr("`fonds hold list` shows them"));
  }
  transaction.commit();
  return shown(holds.find(id).value());
}

std::vector<ShownHold> ArchiveHolds::list(const Actor& actor, bool only_standing) {
  archive_.policy().require(actor, Operation::hold_records);
  std::vector<ShownHold> found;
  for (const Hold& each : Holds(archive_.catalogue()).list(only_standing)) {
    found.push_back(shown(each));
  }
  journal_read(archive_, actor, "holds.listed", "holds", static_cast<std::int64_t>(found.size()));
  return found;
}

}  // namespace fonds
