/// Search over the index: full text with Russian stemming, phrases, AND/OR/NOT, ё=е.
///
/// Words are joined by AND. When no document has all of two or more plain words, first those are
/// given that have similar words in place of some, then those with some of the words, best first,
/// and `notice` says so; a person's name is not taken apart so. The best hits stand in order of
/// weight and of how closely the words stand together; of very many the newest come first, and
/// `notice` says so (matching.h). Hits with equal scores come in order of document id, so paging is
/// stable while the index does not change. Index layout: ROOT/generation-<n>/ are Xapian databases;
/// ROOT/current names the one that serves (a one-line file, replaced atomically). A rebuild fills
/// the next generation and swaps. Threads: one Searcher per thread. A writer may run meanwhile:
/// "database modified" is met by reopening. Faults: not_found (no index yet), corrupt, io; a query
/// never fails to parse.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/facets.h"
#include "indexer/value_words.h"
#include "indexer/visible.h"
#include "model/ids.h"
#include "model/student.h"

namespace fonds {

/// What hits are ordered by; those without a date or number stand behind the others.
enum class HitOrder { relevance, date, number, accession };

struct SearchRequest {
  std::string query;  ///< as typed, any bytes
  int offset = 0;
  int limit = 20;
  int snippet_length = 240;  ///< characters
  HitOrder order = HitOrder::relevance;
  bool descending = false;  ///< the latest or largest first; relevance knows one direction only
  bool facets = false;      ///< whether to count them
  /// More like this: instead of a query, the words that tell this document from others. 0: none.
  DocumentId like{};
};

/// What can be completed while it is typed.
enum class CompletionField { collective, case_index, event };
/// A value of papers that begins, in any of its words, as was typed.
struct Completion {
  std::string text;
  std::int64_t papers = 0;  ///< that have it, of those looked at
};

/// A piece of text with what matched: bytes [begin, end) of `text`, in order, not overlapping.
struct Snippet {
  std::string text;
  int page = 1;
  struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  std::vector<Mark> marks;
};

struct SearchHit {
  DocumentId document;
  std::string accession;
  double score = 0;        ///< 0 … 1, best hit 1
  std::vector<int> pages;  ///< pages with any word of the query, ascending
  /// Whose name all words of the query are: linked students, when it is nothing but words.
  std::vector<StudentId> students{};
  Snippet snippet;
};

/// Up to this many matching documents are counted one by one.
inline constexpr int kExactTotal = 10'000;
inline constexpr int kMostHits = 1000;  ///< hits given at once, whatever the limit asked for

struct SearchResult {
  std::vector<SearchHit> hits;
  std::int64_t total = 0;      ///< documents matching
  bool total_is_exact = true;  ///< always up to kExactTotal; above it may be an estimate
  bool relaxed = false;  ///< no document has all the words: these have some of them (see notice)
  std::string notice;    ///< what of the query could not be understood and was taken as words
  EntryNumber indexed_to = 0;   ///< journal entry the index stands at
  std::vector<Facet> facets{};  ///< in the order of kFacetFields, when asked for
};

/// Gives the stored text of a document, pages parted by form feeds, for snippets.
class TextSourceForSnippets {
 public:
  virtual ~TextSourceForSnippets() = default;
  /// Told before their texts are asked for one by one: what is known of all can be read at once.
  virtual void expect(const std::vector<DocumentId>& documents) { (void)documents; }
  virtual std::string text_of(DocumentId document) = 0;
};

class Searcher {
 public:
  /// `texts` must outlive the searcher. `words`: what people call the values of fields.
  Searcher(boost::filesystem::path index_root, TextSourceForSnippets& texts,
           ValueWords words = ValueWords());
  ~Searcher();
  SearchResult search(const SearchRequest& request, const Visible& visible);
  /// What of each page a search for `query` would mark (Snippets::marks_in), words it takes for
  /// others included.
  std::vector<std::vector<Snippet::Mark>> marks(std::string_view query,
                                                const std::vector<std::string>& pages,
                                                const Visible& visible);
  /// The values most papers have that the reader may see, at most `limit`. Nothing typed: none.
  std::vector<Completion> complete(CompletionField field, std::string_view typed, int limit,
                                   const Visible& visible);

 private:
  struct State;
  template <class Action>
  auto reading(Action action) -> decltype(action());
  std::unique_ptr<State> state_;
};

}  // namespace fonds
