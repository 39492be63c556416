// The bank of achievements: records, sums, what people state beside a card, frozen banks and what
// differs between them, tables to take out.
#include "archive/achievements.h"

#include <array>

#include "archive/achievement_export.h"
#include "archive/achievement_snapshots.h"
#include "archive/achievement_table.h"
#include "archive/publication.h"
#include "archive/student_choice.h"
#include "base/error.h"
#include "base/messages.h"
#include "forms/csv_text.h"
#include "forms/spreadsheet.h"
#include "web/api/achievement_records.h"
#include "web/api/api_routes.h"
#include "web/api/chosen.h"
#include "web/api/items.h"
#include "web/api/records.h"
#include "web/printed_download.h"

namespace fonds {
namespace {

constexpr std::string_view kXlsxType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::string_view kCsvType = "text/csv; charset=utf-8";
enum class Form { csv, xlsx };
constexpr std::array<std::string_view, 2> kForms{"csv", "xlsx"};
enum class ListForm { json, csv };
constexpr std::array<std::string_view, 2> kListForms{"json", "csv"};

/// A number of the query, for use cases that take what people type.
std::string number_text(const Asked& asked, std::string_view field) {
  return std::to_string(asked.needed_whole(field));
}

AchievementFilter filter_said(Visit& visit, Operation operation, const Asked& asked) {
  Archive& archive = visit.archive();
  AchievementFilter filter;
  if (asked.has("student")) {
    filter.student =
        student_meant(archive, visit.actor(), operation, number_text(asked, "student"));
  }
  filter.collective = asked.text("collective");
  filter.from = asked.day_if_said("from");
  filter.to = asked.day_if_said("to");
  if (asked.has("level")) filter.level = level_meant(archive.words(), asked.text("level"));
  return filter;
}

/// As it is now, or as a snapshot froze it.
AchievementBank bank_said(Visit& visit, const Asked& asked) {
  const auto snapshot = asked.whole_if_said("snapshot");
  const AchievementFilter filter = filter_said(visit, Operation::read_achievements, asked);
  if (snapshot) return ArchiveSnapshots(visit.archive()).bank(visit.actor(), *snapshot, filter);
  return ArchiveAchievements(visit.archive()).list(visit.actor(), filter);
}

Response list_records(Visit& visit) {
  const Asked asked(visit.request, {"student", "collective", "from", "to", "level", "snapshot",
                                    "offset", "limit"});
  Items items(asked);
  return items.all(bank_said(visit, asked)).answer();
}

Response show_totals(Visit& visit) {
  const Asked asked(visit.request, {"student", "collective", "from", "to", "level", "snapshot"});
  return json_answer(record_of(totals_of(bank_said(visit, asked))));
}

/// Of a person's word the record may no longer be an achievement: then it is done, and no more.
Response state_facts(Visit& visit) {
  const Asked asked(visit.request, {"counts", "control", "scope", "place"});
  ArchiveAchievements::Statements statements;
  for (const std::string_view fact : kStatableFacts) {
    if (asked.has(fact)) statements.emplace(fact, asked.text(fact));
  }
  if (statements.empty()) {
    throw Error(Fault::usage, tr("nothing is stated"), tr("the API's description names all"));
  }
  const auto record = ArchiveAchievements(visit.archive())
                          .set(visit.actor(), visit.captured("achievement"), statements);
  return json_answer(record ? record_of(*record) : Json{{"done", true}});
}

/// Few: two are taken a year.
Response list_snapshots(Visit& visit) {
  const Asked nothing(visit.request, {});
  ArchiveSnapshots snapshots(visit.archive());
  Json items = Json::array();
  for (const FrozenBank& each : snapshots.list(visit.actor())) items.push_back(record_of(each));
  return json_answer({{"items", std::move(items)},
                      {"next", nullptr},
                      {"due", day_or_null(snapshots.due(visit.actor()))}});
}

Response freeze(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(record_of(ArchiveSnapshots(visit.archive()).freeze(visit.actor())), 201);
}

Response show_difference(Visit& visit) {
  const Asked asked(visit.request, {"before", "after"});
  return json_answer(record_of(
      ArchiveSnapshots(visit.archive())
          .compare(visit.actor(), asked.whole_if_said("before"), asked.whole_if_said("after"))));
}

/// The entry of the journal about it goes along: with it one shows later that the journal was not
/// rewritten since.
Response take_out(Visit& visit) {
  const Asked asked(visit.request,
                    {"student", "collective", "from", "to", "level", "snapshot", "format"});
  const Form form = chosen_if_said<Form>(asked, "format", kForms).value_or(Form::csv);
  const AchievementExport taken =
      ArchiveAchievementExport(visit.archive())
          .take_out(visit.actor(), filter_said(visit, Operation::export_achievements, asked),
                    asked.whole_if_said("snapshot"), kForms[static_cast<std::size_t>(form)]);
  Response response =
      form == Form::csv ? file_download(csv_text(taken.records), kCsvType, "achievements.csv")
                        : file_download(xlsx_of(std::array{taken.records, taken.about}, taken.made),
                                        kXlsxType, "achievements.xlsx");
  response.set("Fonds-Journal-Entry", std::to_string(taken.entry));
  response.set("Fonds-Journal-Hash", taken.hash);
  return response;
}

/// Whole: in parts it would leave somebody out.
Response list_for_publication(Visit& visit) {
  const Asked asked(visit.request, {"student", "collective", "from", "to", "level", "format"});
  const ListForm form =
      chosen_if_said<ListForm>(asked, "format", kListForms).value_or(ListForm::json);
  const PublicationList list =
      ArchivePublication(visit.archive())
          .list(visit.actor(), filter_said(visit, Operation::export_achievements, asked));
  if (form == ListForm::csv) {
    return file_download(csv_text(table_of(list.records, visit.archive().words())), kCsvType,
                         "publication.csv");
  }
  Json items = Json::array();
  for (const Achievement& each : list.records) items.push_back(record_of(each));
  return json_answer({{"items", std::move(items)},
                      {"next", nullptr},
                      {"left_out", list.left_out},
                      {"left_students", list.left_students}});
}

}  // namespace

std::vector<Route> api_achievement_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kRead = Operation::read_achievements;
  constexpr auto kDecide = Operation::decide_achievements;
  constexpr auto kExport = Operation::export_achievements;
  return {
      {Method::get, "/api/v1/achievements", kIn, kRead, &list_records},
      {Method::get, "/api/v1/achievements/totals", kIn, kRead, &show_totals},
      {Method::get, "/api/v1/achievements/snapshots", kIn, kRead, &list_snapshots},
      {Method::post, "/api/v1/achievements/snapshots", kIn, kDecide, &freeze},
      {Method::get, "/api/v1/achievements/diff", kIn, kRead, &show_difference},
      {Method::get, "/api/v1/achievements/export", kIn, kExport, &take_out},
      {Method::get, "/api/v1/achievements/publication-list", kIn, kExport, &list_for_publication},
      {Method::put, "/api/v1/achievements/{achievement}", kIn, kDecide, &state_facts},
  };
}

}  // namespace fonds
