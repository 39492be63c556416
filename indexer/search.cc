#include "indexer/search.h"

#include <xapian.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "base/disk.h"
#include "base/error.h"
#include "base/messages.h"
#include "indexer/fields.h"
#include "indexer/generations.h"
#include "indexer/query_parser.h"
#include "indexer/record.h"
#include "indexer/snippet.h"
#include "indexer/xapian_error.h"

namespace fonds {
namespace {

constexpr int kTries = 8;  ///< of a search the index changes under

void append_sentence(std::string& text, const std::string& sentence) {
  if (!text.empty()) text += ' ';
  text += sentence;
}

/// Pages of the document with `term`.
void collect_pages(const Xapian::Database& database, Xapian::docid document,
                   const std::string& term, std::vector<int>& pages) {
  if (term.empty()) return;
  const auto end = database.positionlist_end(document, term);
  auto position = database.positionlist_begin(document, term);
  while (position != end) {
    const int page = page_of(*position);
    pages.push_back(page);
    if (page == 0xFFFF) return;
    position.skip_to(position_of(static_cast<std::size_t>(page) + 1, 0));
  }
}

/// Whether the document has any word that is wanted.
bool has_any(const Xapian::Database& database, Xapian::docid document, const WantedWords& wanted) {
  std::vector<std::string> terms = wanted.exact;
  for (const std::string& stem : wanted.stems) {
    terms.push_back(std::string(entry_of(FieldId::stem).prefix) + stem);
  }
  for (const auto& phrase : wanted.phrases) terms.insert(terms.end(), phrase.begin(), phrase.end());
  terms.insert(terms.end(), wanted.terms.begin(), wanted.terms.end());
  std::sort(terms.begin(), terms.end());
  auto found = database.termlist_begin(document);
  const auto end = database.termlist_end(document);
  for (const std::string& term : terms) {
    found.skip_to(term);
    if (found == end) break;
    if (*found == term) return true;
  }
  for (const std::string& beginning : wanted.beginnings) {
    auto word = database.termlist_begin(document);
    word.skip_to(beginning);
    if (word != end && (*word).starts_with(beginning)) return true;
  }
  return false;
}

std::vector<int> hit_pages(const Xapian::Database& database, Xapian::docid document,
                           int pages_of_document, const WantedWords& wanted) {
  if (pages_of_document == 1) {
    return has_any(database, document, wanted) ? std::vector<int>{1} : std::vector<int>{};
  }
  std::vector<int> pages;
  for (const std::string& stem : wanted.stems) {
    collect_pages(database, document, std::string(entry_of(FieldId::stem).prefix) + stem, pages);
  }
  for (const auto* terms : {&wanted.exact, &wanted.terms}) {
    for (const std::string& term : *terms) collect_pages(database, document, term, pages);
  }
  for (const auto& phrase : wanted.phrases) {
    for (const std::string& word : phrase) collect_pages(database, document, word, pages);
  }
  for (const std::string& beginning : wanted.beginnings) {
    auto term = database.termlist_begin(document);
    term.skip_to(beginning);
    for (; term != database.termlist_end(document); ++term) {
      const std::string found = *term;
      if (!found.starts_with(beginning)) break;
      collect_pages(database, document, found, pages);
    }
  }
  std::sort(pages.begin(), pages.end());
  pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
  return pages;
}

/// The most frequent words of the index that begin so.
Expansion expand(const Xapian::Database& database, const std::string& beginning) {
  constexpr std::size_t kMostLookedAt = 50'000;
  std::vector<std::pair<Xapian::doccount, std::string>> words;
  Expansion expansion;
  const auto end = database.allterms_end(beginning);
  for (auto term = database.allterms_begin(beginning); term != end; ++term) {
    if (words.size() == kMostLookedAt) {
      expansion.more = true;
      break;
    }
    words.emplace_back(term.get_termfreq(), *term);
  }
  if (words.size() > kMostExpansions) {
    expansion.more = true;
    const auto last = words.begin() + static_cast<std::ptrdiff_t>(kMostExpansions);
    std::partial_sort(words.begin(), last, words.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    words.erase(last, words.end());
  }
  for (auto& [frequency, word] : words) expansion.words.push_back(std::move(word));
  return expansion;
}

EntryNumber position_in(const Xapian::Database& database) {
  const std::string text = database.get_metadata(std::string(kPositionKey));
  EntryNumber position = 0;
  std::from_chars(text.data(), text.data() + text.size(), position);
  return position;
}

}  // namespace

struct Searcher::State {
  State(boost::filesystem::path root, TextSourceForSnippets& text_source, ValueWords value_words)
      : generations(disk, std::move(root)), texts(text_source), words(std::move(value_words)) {}

  LocalDisk disk;  // only read through
  Generations generations;
  TextSourceForSnippets& texts;
  ValueWords words;
  QueryParser parser{words};
  std::optional<Xapian::Database> database;
  int opened = 0;  ///< generation of `database`

  /// Makes `database` the newest state of the generation that serves.
  void refresh() {
    const std::optional<int> current = generations.current();
    if (!current) {
      database.reset();
      throw Error(Fault::not_found, tr("there is no search index yet"),
                  tr("Make it with: fonds index rebuild"));
    }
    if (database && opened == *current) {
      database->reopen();
      return;
    }
    database.reset();
    database.emplace(generations.folder_of(*current).string());
    check_format(*database);
    opened = *current;
  }

  [[nodiscard]] Xapian::MSet matches(const Xapian::Query& query, const SearchRequest& request) {
    Xapian::Enquire enquire(*database);
    enquire.set_query(query);
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    const Xapian::doccount all = database->get_doccount();
    const auto offset = std::min(all, static_cast<Xapian::doccount>(std::max(request.offset, 0)));
    const auto limit = static_cast<Xapian::doccount>(std::clamp(request.limit, 0, kMostHits));
    return enquire.get_mset(offset, limit, kExactTotal);
  }

  SearchResult run(const SearchRequest& request) {
    const ParsedQuery parsed = parser.parse(request.query, [this](const std::string& beginning) {
      return expand(*database, beginning);
    });
    SearchResult result;
    result.notice = parsed.notice;
    result.indexed_to = position_in(*database);
    if (parsed.query.empty()) return result;
    Xapian::MSet found = matches(parsed.query, request);
    if (found.get_matches_upper_bound() == 0 && !parsed.any_word.empty()) {
      Xapian::MSet some = matches(parsed.any_word, request);
      if (some.get_matches_upper_bound() > 0) {
        found = some;
        result.relaxed = true;
        append_sentence(result.notice, tr("No document has all of these words: shown are those "
                                          "with some of them."));
      }
    }
    result.total = found.get_matches_estimated();
    result.total_is_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
    Snippets snippets(parsed.wanted);
    for (auto match = found.begin(); match != found.end(); ++match) {
      result.hits.push_back(hit(match, found.get_max_attained(), request, parsed, snippets));
    }
    return result;
  }

  SearchHit hit(const Xapian::MSetIterator& match, double best, const SearchRequest& request,
                const ParsedQuery& parsed, Snippets& snippets) {
    SearchHit hit;
    hit.document = DocumentId{*match};
    const IndexRecord record = record_from(match.get_document().get_data());
    hit.accession = record.accession;
    hit.score = best > 0 ? std::clamp(match.get_weight() / best, 0.0, 1.0) : 1.0;
    hit.pages = hit_pages(*database, *match, record.pages, parsed.wanted);
    hit.snippet = snippets.of(text_of(hit.document), hit.pages, request.snippet_length);
    return hit;
  }

  /// Empty when the document has just gone: the index follows a little later. Any other failure
  /// to read is one.
  std::string text_of(DocumentId document) {
    try {
      return texts.text_of(document);
    } catch (const Error& error) {
      if (error.fault() != Fault::not_found) throw;
      return {};
    }
  }
};

Searcher::Searcher(boost::filesystem::path index_root, TextSourceForSnippets& texts,
                   ValueWords words)
    : state_(std::make_unique<State>(std::move(index_root), texts, std::move(words))) {}

Searcher::~Searcher() = default;

SearchResult Searcher::search(const SearchRequest& request) {
  Xapian::rev tried = 0;  // revision read without success
  bool tried_any = false;
  for (int attempt = 1;; ++attempt) {
    bool opened = false;
    try {
      state_->refresh();
      opened = true;
      // Damage can look like a change: then what is tried again has the revision we know.
      if (tried_any && tried == state_->database->get_revision()) {
        state_->database.reset();
        throw unusable_index(tr("its tables do not agree"));
      }
      return state_->run(request);
    } catch (const Xapian::DatabaseModifiedError& cause) {
      tried_any = opened;
      if (opened) {
        tried = state_->database->get_revision();
      } else {
        state_->database.reset();
      }
      if (attempt == kTries) throw opened ? error_of(cause) : error_of_opening(cause);
    } catch (const Xapian::Error& cause) {
      // The generation may have been swapped and removed since `current` was read.
      const int tried_generation = state_->opened;
      tried_any = false;
      state_->database.reset();
      state_->opened = 0;
      const std::optional<int> current = state_->generations.current();
      if (attempt == kTries || !current || *current == tried_generation || attempt > 2)
        throw error_of(cause);
    }
  }
}

}  // namespace fonds
