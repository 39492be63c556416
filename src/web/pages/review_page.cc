#include "web/pages/review_page.h"

#include <algorithm>

#include "base/messages.h"
#include "base/text.h"
#include "web/review_model.h"
#include "web/static_files.h"

namespace fonds {
namespace {

/// What was typed stays in its input, so that it can be mended.
void tell_problem(const ReviewProblem& problem, Json& model) {
  model["problem"] = problem.message;
  model["hint"] = problem.hint;
  for (const char* list : {"decide", "more"}) {
    for (Json& field : model[list]) {
      const bool wrong = !problem.field.empty() && field["name"] == problem.field;
      field["wrong"] = wrong;
      if (!wrong) continue;
      field["typed"] = printable(problem.typed);
      if (list == std::string_view("more")) model["more_open"] = true;
    }
  }
}

}  // namespace

Response review_page(Visit& visit, std::string_view reference, const ReviewProblem& problem,
                     int status) {
  const Reviewed reviewed = ArchiveReview(visit.archive()).show(visit.actor(), reference);
  const auto last = static_cast<int>(reviewed.document.pages.size());
  const int page_number = visit.number("page", 1, 1, std::max(last, 1));
  Json model = review_model(visit, reviewed, page_number);
  model["may_review"] = visit.may(Operation::review);
  model["may_part"] = visit.may(Operation::review) && visit.may(Operation::take_in);
  model["script"] = static_path("review.js");
  tell_problem(problem, model);
  return page(visit, "review_paper", model["title"].get<std::string>(), model, status);
}

}  // namespace fonds
