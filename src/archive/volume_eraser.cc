#include "archive/volume_eraser.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "archive/volume_choice.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/destructions.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "catalogue/retention_records.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

/// The files of a document, each removed under the lock unless another document has its bytes: who
/// brings them in anew meanwhile records them before or finds them missing.
void remove_originals(Archive& archive, const Document& document, std::int64_t act,
                      VolumeId volume) {
  Destructions destructions(archive.catalogue());
  Journal journal(archive.catalogue());
  for (const Original& each : document.originals) {
    Transaction transaction(archive.catalogue());
    journal.lock(transaction);
    if (!destructions.is_needed(each.sha256, act, volume)) archive.originals().remove(each.sha256);
  }
}

void journal_end(Journal& journal, Transaction& transaction, const Actor& actor, std::int64_t act,
                 const Document& document) {
  Json files = Json::array();
  for (const Original& each : document.originals) files.push_back(each.sha256);
  journal.append(transaction, actor, "document.destroyed",
                 fmt::format("document/{}", document.id.value),
                 Json{{"act", act}, {"originals", files}}.dump());
}

}  // namespace

void expect_nothing_forbids(Archive& archive, Transaction& /*transaction*/, std::int64_t act,
                            VolumeId volume) {
  const RetentionRecord record = RetentionRecords(archive.catalogue()).of(volume).value();
  const CalendarDate today = day_here(archive.clock().now());
  for (const DisposalObstacle& each : record.facts.obstacles) {
    if (each.until && *each.until < today) continue;
    throw Error(Fault::usage,
                say(tr("something forbids to destroy volume {}"), to_text(record.key)),
                say(tr("`fonds retention explain {}` says why; end what forbids it, or bring the "
                       "act's papers back: fonds act restore"),
                    to_text(record.key)));
  }
  const auto busy = Destructions(archive.catalogue()).busy(act, volume);
  if (busy.empty()) return;
  throw Error(
      Fault::busy,
      say(tr("document {} of volume {} is still to be read"),
          Documents(archive.catalogue()).find(busy.front()).value().accession, to_text(record.key)),
      tr("run `fonds work`, or see `fonds jobs list`; then repeat"));
}

void erase_volume(Archive& archive, const Actor& actor, std::int64_t act, VolumeId volume) {
  Database& database = archive.catalogue();
  Destructions destructions(database);
  Journal journal(database);
  std::vector<Document> documents;
  {
    Transaction transaction(database);
    journal.lock(transaction);
    expect_nothing_forbids(archive, transaction, act, volume);
    // A stack that another act had withdrawn may have been brought back meanwhile.
    (void)destructions.withdraw(transaction, act, volume);
    for (const DocumentId each : destructions.withdrawn(act, volume)) {
      documents.push_back(Documents(database).find(each).value());
      destructions.erase(transaction, each);
    }
    transaction.commit();
  }
  for (const Document& each : documents) {
    remove_originals(archive, each, act, volume);
    archive.derived().remove_document(each.id);
  }
  Transaction transaction(database);
  journal.lock(transaction);
  for (const Document& each : documents) {
    destructions.mark_gone(transaction, each.id);
    journal_end(journal, transaction, actor, act, each);
  }
  destructions.erase_volume(transaction, actor.login, volume);
  journal.append(transaction, actor, "case.destroyed", subject_of(volume),
                 Json{{"act", act}, {"documents", documents.size()}}.dump());
  transaction.commit();
}

}  // namespace fonds
