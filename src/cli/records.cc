#include "cli/records.h"

#include <cmath>

#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

Json optional_text(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string name_of_file(const Document& document) {
  return document.originals.empty() ? std::string{}
                                    : printable(document.originals.front().source_name);
}

Json box_of(const Box& box) { return Json::array({box.left, box.top, box.width, box.height}); }

}  // namespace

double rounded(double value, int digits) {
  const double scale = std::pow(10, digits);
  return std::round(value * scale) / scale;
}

Json record_of(const Document& document) {
  Json record{{"id", document.id.value},          {"accession", document.accession},
              {"state", name_of(document.state)}, {"accepted_at", to_text(document.accepted_at)},
              {"intake", document.intake.value},  {"originals", Json::array()}};
  for (const Original& original : document.originals) {
    record["originals"].push_back({{"sha256", original.sha256},
                                   {"size", original.size},
                                   {"type", entry_of(original.kind).media_type},
                                   {"name", original.source_name},
                                   {"made_at", optional_text(original.made_at)}});
  }
  const bool recognised = document.run > 0;
  record["confidence"] = recognised ? Json(rounded(document.confidence, 4)) : Json(nullptr);
  record["seconds"] = recognised ? Json(rounded(document.seconds, 3)) : Json(nullptr);
  record["problem"] = optional_text(document.problem);
  record["description"] = optional_text(document.description);
  record["parted"] = is_parted(document);
  record["stack"] = document.stack.value == 0 ? Json(nullptr) : Json(document.stack.value);
  record["stack_page"] = document.stack.value == 0 ? Json(nullptr) : Json(document.stack_page);
  if (document.tombstone) {
    record["tombstone"] = {{"act", document.tombstone->act},
                           {"gone", document.tombstone->gone},
                           {"kind", optional_text(document.tombstone->kind)},
                           {"date", optional_text(document.tombstone->date)},
                           {"pages", document.tombstone->pages}};
  }
  record["pages"] = Json::array();
  for (const PageRecord& page : document.pages) {
    Json warnings = Json::array();
    for (const PageWarning warning : page.warnings) warnings.push_back(name_of(warning));
    record["pages"].push_back({{"page", page.number},
                               {"width", page.width},
                               {"height", page.height},
                               {"dpi", rounded(page.dpi, 1)},
                               {"rotation", page.rotation},
                               {"skew", rounded(page.skew, 2)},
                               {"words", page.words},
                               {"confidence", rounded(page.confidence, 4)},
                               {"source", page.source},
                               {"warnings", std::move(warnings)}});
  }
  return record;
}

Json record_of(const RecognisedPage& page) {
  const PageGeometry& lie = page.geometry;
  Json record{{"page", page.number},
              {"width", lie.width},
              {"height", lie.height},
              {"dpi", rounded(lie.dpi, 1)},
              {"rotation", lie.rotation},
              {"skew", rounded(lie.skew, 2)},
              {"content", box_of(lie.content)},
              {"source", name_of(page.source)},
              {"languages", optional_text(page.languages)},
              {"variant", optional_text(page.variant)},
              {"confidence", rounded(page.confidence, 4)},
              {"seconds",
               {{"decode", rounded(page.timings.decode, 3)},
                {"prepare", rounded(page.timings.prepare, 3)},
                {"recognise", rounded(page.timings.recognise, 3)}}},
              {"text", text_of(page)},
              {"barcodes", Json::array()},
              {"warnings", Json::array()},
              {"lines", Json::array()}};
  for (const Barcode& barcode : page.barcodes) {
    record["barcodes"].push_back({{"text", barcode.text}, {"box", box_of(barcode.box)}});
  }
  for (const PageWarning warning : page.warnings) record["warnings"].push_back(name_of(warning));
  for (const Line& line : page.lines) {
    Json words = Json::array();
    for (const Word& word : line.words) {
      words.push_back({{"text", word.text},
                       {"box", box_of(word.box)},
                       {"confidence", rounded(word.confidence, 4)}});
    }
    record["lines"].push_back({{"box", box_of(line.box)}, {"words", std::move(words)}});
  }
  return record;
}

Json record_of(const Job& job) {
  return {{"id", job.id.value},
          {"kind", job.kind},
          {"document", job.document.value},
          {"state", name_of(job.state)},
          {"attempts", job.attempts},
          {"not_before", to_text(job.not_before)},
          {"owner", optional_text(job.owner)},
          {"problem", optional_text(job.problem)}};
}

Json record_of(const JournalEntry& entry) {
  return {{"number", entry.number},   {"at", to_text(entry.at)},
          {"actor", entry.actor},     {"event", entry.event},
          {"subject", entry.subject}, {"details", Json::parse(entry.details, nullptr, false)},
          {"hash", entry.hash}};
}

std::string percent(double share) { return fmt::format("{:.0f} %", 100 * share); }

Json record_of(const Student& student) {
  const auto day = [](const std::optional<CalendarDate>& date) {
    return date ? Json(to_text(*date)) : Json(nullptr);
  };
  Json record{{"id", student.id.value},
              {"external_id", optional_text(student.external_id)},
              {"last", student.name.last},
              {"first", student.name.first},
              {"middle", optional_text(student.name.middle)},
              {"former_last", student.former_last_names},
              {"gender", name_of(student.gender)},
              {"birth_date", day(student.birth_date)},
              {"school", optional_text(student.school)},
              {"left_on", day(student.left_on)},
              {"memberships", Json::array()},
              {"guardians", Json::array()}};
  for (const Membership& each : student.memberships) {
    record["memberships"].push_back(
        {{"collective", optional_text(each.collective)},
         {"programme", optional_text(each.programme)},
         {"group", optional_text(each.group)},
         {"school_year", each.school_year == 0 ? Json(nullptr) : Json(each.school_year)},
         {"from", day(each.from)},
         {"to", day(each.to)}});
  }
  for (const Guardian& each : student.guardians) {
    record["guardians"].push_back(
        {{"name", each.name}, {"relation", optional_text(each.relation)}});
  }
  return record;
}

Json record_of(const StudentMerge& merge) {
  return {{"kept", merge.kept.value},
          {"merged", merge.merged.value},
          {"merged_at", merge.merged_at},
          {"merged_by", merge.merged_by},
          {"parted_at", optional_text(merge.parted_at)},
          {"parted_by", optional_text(merge.parted_by)}};
}

std::string line_of(const Document& document, int pages) {
  if (is_parted(document)) {
    return fmt::format("{}  {}: {}", document.accession, tr("parted into its papers"),
                       name_of_file(document));
  }
  const bool recognised = document.run > 0;
  return fmt::format("{}  {:>4} {}  {:>7}  {:>5}  {}", document.accession, pages,
                     trn("page", "pages", static_cast<unsigned long>(pages)),
                     recognised ? say(tr("{:.1f} s"), document.seconds) : "—",
                     recognised ? percent(document.confidence) : "—", name_of_file(document));
}

std::string quarantine_line_of(const Document& document) {
  return fmt::format("{}: {}  {}: {}", tr("quarantined"), document.accession,
                     name_of_file(document), document.problem);
}

std::string title_of(JobState state) {
  switch (state) {
    case JobState::queued:
      return tr("waits");
    case JobState::leased:
      return tr("runs");
    case JobState::done:
      return tr("done");
    case JobState::quarantined:
      return tr("quarantined");
  }
  return {};
}

}  // namespace fonds
