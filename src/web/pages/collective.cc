// A collective: who attends it, as far as this person may see, and the papers that name it.
#include <algorithm>

#include "archive/students.h"
#include "base/messages.h"
#include "base/text.h"
#include "web/hit_model.h"
#include "web/routes.h"
#include "web/student_model.h"

namespace fonds {
namespace {

constexpr int kPapers = 20;

/// As one would type it; quotes in a title end no quotation.
std::string query_of(const std::string& title) {
  std::string quoted = title;
  std::replace(quoted.begin(), quoted.end(), '"', ' ');
  return "collective:\"" + quoted + '"';
}

Json members_model(Visit& visit, const std::string& title) {
  const std::string wanted = fold(title);
  Json members = Json::array();
  ArchiveStudents(visit.archive()).attending(visit.actor(), title, [&](const Student& student) {
    std::vector<std::string> years;
    for (const Membership& each : student.memberships) {
      if (fold(each.collective) != wanted) continue;
      std::string when = school_year_in_words(each.school_year);
      if (!each.group.empty()) when += (when.empty() ? "" : ", ") + printable(each.group);
      if (!when.empty()) years.push_back(when);
    }
    Json line = student_line_model(student);
    line["when"] = fmt::format("{}", fmt::join(years, "; "));
    members.push_back(std::move(line));
  });
  return members;
}

Response show_collective(Visit& visit) {
  const std::string& title = visit.captured("title");
  SearchRequest wanted;
  wanted.query = query_of(title);
  wanted.limit = kPapers;
  wanted.order = HitOrder::date;
  wanted.descending = true;
  const FoundPapers found = visit.place.search.search(visit.actor(), wanted);
  Json model{{"title", printable(title)},
             {"found", say(trn("{} paper", "{} papers", static_cast<unsigned long>(found.total)),
                           found.total)},
             {"hits", hits_model(visit, found.hits)}};
  if (found.total > kPapers) {
    model["all"] = "/find?" + written_form({{"q", wanted.query}, {"order", "newest"}});
  }
  if (visit.may(Operation::read_students)) {
    Json members = members_model(visit, title);
    model["members"] = {{"any", !members.empty()}, {"list", std::move(members)}};
  }
  return page(visit, "collective", printable(title), model);
}

}  // namespace

std::vector<Route> collective_routes() {
  return {
      {Method::get, "/collectives/{title}", Door::signed_in, Operation::search, &show_collective}};
}

}  // namespace fonds
