#include "archive/erasure_proof.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "catalogue/destructions.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "indexer/generations.h"
#include "indexer/inspect.h"

namespace fonds {
namespace {

/// The last entry about `subject` whose event is one of `events`; 0: none.
EntryNumber last_of(Journal& journal, std::string_view subject,
                    const std::vector<std::string_view>& events) {
  EntryNumber last = 0;
  for (const JournalEntry& each : journal.about(subject)) {
    if (std::find(events.begin(), events.end(), each.event) != events.end()) last = each.number;
  }
  return last;
}

/// The entry by which the last of them was gone.
EntryNumber gone_by(Journal& journal, const std::vector<DocumentId>& documents) {
  EntryNumber last = 0;
  for (const DocumentId each : documents) {
    last = std::max(
        last, last_of(journal, fmt::format("document/{}", each.value), {"document.destroyed"}));
  }
  return last;
}

void look_for_files(Archive& archive, const Document& document, ErasureProof& proof) {
  Documents documents(archive.catalogue());
  for (const Original& each : document.originals) {
    if (!archive.originals().contains(each.sha256)) continue;
    if (documents.names(each.sha256)) {
      ++proof.shared;
    } else {
      proof.remains.push_back({"originals", each.sha256});
    }
  }
  if (archive.derived().has_any(document.id)) {
    proof.remains.push_back({"derived", document.accession});
  }
}

void look_into_index(Archive& archive, const std::vector<DocumentId>& gone, ErasureProof& proof) {
  const Generations generations(archive.disk(), archive.index_root());
  const auto current = generations.current();
  if (!current) return;
  for_each_document(generations.folder_of(*current), [&](DocumentId id) {
    if (std::binary_search(gone.begin(), gone.end(), id)) {
      proof.remains.push_back({"index", std::to_string(id.value)});
    }
  });
}

}  // namespace

ErasureProof proof_of_erasure(Archive& archive, std::int64_t act) {
  ErasureProof proof;
  Documents documents(archive.catalogue());
  Destructions destructions(archive.catalogue());
  const std::vector<DocumentId> gone = destructions.gone(act);
  for (const DocumentId id : gone) {
    const auto document = documents.find(id);
    if (!document) continue;
    ++proof.documents;
    look_for_files(archive, *document, proof);
    for (const std::string& table : destructions.remains(id)) {
      proof.remains.push_back({"catalogue", fmt::format("{} ({})", document->accession, table)});
    }
  }
  look_into_index(archive, gone, proof);
  Journal journal(archive.catalogue());
  const EntryNumber last = gone_by(journal, gone);
  if (last == 0) return proof;
  const bool has_index = Generations(archive.disk(), archive.index_root()).current().has_value();
  if (has_index && last_of(journal, "index", {"index.compacted", "index.rebuilt"}) < last) {
    proof.remains.push_back({"index", "index"});
  }
  if (last_of(journal, "catalogue", {"catalogue.purged"}) < last) {
    proof.remains.push_back({"catalogue", "catalogue"});
  }
  return proof;
}

}  // namespace fonds
