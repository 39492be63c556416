// A paper: its pages with what is drawn on them, what is known of it, where it is; its history;
// papers like it.
#include "archive/desk.h"
#include "archive/documents.h"
#include "archive/filing.h"
#include "archive/paper_words.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "web/card_model.h"
#include "web/event_words.h"
#include "web/hit_model.h"
#include "web/routes.h"
#include "web/sheet_model.h"
#include "web/static_files.h"

namespace fonds {
namespace {

constexpr int kLike = 20;

/// "1.2 MB".
std::string size_in_words(std::int64_t bytes) {
  constexpr double kKilo = 1000;
  if (bytes < 1'000'000) return say(tr("{:.0f} kB"), std::max(1.0, bytes / kKilo));
  return say(tr("{:.1f} MB"), static_cast<double>(bytes) / (kKilo * kKilo));
}

Json originals_model(const Visit& visit, const Document& document) {
  Json model = Json::array();
  const bool may = visit.may(Operation::export_document) && !document.tombstone;
  std::size_t number = 0;
  for (const Original& each : document.originals) {
    ++number;
    model.push_back(
        {{"name", printable(each.source_name)},
         {"size", size_in_words(each.size)},
         {"type", entry_of(each.kind).name},
         {"sha256", each.sha256},
         {"photographed", each.made_at},
         {"path", may ? Json(fmt::format("{}/files/original?which={}", path_of(document), number))
                      : Json(false)}});
  }
  return model;
}

Json link_to(const std::string& accession) {
  return {{"accession", accession}, {"path", "/documents/" + accession}};
}

/// What was said to whoever took it in, and is still to be seen.
void tell_notes(Visit& visit, const Document& document, Json& model) {
  const DeskNotes notes = ArchiveDesk(visit.archive()).notes(visit.actor(), document);
  model["warnings"] = Json::array();
  for (const auto& [page, warning] : notes.pages) {
    model["warnings"].push_back({{"text", say(tr("Page {}: {}"), page, in_words(warning))}});
  }
  if (notes.rescan_of) model["rescan_of"] = link_to(*notes.rescan_of);
  if (!notes.stack.empty()) model["stack"] = link_to(notes.stack);
  model["papers"] = Json::array();
  model["has_papers"] = !notes.papers.empty();
  for (const std::string& accession : notes.papers) model["papers"].push_back(link_to(accession));
}

void tell_place(Visit& visit, const Document& document, Json& model) {
  const auto filed = ArchiveFiling(visit.archive()).where(visit.actor(), document);
  if (!filed) return;
  const VolumeKey& key = filed->volume.key;
  model["filed"] = {
      {"title", say(tr("{}, document {}"), spoken(key), filed->filing.place)},
      {"path", visit.may(Operation::read_cases) ? Json("/cases/" + percent_encoded(to_text(key)))
                                                : Json(false)}};
}

/// What this person may do with it.
void tell_doors(const Visit& visit, const Document& document, Json& model) {
  const std::string path = path_of(document);
  if (document.run > 0 && visit.may(Operation::export_document) && !document.tombstone) {
    model["files"] = {{"text", path + "/files/text"}, {"alto", path + "/files/alto"}};
    if (has_pictures(document)) model["files"]["access"] = path + "/files/access";
  }
  if (document.run > 0 && visit.may(Operation::search)) model["like"] = path + "/like";
  if (visit.may(Operation::read_journal)) model["history"] = path + "/history";
  if (visit.may(Operation::review) && document.run > 0)
    model["review"] = "/review/" + document.accession;
}

Json facts_model(const Document& document) {
  return {{"path", path_of(document)},
          {"accession", document.accession},
          {"state", state_title(document)},
          {"waits", document.state == DocumentState::accepted},
          {"problem", printable(document.problem)},
          {"accepted", spoken(document.accepted_at)},
          {"description", printable(document.description)}};
}

/// The card that stays of a paper which an act has destroyed: nothing of a person is on it.
Response show_gone(Visit& visit, const Document& document) {
  Json model = facts_model(document);
  model["title"] = document.accession;
  model["gone"] = true;
  return page(visit, "document", document.accession, model);
}

Response show_document(Visit& visit) {
  const Document document =
      ArchiveDocuments(visit.archive()).show(visit.actor(), visit.captured("document"));
  if (document.tombstone) return show_gone(visit, document);
  const Reviewed reviewed = ArchiveReview(visit.archive()).card_of(visit.actor(), document);
  const WantedSheet wanted = wanted_sheet(visit, document);
  Json model = facts_model(document);
  model["title"] = title_of_paper(reviewed);
  model["q"] = wanted.query;
  model["query"] = percent_encoded(wanted.query);
  model["card"] = card_model(visit, reviewed);
  model["sheet"] = sheet_model(visit, reviewed, model["card"], wanted);
  model["has_students"] = !model["card"]["students"].empty();
  model["has_mentions"] = !model["card"]["mentions"].empty();
  model["originals"] = originals_model(visit, document);
  model["script_sheet"] = static_path("sheet.js");
  tell_notes(visit, document, model);
  tell_place(visit, document, model);
  tell_doors(visit, document, model);
  return page(visit, "document", model["title"].get<std::string>(), model);
}

Response show_history(Visit& visit) {
  ArchiveDocuments documents(visit.archive());
  const std::string& reference = visit.captured("document");
  Json entries = Json::array();
  for (const JournalEntry& each : documents.history(visit.actor(), reference)) {
    entries.push_back({{"number", each.number},
                       {"at", spoken(each.at)},
                       {"who", each.actor},
                       {"event", words_of_event(each.event)},
                       {"code", each.event},
                       {"details", words_of_details(each.details)}});
  }
  return page(visit, "document_history", tr("History of the paper"),
              {{"path", "/documents/" + reference},
               {"accession", reference},
               {"entries", std::move(entries)}});
}

Response show_like(Visit& visit) {
  const std::string& reference = visit.captured("document");
  SearchRequest wanted;
  wanted.limit = kLike;
  const FoundPapers found = visit.place.search.like(visit.actor(), reference, wanted);
  return page(visit, "document_like", tr("Papers like this"),
              {{"path", "/documents/" + reference},
               {"accession", reference},
               {"nothing", found.hits.empty()},
               {"hits", hits_model(visit, found.hits)}});
}

}  // namespace

std::vector<Route> document_routes() {
  constexpr auto kRead = Operation::read_document;
  return {
      {Method::get, "/documents/{document}", Door::signed_in, kRead, &show_document},
      {Method::get, "/documents/{document}/history", Door::signed_in, Operation::read_journal,
       &show_history},
      {Method::get, "/documents/{document}/like", Door::signed_in, Operation::search, &show_like},
  };
}

}  // namespace fonds
