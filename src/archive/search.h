/// ArchiveSearch: what the actor may find.
///
/// Threads: one per Archive. Faults: denied, and those of the index.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "archive/viewer.h"
#include "indexer/search.h"
#include "model/actor.h"

namespace fonds {

/// Papers found, and whose name was searched: their cards in the register.
struct FoundPapers : SearchResult {
  std::vector<Student> students{};  ///< the most often named first, at most kMostStudentsOffered
};
inline constexpr std::size_t kMostStudentsOffered = 5;

class ArchiveSearch {
 public:
  explicit ArchiveSearch(Archive& archive);
  ~ArchiveSearch();
  /// Journalled, without the words asked for (they may be a child's name).
  FoundPapers search(const Actor& actor, const SearchRequest& request);
  /// Papers whose text is like that of the document a reference names. The request's query does not
  /// count. Journalled in the same way.
  FoundPapers like(const Actor& actor, std::string_view reference, SearchRequest request);
  /// What of the pages of a paper, as text, a search for `query` would mark: for each of `pages`
  /// its bytes. Not journalled: whoever shows them has shown the paper.
  std::vector<std::vector<Snippet::Mark>> marks(const Actor& actor, std::string_view query,
                                                const std::vector<std::string>& pages);
  /// What may be meant while a collective, a case or an event is being typed. Not journalled: the
  /// search that follows is.
  std::vector<Completion> complete(const Actor& actor, CompletionField field,
                                   std::string_view typed, int limit);

  /// Students of the register who may be meant by beginnings of their names, one of a surname, in
  /// order of names; of those the actor sees. Journalled as a read: who they are is told.
  std::vector<Student> complete_students(const Actor& actor, std::string_view typed, int limit);

 private:
  class Texts;
  [[nodiscard]] bool has_index() const;
  std::vector<Student> students_beginning(const Viewer& viewer,
                                          const std::vector<std::string>& words, int limit);
  void offer_students(const Viewer& viewer, const SearchRequest& request, FoundPapers& found);
  Archive& archive_;
  std::unique_ptr<Texts> texts_;
  std::unique_ptr<Searcher> searcher_;
};

}  // namespace fonds
