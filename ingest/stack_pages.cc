#include "ingest/stack_pages.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "ingest/extractor.h"
#include "registry/letters.h"

namespace fonds {
namespace {

/// Sheets of one size differ by what the scanner cuts off.
constexpr double kOtherSize = 0.12;
/// Shorter first lines are alike by chance: «№ ФИО».
constexpr std::size_t kLeastHeading = 16;

/// The kind of all papers that have none of their own: among its titles are «план», «список» and
/// «пояснительная записка».
constexpr std::string_view kMixed = "other";

bool is_award(const PageLook& page) {
  return page.kind != nullptr && page.kind->sheet == SheetForm::award;
}

std::string first_word(const std::string& title) {
  const std::string folded = fold_letters(title);
  return folded.substr(0, folded.find(' '));
}

/// A grid under its heading; the cover of a book has none.
bool is_chapter(const PageLook& page) {
  return page.title > 0 && page.kind->book && page.first_row.has_value();
}

bool differ(double a, double b) {
  return a > 0 && b > 0 && std::abs(a - b) > kOtherSize * std::max(a, b);
}

/// The paper that lies open: the pages of the stack from its beginning to the one that is looked
/// at, blank ones left out.
class OpenPaper {
 public:
  OpenPaper(const std::vector<PageLook>& pages, std::size_t open, std::size_t at) {
    for (std::size_t i = open; i < at; ++i) {
      if (!pages[i].blank) pages_.push_back(&pages[i]);
    }
  }

  [[nodiscard]] bool empty() const { return pages_.empty(); }
  [[nodiscard]] const PageLook& first() const { return *pages_.front(); }
  [[nodiscard]] const PageLook& last() const { return *pages_.back(); }

  /// Whether `number` is the one its next page would have.
  [[nodiscard]] bool is_next_number(int number) const {
    if (last().number) return number == *last().number + 1 && is_own_number();
    return number == static_cast<int>(pages_.size()) + 1;
  }

  [[nodiscard]] AnnexTo annex(const PageLook& page) const {
    if (!page.annex) return AnnexTo::nothing;
    if (page.annex_to.empty()) return AnnexTo::something;
    const bool named = std::any_of(pages_.begin(), pages_.end(), [&](const PageLook* each) {
      return each->title > 0 && is_titled(each->title_words, page.annex_to);
    });
    return named ? AnnexTo::paper_before : AnnexTo::another;
  }

  [[nodiscard]] bool has_row_before(int row) const {
    const auto numbered = std::find_if(pages_.rbegin(), pages_.rend(), [](const PageLook* each) {
      return !each->row_ends.empty();
    });
    if (numbered == pages_.rend()) return false;
    const auto& ends = (*numbered)->row_ends;
    return std::find(ends.begin(), ends.end(), row - 1) != ends.end();
  }

  [[nodiscard]] bool has_heading(const std::string& line) const {
    return line.size() >= kLeastHeading &&
           std::any_of(pages_.begin(), pages_.end(), [&](const PageLook* each) {
             return std::find(each->headings.begin(), each->headings.end(), line) !=
                    each->headings.end();
           });
  }

  /// The pages of a book, such as a register, are titled again and again; its cover is not.
  [[nodiscard]] bool is_titled_again(const PageLook& page) const {
    const PaperKind* book = first().kind;
    if (page.title == 0 || book == nullptr || !book->book) return false;
    if (page.kind != book) return page.kind->sheet == SheetForm::text && page.first_row;
    return page.first_row || page.title_words == last().title_words ||
           (first().title > 0 && first_word(page.title_words) != first_word(first().title_words));
  }

 private:
  /// Not one of the sheets of a whole case, which are numbered on over its papers.
  [[nodiscard]] bool is_own_number() const {
    return *last().number <= static_cast<int>(pages_.size());
  }

  /// П Р И К А З № 5, of «приказу»: the last letter of the bent word tells nothing.
  static bool is_titled(const std::string& title, const std::string& bent) {
    std::string letters = fold_letters(title);
    std::erase(letters, ' ');
    const std::string stem = first_characters(bent, count_letters(bent) - 1);
    return letters.find(stem) != std::string::npos;
  }

  std::vector<const PageLook*> pages_;
};

}  // namespace

PageSigns signs_of(const std::vector<PageLook>& pages, std::size_t open, std::size_t at) {
  const PageLook& page = pages[at];
  PageSigns signs;
  signs.title = page.title;
  signs.title_words = page.title_words;
  signs.award = is_award(page);
  signs.heading = page.title > 0 && page.kind->id == kMixed;
  signs.award_words = page.title == 0 && is_award(page);
  signs.opening = page.opening;
  signs.page_number = page.number;
  signs.says_so = page.continued;
  signs.chapter = is_chapter(page);
  signs.starts_mid_table = page.mid_table;
  signs.only_signatures = page.only_signatures && page.title == 0;
  const OpenPaper before(pages, open, at);
  if (before.empty()) return signs;
  const PageLook& last = before.last();
  signs.before_is_last = last.pages && last.number == last.pages;
  signs.before_is_signed = last.signed_off;
  signs.before_is_award = is_award(before.first());
  signs.other_format = differ(last.width, page.width) || differ(last.height, page.height);
  signs.number_follows = page.number && before.is_next_number(*page.number);
  signs.annex = before.annex(page);
  signs.continues_table = page.first_row && before.has_row_before(*page.first_row);
  signs.repeats_heading = before.has_heading(page.first_line);
  signs.repeats_title = before.is_titled_again(page);
  signs.continues_sentence = page.small_letter;
  return signs;
}

ProposedParts propose_parts(const std::vector<PageLook>& pages) {
  ProposedParts proposed;
  const auto first =
      std::find_if(pages.begin(), pages.end(), [](const PageLook& page) { return !page.blank; });
  if (first == pages.end()) return proposed;
  proposed.parts.push_back({1, 1, {}});
  proposed.confidence = 1;
  std::size_t open = 0;
  for (auto at = static_cast<std::size_t>(first - pages.begin()) + 1; at < pages.size(); ++at) {
    if (pages[at].blank) continue;
    Decision<bool> begins = propose_boundary(signs_of(pages, open, at));
    proposed.confidence = std::min(proposed.confidence, begins.confidence);
    if (!begins.value.value_or(false)) continue;
    proposed.parts.push_back(
        {static_cast<int>(at) + 1, begins.confidence, std::move(begins.reasons)});
    open = at;
  }
  if (proposed.parts.size() == 1) return {};
  return proposed;
}

ProposedParts propose_parts(const Extractor& extractor, const std::vector<RecognisedPage>& pages) {
  std::vector<PageLook> looks;
  looks.reserve(pages.size());
  for (const RecognisedPage& page : pages) looks.push_back(extractor.look(page));
  return propose_parts(looks);
}

std::vector<int> ProposedParts::first_pages() const {
  std::vector<int> pages;
  pages.reserve(parts.size());
  for (const ProposedPart& part : parts) pages.push_back(part.first_page);
  return pages;
}

}  // namespace fonds
