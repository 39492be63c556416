#include "web/api/records.h"

#include <cmath>

namespace fonds {
namespace {

Json box_of(const Box& box) { return Json::array({box.left, box.top, box.width, box.height}); }

Json names_of(const std::vector<PageWarning>& warnings) {
  Json names = Json::array();
  for (const PageWarning warning : warnings) names.push_back(name_of(warning));
  return names;
}

}  // namespace

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json day_or_null(const std::optional<CalendarDate>& day) {
  return day ? Json(to_text(*day)) : Json(nullptr);
}

Json moment_or_null(const std::optional<Moment>& moment) {
  return moment ? Json(to_text(*moment)) : Json(nullptr);
}

double rounded(double value, int digits) {
  const double scale = std::pow(10, digits);
  return std::round(value * scale) / scale;
}

Json reference_to(const Document& document) {
  return {{"id", document.id.value}, {"accession", document.accession}};
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
                                   {"made_at", text_or_null(original.made_at)}});
  }
  const bool recognised = document.run > 0;
  record["confidence"] = recognised ? Json(rounded(document.confidence, 4)) : Json(nullptr);
  record["seconds"] = recognised ? Json(rounded(document.seconds, 3)) : Json(nullptr);
  record["problem"] = text_or_null(document.problem);
  record["description"] = text_or_null(document.description);
  record["parted"] = is_parted(document);
  record["stack"] = id_or_null(document.stack);
  record["stack_page"] = document.stack.value == 0 ? Json(nullptr) : Json(document.stack_page);
  if (document.tombstone) {
    record["tombstone"] = {{"act", document.tombstone->act},
                           {"gone", document.tombstone->gone},
                           {"kind", text_or_null(document.tombstone->kind)},
                           {"date", text_or_null(document.tombstone->date)},
                           {"pages", document.tombstone->pages}};
  }
  record["pages"] = Json::array();
  for (const PageRecord& page : document.pages) {
    record["pages"].push_back({{"page", page.number},
                               {"width", page.width},
                               {"height", page.height},
                               {"dpi", rounded(page.dpi, 1)},
                               {"rotation", page.rotation},
                               {"skew", rounded(page.skew, 2)},
                               {"words", page.words},
                               {"confidence", rounded(page.confidence, 4)},
                               {"source", page.source},
                               {"warnings", names_of(page.warnings)}});
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
              {"languages", text_or_null(page.languages)},
              {"variant", text_or_null(page.variant)},
              {"confidence", rounded(page.confidence, 4)},
              {"seconds",
               {{"decode", rounded(page.timings.decode, 3)},
                {"prepare", rounded(page.timings.prepare, 3)},
                {"recognise", rounded(page.timings.recognise, 3)}}},
              {"text", text_of(page)},
              {"barcodes", Json::array()},
              {"warnings", names_of(page.warnings)},
              {"lines", Json::array()}};
  for (const Barcode& barcode : page.barcodes) {
    record["barcodes"].push_back({{"text", barcode.text}, {"box", box_of(barcode.box)}});
  }
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
          {"owner", text_or_null(job.owner)},
          {"problem", text_or_null(job.problem)}};
}

Json record_of(const JournalEntry& entry) {
  return {{"number", entry.number},   {"at", to_text(entry.at)},
          {"actor", entry.actor},     {"event", entry.event},
          {"subject", entry.subject}, {"details", Json::parse(entry.details, nullptr, false)},
          {"hash", entry.hash}};
}

Json record_of(const Student& student) {
  Json record{{"id", student.id.value},
              {"external_id", text_or_null(student.external_id)},
              {"last", student.name.last},
              {"first", student.name.first},
              {"middle", text_or_null(student.name.middle)},
              {"former_last", student.former_last_names},
              {"gender", name_of(student.gender)},
              {"birth_date", day_or_null(student.birth_date)},
              {"school", text_or_null(student.school)},
              {"left_on", day_or_null(student.left_on)},
              {"memberships", Json::array()},
              {"guardians", Json::array()}};
  for (const Membership& each : student.memberships) {
    record["memberships"].push_back(
        {{"collective", text_or_null(each.collective)},
         {"programme", text_or_null(each.programme)},
         {"group", text_or_null(each.group)},
         {"school_year", each.school_year == 0 ? Json(nullptr) : Json(each.school_year)},
         {"from", day_or_null(each.from)},
         {"to", day_or_null(each.to)}});
  }
  for (const Guardian& each : student.guardians) {
    record["guardians"].push_back({{"name", each.name}, {"relation", text_or_null(each.relation)}});
  }
  return record;
}

Json record_of(const StudentMerge& merge) {
  return {{"kept", merge.kept.value},
          {"merged", merge.merged.value},
          {"merged_at", merge.merged_at},
          {"merged_by", merge.merged_by},
          {"parted_at", text_or_null(merge.parted_at)},
          {"parted_by", text_or_null(merge.parted_by)}};
}

Json record_of(const Error& error) {
  return {{"error",
           {{"fault", entry_of(error.fault()).name},
            {"message", error.what()},
            {"hint", text_or_null(error.hint())}}}};
}

}  // namespace fonds
