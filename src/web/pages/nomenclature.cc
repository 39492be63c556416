// Nomenclatures of files: the years, one of them, given out as a table or a form, taken in from a
// spreadsheet; agreed, approved, closed; the draft of the next year.
#include <fmt/format.h>

#include "archive/field_input.h"
#include "archive/nomenclature_file.h"
#include "archive/nomenclature_year.h"
#include "archive/nomenclatures.h"
#include "base/messages.h"
#include "base/text.h"
#include "web/form_answers.h"
#include "web/nomenclature_page.h"
#include "web/printed_download.h"
#include "web/retention_page.h"
#include "web/routes.h"

namespace fonds {
namespace {

constexpr std::string_view kPath = "/retention/nomenclature";

Response years_page(Visit& visit, const std::string& problem, int status) {
  Json years = Json::array();
  const auto cards = ArchiveNomenclatures(visit.archive()).list(visit.actor());
  for (auto each = cards.rbegin(); each != cards.rend(); ++each) {
    years.push_back(nomenclature_model(*each));
  }
  return retention_page(visit, "nomenclatures", tr("Nomenclature"),
                        {{"problem", problem},
                         {"years", std::move(years)},
                         {"nothing", cards.empty()},
                         {"year_typed", visit.request.value("year")},
                         {"may_edit", visit.may(Operation::edit_nomenclature)}},
                        status);
}

Response list_years(Visit& visit) { return years_page(visit, "", 200); }

/// A list with a row that is none is not taken in part: a case would have no period.
Nomenclature read_list(Visit& visit) {
  const auto& files = visit.request.files;
  if (files.empty() || files.front().size == 0) {
    throw Error(Fault::usage, tr("no file was sent"), tr("choose a spreadsheet"));
  }
  const UploadedFile& file = files.front();
  ReadNomenclature read =
      read_nomenclature_file(visit.archive().worker_options(), file.fd.get(), file.name);
  if (!read.problems.empty()) {
    const std::size_t more = read.problems.size() - 1;
    std::string message = line_of(read.problems.front()) + " (" + read.problems.front().hint + ')';
    if (more > 0) message += ' ' + say(trn("(and {} more)", "(and {} more)", more), more);
    throw Error(Fault::usage, message, "");
  }
  if (const int year = visit.number("year", 0, 1, 9999); year != 0) read.nomenclature.year = year;
  return std::move(read.nomenclature);
}

Response import(Visit& visit) {
  return attempt(
      [&]() -> Response {
        // The bytes are foreign: what is wrong with them is told beside the form.
        try {
          const auto card =
              ArchiveNomenclatures(visit.archive()).put(visit.actor(), read_list(visit));
          return done(visit, nomenclature_path(card.year), tr("The draft is taken in."));
        } catch (const Error& error) {
          if (error.fault() != Fault::corrupt) throw;
          throw Error(Fault::usage, error.message(), error.hint());
        }
      },
      [&](const std::string& problem, int status) { return years_page(visit, problem, status); });
}

Response show_year(Visit& visit) { return nomenclature_page(visit, year_in_path(visit)); }

Response print_year(Visit& visit) {
  const int year = year_in_path(visit);
  return printed_download(visit, fmt::format("nomenclature-{}", year), [&] {
    return printed_nomenclature(ArchiveNomenclatures(visit.archive()).form(visit.actor(), year));
  });
}

/// As a table that is taken in again.
Response export_year(Visit& visit) {
  const int year = year_in_path(visit);
  return printed_download(visit, fmt::format("nomenclature-{}", year), [&] {
    const Nomenclature list = ArchiveNomenclatures(visit.archive()).show(visit.actor(), year);
    return PrintedForm{"", {table_of(list, PeriodWords::shipped())}};
  });
}

template <class Deed>
Response step(Visit& visit, const char* message, const Deed& deed) {
  const int year = year_in_path(visit);
  return attempt(
      [&] {
        deed(year);
        return done(visit, nomenclature_path(year), message);
      },
      [&](const std::string& problem, int status) {
        return nomenclature_page(visit, year, problem, status);
      });
}

Response agree(Visit& visit) {
  return step(visit, tr("The agreement is on record."), [&](int year) {
    ArchiveNomenclatures(visit.archive())
        .agree(visit.actor(), year, visit.request.value("protocol"));
  });
}

Response approve(Visit& visit) {
  return step(visit, tr("The nomenclature is approved."), [&](int year) {
    const NomenclatureApproval approval{text_typed(visit, "number"),
                                        day_typed(visit.request.value("day")),
                                        number_typed(visit, "revision")};
    ArchiveNomenclatures(visit.archive()).approve(visit.actor(), year, approval);
  });
}

Response lock(Visit& visit) {
  return step(visit, tr("The year is closed."), [&](int year) {
    ArchiveNomenclatureYear(visit.archive()).lock(visit.actor(), year);
  });
}

Response roll_over(Visit& visit) {
  const int year = year_in_path(visit);
  return attempt(
      [&] {
        const Nomenclature next =
            ArchiveNomenclatureYear(visit.archive()).roll_over(visit.actor(), year);
        return done(visit, nomenclature_path(next.year), tr("The draft of the next year is made."));
      },
      [&](const std::string& problem, int status) {
        return nomenclature_page(visit, year, problem, status);
      });
}

}  // namespace

std::vector<Route> nomenclature_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kRead = Operation::read_nomenclature;
  constexpr auto kEdit = Operation::edit_nomenclature;
  return {
      {Method::get, kPath, kIn, kRead, &list_years},
      {Method::post, kPath, kIn, kEdit, &import},
      {Method::get, "/retention/nomenclature/{year}", kIn, kRead, &show_year},
      {Method::get, "/retention/nomenclature/{year}/print", kIn, kRead, &print_year},
      {Method::get, "/retention/nomenclature/{year}/export", kIn, kRead, &export_year},
      {Method::post, "/retention/nomenclature/{year}/agreement", kIn, kEdit, &agree},
      {Method::post, "/retention/nomenclature/{year}/approval", kIn,
       Operation::approve_nomenclature, &approve},
      {Method::post, "/retention/nomenclature/{year}/closed", kIn, kEdit, &lock},
      {Method::post, "/retention/nomenclature/{year}/next", kIn, kEdit, &roll_over},
  };
}

}  // namespace fonds
