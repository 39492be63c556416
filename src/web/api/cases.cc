// Volumes of cases, the papers filed in them and those of the inbox, loans.
#include "archive/cases.h"

#include <algorithm>

#include "archive/case_forms.h"
#include "archive/filing.h"
#include "archive/loans.h"
#include "archive/student_choice.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "web/api/api_routes.h"
#include "web/api/asked.h"
#include "web/api/case_records.h"
#include "web/api/chosen.h"
#include "web/api/items.h"
#include "web/printed_download.h"

namespace fonds {
namespace {

constexpr int kLastYear = 9999;
constexpr int kMostSheets = 1'000'000;

/// Nothing when it is not said.
std::optional<int> sheets_if_said(const Asked& asked) {
  const int sheets = asked.whole("sheets", 0, 0, kMostSheets);
  return asked.has("sheets") ? std::optional(sheets) : std::nullopt;
}

Response list_volumes(Visit& visit) {
  const Asked asked(visit.request, {"index", "year", "state", "offset", "limit"});
  VolumeFilter filter;
  filter.year = asked.whole("year", 0, 0, kLastYear);
  filter.state = chosen_if_said<VolumeState>(asked, "state", kVolumeStates);
  if (const std::string index = asked.text("index"); !index.empty()) {
    const auto key = volume_key_from(index);
    if (!key || key->number != 0) {
      throw Error(Fault::usage, say(tr("'{}' is no index of a case"), index),
                  tr("write it as in the nomenclature, 02-08"));
    }
    filter.index = key->index;
    if (key->year != 0) filter.year = key->year;
  }
  Items items(asked);
  ArchiveCases(visit.archive()).list(visit.actor(), filter, [&](const ShownVolume& each) {
    items.add([&] { return record_of(each); });
  });
  return items.answer();
}

Response open_volume(Visit& visit) {
  const Asked asked(visit.request,
                    {"index", "year", "title", "shelf", "carrier", "continues", "student"});
  NewVolume words;
  words.index = asked.needed_text("index");
  words.year = asked.whole("year", 0, 0, kLastYear);
  words.title = asked.text("title");
  words.shelf = asked.text("shelf");
  words.carrier = chosen_if_said<Carrier>(asked, "carrier", kCarriers);
  words.continues = asked.text("continues");
  if (const std::string student = asked.text("student"); !student.empty()) {
    words.student = student_meant(visit.archive(), visit.actor(), Operation::keep_cases, student);
  }
  return json_answer(record_of(ArchiveCases(visit.archive()).open(visit.actor(), words)), 201);
}

Response show_volume(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(
      record_of(ArchiveCases(visit.archive()).show(visit.actor(), visit.captured("volume"))));
}

Response correct_volume(Visit& visit) {
  const Asked asked(visit.request, {"title", "shelf"});
  return json_answer(
      record_of(ArchiveCases(visit.archive())
                    .correct(visit.actor(), visit.captured("volume"), asked.text_if_said("title"),
                             asked.text_if_said("shelf"))));
}

Response close_volume(Visit& visit) {
  const Asked asked(visit.request, {"first", "last", "sheets"});
  const ClosingWords words{asked.day_if_said("first"), asked.day_if_said("last"),
                           sheets_if_said(asked)};
  const ClosedVolume closed =
      ArchiveCases(visit.archive()).close(visit.actor(), visit.captured("volume"), words);
  Json record = record_of(Headings(visit.archive()).shown(closed.volume));
  record["undated"] = closed.undated;
  return json_answer(record);
}

Response reopen_volume(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(
      record_of(ArchiveCases(visit.archive()).reopen(visit.actor(), visit.captured("volume"))));
}

Response split_volume(Visit& visit) {
  const Asked asked(visit.request, {"from", "one_matter"});
  (void)asked.needed_whole("from");
  const int from = asked.whole("from", 0, 0, kMostSheets);
  return json_answer(record_of(
      ArchiveCases(visit.archive())
          .split(visit.actor(), visit.captured("volume"), from, asked.flag("one_matter"))));
}

Response list_filed(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  Items items(asked);
  ArchiveCases cases(visit.archive());
  const ShownVolume shown = cases.show(visit.actor(), visit.captured("volume"));
  cases.documents(visit.actor(), shown.volume,
                  [&](const ShownFiling& each) { items.add([&] { return record_of(each); }); });
  return items.answer();
}

Response file_document(Visit& visit) {
  const Asked asked(visit.request, {"document", "sheets"});
  const FiledPaper filed = ArchiveFiling(visit.archive())
                               .file(visit.actor(), visit.captured("volume"),
                                     asked.needed_text("document"), sheets_if_said(asked));
  return json_answer(record_of(filed), 201);
}

Response unfile_document(Visit& visit) {
  const Asked nothing(visit.request, {});
  ArchiveFiling(visit.archive()).unfile(visit.actor(), visit.captured("document"));
  return json_answer({{"done", true}});
}

Response list_inbox(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  Items items(asked);
  ArchiveFiling(visit.archive()).inbox(visit.actor(), items.needed(), [&](const InboxPaper& each) {
    items.add([&] { return record_of(each); });
  });
  return items.answer();
}

Response file_ready(Visit& visit) {
  const Asked nothing(visit.request, {});
  Json filed = Json::array();
  ArchiveFiling(visit.archive()).file_ready(visit.actor(), [&](const FiledPaper& each) {
    filed.push_back(record_of(each));
  });
  return json_answer({{"filed", std::move(filed)}});
}

Response list_loans(Visit& visit) {
  const Asked asked(visit.request, {"out", "offset", "limit"});
  return Items(asked)
      .all(ArchiveLoans(visit.archive()).list(visit.actor(), asked.flag("out")))
      .answer();
}

Response lend_volume(Visit& visit) {
  const Asked asked(visit.request, {"to", "due", "for"});
  Loan loan;
  loan.taker = asked.text("to");
  loan.purpose = asked.text("for");
  loan.due_on = asked.needed_day("due");
  return json_answer(record_of(
      ArchiveLoans(visit.archive()).issue(visit.actor(), visit.captured("volume"), loan)));
}

Response return_volume(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(
      record_of(ArchiveLoans(visit.archive()).take_back(visit.actor(), visit.captured("volume"))));
}

/// A printed form as `format` of the query says.
Response printed(const Visit& visit, const std::string& name,
                 const std::function<PrintedForm()>& make) {
  const Asked asked(visit.request, {"format"});
  return printed_as(asked.text("format"), visit, name, make);
}

PrintedForm form_of_volume(Visit& visit, std::string_view form) {
  ArchiveCaseForms forms(visit.archive());
  const Actor& actor = visit.actor();
  const std::string& volume = visit.captured("volume");
  if (form == "cover") return printed_cover(forms.cover(actor, volume));
  if (form == "inventory") return printed_inventory(forms.inventory(actor, volume));
  if (form == "certificate") return printed_certificate(forms.certificate(actor, volume));
  if (form == "register") {
    return printed_electronic_register(forms.electronic_register(actor, volume));
  }
  if (form == "card") return printed_substitute_card(forms.substitute_card(actor, volume));
  if (form == "use") return printed_use_sheet(forms.use_sheet(actor, volume));
  throw Error(Fault::not_found, say(tr("there is no such form '{}'"), printable(form)),
              tr("the API's description says what a path holds"));
}

Response print_volume(Visit& visit) {
  const std::string& form = visit.captured("form");
  std::string name = visit.captured("volume") + '-' + form;
  std::replace(name.begin(), name.end(), '/', '-');
  return printed(visit, name, [&] { return form_of_volume(visit, form); });
}

Response print_issue_book(Visit& visit) {
  return printed(visit, "issue-book", [&] {
    return printed_issue_book(ArchiveCaseForms(visit.archive()).issue_book(visit.actor()));
  });
}

}  // namespace

std::vector<Route> api_case_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kRead = Operation::read_cases;
  constexpr auto kKeep = Operation::keep_cases;
  return {
      {Method::get, "/api/v1/volumes", kIn, kRead, &list_volumes},
      {Method::post, "/api/v1/volumes", kIn, kKeep, &open_volume},
      {Method::get, "/api/v1/volumes/{volume}", kIn, kRead, &show_volume},
      {Method::put, "/api/v1/volumes/{volume}", kIn, kKeep, &correct_volume},
      {Method::post, "/api/v1/volumes/{volume}/close", kIn, kKeep, &close_volume},
      {Method::post, "/api/v1/volumes/{volume}/reopen", kIn, kKeep, &reopen_volume},
      {Method::post, "/api/v1/volumes/{volume}/split", kIn, kKeep, &split_volume},
      {Method::get, "/api/v1/volumes/{volume}/documents", kIn, kRead, &list_filed},
      {Method::post, "/api/v1/volumes/{volume}/documents", kIn, kKeep, &file_document},
      {Method::get, "/api/v1/volumes/{volume}/forms/{form}", kIn, kRead, &print_volume},
      {Method::post, "/api/v1/volumes/{volume}/loan", kIn, kKeep, &lend_volume},
      {Method::post, "/api/v1/volumes/{volume}/return", kIn, kKeep, &return_volume},
      {Method::del, "/api/v1/documents/{document}/volume", kIn, kKeep, &unfile_document},
      {Method::get, "/api/v1/inbox", kIn, kRead, &list_inbox},
      {Method::post, "/api/v1/inbox/file-ready", kIn, kKeep, &file_ready},
      {Method::get, "/api/v1/loans", kIn, kRead, &list_loans},
      {Method::get, "/api/v1/loans/forms/book", kIn, kRead, &print_issue_book},
  };
}

}  // namespace fonds
