#include "web/student_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <sstream>

#include "archive/achievements.h"
#include "archive/card_words.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"

namespace fonds {
namespace {

std::string day_in_words(const std::optional<CalendarDate>& day) { return day ? spoken(*day) : ""; }

Json membership_model(const Visit& visit, const Membership& each) {
  const bool may = !each.collective.empty() && visit.may(Operation::search);
  return {{"collective", printable(each.collective)},
          {"path", may ? Json("/collectives/" + percent_encoded(each.collective)) : Json(false)},
          {"programme", printable(each.programme)},
          {"group", printable(each.group)},
          {"year", school_year_in_words(each.school_year)},
          {"from", day_in_words(each.from)},
          {"to", day_in_words(each.to)}};
}

/// Whoever deals with them: keeps the register, or answers their applications.
bool may_see_guardians(const Visit& visit) {
  return visit.may(Operation::edit_students) || visit.may(Operation::read_disclosures);
}

Json record_model(const ValueWords& words, const Achievement& each, StudentId student) {
  const auto in_words = [&](std::string_view field, const std::string& value) {
    return value.empty() ? std::string() : printable(value_in_words(words, field, value));
  };
  std::string place = in_words("place", each.place);
  if (place.empty()) place = printable(each.mark);
  return {{"level", in_words("level", each.level)},
          {"place", place},
          {"event", printable(each.event)},
          {"nomination", printable(each.nomination)},
          {"kind", in_words("kind", each.kind)},
          {"date", in_words("date", each.date)},
          {"day", each.date},
          {"path", "/documents/" + each.accession},
          {"own", each.student == student},
          {"collective", printable(each.holder)}};
}

/// The highest level first, as AchievementTotals has it.
Json counts_model(const ValueWords& words, const AchievementTotals& totals,
                  const std::string& year) {
  Json model = Json::array();
  for (const AchievementCount& each : totals.counts) {
    if (each.year != year) continue;
    const std::string level =
        each.level.empty() ? tr("level not known") : words.title("level", each.level);
    if (!model.empty() && model.back()["level"] == level) {
      model.back()["count"] = model.back()["count"].get<std::int64_t>() + each.count;
    } else {
      model.push_back({{"level", level}, {"count", each.count}});
    }
  }
  return model;
}

}  // namespace

std::string path_of(StudentId student) { return fmt::format("/students/{}", student.value); }

StudentId student_named(std::string_view text) {
  StudentId id;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), id.value);
  const bool whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
  return whole && id.value > 0 ? id : StudentId();
}

StudentId student_of(const Visit& visit, std::string_view name) {
  const StudentId id = student_named(visit.captured(name));
  if (id.value == 0) {
    throw Error(Fault::not_found, tr("there is no such page"), tr("go to the first page"));
  }
  return id;
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  std::istringstream stream{to_valid_utf8(text)};
  for (std::string word; stream >> word;) words.push_back(std::move(word));
  return words;
}

std::string school_year_in_words(int first) {
  return first == 0 ? "" : fmt::format("{}/{}", first, first + 1);
}

Json student_line_model(const Student& student) {
  std::vector<std::string> about;
  for (const Membership& each : student.memberships) {
    const std::string title = printable(each.collective);
    if (!title.empty() && std::find(about.begin(), about.end(), title) == about.end()) {
      about.push_back(title);
    }
  }
  return {{"id", student.id.value},
          {"path", path_of(student.id)},
          {"name", printable(full_text(student.name))},
          {"birth", day_in_words(student.birth_date)},
          {"about", fmt::format("{}", fmt::join(about, ", "))}};
}

Json student_facts_model(const Visit& visit, const StudentCard& card) {
  const Student& student = card.student;
  Json model = student_line_model(student);
  std::vector<std::string> former;
  for (const std::string& each : student.former_last_names) former.push_back(printable(each));
  model["former"] = fmt::format("{}", fmt::join(former, ", "));
  model["school"] = printable(student.school);
  model["external_id"] = printable(student.external_id);
  model["left"] = day_in_words(student.left_on);
  model["memberships"] = Json::array();
  for (const Membership& each : student.memberships) {
    model["memberships"].push_back(membership_model(visit, each));
  }
  model["has_memberships"] = !student.memberships.empty();
  model["guardians"] = Json::array();
  if (may_see_guardians(visit)) {
    for (const Guardian& each : student.guardians) {
      model["guardians"].push_back(
          {{"name", printable(each.name)}, {"relation", printable(each.relation)}});
    }
  }
  model["merges"] = Json::array();
  for (const StudentMerge& each : card.merges) {
    model["merges"].push_back({{"merged", each.merged.value},
                               {"kept", each.kept.value},
                               {"at", spoken(moment_from_text(each.merged_at))},
                               {"by", each.merged_by},
                               {"parted", !each.parted_at.empty()}});
  }
  model["has_merges"] = !card.merges.empty();
  return model;
}

Json achievements_model(Visit& visit, const Student& student) {
  AchievementFilter filter;
  filter.student = student.id;
  const AchievementBank bank = ArchiveAchievements(visit.archive()).list(visit.actor(), filter);
  const AchievementTotals totals = totals_of(bank);
  const ValueWords& words = visit.archive().words();
  std::map<std::string, Json, std::greater<>> years;
  for (const Achievement& each : bank) {
    years.try_emplace(year_of(each), Json::array())
        .first->second.push_back(record_model(words, each, student.id));
  }
  Json model{{"records", totals.records}, {"years", Json::array()}};
  for (auto& [year, records] : years) {
    std::stable_sort(records.begin(), records.end(), [](const Json& one, const Json& other) {
      return one["day"].get<std::string>() > other["day"].get<std::string>();
    });
    model["years"].push_back({{"year", year.empty() ? tr("without a date") : year},
                              {"count", records.size()},
                              {"counts", counts_model(words, totals, year)},
                              {"records", std::move(records)}});
  }
  return model;
}

Json timeline_model(const Student& student, const Json& achievements) {
  std::vector<std::pair<std::string, Json>> found;  // by the day
  const auto add = [&](const CalendarDate& day, const std::string& text) {
    found.emplace_back(to_text(day), Json{{"date", spoken(day)}, {"text", text}, {"path", false}});
  };
  for (const Membership& each : student.memberships) {
    const std::string title = printable(each.collective);
    if (each.from) add(*each.from, say(tr("began in «{}»"), title));
    if (each.to) add(*each.to, say(tr("ended in «{}»"), title));
  }
  if (student.left_on) add(*student.left_on, tr("left the institution"));
  for (const Json& year : achievements["years"]) {
    for (const Json& record : year["records"]) {
      if (record["day"] == "") continue;
      std::vector<std::string> parts;
      for (const char* fact : {"place", "event", "level"}) {
        if (record[fact] != "") parts.push_back(record[fact]);
      }
      if (parts.empty()) parts.push_back(record["kind"]);
      found.emplace_back(record["day"], Json{{"date", record["date"]},
                                             {"text", fmt::format("{}", fmt::join(parts, ", "))},
                                             {"path", record["path"]}});
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& one, const auto& other) { return one.first > other.first; });
  Json model = Json::array();
  for (auto& [day, event] : found) model.push_back(std::move(event));
  return model;
}

}  // namespace fonds
