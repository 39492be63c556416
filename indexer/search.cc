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
#include "base/text.h"
#include "indexer/card_terms.h"
#include "indexer/completion.h"
#include "indexer/fields.h"
#include "indexer/generations.h"
#include "indexer/matching.h"
#include "indexer/query_parser.h"
#include "indexer/ranking.h"
#include "indexer/record.h"
#include "indexer/snippet.h"
#include "indexer/visible_set.h"
#include "indexer/vocabulary.h"
#include "indexer/xapian_error.h"
#include "registry/letters.h"
#include "registry/name_grammar.h"

namespace fonds {
namespace {

constexpr Xapian::doccount kRankedHits = 100;  ///< put in order anew by closeness
constexpr int kTries = 8;                      ///< of a search the index changes under

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
  std::unique_ptr<WordMistakes> mistakes;  ///< read when first needed, as the next
  std::optional<NameGrammar> grammar;
  std::optional<Xapian::Database> database;
  int opened = 0;  ///< generation of `database`
  VisibleSets sets;

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
    sets.forget();
    database.emplace(generations.folder_of(*current).string());
    check_format(*database);
    opened = *current;
  }

  /// A search as it was understood, and what it found.
  struct Attempt {
    ParsedQuery parsed;
    Matched found;
    [[nodiscard]] bool empty() const { return found.total == 0; }
  };
  void match(Attempt& attempt, const Visible& visible, const MatchWanted& wanted) {
    attempt.found =
        matches(*database, sets.restricted(*database, attempt.parsed.query, visible), wanted);
  }

  /// The words that tell a document from the others, joined by OR; the document itself is none.
  ParsedQuery words_like(DocumentId document) {
    constexpr Xapian::termcount kWords = 20;
    struct Stemmed : Xapian::ExpandDecider {
      bool operator()(const std::string& term) const override {
        return term.starts_with(entry_of(FieldId::stem).prefix);
      }
    } const stemmed;
    ParsedQuery parsed;
    const auto id = static_cast<Xapian::docid>(document.value);
    const std::string itself = term_of(FieldId::document, std::to_string(document.value));
    if (!database->term_exists(itself)) return parsed;
    Xapian::RSet relevant;
    relevant.add_document(id);
    Xapian::Enquire enquire(*database);
    enquire.set_query(Xapian::Query(itself));
    const Xapian::ESet words_found = enquire.get_eset(kWords, relevant, &stemmed);
    std::vector<std::string> terms;
    for (auto each = words_found.begin(); each != words_found.end(); ++each) {
      terms.push_back(*each);
      parsed.wanted.stems.push_back((*each).substr(entry_of(FieldId::stem).prefix.size()));
    }
    if (terms.empty()) return parsed;
    parsed.query = Xapian::Query(Xapian::Query::OP_AND_NOT,
                                 Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()),
                                 Xapian::Query(itself));
    std::sort(parsed.wanted.stems.begin(), parsed.wanted.stems.end());
    return parsed;
  }

  /// As typed; where that finds nothing with similar words; then with some of the words.
  std::unique_ptr<Attempt> attempt(const SearchRequest& request, const Visible& visible,
                                   const MatchWanted& wanted, SearchResult& result) {
    const Xapian::Query seen = sets.of(*database, visible);
    IndexVocabulary vocabulary(*database, seen, parser.stems(), mistakes);
    MatchWanted of_some = wanted;
    of_some.when_broad = WhenBroad::best_of_all;
    auto typed = std::make_unique<Attempt>();
    if (request.like.value != 0) {
      typed->parsed = words_like(request.like);
      if (!typed->parsed.query.empty()) match(*typed, visible, of_some);
      return typed;
    }
    typed->parsed = parser.parse(request.query, vocabulary);
    if (typed->parsed.query.empty()) return typed;
    match(*typed, visible, wanted);
    const std::vector<std::string>& words_typed = typed->parsed.plain_words;
    if (!typed->empty() || words_typed.size() < 2) return typed;
    if (is_name(words_typed)) {
      append_sentence(typed->parsed.notice, tr("No document you may see names this person."));
      return typed;
    }
    auto tolerant = std::make_unique<Attempt>();
    tolerant->parsed = parser.parse(request.query, vocabulary, Tolerance::of_all_words);
    match(*tolerant, visible, wanted);
    if (!tolerant->empty()) return tolerant;
    if (typed->parsed.any_word.empty()) return typed;
    auto some = std::make_unique<Attempt>();
    some->parsed = typed->parsed;
    some->parsed.query = typed->parsed.any_word;
    match(*some, visible, of_some);
    if (some->empty()) return typed;
    result.relaxed = true;
    append_sentence(some->parsed.notice, tr("No document has all of these words: shown are those "
                                            "with some of them."));
    return some;
  }

  /// Whether these words are nothing but somebody's name: another's paper is no answer then.
  bool is_name(const std::vector<std::string>& typed) {
    constexpr std::size_t kFullName = 3;
    if (typed.size() > kFullName) return false;
    if (!grammar) grammar = NameGrammar::shipped();
    bool first_name = false;
    bool patronymic = false;
    bool capitals = true;
    for (const std::string& word : typed) {
      const std::string first = first_characters(word, 1);
      first_name = first_name || grammar->is_known_first_name(word);
      patronymic = patronymic || grammar->is_patronymic(to_title_letters(to_upper_letters(word)));
      capitals = capitals && first != fold(first);
    }
    return first_name && (typed.size() == kFullName ? patronymic : capitals);
  }

  SearchResult run(const SearchRequest& request, const Visible& visible) {
    SearchResult result;
    result.indexed_to = position_in(*database);
    const auto offset = static_cast<Xapian::doccount>(std::max(request.offset, 0));
    const auto limit = static_cast<Xapian::doccount>(std::clamp(request.limit, 0, kMostHits));
    // The first hits are put in order together, however they are asked for page by page.
    const bool ranked = request.order == HitOrder::relevance && offset < kRankedHits;
    MatchWanted wanted{offset, limit, request.order, request.descending, request.facets};
    if (ranked) {
      wanted.offset = 0;
      wanted.limit = std::max(kRankedHits, offset + limit);
    }
    const std::unique_ptr<Attempt> made = attempt(request, visible, wanted, result);
    const ParsedQuery& parsed = made->parsed;
    result.notice = parsed.notice;
    if (parsed.query.empty()) return result;
    Matched& found = made->found;
    result.total = found.total;
    result.total_is_exact = found.total_is_exact;
    result.facets = std::move(found.facets);
    if (found.newest_first) {
      append_sentence(result.notice, tr("Very many documents match: the newest come first."));
    }
    const std::vector<std::string> typed =
        ranked ? folded_words(parsed) : std::vector<std::string>();
    std::vector<Match> order = std::move(found.hits);
    if (ranked) put_in_order(order, typed);
    const double first = ranked && !order.empty() ? order.front().weight : found.best;
    if (ranked) {
      const auto skipped = std::min<std::ptrdiff_t>(offset, std::ssize(order));
      order.erase(order.begin(), order.begin() + skipped);
    }
    if (order.size() > limit) order.resize(limit);
    std::vector<DocumentId> shown;
    shown.reserve(order.size());
    for (const Match& match : order) shown.push_back(DocumentId{match.document});
    texts.expect(shown);
    Snippets snippets(parsed.wanted);
    for (const Match& match : order) {
      result.hits.push_back(hit(match, first, request, parsed, snippets));
      result.hits.back().students = students_named(*database, match.document, typed);
    }
    return result;
  }

  /// The words of a query that is nothing but words, folded.
  static std::vector<std::string> folded_words(const ParsedQuery& parsed) {
    std::vector<std::string> folded;
    for (const std::string& typed : parsed.plain_words) {
      for (const Token& token : tokens_of(typed)) {
        const bool inside = token.form == Token::Form::run || token.form == Token::Form::part;
        if (!inside && !token.text.empty()) folded.push_back(token.text);
      }
    }
    return folded;
  }

  /// The first kRankedHits raised by how closely the words stand together, and highest where they
  /// are one student's name.
  void put_in_order(std::vector<Match>& order, const std::vector<std::string>& typed) {
    if (typed.size() < 2) return;
    const auto ranked = std::min<std::size_t>(order.size(), kRankedHits);
    for (std::size_t i = 0; i < ranked; ++i) {
      Match& match = order[i];
      const double named = names_a_student(*database, match.document, typed) ? 1 : 0;
      match.weight *= 1 + closeness(*database, match.document, typed) + named;
    }
    std::stable_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(ranked),
                     [](const Match& a, const Match& b) { return a.weight > b.weight; });
  }

  SearchHit hit(const Match& match, double best, const SearchRequest& request,
                const ParsedQuery& parsed, Snippets& snippets) {
    SearchHit hit;
    hit.document = DocumentId{match.document};
    const IndexRecord record = record_from(database->get_document(match.document).get_data());
    hit.accession = record.accession;
    hit.score = best > 0 ? std::clamp(match.weight / best, 0.0, 1.0) : 1.0;
    hit.pages = hit_pages(*database, match.document, record.pages, parsed.wanted);
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

template <class Action>
auto Searcher::reading(Action action) -> decltype(action()) {
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
      return action();
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

SearchResult Searcher::search(const SearchRequest& request, const Visible& visible) {
  return reading([&] { return state_->run(request, visible); });
}

std::vector<std::vector<Snippet::Mark>> Searcher::marks(std::string_view query,
                                                        const std::vector<std::string>& pages,
                                                        const Visible& visible) {
  return reading([&] {
    State& state = *state_;
    const Xapian::Query seen = state.sets.of(*state.database, visible);
    IndexVocabulary vocabulary(*state.database, seen, state.parser.stems(), state.mistakes);
    const ParsedQuery parsed = state.parser.parse(query, vocabulary);
    Snippets snippets(parsed.wanted);
    std::vector<std::vector<Snippet::Mark>> found;
    found.reserve(pages.size());
    for (const std::string& page : pages) found.push_back(snippets.marks_in(page));
    return found;
  });
}

std::vector<Completion> Searcher::complete(CompletionField field, std::string_view typed, int limit,
                                           const Visible& visible) {
  return reading([&] {
    return completions(*state_->database, field, typed, limit, visible, state_->sets,
                       state_->parser.stems());
  });
}

}  // namespace fonds
