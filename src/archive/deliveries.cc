#include "archive/deliveries.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "access/policy.h"
#include "archive/read_log.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "catalogue/stacks.h"

namespace fonds {
namespace {

Error no_delivery(IntakeId intake) {
  return {Fault::not_found, say(tr("there is no delivery {}"), intake.value),
          tr("the list of deliveries names them")};
}

}  // namespace

/// By the journal: who brought its first paper.
bool ArchiveDeliveries::began(const Actor& actor, const std::vector<DocumentId>& papers) {
  if (papers.empty()) return false;
  const std::vector<JournalEntry> entries =
      Journal(archive_.catalogue()).about(fmt::format("document/{}", papers.front().value));
  return !entries.empty() && entries.front().event == "document.accepted" &&
         entries.front().actor == actor.login;
}

std::optional<ShownDelivery> ArchiveDeliveries::shown(const Viewer& viewer, const Actor& actor,
                                                      const Intake& intake) {
  Intakes intakes(archive_.catalogue());
  const std::vector<DocumentId> papers = intakes.documents_of(intake.id);
  ShownDelivery made{intake, intakes.counts(intake.id), began(actor, papers)};
  const bool sees_some = std::any_of(papers.begin(), papers.end(),
                                     [&](DocumentId paper) { return viewer.sees(paper); });
  if (!sees_some && !made.own) return std::nullopt;
  // Of others' deliveries nothing is told but of what is seen.
  if (!made.own && viewer.misses_some()) {
    made.counts = {};
    Documents documents(archive_.catalogue());
    const std::set<DocumentId> seen = viewer.seen_of(papers);
    for (const DocumentId paper : seen) {
      const DocumentState state = documents.find(paper).value().state;
      made.counts.waiting += state == DocumentState::accepted ? 1 : 0;
      made.counts.recognised += state == DocumentState::recognised ? 1 : 0;
      made.counts.quarantined += state == DocumentState::quarantined ? 1 : 0;
    }
  }
  return made;
}

std::vector<ShownDelivery> ArchiveDeliveries::list(const Actor& actor, int limit) {
  archive_.policy().require(actor, Operation::list_documents);
  constexpr int kPage = 50;
  const Viewer viewer(archive_, actor);
  std::vector<ShownDelivery> found;
  std::optional<IntakeId> before;
  while (found.size() < static_cast<std::size_t>(limit)) {
    const std::vector<Intake> page = Intakes(archive_.catalogue()).list(before, kPage);
    if (page.empty()) break;
    for (const Intake& intake : page) {
      if (found.size() >= static_cast<std::size_t>(limit)) break;
      if (auto delivery = shown(viewer, actor, intake)) found.push_back(std::move(*delivery));
    }
    before = page.back().id;
  }
  journal_read(archive_, actor, "document.listed", "deliveries",
               static_cast<std::int64_t>(found.size()));
  return found;
}

ShownDelivery ArchiveDeliveries::progress(const Actor& actor, IntakeId intake) {
  archive_.policy().require(actor, Operation::list_documents);
  const auto found = Intakes(archive_.catalogue()).find(intake);
  auto delivery = found ? shown(Viewer(archive_, actor), actor, *found) : std::nullopt;
  if (!delivery) throw no_delivery(intake);
  return std::move(*delivery);
}

void ArchiveDeliveries::append(const Viewer& viewer, const std::vector<DocumentId>& ids,
                               std::vector<Document>& papers) {
  Documents documents(archive_.catalogue());
  Stacks stacks(archive_.catalogue());
  for (const DocumentId id : ids) {
    auto document = documents.find(id);
    if (!document || !viewer.sees(id)) continue;
    const bool parted = is_parted(*document);
    papers.push_back(std::move(*document));
    if (!parted) continue;
    std::vector<DocumentId> parts;
    for (const Stacks::Part& part : stacks.parts_of(id)) parts.push_back(part.document);
    append(viewer, parts, papers);
  }
}

std::vector<Document> ArchiveDeliveries::papers(const Actor& actor, IntakeId intake) {
  (void)progress(actor, intake);
  std::vector<Document> papers;
  append(Viewer(archive_, actor), Intakes(archive_.catalogue()).documents_of(intake), papers);
  journal_read(archive_, actor, "document.listed", fmt::format("delivery/{}", intake.value),
               static_cast<std::int64_t>(papers.size()));
  return papers;
}

Delivery ArchiveDeliveries::resume(const Actor& actor, IntakeId intake,
                                   std::string_view description) {
  archive_.policy().require(actor, Operation::take_in);
  Intakes intakes(archive_.catalogue());
  const auto found = intakes.find(intake);
  if (!found || found->source != "file" || !began(actor, intakes.documents_of(intake)))
    throw no_delivery(intake);
  return {found->source, found->label, std::string(description), intake};
}

}  // namespace fonds
