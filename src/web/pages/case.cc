// Cases: volumes by year, a volume with its papers, what is printed of it.
#include "web/pages/case_page.h"

#include <algorithm>
#include <array>

#include "archive/case_forms.h"
#include "archive/cases.h"
#include "archive/loans.h"
#include "archive/paper_words.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "web/routes.h"

namespace fonds {
namespace {

constexpr int kLeastYear = 1900;
constexpr int kLastYear = 2200;

std::string day_in_words(const std::optional<CalendarDate>& day) { return day ? spoken(*day) : ""; }

Json volume_model(const ShownVolume& shown) {
  const Volume& volume = shown.volume;
  return {{"path", path_of(volume.key)},
          {"key", to_text(volume.key)},
          {"year", volume.key.year},
          {"index", volume.key.index},
          {"number", volume.key.number},
          {"heading", printable(shown.heading)},
          {"title", printable(volume.title)},
          {"state", title_of(volume.state)},
          {"open", volume.state == VolumeState::open},
          {"closed", volume.state == VolumeState::closed},
          {"period", printable(shown.period)},
          {"shelf", printable(volume.shelf)},
          {"documents", volume.documents},
          {"sheets", volume.sheets},
          {"thick", shown.thick},
          {"opened_on", spoken(volume.opened_on)},
          {"closed_on", day_in_words(volume.closed_on)},
          {"first_day", day_in_words(volume.first_day)},
          {"last_day", day_in_words(volume.last_day)}};
}

/// Whether every word of the search is in what is said of the volume.
bool is_meant(const Json& volume, const std::vector<std::string>& words) {
  std::string all;
  for (const char* fact : {"key", "heading", "title", "shelf"}) {
    all += fold(volume[fact].get<std::string>()) + ' ';
  }
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return all.find(word) != std::string::npos; });
}

/// The year of the address; 0: of all years; nothing said: this one.
int year_asked(const Visit& visit) {
  if (visit.request.value("year") == "all") return 0;
  const int now = day_here(visit.archive().clock().now()).year;
  return visit.number("year", now, kLeastYear, kLastYear);
}

/// Papers of the volume, in their places.
Json papers_model(ArchiveCases& cases, const Visit& visit, const Volume& volume) {
  Json model = Json::array();
  cases.documents(visit.actor(), volume, [&](const ShownFiling& each) {
    const auto date = date_span_from(each.date);
    model.push_back({{"place", each.filing.place},
                     {"accession", each.accession},
                     {"path", "/documents/" + each.accession},
                     {"kind", printable(each.kind)},
                     {"number", printable(each.number)},
                     {"date", date ? spoken(*date) : ""},
                     {"about", printable(each.about)},
                     {"sheets", each.filing.sheets},
                     {"filed_on", spoken(each.filing.filed_on)},
                     {"filed_by", each.filing.filed_by}});
  });
  return model;
}

/// Who has the volume in hand.
void tell_loan(Visit& visit, const VolumeKey& key, Json& model) {
  for (const ShownLoan& each : ArchiveLoans(visit.archive()).list(visit.actor(), true)) {
    if (each.key != key) continue;
    model["loan"] = {{"taker", printable(each.loan.taker)},
                     {"purpose", printable(each.loan.purpose)},
                     {"issued_on", spoken(each.loan.issued_on)},
                     {"due_on", spoken(each.loan.due_on)},
                     {"overdue", each.overdue}};
  }
}

struct Form {
  std::string_view name;
  const char* title;
  PrintedForm (*print)(ArchiveCaseForms& forms, const Actor& actor, const std::string& volume);
};
constexpr std::array<Form, 6> kForms{{
    {"cover", tr_later("Cover"),
     [](ArchiveCaseForms& forms, const Actor& actor, const std::string& volume) {
       return printed_cover(forms.cover(actor, volume));
     }},
    {"inventory", tr_later("Inner inventory"),
     [](ArchiveCaseForms& forms, const Actor& actor, const std::string& volume) {
       return printed_inventory(forms.inventory(actor, volume));
     }},
    {"certificate", tr_later("Certifying sheet"),
     [](ArchiveCaseForms& forms, const Actor& actor, const std::string& volume) {
       return printed_certificate(forms.certificate(actor, volume));
     }},
    {"register", tr_later("Register of electronic documents"),
     [](ArchiveCaseForms& forms, const Actor& actor, const std::string& volume) {
       return printed_electronic_register(forms.electronic_register(actor, volume));
     }},
    {"card", tr_later("Substitute card"),
     [](ArchiveCaseForms& forms, const Actor& actor, const std::string& volume) {
       return printed_substitute_card(forms.substitute_card(actor, volume));
     }},
    {"use", tr_later("Sheet of use"),
     [](ArchiveCaseForms& forms, const Actor& actor, const std::string& volume) {
       return printed_use_sheet(forms.use_sheet(actor, volume));
     }},
}};

Json forms_model(const VolumeKey& key) {
  Json model = Json::array();
  for (const Form& each : kForms) {
    model.push_back(
        {{"title", tr(each.title)}, {"path", fmt::format("{}/forms/{}", path_of(key), each.name)}});
  }
  return model;
}

Response show_form(Visit& visit) {
  const auto* form = std::find_if(kForms.begin(), kForms.end(), [&](const Form& each) {
    return each.name == visit.captured("form");
  });
  if (form == kForms.end()) {
    throw Error(Fault::not_found, tr("there is no such page"), tr("go to the first page"));
  }
  ArchiveCaseForms forms(visit.archive());
  const std::string& volume = visit.captured("volume");
  Response response;
  response.body = form->print(forms, visit.actor(), volume).pdf;
  response.set("Content-Type", "application/pdf");
  std::string name = fmt::format("{}-{}.pdf", volume, form->name);
  std::replace(name.begin(), name.end(), '/', '-');
  response.set("Content-Disposition", content_disposition("attachment", name));
  return response;
}

Response show_volume(Visit& visit) { return volume_page(visit, "", 200); }

Response list_cases(Visit& visit) { return cases_page(visit, "", 200); }

}  // namespace

std::string path_of(const VolumeKey& key) { return "/cases/" + percent_encoded(to_text(key)); }

Response cases_page(Visit& visit, const std::string& problem, int status) {
  const int year = year_asked(visit);
  const std::string query(visit.request.value("q"));
  const std::vector<std::string> words = folded_words_of(query);
  VolumeFilter filter;
  filter.year = year;
  Json volumes = Json::array();
  ArchiveCases(visit.archive()).list(visit.actor(), filter, [&](const ShownVolume& each) {
    Json volume = volume_model(each);
    if (is_meant(volume, words)) volumes.push_back(std::move(volume));
  });
  const std::string search = query.empty() ? "" : "&q=" + percent_encoded(query);
  Json model{
      {"q", query},
      {"problem", problem},
      {"year", year == 0 ? std::string() : std::to_string(year)},
      {"year_typed", year == 0 ? std::string("all") : std::to_string(year)},
      {"all", "/cases?year=all" + search},
      {"found", say(trn("{} volume", "{} volumes", static_cast<unsigned long>(volumes.size())),
                    volumes.size())},
      {"nothing", volumes.empty()},
      {"may_keep", visit.may(Operation::keep_cases)},
      {"volumes", std::move(volumes)}};
  if (year > 0) {
    model["before"] = fmt::format("/cases?year={}{}", year - 1, search);
    model["after"] = fmt::format("/cases?year={}{}", year + 1, search);
    model["year_before"] = year - 1;
    model["year_after"] = year + 1;
  }
  return page(visit, "cases", tr("Cases"), model, status);
}

Response volume_page(Visit& visit, const std::string& problem, int status) {
  ArchiveCases cases(visit.archive());
  const ShownVolume shown = cases.show(visit.actor(), visit.captured("volume"));
  const VolumeKey& key = shown.volume.key;
  Json model = volume_model(shown);
  model["problem"] = problem;
  model["name"] = spoken(key);
  model["may_keep"] = visit.may(Operation::keep_cases);
  model["papers"] = papers_model(cases, visit, shown.volume);
  model["has_papers"] = !model["papers"].empty();
  model["forms"] = forms_model(key);
  if (visit.may(Operation::read_retention)) {
    model["verdict"] = "/retention/volumes/" + percent_encoded(to_text(key));
  }
  tell_loan(visit, key, model);
  return page(visit, "case", model["name"].get<std::string>(), model, status);
}

std::vector<Route> case_routes() {
  constexpr auto kRead = Operation::read_cases;
  std::vector<Route> all = case_keeping_routes();  // "/cases/inbox" is no volume
  const std::array<Route, 3> reading{{
      {Method::get, "/cases", Door::signed_in, kRead, &list_cases},
      {Method::get, "/cases/{volume}", Door::signed_in, kRead, &show_volume},
      {Method::get, "/cases/{volume}/forms/{form}", Door::signed_in, kRead, &show_form},
  }};
  all.insert(all.end(), reading.begin(), reading.end());
  return all;
}

}  // namespace fonds
