#include "archive/withdrawn_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "access/policy.h"
#include "archive/appraiser.h"
#include "archive/viewer.h"
#include "archive/volume_choice.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/acts.h"
#include "catalogue/cards.h"
#include "catalogue/consents.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "catalogue/students.h"
#include "catalogue/volumes.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

std::string subject_of(DocumentId document) { return fmt::format("document/{}", document.value); }

/// What of a student's papers may go, by the volumes it lies in.
class OptionalPapers {
 public:
  OptionalPapers(Archive& archive, StudentId student)
      : archive_(archive),
        student_(Students(archive.catalogue()).living(student)),
        appraiser_(archive, day_here(archive.clock().now())),
        records_(archive.catalogue()) {}

  void look() {
    constexpr int kPage = 500;
    Cards cards(archive_.catalogue());
    Students students(archive_.catalogue());
    for (const StudentId record : students.records_of(student_)) {
      std::vector<DocumentId> page;
      DocumentId after;
      do {
        page = cards.of_student(record, after, kPage);
        for (const DocumentId each : page) look_at(each, cards.load(each).card);
        if (!page.empty()) after = page.back();
      } while (page.size() == kPage);
    }
  }

  std::map<VolumeId, std::vector<DocumentId>> found;
  std::int64_t kept = 0;
  std::int64_t shared = 0;
  std::int64_t held = 0;

 private:
  void look_at(DocumentId document, const Card& card) {
    if (!seen_.insert(document).second) return;
    bool of_student = false;
    bool of_others = false;
    Students students(archive_.catalogue());
    for (const StudentLink& each : card.links) {
      if (each.state == LinkState::refused) continue;
      const bool own = students.living(each.student) == student_;
      of_student = of_student || (own && each.state == LinkState::linked);
      of_others = of_others || !own;  // whoever is only offered may be meant
    }
    const auto tombstone = Documents(archive_.catalogue()).find(document)->tombstone;
    if (!of_student || tombstone) return;
    const auto filing = Volumes(archive_.catalogue()).filing_of(document);
    if (!filing || !is_optional(filing->volume)) {
      ++kept;
    } else if (of_others) {
      ++shared;
    } else if (!is_free(filing->volume)) {
      ++held;
    } else {
      found[filing->volume].push_back(document);
    }
  }
  bool is_optional(VolumeId volume) {
    const auto record = records_.of(volume);
    const auto appraised = appraiser_.appraise(*record);
    return appraised && appraised->rule.kind == PeriodKind::until_not_needed;
  }
  bool is_free(VolumeId volume) {
    const auto record = records_.of(volume);
    const bool here = record->state == VolumeState::open || record->state == VolumeState::closed;
    return here && record->facts.obstacles.empty() && !record->facts.inventoried &&
           !Acts(archive_.catalogue()).living_with(volume);
  }

  Archive& archive_;
  StudentId student_;
  Appraiser appraiser_;
  RetentionRecords records_;
  std::set<DocumentId> seen_;
};

/// Takes the papers out of a volume into a closed one behind it, under the same item; a closed
/// volume of nothing else goes itself.
VolumeId taken_out(Archive& archive, Transaction& transaction, const Actor& actor, VolumeId from,
                   const std::vector<DocumentId>& papers) {
  Database& database = archive.catalogue();
  Volumes volumes(database);
  Journal journal(database);
  const CalendarDate today = day_here(archive.clock().now());
  Volume source = volumes.find(from).value();
  int sheets = 0;
  for (const DocumentId each : papers) sheets += volumes.filing_of(each)->sheets;
  const bool alone = source.state == VolumeState::closed && source.sheets == sheets &&
                     source.documents == static_cast<int>(papers.size());
  if (alone) return from;
  Volume made;
  made.key = {source.key.year, source.key.index, 0};
  made.title = tr("taken out: consent withdrawn");
  made.carrier = source.carrier;
  made.shelf = source.shelf;
  made.opened_on = today;
  const VolumeId id = volumes.add(transaction, actor, made);
  for (const DocumentId each : papers) {
    const FiledDocument filing = volumes.filing_of(each).value();
    volumes.unfile(transaction, each);
    volumes.file(transaction, actor, id, each, filing.sheets);
    journal.append(transaction, actor, "document.taken_out", subject_of(each),
                   Json{{"from", from.value}, {"to", id.value}}.dump());
  }
  // A package made before holds another volume than this one is now.
  journal.append(transaction, actor, "case.papers_taken", subject_of(from),
                 Json{{"to", id.value}}.dump());
  if (source.state == VolumeState::closed) {  // of an open one the papers are counted
    source.sheets = std::max(0, source.sheets - sheets);
    volumes.update(transaction, actor, source);
  }
  Volume closed = volumes.find(id).value();
  closed.state = VolumeState::closed;
  closed.closed_on = today;
  closed.first_day = source.first_day.value_or(today);
  closed.last_day = source.last_day.value_or(today);
  closed.sheets = sheets;
  volumes.update(transaction, actor, closed);
  return id;
}

}  // namespace

std::optional<CalendarDate> withdrawn_since(Archive& archive, StudentId student) {
  const ConsentRecords records = Consents(archive.catalogue()).of(student);
  if (consented(records, ConsentScope::processing, day_here(archive.clock().now()))) return {};
  std::optional<CalendarDate> since;
  for (const Withdrawal& each : records.withdrawals) {
    if (each.scope == ConsentScope::processing) since = std::max(since, {each.withdrawn_on});
  }
  return since;
}

void expect_still_withdrawn(Archive& archive, const DestructionAct& act) {
  if (act.basis != ActBasis::consent_withdrawn || withdrawn_since(archive, act.subject)) return;
  throw Error(
      Fault::usage,
      say(tr("student {} has consented anew: nothing is to be destroyed"), act.subject.value),
      say(tr("give the act up: fonds act cancel {}; hidden papers come back with fonds act "
             "restore"),
          act.number));
}

std::vector<StudentId> with_optional_papers(Archive& archive) {
  std::vector<StudentId> found;
  for (const auto& [student, records] : Consents(archive.catalogue()).all()) {
    if (!withdrawn_since(archive, student)) continue;
    OptionalPapers papers(archive, student);
    papers.look();
    if (!papers.found.empty()) found.push_back(student);
  }
  return found;
}

WithdrawnData ArchiveWithdrawnData::draw_up(const Actor& actor, StudentId student) {
  archive_.policy().require(actor, Operation::plan_retention);
  const StudentId whose = Viewer(archive_, actor).require_student(student).id;
  Transaction transaction(archive_.catalogue());
  Journal journal(archive_.catalogue());
  journal.lock(transaction);
  const auto since = withdrawn_since(archive_, whose);
  if (!since) {
    throw Error(Fault::usage,
                say(tr("no withdrawal of the consent to processing is on record for student {}"),
                    whose.value),
                tr("put it on record first: fonds consent withdraw --scope processing"));
  }
  OptionalPapers papers(archive_, whose);
  papers.look();
  if (papers.found.empty()) {
    throw Error(Fault::not_found,
                say(tr("student {} has no optional papers of their own; kept by a period: {}, with "
                       "others: {}, held: {}"),
                    whose.value, papers.kept, papers.shared, papers.held),
                tr("those stay blocked until their term is over"));
  }
  DestructionAct act;
  act.basis = ActBasis::consent_withdrawn;
  act.subject = whose;
  act.drawn_up_on = day_here(archive_.clock().now());
  WithdrawnData made;
  for (const auto& [volume, documents] : papers.found) {
    act.units.push_back(taken_out(archive_, transaction, actor, volume, documents));
    made.taken += static_cast<std::int64_t>(documents.size());
  }
  const std::int64_t number = Acts(archive_.catalogue()).add(transaction, actor, act);
  journal.append(transaction, actor, "act.drawn_up", fmt::format("act/{}", number),
                 Json{{"units", act.units.size()}, {"basis", name_of(act.basis)}}.dump());
  transaction.commit();
  made.act = ArchiveActs(archive_).show(actor, number);
  made.until = days_after(
      *since, static_cast<int>(archive_.settings().integer("retention.withdrawal_days")));
  made.kept = papers.kept;
  made.shared = papers.shared;
  made.held = papers.held;
  return made;
}

}  // namespace fonds
