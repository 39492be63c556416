#include "web/api/search_records.h"

#include "web/api/records.h"

namespace fonds {

Json record_of(const SearchHit& hit) {
  Json marks = Json::array();
  for (const Snippet::Mark& mark : hit.snippet.marks) marks.push_back({mark.begin, mark.end});
  return {{"id", hit.document.value},
          {"accession", hit.accession},
          {"score", hit.score},
          {"pages", hit.pages},
          {"snippet",
           {{"text", hit.snippet.text}, {"page", hit.snippet.page}, {"marks", std::move(marks)}}}};
}

Json record_of(const Facet& facet, const ValueWords& words) {
  Json values = Json::array();
  for (const FacetValue& each : facet.values) {
    values.push_back({{"value", each.value},
                      {"title", words.title(facet.field, each.value)},
                      {"count", each.count}});
  }
  return {{"field", facet.field},
          {"is_exact", facet.is_exact},
          {"more", facet.more},
          {"values", std::move(values)}};
}

Json record_of(const FoundPapers& found, int offset, EntryNumber lag, bool with_facets,
               const ValueWords& words) {
  Json hits = Json::array();
  for (const SearchHit& hit : found.hits) hits.push_back(record_of(hit));
  Json record{
      {"total", found.total}, {"total_is_exact", found.total_is_exact}, {"offset", offset},
      {"index_lag", lag},     {"notice", text_or_null(found.notice)},   {"hits", std::move(hits)}};
  if (!found.students.empty()) record["students"] = Json::array();
  for (const Student& each : found.students) {
    record["students"].push_back({{"id", each.id.value},
                                  {"name", full_text(each.name)},
                                  {"birth_date", day_or_null(each.birth_date)}});
  }
  if (with_facets) record["facets"] = Json::array();
  for (const Facet& each : found.facets) record["facets"].push_back(record_of(each, words));
  return record;
}

Json record_of(const Completion& completion) {
  return {{"text", completion.text}, {"papers", completion.papers}};
}

Json completion_of(const Student& student) {
  return {{"text", full_text(student.name)},
          {"student", student.id.value},
          {"birth_date", day_or_null(student.birth_date)}};
}

Json record_of(const SavedSearch& saved) {
  return {{"title", saved.title}, {"query", saved.query}, {"saved_at", saved.saved_at}};
}

}  // namespace fonds
