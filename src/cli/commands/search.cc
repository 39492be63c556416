#include "archive/search.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <map>

#include "archive/index.h"
#include "archive/saved_searches.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/commands/commands.h"
#include "indexer/fields.h"
#include "model/spoken_date.h"
#include "web/api/search_records.h"

namespace fonds {
namespace {

struct SearchCall {
  std::vector<std::string> words;
  int offset = 0;
  int limit = 20;
  HitOrder order = HitOrder::relevance;
  bool descending = false;
  bool facets = false;
  std::string like;
  std::string complete;
  bool saved = false;  ///< asks for a search that is kept, or for their list
  std::string saved_title;
  std::string save_as;
  std::string forget;
};

const std::map<std::string, CompletionField> kCompletions{
    {"collective", CompletionField::collective},
    {"case", CompletionField::case_index},
    {"event", CompletionField::event}};

const std::map<std::string, HitOrder> kOrders{{"relevance", HitOrder::relevance},
                                              {"date", HitOrder::date},
                                              {"number", HitOrder::number},
                                              {"accession", HitOrder::accession}};

/// The snippet on one line, what matched in bold on a terminal, between stars elsewhere.
std::string marked(const Snippet& snippet) {
  const bool terminal = ::isatty(STDOUT_FILENO) == 1;
  const char* on = terminal ? "\033[1m" : "*";
  const char* off = terminal ? "\033[0m" : "*";
  std::string line;
  std::size_t at = 0;
  for (const Snippet::Mark& mark : snippet.marks) {
    line += printable(snippet.text.substr(at, mark.begin - at)) + on +
            printable(snippet.text.substr(mark.begin, mark.end - mark.begin)) + off;
    at = mark.end;
  }
  return line + printable(snippet.text.substr(at));
}

void print_hits(const SearchResult& result, int offset) {
  int number = offset;
  for (const SearchHit& hit : result.hits) {
    print(fmt::format("{}. {}  {} {}", ++number, hit.accession,
                      trn("page", "pages", hit.pages.size()), fmt::join(hit.pages, ", ")));
    if (!hit.snippet.text.empty()) print("   " + marked(hit.snippet));
  }
}

/// "тип: Диплом 12, Грамота 3"
void print_facet(const Facet& facet, const ValueWords& words) {
  if (facet.values.empty()) return;
  std::vector<std::string> values;
  for (const FacetValue& each : facet.values) {
    values.push_back(fmt::format("{} {}{}", printable(words.title(facet.field, each.value)),
                                 facet.is_exact ? "" : "≈", each.count));
  }
  std::string_view title = facet.field;
  for (const Field& field : kFields) {
    if (field.name == facet.field && language() == Language::russian) title = field.russian_name;
  }
  print(fmt::format("{}: {}{}", title, fmt::join(values, ", "), facet.more ? ", …" : ""));
}

/// With the day of birth: a name alone does not tell namesakes apart.
int complete_students(Session& session, Archive& archive, const std::string& typed, int limit) {
  const auto found = ArchiveSearch(archive).complete_students(session.actor, typed, limit);
  for (const Student& each : found) {
    if (session.json) {
      print(completion_of(each));
    } else {
      const std::string day = each.birth_date ? "  " + spoken(*each.birth_date) : "";
      print(printable(full_text(each.name)) + day);
    }
  }
  return found.empty() ? entry_of(Fault::not_found).exit_code : kExitDone;
}

int complete(Session& session, const SearchCall& call) {
  Archive archive = session.open_archive();
  const std::string typed = fmt::format("{}", fmt::join(call.words, " "));
  if (call.complete == "student") return complete_students(session, archive, typed, call.limit);
  const auto found = ArchiveSearch(archive).complete(session.actor, kCompletions.at(call.complete),
                                                     typed, call.limit);
  for (const Completion& each : found) {
    if (session.json) {
      print(record_of(each));
    } else {
      print(printable(each.text));
    }
  }
  return found.empty() ? entry_of(Fault::not_found).exit_code : kExitDone;
}

int list_saved(Session& session) {
  Archive archive = session.open_archive();
  const std::vector<SavedSearch> saved = ArchiveSavedSearches(archive).list(session.actor);
  for (const SavedSearch& each : saved) {
    if (session.json) {
      print(record_of(each));
    } else {
      print(fmt::format("{}: {}", printable(each.title), printable(each.query)));
    }
  }
  if (saved.empty()) tell(session, tr("You keep no searches."));
  return kExitDone;
}

/// The words of the command line, or those of the search it names; kept when that is asked for.
std::string words_to_search(Session& session, Archive& archive, const SearchCall& call) {
  ArchiveSavedSearches saved(archive);
  if (call.saved) return saved.find(session.actor, call.saved_title).query;
  std::string typed = fmt::format("{}", fmt::join(call.words, " "));
  if (!call.save_as.empty()) saved.save(session.actor, call.save_as, typed);
  return typed;
}

void show(const Session& session, const FoundPapers& result, const SearchCall& call,
          EntryNumber lag, const ValueWords& words) {
  for (const Student& each : result.students) {
    print(say(tr("Student {}: {}"), each.id.value, printable(full_text(each.name))));
  }
  print_hits(result, call.offset);
  for (const Facet& each : result.facets) print_facet(each, words);
  if (!result.notice.empty()) tell(session, result.notice);
  const auto last = call.offset + static_cast<int>(result.hits.size());
  if (result.total == 0) {
    tell(session, tr("Nothing was found."));
  } else if (result.hits.empty()) {
    tell(session, say(tr("Found: {}; there is no hit number {}"), result.total, call.offset + 1));
  } else {
    tell(session, say(tr("Found: {}{}, shown: {}–{}"), result.total_is_exact ? "" : "≈",
                      result.total, call.offset + 1, last));
  }
  if (lag > 0) {
    tell(session,
         say(tr("The index is {} journal entries behind; `fonds work` brings it level."), lag));
  }
}

int find_papers(Session& session, const SearchCall& call) {
  Archive archive = session.open_archive();
  SearchRequest request;
  request.query = words_to_search(session, archive, call);
  request.offset = call.offset;
  request.limit = call.limit;
  request.order = call.order;
  request.descending = call.descending;
  request.facets = call.facets;
  ArchiveSearch searching(archive);
  const FoundPapers result = call.like.empty() ? searching.search(session.actor, request)
                                               : searching.like(session.actor, call.like, request);
  const EntryNumber lag = ArchiveIndex(archive).lag();
  if (session.json) {
    print(record_of(result, call.offset, lag, call.facets, archive.words()));
  } else {
    show(session, result, call, lag, archive.words());
  }
  return result.hits.empty() ? entry_of(Fault::not_found).exit_code : kExitDone;
}

int search(Session& session, const SearchCall& call) {
  if (call.saved && call.saved_title.empty()) return list_saved(session);
  if (!call.forget.empty()) {
    Archive archive = session.open_archive();
    ArchiveSavedSearches(archive).remove(session.actor, call.forget);
    return kExitDone;
  }
  if (!call.complete.empty()) return complete(session, call);
  if (call.words.empty() && call.like.empty() && !call.saved) {
    throw Error(Fault::usage, tr("it is not said what to search for"),
                tr("write words, or --like with the number of a document"));
  }
  return find_papers(session, call);
}

}  // namespace

void define_search(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("search");
  auto call = std::make_shared<SearchCall>();
  // A leading minus is part of the query language; after `--` every word is the query's.
  command->add_option("WORDS", call->words);
  command->add_option("--like", call->like);
  CLI::Option* const saved = command->add_option("--saved", call->saved_title)->expected(0, 1);
  command->add_option("--save-as", call->save_as);
  command->add_option("--forget", call->forget);
  command->add_option("--complete", call->complete)
      ->check(CLI::IsMember({"student", "collective", "case", "event"}));
  command->add_option("--offset", call->offset)->check(CLI::Range(0, 1'000'000'000));
  command->add_option("--limit", call->limit)->check(CLI::Range(1, 1000));
  command->add_option("--order", call->order)
      ->transform(CLI::CheckedTransformer(kOrders, CLI::ignore_case));
  command->add_flag("--descending", call->descending);
  command->add_flag("--facets", call->facets);
  command->callback([&session, call, saved] {
    call->saved = saved->count() > 0;
    session.action = [&session, call] { return search(session, *call); };
  });
}

}  // namespace fonds
