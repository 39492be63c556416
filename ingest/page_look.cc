#include "ingest/page_look.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/classify.h"
#include "ingest/fields.h"
#include "registry/letters.h"

namespace fonds {
namespace {

/// Shares of the height of the sheet, from its head: where titles and printed numbers stand. Awards
/// have ornaments above the title.
constexpr double kUpper = 0.5;
constexpr double kUpperOfAward = 0.65;
constexpr double kHead = 0.1;
constexpr double kFoot = 0.88;
constexpr std::size_t kHeadLines = 3;
constexpr std::size_t kAnnexLines = 4;
constexpr std::size_t kLastLines = 3;
constexpr std::size_t kMostOfSignatures = 10;
constexpr double kMillimetresPerInch = 25.4;

/// With a word, at an end of the line; without, the whole line.
std::string page_number_expression(const DataTable& table) {
  const std::string number = R"((?<number>[0-9]{1,3})(?:\s?(?:)" + table.text("of") +
                             R"(|/)\s?(?<pages>[0-9]{1,3}))?[\s\W]{0,3}$)";
  std::string bare = number;
  for (const char* name : {"number", "pages"}) {
    const std::size_t at = bare.find(name);
    bare.replace(at, std::string(name).size(), std::string("bare") + name);
  }
  return R"((?<word>(?<![\p{L}\p{N}])(?:)" + table.text("page") + R"())\W{0,3})" + number +
         R"(|^[\s\W]{0,3})" + bare;
}

/// The number a row begins with; what a figure is read as counts between two figures only.
std::string row_expression(const DataTable& table) {
  return R"(^(?<number>[0-9оoзlі|i]{1,3})(?:[.)][0-9]{1,2})*[.)]?\s+(?!(?:)" +
         table.text("not_row") + R"()(?!\p{L}))["(]?\p{L})";
}

std::string annex_expression(const DataTable& table) {
  return "(?:" + table.text("annex") + R"()(?:[^\n]*\n){0,2}?[^\n]*?(?<!\p{L})к\s+(?<to>(?:)" +
         table.text("main") + R"()\p{L}*)|(?:)" + table.text("approved") + R"()\s+(?<by>(?:)" +
         table.text("main") + R"()\p{L}*)|(?:)" + table.text("annex") + ")";
}

/// «Справка дана для предъявления …»: only awards are titled by what begins a sentence.
bool is_sentence(const PaperText& text, TextSpan title, const PaperKind& kind) {
  if (kind.sheet == SheetForm::award || is_all_capitals(text.printed(title))) return false;
  static const Pattern kWord(R"(^\s\p{L}{4,})");
  const std::size_t end = text.lines()[text.line_at(title.end)].span.end;
  return kWord.find(PatternText(text.folded({title.end, end}))).has_value();
}

/// The words of a line, folded, without figures and marks.
std::string words_of(std::string_view folded) {
  std::string words;
  for (const std::string_view word : split_letters(folded, " .,:;()\"_-/0123456789")) {
    if (count_letters(word) < 2) continue;
    if (!words.empty()) words += ' ';
    words += word;
  }
  return words;
}

}  // namespace

/// The lines of the page without those of its printed number: [first, end).
struct PageLooks::Lines {
  std::size_t first = 0;
  std::size_t end = 0;
};

PageLooks::PageLooks(const DataTable& patterns)
    : page_number_(page_number_expression(patterns.table("stack"))),
      annex_(annex_expression(patterns.table("stack"))),
      opening_(pattern_of(patterns.table("stack"), "opening")),
      issuer_("^\"?(?:" + patterns.table("issuer").text("org") + ")"),
      row_(row_expression(patterns.table("stack"))),
      continued_(pattern_of(patterns.table("stack"), "continued")),
      signs_(pattern_of(patterns.table("stack"), "signs")) {
  patterns.table("stack").expect_only(
      {"page", "of", "annex", "main", "approved", "opening", "continued", "not_row", "signs"});
}

PageLook PageLooks::look(const RecognisedPage& page, const DocumentKinds& kinds) const {
  PageLook look;
  const PaperText text({page});
  const PaperPage& sheet = text.pages().front();
  if (sheet.dpi > 0) {
    look.width = sheet.width / sheet.dpi * kMillimetresPerInch;
    look.height = sheet.height / sheet.dpi * kMillimetresPerInch;
  }
  read_title(text, kinds, look);
  const auto& warnings = page.warnings;
  look.blank = look.blank || text.lines().empty() ||
               std::find(warnings.begin(), warnings.end(), PageWarning::blank) != warnings.end();
  if (look.blank) return look;
  Lines lines{0, text.lines().size()};
  read_number(text, lines, look);
  read_head(text, lines, look);
  read_rows(text, lines, look);
  read_signatures(text, lines, look);
  return look;
}

void PageLooks::read_title(const PaperText& text, const DocumentKinds& kinds,
                           PageLook& look) const {
  const KindReading reading = classify(text, kinds, 0);
  look.kind = reading.likely;
  look.blank = look.kind != nullptr && look.kind->id == "blank";
  if (!reading.title || look.kind == nullptr) return;
  const PaperLine& line = text.lines()[text.line_at(reading.title->begin)];
  const double middle = line.box.top + line.box.height / 2.0;
  const double upper = look.kind->sheet == SheetForm::award ? kUpperOfAward : kUpper;
  if (middle > upper * text.pages().front().height) return;
  look.title = reading.title_points - (is_sentence(text, *reading.title, *look.kind) ? 3 : 0);
  look.title_words = text.printed(*reading.title);
}

void PageLooks::read_number(const PaperText& text, Lines& lines, PageLook& look) const {
  const double height = std::max(text.pages().front().height, 1);
  for (const bool head : {true, false}) {
    const std::size_t at = head ? lines.first : lines.end - 1;
    const PaperLine& line = text.lines()[at];
    const auto found = page_number_.find(PatternText(text.folded(line.span)));
    if (!found) continue;
    const double depth = (line.box.top + line.box.height / 2.0) / height;
    const bool said = found->groups[page_number_.group("word")].has_value();
    if (!said && (head ? depth > kHead : depth < kFoot)) continue;
    const auto value = [&](const char* name) -> std::optional<int> {
      const auto& group =
          found->groups[page_number_.group(said ? name : std::string("bare") + name)];
      if (!group) return std::nullopt;
      return std::stoi(std::string(group->of(text.folded(line.span))));
    };
    const auto number = value("number");
    const auto pages = value("pages");
    if (number.value_or(0) == 0 || (pages && *pages < *number)) continue;
    if (!look.number || pages) {
      look.number = number;
      look.pages = pages;
    }
    // Whatever else stands on its line stays.
    if (found->whole.begin > 0 || lines.end - lines.first < 2) continue;
    if (head) {
      ++lines.first;
    } else {
      --lines.end;
    }
  }
}

void PageLooks::read_head(const PaperText& text, const Lines& lines, PageLook& look) const {
  const auto head = [&](std::size_t count) {
    return text.lines()[std::min(lines.first + count, lines.end) - 1].span.end;
  };
  const PaperLine& first = text.lines()[lines.first];
  const std::size_t from = first.span.begin;
  const auto annex = annex_.find(text.ready(), from);
  if (annex && annex->whole.begin < head(kAnnexLines)) {
    look.annex = true;
    for (const char* name : {"to", "by"}) {
      const auto& group = annex->groups[annex_.group(name)];
      if (group) look.annex_to = text.folded(*group);
    }
  }
  const auto opening = opening_.find(text.ready(), from);
  const auto issuer = issuer_.find(text.ready(), from);
  // In a sentence, a body has a date behind it: «ЦДТ с 01.09.2021 по …».
  static const Pattern kDate(R"([0-9]\.[0-9]{2}\.[0-9]{2})");
  const bool letterhead =
      issuer && issuer->whole.begin == from && !kDate.find(PatternText(text.folded(first.span)));
  look.opening = letterhead || (opening && opening->whole.begin < head(kHeadLines));
  const auto continued = continued_.find(text.ready(), from);
  look.continued = continued && continued->whole.begin < head(kAnnexLines);
  look.first_line = words_of(text.folded(first.span));
  // «г. Лунёво» begins a line, too.
  const std::string word = text.printed(text.words()[first.first_word].span);
  const std::string letter = first_characters(word, 1);
  look.small_letter = letter == "(" || (has_cyrillic(letter) && fold(letter) == letter &&
                                        word.find('.') == std::string::npos);
}

void PageLooks::read_rows(const PaperText& text, const Lines& lines, PageLook& look) const {
  struct Run {
    int first = 0;
    int last = 0;
    bool lone = true;
  };
  std::vector<Run> runs;
  for (const PatternMatch& match : row_.find_all(text.ready())) {
    const std::string_view printed = text.folded(*match.groups[row_.group("number")]);
    const auto digits = as_digits(printed);
    const int number = digits ? std::stoi(*digits) : 0;
    if (number == 0) continue;
    const auto run = std::find_if(runs.rbegin(), runs.rend(), [&](const Run& each) {
      return number == each.last + 1 || number == each.last;
    });
    if (run != runs.rend()) {
      run->lone = run->lone && run->last == number;
      run->last = number;
      continue;
    }
    if (digits != printed) continue;
    if (runs.empty()) look.first_row = number;
    runs.push_back({number, number, true});
    const std::size_t line = text.line_at(match.whole.begin);
    if (line <= lines.first) continue;
    look.headings.push_back(words_of(text.folded(text.lines()[line - 1].span)));
  }
  // A lone number is a row only where rows begin.
  look.mid_table = !runs.empty() && runs.front().first > 1 && !runs.front().lone;
  std::erase_if(runs, [](const Run& run) { return run.lone && run.first > 1; });
  for (const Run& run : runs) look.row_ends.push_back(run.last);
}

void PageLooks::read_signatures(const PaperText& text, const Lines& lines, PageLook& look) const {
  std::size_t signing = 0;
  for (std::size_t at = lines.first; at < lines.end; ++at) {
    if (!is_signature(text, at)) continue;
    ++signing;
    if (at + kLastLines >= lines.end) look.signed_off = true;
  }
  const std::size_t count = lines.end - lines.first;
  look.only_signatures = signing > 0 && count <= kMostOfSignatures && 2 * signing >= count;
}

bool PageLooks::is_signature(const PaperText& text, std::size_t line) const {
  static const Pattern kHand(R"((?<!\p{L})\p{L}\.\s?\p{L}\.|_{3,})");
  constexpr std::size_t kMostWords = 10;
  constexpr std::size_t kMostOfName = 4;
  const std::string_view folded = text.folded(text.lines()[line].span);
  const std::size_t words = split_letters(folded, " ").size();
  if (words > kMostWords || (folded.front() >= '0' && folded.front() <= '9')) return false;
  const PatternText ready(folded);
  if (!kHand.find(ready)) return false;
  return words <= kMostOfName || signs_.find(ready).has_value();
}

}  // namespace fonds
