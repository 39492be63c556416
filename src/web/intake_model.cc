#include "web/intake_model.h"

#include <fmt/format.h>

#include <algorithm>

#include "archive/desk.h"
#include "archive/desk_words.h"
#include "archive/paper_words.h"
#include "archive/review.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "web/fault_words.h"
#include "web/hit_model.h"
#include "web/review_model.h"

namespace fonds {
namespace {

std::string paper_path(const std::string& accession) { return "/documents/" + accession; }

std::string words_of(const IntakeReport& report, bool named) {
  switch (report.outcome) {
    case IntakeReport::Outcome::accepted:
      return say(trn("safe: {}, {} page", "safe: {}, {} pages",
                     static_cast<unsigned long>(std::max(report.pages, 0))),
                 report.document.accession, report.pages);
    case IntakeReport::Outcome::duplicate:
      return named ? say(tr("it is there already: {}"), report.document.accession)
                   : std::string(tr("it is there already"));
    case IntakeReport::Outcome::refused:
      return say(tr("refused: {}"), printable(report.problem));
  }
  return {};
}

/// What to tell of a recognised paper.
class Notes {
 public:
  void add(const std::string& text, bool bad, const std::string& path = "") {
    list_.push_back({{"text", text}, {"bad", bad}, {"path", path}});
  }
  Json take() { return std::move(list_); }

 private:
  Json list_ = Json::array();
};

Json notes_model(const Document& document, const DeskNotes& notes) {
  Notes model;
  for (const auto& [page, warning] : notes.pages) {
    const bool bad = warning != PageWarning::upside_down;  // it was turned
    model.add(say(tr("page {}: {}"), page, in_words(warning)), bad);
  }
  if (notes.rescan_of) {
    model.add(say(tr("it looks like another scan of {}; both are kept"), *notes.rescan_of), true,
              paper_path(*notes.rescan_of));
  }
  if (!notes.parts.empty()) {
    model.add(tr("it seems to be several papers: say where they begin"), true,
              review_path(document));
  }
  if (!notes.papers.empty()) {
    model.add(say(tr("its papers: {}"), fmt::format("{}", fmt::join(notes.papers, ", "))), false);
  }
  if (!notes.stack.empty()) {
    model.add(say(tr("from the stack {}, page {}"), notes.stack, document.stack_page), false,
              paper_path(notes.stack));
  }
  if (notes.sheet) {
    model.add(say(tr("a separator sheet; it says: {}"), in_words(*notes.sheet)), false);
  }
  if (notes.preset) {
    model.add(say(tr("by the sheet {}: {}"), notes.preset_sheet, in_words(notes.preset->says)),
              false, paper_path(notes.preset_sheet));
  }
  return model.take();
}

Json paper_model(Visit& visit, const Document& document) {
  const bool recognised = document.run > 0;
  Json model{
      {"accession", document.accession},
      {"path", paper_path(document.accession)},
      {"title", document.accession},
      {"name", document.originals.empty() ? "" : printable(document.originals.front().source_name)},
      {"state", state_title(document)},
      {"waits", document.state == DocumentState::accepted},
      {"quarantined", document.state == DocumentState::quarantined},
      {"problem", printable(document.problem)},
      {"thumbnail", false},
      {"check_path", ""},
      {"notes", Json::array()}};
  if (!visit.may(Operation::read_document) || (!recognised && !is_parted(document))) return model;
  model["notes"] =
      notes_model(document, ArchiveDesk(visit.archive()).notes(visit.actor(), document));
  if (!recognised || is_parted(document)) return model;
  const Reviewed reviewed = ArchiveReview(visit.archive()).card_of(visit.actor(), document);
  model["title"] = title_of_paper(reviewed);
  if (reviewed.open.any() && visit.may(Operation::review)) {
    model["check_path"] = review_path(document);
  }
  if (!document.pages.empty() && has_pictures(document)) {
    model["thumbnail"] = fmt::format("{}/thumbnails/1", paper_path(document.accession));
  }
  return model;
}

}  // namespace

Json report_model(Visit& visit, const IntakeReport& report) {
  using Outcome = IntakeReport::Outcome;
  const bool accepted = report.outcome == Outcome::accepted;
  // What was taken in by others may be hidden; what somebody brought themselves is told them.
  const bool seen = report.outcome != Outcome::refused &&
                    Viewer(visit.archive(), visit.actor()).sees(report.document.id);
  const bool named = accepted || seen;
  return {{"name", printable(report.name)},
          {"outcome", accepted                               ? "accepted"
                      : report.outcome == Outcome::duplicate ? "duplicate"
                                                             : "refused"},
          {"accepted", accepted},
          {"duplicate", report.outcome == Outcome::duplicate},
          {"refused", report.outcome == Outcome::refused},
          {"words", words_of(report, named)},
          {"hint", without_commands(printable(report.hint))},
          {"accession", named ? report.document.accession : ""},
          {"path", seen ? paper_path(report.document.accession) : ""}};
}

Json delivery_model(const ShownDelivery& delivery) {
  const IntakeCounts& counts = delivery.counts;
  const std::int64_t id = delivery.intake.id.value;
  const std::string label = printable(delivery.intake.label);
  return {{"id", id},
          {"title", label.empty() ? say(tr("Delivery {}"), id) : label},
          {"path", fmt::format("/scan/deliveries/{}", id)},
          {"began", spoken(delivery.intake.started_at)},
          {"own", delivery.own},
          {"papers", counts.all()},
          {"waiting", counts.waiting},
          {"recognised", counts.recognised},
          {"quarantined", counts.quarantined},
          {"done", counts.recognised + counts.quarantined},
          {"mark", fmt::format("{}/{}/{}", counts.waiting, counts.recognised, counts.quarantined)}};
}

Json papers_model(Visit& visit, const std::vector<Document>& papers) {
  Json model = Json::array();
  for (const Document& each : papers) model.push_back(paper_model(visit, each));
  return model;
}

}  // namespace fonds
