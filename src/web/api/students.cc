// The register of students: the list, a card, changes by hand, two records of one person, lists
// of other programs.
#include "archive/students.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

#include "base/error.h"
#include "base/messages.h"
#include "web/api/api_routes.h"
#include "web/api/items.h"
#include "web/api/records.h"
#include "web/api/sent_file.h"
#include "web/api/student_records.h"
#include "web/pages/portfolio.h"
#include "web/student_model.h"

namespace fonds {
namespace {

/// A field of the register as records call it, and as lists of students do.
struct RegisterField {
  std::string_view name;
  const char* in_lists;
  enum class Kind { text, texts, day, year } kind = Kind::text;
};
using Kind = RegisterField::Kind;
constexpr std::array<RegisterField, 16> kFields{{
    {"external_id", "id"},
    {"last", "last"},
    {"first", "first"},
    {"middle", "middle"},
    {"former_last", "former_last", Kind::texts},
    {"birth_date", "birth_date", Kind::day},
    {"gender", "gender"},
    {"school", "school"},
    {"collective", "collective"},
    {"programme", "programme"},
    {"group", "group"},
    {"school_year", "school_year", Kind::year},
    {"from", "from", Kind::day},
    {"to", "to", Kind::day},
    {"guardians", "guardians", Kind::texts},
    {"left_on", "left_on", Kind::day},
}};

/// As a list of students would say it; empty: the field is to be cleared.
std::string text_of(const Asked& asked, const RegisterField& field) {
  switch (field.kind) {
    case Kind::text:
      return asked.text(field.name);
    case Kind::texts:
      return fmt::format("{}", fmt::join(asked.texts(field.name), "; "));
    case Kind::day:
      return asked.text(field.name).empty() ? "" : to_text(asked.needed_day(field.name));
    case Kind::year:
      return std::to_string(asked.needed_whole(field.name));
  }
  return {};
}

StudentFields fields_said(const Asked& asked) {
  StudentFields fields;
  for (const RegisterField& each : kFields) {
    if (asked.has(each.name)) fields.emplace_back(each.in_lists, text_of(asked, each));
  }
  return fields;
}

StudentId student_in_path(const Visit& visit) {
  return {number_in_path(visit.captured("student"))};
}

Response list_students(Visit& visit) {
  const Asked asked(visit.request, {"words", "offset", "limit"});
  Items items(asked);
  const StudentPage found =
      ArchiveStudents(visit.archive())
          .page(visit.actor(), words_in(asked.text("words")), items.offset(), items.limit());
  return items.part(found.students, found.total).answer();
}

Response show_student(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(
      record_of(ArchiveStudents(visit.archive()).show(visit.actor(), student_in_path(visit))));
}

Response give_portfolio(Visit& visit) {
  const Asked asked(visit.request,
                    {"format", "year", "from", "to", "scope", "paper", "birth_date"});
  const std::string format = asked.text("format");
  if (!format.empty() && format != "pdf" && format != "zip") {
    throw Error(Fault::usage, say(tr("a portfolio is not given out as '{}'"), format),
                tr("take it as PDF or ZIP"));
  }
  PortfolioWishes wishes;
  wishes.year = asked.text("year");
  wishes.from = asked.text("from");
  wishes.to = asked.text("to");
  wishes.scope = asked.text("scope");
  wishes.papers = asked.texts("paper");
  wishes.birth_date = asked.flag("birth_date");
  return portfolio_download(visit, student_in_path(visit),
                            format == "zip" ? PortfolioForm::zip : PortfolioForm::pdf, wishes);
}

Response add_student(Visit& visit) {
  const Asked asked(visit.request,
                    {"external_id", "last", "first", "middle", "former_last", "birth_date",
                     "gender", "school", "collective", "programme", "group", "school_year", "from",
                     "to", "guardians", "left_on", "namesake"});
  using Namesake = ArchiveStudents::Namesake;
  const Student added = ArchiveStudents(visit.archive())
                            .add(visit.actor(), fields_said(asked),
                                 asked.flag("namesake") ? Namesake::another : Namesake::ask);
  return json_answer(record_of(added), 201);
}

Response change_student(Visit& visit) {
  const Asked asked(visit.request, {"external_id", "last", "first", "middle", "former_last",
                                    "birth_date", "gender", "school", "collective", "programme",
                                    "group", "school_year", "from", "to", "guardians", "left_on"});
  return json_answer(
      record_of(ArchiveStudents(visit.archive())
                    .edit(visit.actor(), student_in_path(visit), fields_said(asked))));
}

Response merge(Visit& visit) {
  const Asked asked(visit.request, {"other"});
  return json_answer(
      record_of(ArchiveStudents(visit.archive())
                    .merge(visit.actor(), student_in_path(visit), {asked.needed_whole("other")})));
}

/// The path names the one that was merged into another.
Response part(Visit& visit) {
  const Asked nothing(visit.request, {});
  const auto [kept, parted] =
      ArchiveStudents(visit.archive()).part(visit.actor(), student_in_path(visit));
  return json_answer({{"kept", record_of(kept)}, {"parted", record_of(parted)}});
}

Response import_list(Visit& visit) {
  const Asked asked = asked_beside_file(visit.request, {"profile", "dry_run", "skip_bad"});
  const UploadedFile& list = file_sent(visit.request);
  // Lists are read by their path; what was sent has none but this one.
  const std::string path = fmt::format("/proc/self/fd/{}", list.fd.get());
  return json_answer(
      record_of(ArchiveStudents(visit.archive())
                    .import(visit.actor(), path, asked.text("profile"),
                            asked.flag("skip_bad") ? BadRows::skip : BadRows::refuse_all,
                            asked.flag("dry_run") ? Commitment::dry_run : Commitment::change)));
}

}  // namespace

std::vector<Route> api_student_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kRead = Operation::read_students;
  constexpr auto kEdit = Operation::edit_students;
  return {
      {Method::get, "/api/v1/students", kIn, kRead, &list_students},
      {Method::post, "/api/v1/students", kIn, kEdit, &add_student},
      {Method::post, "/api/v1/students/import", kIn, kEdit, &import_list},
      {Method::get, "/api/v1/students/{student}", kIn, kRead, &show_student},
      {Method::put, "/api/v1/students/{student}", kIn, kEdit, &change_student},
      {Method::get, "/api/v1/students/{student}/portfolio", kIn, Operation::read_document,
       &give_portfolio},
      {Method::post, "/api/v1/students/{student}/merge", kIn, kEdit, &merge},
      {Method::post, "/api/v1/students/{student}/part", kIn, kEdit, &part},
  };
}

}  // namespace fonds
