#include "ingest/document_sheet.h"

#include <algorithm>

namespace fonds {
namespace {

/// A page with more to say is a paper that carries a code.
constexpr int kMostWordsOfASheet = 80;

constexpr std::string_view kInside = "!/";

std::string_view batch_of(std::string_view name) {
  const std::size_t end = name.find(kInside);
  return end == std::string_view::npos ? std::string_view{} : name.substr(0, end);
}

}  // namespace

SheetSigns sheet_signs(const RecognisedPage& page) {
  const auto& warnings = page.warnings;
  const bool blank =
      std::find(warnings.begin(), warnings.end(), PageWarning::blank) != warnings.end();
  return {page.barcodes, count_words(page), blank};
}

bool may_be_sheet(const SheetSigns& page) {
  return !page.blank && page.words <= kMostWordsOfASheet;
}

StackItem stack_item(const BatchSheets& known, const SheetSigns& page, bool separator) {
  StackItem item;
  if (may_be_sheet(page)) item.sheet = known.read(page.codes);
  item.separator = separator && !item.sheet;
  item.blank = page.blank;
  return item;
}

std::vector<StackPart> parted_by_sheets(const std::vector<StackItem>& pages) {
  const std::vector<StackPaper> papers = separate(pages).papers;
  std::vector<StackPart> parts;
  if (papers.size() < 2) return parts;
  const auto add = [&](std::size_t first, std::size_t count) -> StackPart& {
    return parts.emplace_back(
        StackPart{{static_cast<int>(first) + 1, static_cast<int>(count)}, std::nullopt});
  };
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].sheet && !pages[i].sheet->is_bare()) add(i, 1).sheet = pages[i].sheet;
  }
  for (const StackPaper& paper : papers) add(paper.first, paper.count);
  std::sort(parts.begin(), parts.end(),
            [](const StackPart& a, const StackPart& b) { return a.pages.first < b.pages.first; });
  return parts;
}

std::optional<DocumentSheet> document_sheet(const BatchSheets& known,
                                            const std::vector<SheetSigns>& pages) {
  std::optional<DocumentSheet> sheet;
  bool papers = false;
  bool paper_before = false;
  int opening = 0;
  for (const SheetSigns& page : pages) {
    const auto code = known.read(page.codes);
    const bool paper = code ? page.words > kMostWordsOfASheet : !page.blank;
    if (code && !code->is_bare()) {
      ++opening;
      // A paper that carries the code itself does not lie before it.
      paper_before = paper_before || papers;
    }
    papers = papers || paper;
    // What an earlier sheet of the stack said holds on behind a bare one.
    if (code && (!sheet || !code->is_bare())) sheet = DocumentSheet{SheetScope::behind, *code};
  }
  if (sheet && papers) {
    sheet->scope = opening > 1 || paper_before ? SheetScope::several : SheetScope::within;
  }
  return sheet;
}

std::optional<SheetCode> BatchFollower::take(std::string_view name,
                                             const std::vector<RecognisedPage>& pages) {
  const std::string_view batch = batch_of(name);
  if (batch.empty() || batch != batch_) follower_ = {};
  batch_ = batch;
  std::vector<SheetSigns> signs;
  signs.reserve(pages.size());
  for (const RecognisedPage& page : pages) signs.push_back(sheet_signs(page));
  const auto sheet = document_sheet(known_, signs);
  if (!sheet) return follower_.take(std::nullopt);
  const bool own = sheet->scope == SheetScope::within;
  const auto before = own && sheet->code.is_bare() ? follower_.take(std::nullopt) : std::nullopt;
  follower_.take(sheet->code);
  if (!own) return std::nullopt;
  return sheet->code.is_bare() ? before : sheet->code;
}

}  // namespace fonds
