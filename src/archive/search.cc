#include "archive/search.h"

#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/documents.h"
#include "archive/viewer.h"
#include "base/error.h"
#include "base/log.h"
#include "catalogue/cards.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "indexer/generations.h"

namespace fonds {

class ArchiveSearch::Texts : public TextSourceForSnippets {
 public:
  explicit Texts(Archive& archive) : archive_(archive) {}

  std::string text_of(DocumentId id) override {
    const auto document = Documents(archive_.catalogue()).find(id);
    if (!document || document->run == 0) return {};  // destroyed or re-recognised since indexing
    try {
      return corrected(archive_.derived().read(id, document->run, kTextFile),
                       Cards(archive_.catalogue()).load(id).corrections);
    } catch (const Error& error) {
      // A lost text costs this hit its snippet, not the reader all hits; `fonds check` names it
      // too.
      spdlog::error("document {}: {}", id.value, error.what());
      return {};
    }
  }

 private:
  Archive& archive_;
};

ArchiveSearch::ArchiveSearch(Archive& archive)
    : archive_(archive),
      texts_(std::make_unique<Texts>(archive)),
      searcher_(std::make_unique<Searcher>(archive.index_root(), *texts_, archive.words())) {}

ArchiveSearch::~ArchiveSearch() = default;

/// A new archive has nothing to find and no index: no fault of the reader's.
bool ArchiveSearch::has_index() const {
  return Generations(archive_.disk(), archive_.index_root()).current() ||
         Documents(archive_.catalogue()).count(DocumentState::recognised) > 0;
}

SearchResult ArchiveSearch::like(const Actor& actor, std::string_view reference,
                                 SearchRequest request) {
  archive_.policy().require(actor, Operation::search);
  request.like = ArchiveDocuments(archive_).find(Viewer(archive_, actor), reference).id;
  return search(actor, request);
}

std::vector<Completion> ArchiveSearch::complete(const Actor& actor, CompletionField field,
                                                std::string_view typed, int limit) {
  archive_.policy().require(actor, Operation::search);
  if (!has_index()) return {};
  return searcher_->complete(field, typed, limit, Viewer(archive_, actor).visible());
}

SearchResult ArchiveSearch::search(const Actor& actor, const SearchRequest& request) {
  archive_.policy().require(actor, Operation::search);
  SearchResult result;
  if (has_index()) {
    result = searcher_->search(request, Viewer(archive_, actor).visible());
  }
  nlohmann::ordered_json shown = nlohmann::ordered_json::array();
  for (const SearchHit& hit : result.hits) shown.push_back(hit.document.value);
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue())
      .append(transaction, actor, "search.made", "search",
              nlohmann::ordered_json{{"total", result.total}, {"shown", shown}}.dump());
  transaction.commit();
  return result;
}

}  // namespace fonds
