// Documents: the list, one with all that is known of it, its pages and files; one is taken in, a
// file of several papers is parted.
#include "archive/documents.h"

#include <array>

#include "archive/deliveries.h"
#include "archive/desk.h"
#include "archive/filing.h"
#include "archive/intake.h"
#include "archive/review.h"
#include "archive/stacks.h"
#include "base/error.h"
#include "base/log.h"
#include "base/messages.h"
#include "web/api/api_routes.h"
#include "web/api/card_records.h"
#include "web/api/chosen.h"
#include "web/api/intake_records.h"
#include "web/api/items.h"
#include "web/api/records.h"
#include "web/api/search_routes.h"
#include "web/api/sent_file.h"
#include "web/pages/document_files.h"

namespace fonds {
namespace {

constexpr int kListed = 100;
constexpr int kMostListed = 1000;
constexpr int kMostOriginals = 1'000'000;
/// In the order of DocumentState.
constexpr std::array<std::string_view, 3> kStates{"accepted", "recognised", "quarantined"};

/// There may be millions: the next part begins behind a document, not at a number of the list.
Response list_documents(Visit& visit) {
  const Asked asked(visit.request, {"state", "after", "limit"});
  const int limit = asked.whole("limit", kListed, 1, kMostListed);
  ArchiveDocuments::Listed wanted;
  wanted.state = chosen_if_said<DocumentState>(asked, "state", kStates);
  wanted.after = {asked.whole_if_said("after").value_or(0)};
  wanted.limit = limit;
  Json items = Json::array();
  DocumentId last;
  ArchiveDocuments(visit.archive()).list(visit.actor(), wanted, [&](const Document& document) {
    items.push_back(record_of(document));
    last = document.id;
  });
  const bool is_full = items.size() == static_cast<std::size_t>(limit);
  return json_answer(
      {{"items", std::move(items)}, {"next", is_full ? Json(last.value) : Json(nullptr)}});
}

Response show_document(Visit& visit) {
  const Asked nothing(visit.request, {});
  Archive& archive = visit.archive();
  const Actor& actor = visit.actor();
  const Document document = ArchiveDocuments(archive).show(actor, visit.captured("document"));
  ArchiveReview review(archive);
  return json_answer(
      whole_record(review.card_of(actor, document), ArchiveDesk(archive).notes(actor, document),
                   ArchiveFiling(archive).where(actor, document), review.text(actor, document)));
}

Response show_history(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  return Items(asked)
      .all(ArchiveDocuments(visit.archive()).history(visit.actor(), visit.captured("document")))
      .answer();
}

/// With people's corrections laid over it.
Response show_text(Visit& visit) {
  const Asked nothing(visit.request, {});
  const Document document =
      ArchiveDocuments(visit.archive()).show(visit.actor(), visit.captured("document"));
  if (document.run == 0) throw not_recognised_yet(document);
  return plain_text(200, ArchiveReview(visit.archive()).text(visit.actor(), document));
}

Json record_of(const UprightBox& box) {
  return Json::array({box.left, box.top, box.width, box.height});
}

Json record_of(const ShownLine& line) {
  Json words = Json::array();
  for (const ShownWord& word : line.words) {
    words.push_back({{"text", word.text},
                     {"box", record_of(word.box)},
                     {"confidence", rounded(word.confidence, 4)}});
  }
  return {{"line", line.number},
          {"box", record_of(line.box)},
          {"corrected_by", text_or_null(line.corrected_by)},
          {"words", std::move(words)}};
}

Response show_page(Visit& visit) {
  const Asked nothing(visit.request, {});
  const int page = page_in_path(visit);
  const PageWords words = visit.place.pages.words(visit.actor(), visit.captured("document"), page);
  Json lines = Json::array();
  for (const ShownLine& line : words.lines) lines.push_back(record_of(line));
  return json_answer(
      {{"document", words.document.value}, {"page", page}, {"lines", std::move(lines)}});
}

Response show_picture(Visit& visit) {
  const Asked asked(visit.request, {"side"});
  return picture_of_page(visit,
                         asked.whole("side", kPictureSide, kLeastPictureSide, kMostPictureSide));
}

Response give_file(Visit& visit) {
  const Asked asked(visit.request, {"which"});
  return file_of_document(visit, asked.whole("which", 0, 0, kMostOriginals));
}

/// A new delivery, or one that the same person has begun.
Delivery delivery_of(Visit& visit, const Asked& asked) {
  const std::string description = asked.text("description");
  if (const auto begun = asked.whole_if_said("delivery")) {
    return ArchiveDeliveries(visit.archive()).resume(visit.actor(), {*begun}, description);
  }
  return {"file", asked.text("label"), description};
}

/// What others brought may be hidden from whoever brings it again.
Json report_of(const Visit& visit, const IntakeReport& report) {
  const bool is_hidden = report.outcome == IntakeReport::Outcome::duplicate &&
                         !Viewer(visit.archive(), visit.actor()).sees(report.document.id);
  if (is_hidden) return {{"outcome", "duplicate"}, {"name", report.name}};
  return record_of(report);
}

/// Folders in it are cut off.
std::string file_name_said(const Asked& asked) {
  const std::string name = asked.needed_text("name");
  return name.substr(name.find_last_of("/\\") + 1);
}

/// A full disk ends a batch when some of its papers are safe: they are told all the same.
IntakeReport report_of(const Error& error, const std::string& name) {
  spdlog::error("intake: {}", error.what());
  IntakeReport report;
  report.outcome = IntakeReport::Outcome::refused;
  report.name = name;
  report.fault = error.fault();
  report.problem = error.message();
  report.hint = error.hint();
  return report;
}

Response take_in(Visit& visit) {
  const Asked asked =
      asked_beside_file(visit.request, {"name", "label", "description", "delivery"});
  const UploadedFile& file = file_sent(visit.request);
  const std::string name = file_name_said(asked);
  Json reports = Json::array();
  bool is_some_new = false;
  ArchiveIntake intake(
      visit.archive(), visit.actor(), delivery_of(visit, asked), [&](const IntakeReport& report) {
        reports.push_back(report_of(visit, report));
        is_some_new = is_some_new || report.outcome == IntakeReport::Outcome::accepted;
      });
  try {
    intake.add(file.fd.get(), name);
  } catch (const Error& error) {
    if (reports.empty()) throw;
    reports.push_back(record_of(report_of(error, name)));
  }
  return json_answer({{"items", std::move(reports)}, {"next", nullptr}}, is_some_new ? 201 : 200);
}

/// A list of numbers, of a body that Asked has found to be an object.
std::vector<int> first_pages_said(const Request& request) {
  constexpr std::int64_t kMostPages = 1'000'000;
  const Json body = request.body.empty() ? Json::object() : Json::parse(request.body);
  std::vector<int> pages;
  for (const Json& each : body.value("first_pages", Json::array())) {
    const std::int64_t page = each.is_number_integer() ? each.get<std::int64_t>() : 0;
    if (page < 1 || page > kMostPages) {
      throw Error(Fault::usage, tr("these are no numbers of pages"),
                  tr("name the pages on which its papers begin"));
    }
    pages.push_back(static_cast<int>(page));
  }
  return pages;
}

Response part(Visit& visit) {
  const Asked checked(visit.request, {"first_pages"});
  Json papers = Json::array();
  for (const Document& each :
       ArchiveStacks(visit.archive())
           .part(visit.actor(), visit.captured("document"), first_pages_said(visit.request))) {
    papers.push_back(record_of(each));
  }
  return json_answer({{"items", std::move(papers)}, {"next", nullptr}}, 201);
}

Response keep_whole(Visit& visit) {
  const Asked nothing(visit.request, {});
  ArchiveStacks(visit.archive()).keep_whole(visit.actor(), visit.captured("document"));
  return json_answer({{"done", true}});
}

}  // namespace

std::vector<Route> api_document_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kRead = Operation::read_document;
  constexpr auto kReview = Operation::review;
  std::vector<Route> routes{
      {Method::get, "/api/v1/documents", kIn, Operation::list_documents, &list_documents},
      {Method::post, "/api/v1/documents", kIn, Operation::take_in, &take_in},
      {Method::get, "/api/v1/documents/{document}", kIn, kRead, &show_document},
      {Method::get, "/api/v1/documents/{document}/history", kIn, kRead, &show_history},
      {Method::get, "/api/v1/documents/{document}/text", kIn, kRead, &show_text},
      {Method::get, "/api/v1/documents/{document}/pages/{page}", kIn, kRead, &show_page},
      {Method::get, "/api/v1/documents/{document}/pages/{page}/picture", kIn, kRead, &show_picture},
      {Method::get, "/api/v1/documents/{document}/files/{part}", kIn, Operation::export_document,
       &give_file},
      {Method::post, "/api/v1/documents/{document}/parts", kIn, kReview, &part},
      {Method::post, "/api/v1/documents/{document}/whole", kIn, kReview, &keep_whole},
  };
  for (const Route& each : api_search_routes()) routes.push_back(each);
  return routes;
}

}  // namespace fonds
