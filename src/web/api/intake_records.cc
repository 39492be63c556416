#include "web/api/intake_records.h"

#include "web/api/records.h"

namespace fonds {
namespace {

Json record_of(const SheetCode& code) {
  return {{"kind", name_of(code.kind)},
          {"case", text_or_null(code.case_index)},
          {"year", code.year ? Json(*code.year) : Json(nullptr)},
          {"collective", text_or_null(code.collective)},
          {"expected", code.count ? Json(*code.count) : Json(nullptr)}};
}

Json refusal(const IntakeReport& report) {
  return {{"outcome", "refused"},
          {"name", report.name},
          {"fault", entry_of(report.fault).name},
          {"problem", report.problem},
          {"hint", text_or_null(report.hint)}};
}

Json duplicate(const IntakeReport& report) {
  Json record{{"outcome", "duplicate"}, {"name", report.name}};
  record.update(record_of(report.document));
  return record;
}

}  // namespace

Json record_of(const IntakeReport& report) {
  switch (report.outcome) {
    case IntakeReport::Outcome::refused:
      return refusal(report);
    case IntakeReport::Outcome::duplicate:
      return duplicate(report);
    case IntakeReport::Outcome::accepted:
      break;
  }
  return record_of(report.document, report.pages);
}

Json record_of(const Document& document, int pages) {
  const bool failed = document.state == DocumentState::quarantined;
  Json record{{"outcome", failed ? "quarantined" : "accepted"}, {"page_count", pages}};
  record.update(record_of(document));
  return record;
}

void add_desk_notes(Json& record, const DeskNotes& notes) {
  record["papers"] = notes.papers;
  record["rescan_of"] = notes.rescan_of ? Json(*notes.rescan_of) : Json(nullptr);
  record["sheet"] = notes.sheet ? record_of(*notes.sheet) : Json(nullptr);
  record["preset"] = nullptr;
  if (notes.preset) {
    record["preset"] = record_of(notes.preset->says);
    record["preset"]["sheet"] = notes.preset_sheet;
  }
}

Json record_of(const ArchiveDesk::Count& count) {
  return {{"outcome", "counted"},
          {"sheet", count.accession},
          {"expected", count.papers.expected},
          {"found", count.papers.found}};
}

Json record_of(const InspectedFile& file) {
  Json record{{"file", file.name}, {"seconds", file.seconds}, {"pages", Json::array()}};
  for (const RecognisedPage& page : file.pages) record["pages"].push_back(record_of(page));
  return record;
}

Json record_of(const ScannerDevice& device) {
  return {{"device", device.name},
          {"vendor", device.vendor},
          {"model", device.model},
          {"type", device.type}};
}

}  // namespace fonds
