// What waits for a person, and a person's word on papers. Whoever says which revision of a card
// was read overwrites nothing that was said since.
#include "archive/review.h"

#include <algorithm>
#include <array>

#include "web/api/api_routes.h"
#include "web/api/card_records.h"
#include "web/api/chosen.h"
#include "web/api/items.h"

namespace fonds {
namespace {

/// What a person says of a student's link; the machine alone offers one.
enum class Word { linked, refused };
constexpr std::array<std::string_view, 2> kWords{"linked", "refused"};

Response list_waiting(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  Items items(asked);
  ArchiveReview(visit.archive()).list(visit.actor(), items.needed(), [&](const Reviewed& reviewed) {
    items.add([&] { return record_with_paper(reviewed); });
  });
  return items.answer();
}

Response show_card(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(record_with_paper(
      ArchiveReview(visit.archive()).show(visit.actor(), visit.captured("document"))));
}

Response accept(Visit& visit) {
  const Asked asked(visit.request, {"fields", "revision"});
  return json_answer(
      record_with_paper(ArchiveReview(visit.archive())
                            .accept(visit.actor(), visit.captured("document"),
                                    asked.texts("fields"), asked.whole_if_said("revision"))));
}

Response set_field(Visit& visit) {
  const Asked asked(visit.request, {"value", "revision"});
  return json_answer(
      record_with_paper(ArchiveReview(visit.archive())
                            .set(visit.actor(), visit.captured("document"), visit.captured("field"),
                                 asked.needed_text("value"), asked.whole_if_said("revision"))));
}

Response set_student(Visit& visit) {
  const Asked asked(visit.request, {"state", "revision"});
  (void)asked.needed_text("state");
  const bool is_theirs = chosen_if_said<Word>(asked, "state", kWords) == Word::linked;
  return json_answer(
      record_with_paper(ArchiveReview(visit.archive())
                            .set_link(visit.actor(), visit.captured("document"),
                                      {number_in_path(visit.captured("student"))},
                                      is_theirs ? LinkState::linked : LinkState::refused,
                                      asked.whole_if_said("revision"))));
}

/// Of a page or a line; what is larger than any paper has stays larger.
int place_in_path(const Visit& visit, std::string_view name) {
  constexpr std::int64_t kMost = 1'000'000;
  return static_cast<int>(std::min(number_in_path(visit.captured(name)), kMost));
}

/// An empty text says that nothing is printed there.
Response correct_line(Visit& visit) {
  const Asked asked(visit.request, {"text", "revision"});
  const std::string text = asked.has("text") ? asked.text("text") : asked.needed_text("text");
  return json_answer(record_with_paper(
      ArchiveReview(visit.archive())
          .correct_text(visit.actor(), visit.captured("document"), place_in_path(visit, "page"),
                        place_in_path(visit, "line"), text, asked.whole_if_said("revision"))));
}

}  // namespace

std::vector<Route> api_review_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kRead = Operation::read_document;
  constexpr auto kReview = Operation::review;
  return {
      {Method::get, "/api/v1/review", kIn, kRead, &list_waiting},
      {Method::get, "/api/v1/review/{document}", kIn, kRead, &show_card},
      {Method::post, "/api/v1/review/{document}/accept", kIn, kReview, &accept},
      {Method::put, "/api/v1/review/{document}/fields/{field}", kIn, kReview, &set_field},
      {Method::put, "/api/v1/review/{document}/students/{student}", kIn, kReview, &set_student},
      {Method::put, "/api/v1/review/{document}/pages/{page}/lines/{line}", kIn, kReview,
       &correct_line},
  };
}

}  // namespace fonds
