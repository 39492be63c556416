// Nomenclatures of files: the years, the items of one, what is wrong with it; taken in from a
// spreadsheet, given out as one; agreed, approved, closed; the draft of the next year.
#include "archive/nomenclatures.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "archive/nomenclature_file.h"
#include "archive/nomenclature_year.h"
#include "base/error.h"
#include "base/messages.h"
#include "web/api/api_routes.h"
#include "web/api/asked.h"
#include "web/api/items.h"
#include "web/api/nomenclature_records.h"
#include "web/api/sent_file.h"
#include "web/printed_download.h"

namespace fonds {
namespace {

int year_of(const Visit& visit) {
  const std::int64_t year = number_in_path(visit.captured("year"));
  return static_cast<int>(std::min<std::int64_t>(year, std::numeric_limits<int>::max()));
}

/// The spreadsheet that is the body: CSV, XLSX or ODS.
ReadNomenclature read_list(const Visit& visit) {
  const UploadedFile& file = file_sent(visit.request);
  try {
    return read_nomenclature_file(visit.archive().worker_options(), file.fd.get(), file.name);
  } catch (const Error& error) {
    // The bytes are foreign: that they are damaged is no fault of the archive.
    if (error.fault() != Fault::corrupt) throw;
    throw Error(Fault::usage, error.message(), error.hint());
  }
}

template <class Values>
Json records_of(const Values& values) {
  Json records = Json::array();
  for (const auto& each : values) records.push_back(record_of(each));
  return records;
}

Response list_years(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  return Items(asked).all(ArchiveNomenclatures(visit.archive()).list(visit.actor())).answer();
}

Response show_card(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(
      record_of(ArchiveNomenclatures(visit.archive()).card(visit.actor(), year_of(visit))));
}

Response list_items(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  return Items(asked)
      .all(ArchiveNomenclatures(visit.archive()).show(visit.actor(), year_of(visit)).items)
      .answer();
}

Response list_findings(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  return Items(asked)
      .all(ArchiveNomenclatures(visit.archive()).check(visit.actor(), year_of(visit)))
      .answer();
}

/// Of a list that is not in the archive; nothing of it is kept.
Response check_list(Visit& visit) {
  const Asked nothing = asked_beside_file(visit.request, {});
  const ReadNomenclature read = read_list(visit);
  Json findings = records_of(read.problems);
  for (const NomenclatureFinding& each :
       findings_on(read.nomenclature, day_here(visit.archive().clock().now()))) {
    findings.push_back(record_of(each));
  }
  return json_answer({{"year", read.nomenclature.year == 0 ? Json() : Json(read.nomenclature.year)},
                      {"items", records_of(read.nomenclature.items)},
                      {"findings", std::move(findings)}});
}

/// A list with a row that is none is not taken in part: a case would have no period.
Response put_list(Visit& visit) {
  const Asked nothing = asked_beside_file(visit.request, {});
  ReadNomenclature read = read_list(visit);
  if (!read.problems.empty()) {
    const NomenclatureProblem& first = read.problems.front();
    const std::size_t more = read.problems.size() - 1;
    std::string message = line_of(first);
    if (more > 0) message += ' ' + say(trn("(and {} more)", "(and {} more)", more), more);
    throw Error(Fault::usage, message, first.hint);
  }
  read.nomenclature.year = year_of(visit);
  return json_answer(
      record_of(ArchiveNomenclatures(visit.archive()).put(visit.actor(), read.nomenclature)));
}

Response agree(Visit& visit) {
  const Asked asked(visit.request, {"protocol"});
  return json_answer(record_of(ArchiveNomenclatures(visit.archive())
                                   .agree(visit.actor(), year_of(visit), asked.text("protocol"))));
}

Response approve(Visit& visit) {
  const Asked asked(visit.request, {"number", "on", "revision"});
  const NomenclatureApproval approval{asked.text("number"), asked.needed_day("on"),
                                      asked.whole_if_said("revision").value_or(0)};
  return json_answer(record_of(
      ArchiveNomenclatures(visit.archive()).approve(visit.actor(), year_of(visit), approval)));
}

Response add_heading(Visit& visit) {
  const Asked asked(visit.request, {"index", "title", "period", "article", "note"});
  const NewHeading heading{asked.needed_text("index"), asked.needed_text("title"),
                           asked.needed_text("period"), asked.needed_text("article"),
                           asked.text("note")};
  return json_answer(record_of(ArchiveNomenclatureYear(visit.archive())
                                   .add_heading(visit.actor(), year_of(visit), heading)),
                     201);
}

Response tell_totals(Visit& visit) {
  const Asked nothing(visit.request, {});
  const int year = year_of(visit);
  return json_answer(
      record_of(ArchiveNomenclatureYear(visit.archive()).totals(visit.actor(), year), year));
}

Response lock(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(
      record_of(ArchiveNomenclatureYear(visit.archive()).lock(visit.actor(), year_of(visit))));
}

/// Answers the card of the next year.
Response roll_over(Visit& visit) {
  const Asked nothing(visit.request, {});
  const Nomenclature next =
      ArchiveNomenclatureYear(visit.archive()).roll_over(visit.actor(), year_of(visit));
  return json_answer(
      record_of(ArchiveNomenclatures(visit.archive()).card(visit.actor(), next.year)));
}

Response printed(const Visit& visit, const std::string& format, int year,
                 const std::function<PrintedForm()>& make) {
  return printed_as(format, visit, fmt::format("nomenclature-{}", year), make);
}

Response print_list(Visit& visit) {
  const Asked asked(visit.request, {"format"});
  const int year = year_of(visit);
  return printed(visit, asked.text("format"), year, [&] {
    return printed_nomenclature(ArchiveNomenclatures(visit.archive()).form(visit.actor(), year));
  });
}

/// As a table that is taken in again.
Response export_list(Visit& visit) {
  const Asked asked(visit.request, {"format"});
  const std::string format = asked.has("format") ? asked.text("format") : "csv";
  if (format != "csv" && format != "xlsx") {
    throw Error(Fault::usage, say(tr("“{}” can not be {}"), "format", format),
                say(tr("send {}"), "csv, xlsx"));
  }
  const int year = year_of(visit);
  return printed(visit, format, year, [&] {
    const Nomenclature list = ArchiveNomenclatures(visit.archive()).show(visit.actor(), year);
    return PrintedForm{"", {table_of(list, PeriodWords::shipped())}};
  });
}

}  // namespace

std::vector<Route> api_nomenclature_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kRead = Operation::read_nomenclature;
  constexpr auto kEdit = Operation::edit_nomenclature;
  constexpr auto kApprove = Operation::approve_nomenclature;
  return {
      {Method::get, "/api/v1/nomenclatures", kIn, kRead, &list_years},
      {Method::post, "/api/v1/nomenclatures/check", kIn, kRead, &check_list},
      {Method::get, "/api/v1/nomenclatures/{year}", kIn, kRead, &show_card},
      {Method::put, "/api/v1/nomenclatures/{year}", kIn, kEdit, &put_list},
      {Method::get, "/api/v1/nomenclatures/{year}/items", kIn, kRead, &list_items},
      {Method::get, "/api/v1/nomenclatures/{year}/findings", kIn, kRead, &list_findings},
      {Method::get, "/api/v1/nomenclatures/{year}/totals", kIn, kRead, &tell_totals},
      {Method::get, "/api/v1/nomenclatures/{year}/export", kIn, kRead, &export_list},
      {Method::get, "/api/v1/nomenclatures/{year}/forms/list", kIn, kRead, &print_list},
      {Method::post, "/api/v1/nomenclatures/{year}/agree", kIn, kEdit, &agree},
      {Method::post, "/api/v1/nomenclatures/{year}/approve", kIn, kApprove, &approve},
      {Method::post, "/api/v1/nomenclatures/{year}/headings", kIn, kApprove, &add_heading},
      {Method::post, "/api/v1/nomenclatures/{year}/lock", kIn, kEdit, &lock},
      {Method::post, "/api/v1/nomenclatures/{year}/rollover", kIn, kEdit, &roll_over},
  };
}

}  // namespace fonds
