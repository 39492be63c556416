#include "archive/destruction.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/acts.h"
#include "archive/field_input.h"
#include "archive/index.h"
#include "archive/read_log.h"
#include "archive/volume_eraser.h"
#include "archive/withdrawn_data.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/acts.h"
#include "catalogue/destructions.h"
#include "catalogue/journal.h"
#include "catalogue/volumes.h"
#include "model/spoken_date.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

std::string subject_of(std::int64_t act) { return fmt::format("act/{}", act); }
std::string subject_of(DocumentId document) { return fmt::format("document/{}", document.value); }

Error wrong_state(const DestructionAct& act) {
  const char* what = act.state == ActState::carried_out ? tr("act {} is carried out")
                     : act.state == ActState::cancelled ? tr("act {} was cancelled")
                     : act.state == ActState::destroying
                         ? tr("the destruction by act {} has begun: there is no way back")
                     : act.state == ActState::approved
                         ? tr("act {} is approved, nothing is withdrawn")
                         : tr("the head has not approved act {}");
  return {Fault::usage, say(what, act.number),
          say(tr("`fonds act show {}` says how it stands"), act.number)};
}

bool has_paper(Archive& archive, const DestructionAct& act) {
  Volumes volumes(archive.catalogue());
  return std::any_of(act.units.begin(), act.units.end(), [&](VolumeId each) {
    return volumes.find(each).value().carrier != Carrier::electronic;
  });
}

Error no_waybill() {
  return {Fault::usage, tr("G8: it is not said under which waybill the paper goes"),
          tr("say it, and its weight in kilograms: --waybill \"№ 7 от 15.01.2027\" --weight 12.5")};
}

/// Before anything is done: what is said of the paper is said wholly, and of acts that have some.
void expect_fitting(Archive& archive, const DestructionAct& act, const PaperHandover& paper) {
  const bool names_one = !line_typed(paper.waybill).empty();
  if (!names_one && paper.grams == 0) return;
  if (!has_paper(archive, act)) {
    throw Error(Fault::usage, tr("there is no paper in this act"),
                tr("leave out --waybill and --weight"));
  }
  if (!names_one || paper.grams <= 0) throw no_waybill();
}

/// A clock that was set back would let nothing be late: whoever sets it could undo for ever.
void refuse_a_clock_set_back(Archive& archive) {
  Journal journal(archive.catalogue());
  const std::vector<JournalEntry> last = journal.after(journal.head() - 1, 1);
  // Clocks of several machines never agree wholly.
  constexpr std::chrono::hours kDisagreement{1};
  if (last.empty() || last.front().at <= archive.clock().now() + kDisagreement) return;
  throw Error(Fault::unavailable, tr("the clock stands before the last entry of the journal"),
              tr("set the machine's clock right, then repeat"));
}

std::int64_t count_left(Archive& archive, const DestructionAct& act) {
  Volumes volumes(archive.catalogue());
  return std::count_if(act.units.begin(), act.units.end(), [&](VolumeId each) {
    return volumes.find(each).value().state != VolumeState::destroyed;
  });
}

void journal_each(Journal& journal, Transaction& transaction, const Actor& actor,
                  std::string_view event, std::int64_t act, const std::vector<DocumentId>& papers) {
  for (const DocumentId each : papers) {
    journal.append(transaction, actor, event, subject_of(each), Json{{"act", act}}.dump());
  }
}

}  // namespace

CalendarDate ArchiveDestruction::destroyed_from(const DestructionAct& act) const {
  return days_after(act.execution.withdrawn_on.value(),
                    static_cast<int>(archive_.settings().integer("retention.undo_days")));
}

/// What the head approved stands in the journal, whose chain shows every change.
void ArchiveDestruction::expect_as_approved(const DestructionAct& act) {
  std::string approved;
  for (const JournalEntry& each : Journal(archive_.catalogue()).about(subject_of(act.number))) {
    if (each.event == "act.approved") approved = Json::parse(each.details).value("digest", "");
  }
  if (approved == digest_of(act)) return;
  throw Error(Fault::corrupt, say(tr("act {} is not what the head approved"), act.number),
              say(tr("cancel it (fonds act cancel {}) and draw another; `fonds journal list` says "
                     "who did what"),
                  act.number));
}

bool ArchiveDestruction::wants_waybill(const DestructionAct& act) {
  return act.execution.waybill.empty() && has_paper(archive_, act);
}

void ArchiveDestruction::record_paper(const Actor& actor, std::int64_t number,
                                      const PaperHandover& paper) {
  const std::string waybill = line_typed(paper.waybill);
  if (waybill.empty() && paper.grams == 0) return;
  Transaction transaction(archive_.catalogue());
  Journal journal(archive_.catalogue());
  journal.append(transaction, actor, "act.paper_recorded", subject_of(number));
  DestructionAct act = existing_act(archive_, number);
  act.execution.waybill = waybill;
  act.execution.grams = paper.grams;
  Acts(archive_.catalogue()).update(transaction, actor, act);
  transaction.commit();
}

void ArchiveDestruction::expect_gates(const DestructionAct& act) {
  expect_still_withdrawn(archive_, act);
  expect_passed(ArchiveActs(archive_).gates(act),
                {GateCode::end_recorded, GateCode::records_changed, GateCode::data_recorded});
}

void ArchiveDestruction::withdraw(const Actor& actor, std::int64_t number) {
  const CalendarDate today = day_here(archive_.clock().now());
  Transaction transaction(archive_.catalogue());
  Journal journal(archive_.catalogue());
  journal.lock(transaction);
  DestructionAct act = existing_act(archive_, number);
  if (act.state != ActState::approved) throw wrong_state(act);
  expect_as_approved(act);
  const CalendarDate may_begin =
      days_after(day_here(act.approved_at.value()),
                 static_cast<int>(archive_.settings().integer("retention.waiting_days")));
  if (today < may_begin) {
    throw Error(Fault::busy,
                say(tr("act {} may be carried out from {} on"), number, spoken(may_begin)),
                tr("wait: until then it can still be cancelled; the setting is "
                   "retention.waiting_days"));
  }
  expect_gates(act);
  Destructions destructions(archive_.catalogue());
  std::size_t papers = 0;
  for (const VolumeId each : act.units) {
    const std::vector<DocumentId> withdrawn = destructions.withdraw(transaction, number, each);
    expect_nothing_forbids(archive_, transaction, number, each);
    journal_each(journal, transaction, actor, "document.withdrawn", number, withdrawn);
    papers += withdrawn.size();
  }
  act.state = ActState::withdrawn;
  act.execution.withdrawn_on = today;
  Acts(archive_.catalogue()).update(transaction, actor, act);
  journal.append(transaction, actor, "act.withdrawn", subject_of(number),
                 Json{{"documents", papers}}.dump());
  transaction.commit();
}

void ArchiveDestruction::begin_to_destroy(const Actor& actor, std::int64_t number) {
  Transaction transaction(archive_.catalogue());
  Journal journal(archive_.catalogue());
  journal.append(transaction, actor, "act.destruction_begun", subject_of(number));
  DestructionAct act = existing_act(archive_, number);
  if (act.state == ActState::destroying) return;  // somebody else has begun meanwhile
  if (act.state != ActState::withdrawn) throw wrong_state(act);
  expect_as_approved(act);
  expect_gates(act);
  if (wants_waybill(act)) throw no_waybill();
  act.state = ActState::destroying;
  Acts(archive_.catalogue()).update(transaction, actor, act);
  transaction.commit();
}

void ArchiveDestruction::destroy(const Actor& actor, const DestructionAct& act,
                                 const Progress& progress) {
  ArchiveIndex index(archive_);
  index.wait_until_level({});  // a hit must not outlive its paper
  // Half-written copies of a delivery that was cut off once, and of a reading.
  archive_.originals().remove_leftovers();
  archive_.derived().remove_leftovers();
  Volumes volumes(archive_.catalogue());
  const auto total = static_cast<std::int64_t>(act.units.size());
  std::int64_t done = total - count_left(archive_, act);
  for (const VolumeId each : act.units) {
    if (volumes.find(each).value().state == VolumeState::destroyed) continue;
    erase_volume(archive_, actor, act.number, each);
    if (progress) progress(++done, total);
  }
  index.purge(actor);
  Destructions(archive_.catalogue()).purge();
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue()).append(transaction, actor, "catalogue.purged", "catalogue");
  transaction.commit();
}

ArchiveDestruction::Outcome ArchiveDestruction::carry_out(const Actor& actor, std::int64_t number,
                                                          const PaperHandover& paper,
                                                          const Progress& progress) {
  archive_.policy().require(actor, Operation::carry_out_act);
  refuse_a_clock_set_back(archive_);
  const DestructionAct asked = existing_act(archive_, number);
  expect_fitting(archive_, asked, paper);
  const ActState before = asked.state;
  if (before != ActState::withdrawn && before != ActState::destroying) withdraw(actor, number);
  if (before != ActState::destroying) record_paper(actor, number, paper);
  DestructionAct act = existing_act(archive_, number);
  if (act.state == ActState::withdrawn) {
    const CalendarDate from = destroyed_from(act);
    if (day_here(archive_.clock().now()) < from) return {act, from, wants_waybill(act), {}};
    begin_to_destroy(actor, number);
    act = existing_act(archive_, number);
  }
  try {
    destroy(actor, act, progress);
  } catch (const Error& error) {
    throw Error(error.fault(),
                say(tr("{}; volumes left of act {}: {} of {}"), error.what(), number,
                    count_left(archive_, act), act.units.size()),
                error.hint());
  }
  const ErasureProof proof = proof_of_erasure(archive_, number);
  if (!proof.remains.empty()) {
    throw Error(Fault::corrupt,
                say(tr("something of act {} is left: {} ({})"), number,
                    proof.remains.front().subject, proof.remains.front().place),
                say(tr("repeat `fonds act carry-out {}`; then look with `fonds act prove {}`"),
                    number, number));
  }
  Transaction transaction(archive_.catalogue());
  Journal journal(archive_.catalogue());
  journal.lock(transaction);
  act = existing_act(archive_, number);
  if (act.state != ActState::carried_out) {  // else somebody else has ended it meanwhile
    act.state = ActState::carried_out;
    act.execution.done_on = day_here(archive_.clock().now());
    act.execution.done_by = actor.login;
    Acts(archive_.catalogue()).update(transaction, actor, act);
    journal.append(transaction, actor, "act.carried_out", subject_of(number),
                   Json{{"volumes", act.units.size()}, {"documents", proof.documents}}.dump());
    transaction.commit();
  }
  return {existing_act(archive_, number), {}, false, proof};
}

DestructionAct ArchiveDestruction::restore(const Actor& actor, std::int64_t number) {
  archive_.policy().require(actor, Operation::carry_out_act);
  Transaction transaction(archive_.catalogue());
  Journal journal(archive_.catalogue());
  journal.lock(transaction);
  DestructionAct act = existing_act(archive_, number);
  if (act.state != ActState::withdrawn) throw wrong_state(act);
  const auto papers = Destructions(archive_.catalogue()).restore(transaction, number);
  journal_each(journal, transaction, actor, "document.restored", number, papers);
  act.state = ActState::approved;
  act.execution = {};
  Acts(archive_.catalogue()).update(transaction, actor, act);
  journal.append(transaction, actor, "act.restored", subject_of(number),
                 Json{{"documents", papers.size()}}.dump());
  transaction.commit();
  return existing_act(archive_, number);
}

ErasureProof ArchiveDestruction::prove(const Actor& actor, std::int64_t number) {
  archive_.policy().require(actor, Operation::read_retention);
  const DestructionAct act = existing_act(archive_, number);
  if (act.state != ActState::carried_out) {
    throw Error(Fault::usage, say(tr("act {} is not carried out"), number),
                say(tr("`fonds act show {}` says how it stands"), number));
  }
  ErasureProof proof = proof_of_erasure(archive_, number);
  journal_read(archive_, actor, "act.proved", subject_of(number), proof.documents);
  return proof;
}

std::vector<std::int64_t> ArchiveDestruction::due(const Actor& actor) {
  archive_.policy().require(actor, Operation::carry_out_act);
  const CalendarDate today = day_here(archive_.clock().now());
  std::vector<std::int64_t> found;
  for (const DestructionAct& each : Acts(archive_.catalogue()).list()) {
    const bool over = each.state == ActState::withdrawn && !(today < destroyed_from(each)) &&
                      !wants_waybill(existing_act(archive_, each.number));
    if (over || each.state == ActState::destroying) found.push_back(each.number);
  }
  return found;
}

}  // namespace fonds
