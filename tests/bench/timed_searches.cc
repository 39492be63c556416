#include "bench/timed_searches.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "archive/search.h"
#include "base/text.h"
#include "bench/invented_archive.h"
#include "bench/measure.h"
#include "catalogue/documents.h"
#include "indexer/terms.h"

namespace fonds {
namespace {

/// Queries of one kind.
struct Kind {
  const char* name;
  bool facets = false;
  std::vector<std::string> queries{};
};

/// The words of a text, as typed.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (const Token& token : tokens_of(text)) {
    if (token.form == Token::Form::word) {
      words.push_back(text.substr(token.begin, token.end - token.begin));
    }
  }
  return words;
}

/// `word` with two letters in its middle exchanged; Cyrillic ones are two bytes each.
std::string mistyped(const std::string& word) {
  constexpr std::size_t kLetter = 2;
  const std::size_t at = word.size() / 2 / kLetter * kLetter;
  if (at < kLetter || at + kLetter > word.size()) return word;
  return word.substr(0, at - kLetter) + word.substr(at, kLetter) +
         word.substr(at - kLetter, kLetter) + word.substr(at + kLetter);
}

std::string with_initials(const PersonName& name) {
  std::string text = name.last + ' ' + first_characters(name.first, 1) + '.';
  if (!name.middle.empty()) text += ' ' + first_characters(name.middle, 1) + '.';
  return text;
}

std::vector<Kind> kinds_of_queries(const InventedPapers& papers, std::size_t documents,
                                   std::size_t queries) {
  Kind surname{"surname"};
  Kind name{"surname, first name"};
  Kind initials{"surname, initials"};
  Kind wrong_name{"name mistyped"};
  Kind nobody{"name of nobody"};
  Kind sign{"№ number"};
  Kind number{"number"};
  Kind case_index{"case"};
  Kind one{"one word"};
  Kind two{"two words"};
  Kind wrong{"word mistyped"};
  Kind phrase{"phrase"};
  for (std::size_t i = 0; i < queries; ++i) {
    const InventedPaper paper = papers.paper(1 + i * 7919 % documents);
    const PersonName& person = papers.students()[paper.student].name;
    surname.queries.push_back(person.last);
    name.queries.push_back(person.last + ' ' + person.first);
    initials.queries.push_back(with_initials(person));
    wrong_name.queries.push_back(mistyped(person.last) + ' ' + person.first);
    nobody.queries.push_back(fmt::format("Небывал{}ов {}", mistyped(person.last), person.first));
    sign.queries.push_back("№ " + paper.number);
    number.queries.push_back(paper.number);
    case_index.queries.push_back(paper.case_index);
    const std::vector<std::string> words = words_of(paper.text.substr(paper.body));
    const std::size_t at = i * 31 % (words.size() - 40);
    one.queries.push_back(words[at]);
    two.queries.push_back(words[at] + " " + words[at + 37]);
    wrong.queries.push_back(mistyped(words[at]));
    phrase.queries.push_back('"' + words[at] + ' ' + words[at + 1] +
                             (i % 2 == 0 ? "" : ' ' + words[at + 2]) + '"');
  }
  Kind facets{"two words, facets", true, two.queries};
  return {surname,    name, initials, wrong_name, nobody, sign,  number,
          case_index, one,  two,      facets,     wrong,  phrase};
}

void print(const char* who, const char* name, const Latencies& took, double mean_total) {
  fmt::print(
      "{:<10} {:<20} p50 {:6.1f}  p95 {:6.1f}  p99 {:6.1f}  most {:7.1f}  cpu p50 {:6.1f}  p99 "
      "{:6.1f}  mean total {:.0f}\n",
      who, name, took.at(0.5), took.at(0.95), took.at(0.99), took.at(1), took.processor_at(0.5),
      took.processor_at(0.99), mean_total);
}

SearchRequest request_for(const Kind& kind, const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.facets = kind.facets;
  return request;
}

void time_warm(Archive& archive, const Actor& actor, const char* who,
               const std::vector<Kind>& kinds) {
  ArchiveSearch search(archive);
  for (const Kind& kind : kinds) {
    for (const std::string& query : kind.queries) search.search(actor, request_for(kind, query));
    Latencies took;
    double hits = 0;
    for (const std::string& query : kind.queries) {
      took.time([&] {
        hits += static_cast<double>(search.search(actor, request_for(kind, query)).total);
      });
    }
    print(who, kind.name, took, hits / static_cast<double>(kind.queries.size()));
  }
}

/// One to four letters of a word of each value, as a person types them.
void time_completion(Archive& archive, const Actor& actor, const char* who,
                     const InventedPapers& papers, std::size_t queries) {
  constexpr int kOffered = 10;
  constexpr std::size_t kLetters = 4;
  struct Typed {
    CompletionField field;
    std::string text;
  };
  std::vector<Typed> typed;
  for (std::size_t i = 0; typed.size() < queries; ++i) {
    const InventedPaper paper = papers.paper(1 + i * 31);
    for (const auto& [field, value] : {std::pair<CompletionField, const std::string&>{
                                           CompletionField::collective, paper.collective},
                                       {CompletionField::event, paper.event},
                                       {CompletionField::case_index, paper.case_index}}) {
      if (!value.empty()) typed.push_back({field, first_characters(value, 1 + i % kLetters)});
    }
  }
  ArchiveSearch search(archive);
  double values = 0;
  Latencies took;
  for (const bool counts : {false, true}) {
    for (const Typed& each : typed) {
      const auto call = [&] {
        values +=
            static_cast<double>(search.complete(actor, each.field, each.text, kOffered).size());
      };
      counts ? took.time(call) : call();
    }
  }
  print(who, "completion", took, values / 2 / static_cast<double>(typed.size()));
}

/// Each with a searcher of its own, after index, catalogue and the texts it shows were dropped.
void time_cold(Archive& archive, const Actor& actor, const char* who,
               const std::vector<Kind>& kinds) {
  constexpr std::size_t kQueries = 10;
  for (const Kind& kind : kinds) {
    Latencies took;
    double hits = 0;
    for (std::size_t i = 0; i < std::min(kQueries, kind.queries.size()); ++i) {
      const SearchRequest request = request_for(kind, kind.queries[i]);
      for (const SearchHit& hit : ArchiveSearch(archive).search(actor, request).hits) {
        forget_files(archive.folder() / "derived" / std::to_string(hit.document.value / 1000) /
                     std::to_string(hit.document.value));
      }
      forget_files(archive.index_root());
      forget_files(archive.folder() / "catalogue");
      const std::unique_ptr<Archive> anew = archive.reopen();
      ArchiveSearch search(*anew);
      took.time([&] { hits += static_cast<double>(search.search(actor, request).total); });
    }
    print(who, kind.name, took, hits / kQueries);
  }
}

}  // namespace

void time_searches(Archive& archive, const InventedPapers& papers, std::size_t queries,
                   const std::string& only) {
  const auto documents = static_cast<std::size_t>(Documents(archive.catalogue()).count());
  std::vector<Kind> kinds = kinds_of_queries(papers, documents, queries);
  std::erase_if(kinds, [&](const Kind& each) {
    return std::string_view(each.name).find(only) == std::string_view::npos;
  });
  fmt::print("{} papers, ms of whole calls with 20 snippets\n", documents);
  for (const auto& [actor, who] :
       {std::pair{local_archivist(), "all"}, std::pair{kTeacher, "teacher"}}) {
    time_warm(archive, actor, who, kinds);
    if (only.empty()) time_completion(archive, actor, who, papers, queries);
  }
  if (only.empty()) time_cold(archive, local_archivist(), "cold", kinds);
}

}  // namespace fonds
