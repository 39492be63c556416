// Search, papers like one, what may be meant while somebody types, searches that are kept.
#include "archive/search.h"

#include <array>

#include "archive/index.h"
#include "archive/saved_searches.h"
#include "base/error.h"
#include "base/messages.h"
#include "web/api/chosen.h"
#include "web/api/items.h"
#include "web/api/search_records.h"
#include "web/api/search_routes.h"

namespace fonds {
namespace {

constexpr int kHits = 20;
constexpr int kMostHitsAsked = 1000;
constexpr int kMostPassedOver = 1'000'000'000;
constexpr std::array<std::string_view, 4> kOrders{"relevance", "date", "number", "accession"};
constexpr std::array<std::string_view, 3> kCompletions{"collective", "case", "event"};

/// What both kinds of search are asked beside the words.
SearchRequest request_of(const Asked& asked) {
  SearchRequest wanted;
  wanted.offset = asked.whole("offset", 0, 0, kMostPassedOver);
  wanted.limit = asked.whole("limit", kHits, 1, kMostHitsAsked);
  wanted.facets = asked.flag("facets");
  return wanted;
}

Response told(const Visit& visit, const FoundPapers& found, const SearchRequest& wanted) {
  Archive& archive = visit.archive();
  return json_answer(
      record_of(found, wanted.offset, ArchiveIndex(archive).lag(), wanted.facets, archive.words()));
}

Response search(Visit& visit) {
  const Asked asked(visit.request, {"q", "offset", "limit", "order", "descending", "facets"});
  SearchRequest wanted = request_of(asked);
  wanted.query = asked.needed_text("q");
  wanted.order = chosen_if_said<HitOrder>(asked, "order", kOrders).value_or(HitOrder::relevance);
  wanted.descending = asked.flag("descending");
  return told(visit, visit.place.search.search(visit.actor(), wanted), wanted);
}

Response show_like(Visit& visit) {
  const SearchRequest wanted = request_of(Asked(visit.request, {"offset", "limit", "facets"}));
  return told(visit, visit.place.search.like(visit.actor(), visit.captured("document"), wanted),
              wanted);
}

Json completed_students(Visit& visit, const std::string& typed, int limit) {
  Json offered = Json::array();
  for (const Student& each : visit.place.search.complete_students(visit.actor(), typed, limit)) {
    offered.push_back(completion_of(each));
  }
  return offered;
}

Json completed_values(Visit& visit, const std::string& typed, int limit) {
  const auto field = named<CompletionField>(kCompletions, visit.captured("field"));
  if (!field) {
    throw Error(
        Fault::not_found, tr("there is no such page"),
        say(tr("write one of: {}"), fmt::format("student, {}", fmt::join(kCompletions, ", "))));
  }
  Json offered = Json::array();
  for (const Completion& each : visit.place.search.complete(visit.actor(), *field, typed, limit)) {
    offered.push_back(record_of(each));
  }
  return offered;
}

Response complete(Visit& visit) {
  const Asked asked(visit.request, {"typed", "limit"});
  const int limit = asked.whole("limit", kHits, 1, kMostHitsAsked);
  const std::string typed = asked.text("typed");
  Json offered = visit.captured("field") == "student" ? completed_students(visit, typed, limit)
                                                      : completed_values(visit, typed, limit);
  return json_answer({{"items", std::move(offered)}});
}

Response list_saved(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  return Items(asked).all(ArchiveSavedSearches(visit.archive()).list(visit.actor())).answer();
}

Response save(Visit& visit) {
  const Asked asked(visit.request, {"title", "query"});
  const SavedSearch saved = ArchiveSavedSearches(visit.archive())
                                .save(visit.actor(), asked.text("title"), asked.text("query"));
  return json_answer(record_of(saved), 201);
}

Response forget(Visit& visit) {
  const Asked nothing(visit.request, {});
  ArchiveSavedSearches(visit.archive()).remove(visit.actor(), visit.captured("title"));
  return json_answer({{"done", true}});
}

}  // namespace

std::vector<Route> api_search_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kSearch = Operation::search;
  constexpr auto kSave = Operation::save_searches;
  return {
      {Method::get, "/api/v1/search", kIn, kSearch, &search},
      {Method::get, "/api/v1/documents/{document}/like", kIn, kSearch, &show_like},
      {Method::get, "/api/v1/completions/{field}", kIn, kSearch, &complete},
      {Method::get, "/api/v1/searches", kIn, kSave, &list_saved},
      {Method::post, "/api/v1/searches", kIn, kSave, &save},
      {Method::del, "/api/v1/searches/{title}", kIn, kSave, &forget},
  };
}

}  // namespace fonds
