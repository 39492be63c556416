#include "archive/understanding.h"

#include <algorithm>
#include <utility>

#include "base/messages.h"
#include "ingest/document_sheet.h"
#include "ingest/stack_pages.h"

namespace fonds {
namespace {

StudentIndex index_of(const std::vector<Student>& students) {
  StudentIndex::Builder builder;
  for (const Student& student : students) builder.add(student);
  return std::move(builder).build();
}

PaperContext context_of(const PaperReading& reading) {
  PaperContext paper;
  paper.date = reading.date.value;
  paper.school_year = reading.school_year.value;
  paper.collective = reading.collective.value.value_or("");
  paper.group = reading.group.value.value_or("");
  paper.issuer = reading.issuer.value.value_or("");
  for (const PersonMention& person : reading.persons) {
    paper.is_list = paper.is_list || person.row > 0;
    if (paper.teacher.empty()) paper.teacher = person.teacher;
  }
  return paper;
}

MatcherSettings settings_with(std::vector<std::string> own_names) {
  MatcherSettings settings = MatcherSettings::shipped();
  settings.own_names = std::move(own_names);
  return settings;
}

void take_if_silent(Decision<std::string>& decision, const std::string& value, const char* why) {
  // A sheet was printed by us for these papers: surer than most of what is read, but a clerk may
  // have put a paper behind the wrong one.
  constexpr double kConfidence = 0.97;
  if (decision.value || value.empty()) return;
  decision = {value, kConfidence, {{why, {}}}, {}};
}

void follow(const SheetCode& sheet, PaperReading& reading, const char* why) {
  take_if_silent(reading.case_index, sheet.case_index, why);
  take_if_silent(reading.collective, sheet.collective, why);
}

bool is_later_than(const CalendarDate& today, const Decision<DateSpan>& date) {
  return date.value && date.value->from > today;
}

/// Announcements aside, a figure was misread: it is shown, and a person decides.
void doubt_later_date(Decision<DateSpan>& date) {
  constexpr double kDoubtful = 0.3;
  date.confidence = std::min(date.confidence, kDoubtful);
  date.reasons.push_back({tr_later("it is later than today"), {}});
}

/// The sheet in front promises more papers than one, and so many pages are behind it.
std::optional<Decision<std::vector<int>>> as_many_as_promised(const std::vector<StackItem>& items) {
  constexpr double kConfidence = 0.9;
  const auto& sheet = items.front().sheet;
  if (!sheet || sheet->count.value_or(1) < 2) return std::nullopt;
  std::vector<int> begins{1};
  for (std::size_t i = 1; i < items.size(); ++i) {
    if (is_sheet(items[i])) return std::nullopt;
    if (!items[i].blank) begins.push_back(static_cast<int>(i) + 1);
  }
  if (static_cast<int>(begins.size()) - 1 != *sheet->count) return std::nullopt;
  return Decision<std::vector<int>>{
      begins,
      kConfidence,
      {{tr_later("the sheet in front promises as many papers as there are pages"), {}}},
      {}};
}

/// Whether `link` says more than `other` of the same student.
bool outweighs(const StudentLink& link, const StudentLink& other) {
  if (link.state != other.state) return link.state == LinkState::linked;
  return link.probability > other.probability;
}

void put(std::vector<StudentLink>& links, StudentLink link) {
  const auto same = std::find_if(links.begin(), links.end(), [&](const StudentLink& other) {
    return other.student == link.student;
  });
  if (same == links.end()) {
    links.push_back(std::move(link));
  } else if (outweighs(link, *same)) {
    *same = std::move(link);
  }
}

}  // namespace

std::vector<StudentLink> links_of(const std::vector<MentionMatch>& matches) {
  std::vector<StudentLink> links;
  for (const MentionMatch& match : matches) {
    for (const Candidate& candidate : match.candidates) {
      const bool linked = match.linked == candidate.student;
      if (match.linked && !linked) continue;
      StudentLink link;
      link.student = candidate.student;
      link.mention = match.mention + 1;
      link.state = linked ? LinkState::linked : LinkState::offered;
      link.probability = candidate.probability;
      link.reasons = candidate.reasons;
      link.reasons.insert(link.reasons.end(), match.reasons.begin(), match.reasons.end());
      put(links, std::move(link));
    }
  }
  return links;
}

Understanding::Understanding(Extractor extractor, const std::vector<Student>& students,
                             std::vector<std::string> own_names)
    : extractor_(std::move(extractor)),
      sheets_(BatchSheets::shipped()),
      grammar_(NameGrammar::shipped()),
      students_(index_of(students)),
      matcher_(students_, grammar_, settings_with(std::move(own_names))) {}

std::optional<SheetCode> Understanding::sheet_of(const std::vector<RecognisedPage>& pages) const {
  std::vector<SheetSigns> signs;
  signs.reserve(pages.size());
  for (const RecognisedPage& page : pages) signs.push_back(sheet_signs(page));
  const auto sheet = document_sheet(sheets_, signs);
  if (!sheet || sheet->scope != SheetScope::behind) return std::nullopt;
  return sheet->code;
}

std::vector<StackItem> Understanding::stack_items(const std::vector<RecognisedPage>& pages) const {
  // A sheet of another maker may have no code, but what it is in large letters and little else.
  constexpr double kSureSeparator = 0.9;
  constexpr int kMostWords = 25;
  std::vector<StackItem> items;
  items.reserve(pages.size());
  for (const RecognisedPage& page : pages) {
    const SheetSigns signs = sheet_signs(page);
    bool separator = false;
    if (may_be_sheet(signs) && signs.words <= kMostWords) {
      const auto kind = extractor_.extract({page}).kind;
      separator = kind.value == "separator" && kind.confidence >= kSureSeparator;
    }
    items.push_back(stack_item(sheets_, signs, separator));
  }
  return items;
}

Decision<std::vector<int>> Understanding::proposed_parts(
    const std::vector<RecognisedPage>& pages, const std::vector<StackItem>& items) const {
  std::vector<RecognisedPage> papers;  // without the sheet in front of them
  std::vector<int> places;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (is_sheet(items[i])) continue;
    papers.push_back(pages[i]);
    places.push_back(static_cast<int>(i) + 1);
  }
  if (const auto promised = as_many_as_promised(items)) return *promised;
  const ProposedParts proposed = propose_parts(extractor_, papers);
  if (proposed.parts.empty()) return {};
  Decision<std::vector<int>> decision{std::vector<int>{}, proposed.confidence, {}, {}};
  if (places.front() > 1) decision.value->push_back(1);  // the sheet itself
  for (const ProposedPart& part : proposed.parts) {
    decision.value->push_back(places[static_cast<std::size_t>(part.first_page) - 1]);
    for (const Reason& reason : part.reasons) {
      if (std::count(decision.reasons.begin(), decision.reasons.end(), reason) == 0) {
        decision.reasons.push_back(reason);
      }
    }
  }
  return decision;
}

UnderstoodPaper Understanding::understand(const std::vector<RecognisedPage>& pages,
                                          const CalendarDate& today,
                                          const std::optional<SheetCode>& in_front) const {
  UnderstoodPaper paper;
  paper.sheet = sheet_of(pages);
  if (paper.sheet) {
    paper.reading.kind = {"separator", 1, {{tr_later("its code says it is a sheet"), {}}}, {}};
    follow(*paper.sheet, paper.reading, tr_later("its code says so"));
    return paper;
  }
  paper.reading = extractor_.extract(pages);
  if (in_front) {
    follow(*in_front, paper.reading, tr_later("the sheet in front of it says so"));
  }
  PaperContext context = context_of(paper.reading);
  if (is_later_than(today, paper.reading.date)) {
    doubt_later_date(paper.reading.date);
    context.date.reset();
  }
  paper.links = links_of(matcher_.match(paper.reading.persons, context));
  if (pages.size() > 1) {
    const std::vector<StackItem> items = stack_items(pages);
    paper.parted = parted_by_sheets(items);
    if (paper.parted.empty()) paper.reading.parts = proposed_parts(pages, items);
  }
  return paper;
}

}  // namespace fonds
