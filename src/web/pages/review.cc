// What waits for a person's word: the queue, the way from paper to paper, completions.
#include <limits>

#include "archive/documents.h"
#include "archive/open_words.h"
#include "archive/review.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "web/card_model.h"
#include "web/hit_model.h"
#include "web/pages/review_page.h"
#include "web/review_model.h"

namespace fonds {
namespace {

constexpr int kShown = 60;
constexpr int kMostOffered = 8;
constexpr int kMostUrgent = 1'000'000;

Json waiting_model(const Reviewed& reviewed) {
  const Document& document = reviewed.document;
  const bool has_thumbnail = !document.pages.empty() && has_pictures(document);
  return {{"path", review_path(document)},
          {"accession", document.accession},
          {"title", title_of_paper(reviewed)},
          {"open_words", open_in_words(reviewed)},
          {"children", reviewed.open.mentions > 0},
          {"accepted_at", spoken(document.accepted_at)},
          {"thumbnail", has_thumbnail
                            ? Json(fmt::format("/documents/{}/thumbnails/1", document.accession))
                            : Json(false)}};
}

Response show_queue(Visit& visit) {
  Json papers = Json::array();
  const std::int64_t waiting =
      ArchiveReview(visit.archive()).list(visit.actor(), kShown, [&](const Reviewed& reviewed) {
        papers.push_back(waiting_model(reviewed));
      });
  const auto shown = static_cast<std::int64_t>(papers.size());
  Json model{{"papers", std::move(papers)},
             {"some", waiting > 0},
             {"found", say(trn("{} paper waits for a person", "{} papers wait for a person",
                               static_cast<unsigned long>(waiting)),
                           waiting)},
             {"rest", waiting > shown ? say(tr("Shown: the {} most urgent."), shown) : ""}};
  return page(visit, "review", tr("Check papers"), model);
}

Response show_paper(Visit& visit) { return review_page(visit, visit.captured("document")); }

/// The paper the way goes on from, as the viewer sees it; nothing: from the beginning.
std::optional<Document> begun_from(Visit& visit) {
  const std::string_view after = visit.request.value("after");
  if (after.empty()) return std::nullopt;
  try {
    return ArchiveDocuments(visit.archive()).find(Viewer(visit.archive(), visit.actor()), after);
  } catch (const Error& error) {
    if (error.fault() != Fault::not_found) throw;
    return std::nullopt;
  }
}

/// The next paper that waits. Its place in the queue is told along: it may be decided on already.
Response show_next(Visit& visit) {
  ArchiveReview review(visit.archive());
  const WaitingCard top{{std::numeric_limits<std::int64_t>::max()},
                        std::numeric_limits<int>::max()};
  const auto from = begun_from(visit);
  WaitingCard place = top;
  if (from) {
    const int now = visit.number("urgency", -1, 0, kMostUrgent);
    place = {from->id, now >= 0 ? now : review.card_of(visit.actor(), *from).open.urgency()};
  }
  if (from && visit.request.value("step") == "before") {
    const auto before = review.next(visit.actor(), place, ArchiveReview::Step::before);
    return before ? see_other(review_path(*before))
                  : done(visit, review_path(*from), tr("This is the first paper that waits."));
  }
  if (const auto next = review.next(visit.actor(), place, ArchiveReview::Step::behind)) {
    return see_other(review_path(*next));
  }
  if (!from) return see_other("/review");
  const auto first = review.next(visit.actor(), top, ArchiveReview::Step::behind);
  if (!first) return done(visit, "/review", tr("Every paper is checked."));
  return done(visit, review_path(*first),
              tr("That was the last paper: this is what was left open before."));
}

Json completed_students(Visit& visit, std::string_view typed) {
  Json offered = Json::array();
  const std::vector<Student> found =
      visit.place.search.complete_students(visit.actor(), typed, kMostOffered);
  for (const Student& each : found) {
    offered.push_back({{"text", printable(full_text(each.name))},
                       {"about", each.birth_date ? spoken(*each.birth_date) : ""},
                       {"student", each.id.value}});
  }
  return offered;
}

/// While one types into a field: [{"text", "about", "student"}].
Response complete(Visit& visit) {
  const std::string& field = visit.captured("field");
  const std::string_view typed = visit.request.value("q");
  if (field == "student") return json_answer(completed_students(visit, typed));
  const auto which = field == "collective" ? std::optional(CompletionField::collective)
                     : field == "event"    ? std::optional(CompletionField::event)
                     : field == "case"     ? std::optional(CompletionField::case_index)
                                           : std::nullopt;
  Json offered = Json::array();
  if (!which) return json_answer(offered);
  const std::vector<Completion> found =
      visit.place.search.complete(visit.actor(), *which, typed, kMostOffered);
  for (const Completion& each : found) {
    offered.push_back(
        {{"text", printable(each.text)},
         {"about", say(trn("{} paper", "{} papers", static_cast<unsigned long>(each.papers)),
                       each.papers)}});
  }
  return json_answer(offered);
}

}  // namespace

std::vector<Route> review_routes() {
  std::vector<Route> routes{
      {Method::get, "/review", Door::signed_in, Operation::review, &show_queue},
      {Method::get, "/review/next", Door::signed_in, Operation::review, &show_next},
      {Method::get, "/review/completions/{field}", Door::signed_in, Operation::review, &complete},
      {Method::get, "/review/{document}", Door::signed_in, Operation::review, &show_paper},
  };
  const std::vector<Route> words = review_word_routes();
  routes.insert(routes.end(), words.begin(), words.end());
  return routes;
}

}  // namespace fonds
