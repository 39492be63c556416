#include "web/hit_model.h"

#include "archive/card_words.h"
#include "archive/review.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

constexpr std::size_t kMostNames = 3;

Json snippet_model(const Snippet& snippet) {
  Json parts = Json::array();
  std::size_t at = 0;
  const auto add = [&](std::size_t from, std::size_t to, bool mark) {
    if (from < to) {
      parts.push_back({{"text", printable(snippet.text.substr(from, to - from))}, {"mark", mark}});
    }
  };
  for (const Snippet::Mark& mark : snippet.marks) {
    add(at, mark.begin, false);
    add(mark.begin, mark.end, true);
    at = mark.end;
  }
  add(at, snippet.text.size(), false);
  return parts;
}

/// Whose paper it is: the first of them, and how many more there are.
std::string students_of(const Reviewed& reviewed) {
  std::string text;
  std::size_t count = 0;
  for (const StudentLink& link : reviewed.stored.card.links) {
    const auto name = reviewed.names.find(link.student);
    if (link.state != LinkState::linked || name == reviewed.names.end()) continue;
    if (++count > kMostNames) continue;
    if (!text.empty()) text += ", ";
    text += printable(name->second);
  }
  return count > kMostNames ? say(tr("{} and {} more"), text, count - kMostNames) : text;
}

std::string words_of(const Reviewed& reviewed, std::string_view field) {
  const std::string value = text_of(reviewed.stored.card, field);
  return value.empty() ? "" : printable(value_in_words(*reviewed.words, field, value));
}

Json hit_model(const SearchHit& hit, const Reviewed& reviewed) {
  const std::string path = "/documents/" + hit.accession;
  const int page = hit.snippet.page;
  return {{"id", hit.document.value},
          {"accession", hit.accession},
          {"path", path},
          {"page", page},
          {"title", title_of_paper(reviewed)},
          {"date", words_of(reviewed, "date")},
          {"event", words_of(reviewed, "event")},
          {"place", words_of(reviewed, "place")},
          {"case", words_of(reviewed, "case")},
          {"students", students_of(reviewed)},
          {"thumbnail", reviewed.document.pages.empty()
                            ? Json(nullptr)
                            : Json(fmt::format("{}/thumbnails/{}", path, page))},
          {"pages", reviewed.document.pages.size()},
          {"snippet", snippet_model(hit.snippet)}};
}

}  // namespace

std::string title_of_paper(const Reviewed& reviewed) {
  const std::string kind = words_of(reviewed, "kind");
  const std::string number = words_of(reviewed, "number");
  if (kind.empty()) return reviewed.document.accession;
  return number.empty() ? kind : fmt::format("{} № {}", kind, number);
}

Json hits_model(Visit& visit, const std::vector<SearchHit>& hits) {
  std::vector<DocumentId> found;
  found.reserve(hits.size());
  for (const SearchHit& hit : hits) found.push_back(hit.document);
  const std::vector<Reviewed> papers =
      ArchiveReview(visit.archive()).facts_of(visit.actor(), found);
  Json model = Json::array();
  auto paper = papers.begin();
  for (const SearchHit& hit : hits) {
    // Hidden or gone since the index saw it: it is not among the papers.
    if (paper == papers.end() || paper->document.id != hit.document) continue;
    model.push_back(hit_model(hit, *paper++));
  }
  return model;
}

}  // namespace fonds
