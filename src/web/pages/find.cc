// Search, completion while typing, searches that are kept.
#include "archive/index.h"
#include "archive/saved_searches.h"
#include "archive/search.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "indexer/fields.h"
#include "model/spoken_date.h"
#include "web/hit_model.h"
#include "web/routes.h"

namespace fonds {
namespace {

constexpr int kHits = 20;
constexpr int kMostOffered = 8;

struct Order {
  std::string_view name;
  HitOrder order;
  bool descending;
  const char* title;
};
constexpr std::array<Order, 5> kOrders{{
    {"best", HitOrder::relevance, false, tr_later("best first")},
    {"newest", HitOrder::date, true, tr_later("latest first")},
    {"oldest", HitOrder::date, false, tr_later("earliest first")},
    {"number", HitOrder::number, false, tr_later("by number")},
    {"taken-in", HitOrder::accession, true, tr_later("last taken in first")},
}};

const Order& order_of(const Visit& visit) {
  for (const Order& each : kOrders) {
    if (each.name == visit.request.value("order")) return each;
  }
  return kOrders.front();
}

/// The same search with something else in place of `name`; the page begins anew.
std::string with(const Visit& visit, std::string_view name, std::string_view value) {
  FormFields fields;
  for (const auto& [key, text] : visit.request.query) {
    if (key != name && key != "from") fields.emplace_back(key, text);
  }
  if (!value.empty()) fields.emplace_back(name, value);
  return "/find?" + written_form(fields);
}

std::string field_title(std::string_view name) {
  for (const Field& field : kFields) {
    if (field.name != name) continue;
    return std::string(language() == Language::russian ? field.russian_name : field.name);
  }
  return std::string(name);
}

/// What narrows the query to a value, as one would type it.
std::string narrowing(std::string_view field, const std::string& title) {
  const bool is_one_word = title.find_first_of(" \"()") == std::string::npos;
  std::string quoted;
  for (const char c : title) quoted += c == '"' ? ' ' : c;
  return fmt::format("{}:{}", field_title(field), is_one_word ? title : '"' + quoted + '"');
}

Json facets_model(const Visit& visit, const std::vector<Facet>& facets) {
  const ValueWords& words = visit.archive().words();
  const std::string query(visit.request.value("q"));
  Json model = Json::array();
  for (const Facet& facet : facets) {
    Json values = Json::array();
    for (const FacetValue& each : facet.values) {
      const std::string title = printable(words.title(facet.field, each.value));
      values.push_back({{"title", title},
                        {"count", (facet.is_exact ? "" : "≈") + std::to_string(each.count)},
                        {"path", with(visit, "q", query + ' ' + narrowing(facet.field, title))}});
    }
    if (values.size() < 2) continue;  // nothing to choose
    model.push_back({{"title", field_title(facet.field)}, {"values", std::move(values)}});
  }
  return model;
}

Json students_model(const std::vector<Student>& students) {
  Json model = Json::array();
  for (const Student& each : students) {
    model.push_back({{"id", each.id.value},
                     {"name", printable(full_text(each.name))},
                     {"birth", each.birth_date ? spoken(*each.birth_date) : ""},
                     {"path", fmt::format("/students/{}", each.id.value)}});
  }
  return model;
}

Json saved_model(Visit& visit) {
  Json model = Json::array();
  if (!visit.may(Operation::save_searches)) return model;
  const auto saved = ArchiveSavedSearches(visit.archive()).list(visit.actor());
  for (const SavedSearch& each : saved) {
    model.push_back(
        {{"title", printable(each.title)}, {"path", "/find?q=" + percent_encoded(each.query)}});
  }
  return model;
}

Json orders_model(const Visit& visit) {
  Json model = Json::array();
  for (const Order& each : kOrders) {
    model.push_back({{"name", each.name},
                     {"title", tr(each.title)},
                     {"chosen", each.name == order_of(visit).name}});
  }
  return model;
}

/// "Found: 123" and where this page of hits stands among them.
void tell_found(const Visit& visit, const FoundPapers& found, int from, Json& model) {
  const auto shown = static_cast<int>(found.hits.size());
  model["total"] = fmt::format("{}{}", found.total_is_exact ? "" : "≈", found.total);
  model["found"] =
      say(trn("{} paper found", "{} papers found", static_cast<unsigned long>(found.total)),
          model["total"].get<std::string>());
  model["nothing"] = found.total == 0;
  model["notice"] = found.notice;
  const std::string base = with(visit, "order", visit.request.value("order"));
  if (from > 0) model["previous"] = fmt::format("{}&from={}", base, std::max(0, from - kHits));
  if (from + shown < found.total && shown > 0) {
    model["next"] = fmt::format("{}&from={}", base, from + kHits);
  }
}

Response show_find(Visit& visit) {
  const std::string query(visit.request.value("q"));
  Json model{{"q", query},
             {"query", percent_encoded(query)},
             {"saved", saved_model(visit)},
             {"orders", orders_model(visit)}};
  if (query.empty()) return page(visit, "find", tr("Find"), model);
  SearchRequest wanted;
  wanted.query = query;
  wanted.offset = visit.number("from", 0, 0, 1'000'000);
  wanted.limit = kHits;
  wanted.order = order_of(visit).order;
  wanted.descending = order_of(visit).descending;
  wanted.facets = true;
  const FoundPapers found = visit.place.search.search(visit.actor(), wanted);
  model["asked"] = true;
  model["may_save"] = visit.may(Operation::save_searches);
  model["hits"] = hits_model(visit, found.hits);
  model["facets"] = facets_model(visit, found.facets);
  model["students"] = students_model(found.students);
  tell_found(visit, found, wanted.offset, model);
  if (const EntryNumber lag = ArchiveIndex(visit.archive()).lag(); lag > 0) {
    model["lag"] =
        say(tr("The index is {} entries behind: the newest papers may be missing."), lag);
  }
  return page(visit, "find", query, model);
}

Response save_search(Visit& visit) {
  const std::string query(visit.request.value("q"));
  ArchiveSavedSearches(visit.archive()).save(visit.actor(), visit.request.value("title"), query);
  return done(visit, "/find?q=" + percent_encoded(query), tr("The search is kept."));
}

/// For the box while one types: [{"text", "about"}].
Response complete(Visit& visit) {
  const std::string_view typed = visit.request.value("q");
  Json offered = Json::array();
  if (visit.may(Operation::read_students)) {
    for (const Student& each :
         visit.place.search.complete_students(visit.actor(), typed, kMostOffered)) {
      offered.push_back({{"text", full_text(each.name)},
                         {"about", each.birth_date ? spoken(*each.birth_date) : ""},
                         {"student", each.id.value}});
    }
  }
  for (const CompletionField field :
       {CompletionField::collective, CompletionField::event, CompletionField::case_index}) {
    for (const Completion& each :
         visit.place.search.complete(visit.actor(), field, typed, kMostOffered / 2)) {
      offered.push_back({{"text", each.text}, {"about", std::to_string(each.papers)}});
    }
  }
  return json_answer(offered);
}

}  // namespace

std::vector<Route> find_routes() {
  return {
      {Method::get, "/find", Door::signed_in, Operation::search, &show_find},
      {Method::post, "/find/kept", Door::signed_in, Operation::save_searches, &save_search},
      {Method::get, "/find/completions", Door::signed_in, Operation::search, &complete},
  };
}

}  // namespace fonds
