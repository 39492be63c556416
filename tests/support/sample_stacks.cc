#include "support/sample_stacks.h"

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "base/text.h"

namespace fonds {
namespace {

constexpr int kTop = 250;
constexpr int kHeadOfSheet = 130;
constexpr int kFootOfSheet = 3300;
constexpr std::size_t kLeastLines = 4;

/// Of the generator only what every library gives alike.
class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t count) { return random_() % count; }
  bool percent(std::size_t chance) { return below(100) < chance; }

 private:
  std::mt19937 random_;
};

bool begins_row(const Line& line, int number) {
  return !line.words.empty() && line.words.front().text == std::to_string(number);
}

void move(Line& line, int down) {
  line.box.top += down;
  for (Word& word : line.words) word.box.top += down;
}

/// Whether papers of the kind go over several pages.
bool may_go_on(const SamplePaper& paper) {
  static const std::set<std::string> kinds{"attestation_protocol",
                                           "competition_protocol",
                                           "journal",
                                           "growth_card",
                                           "order",
                                           "application",
                                           "consent",
                                           "other"};
  return kinds.contains(*paper.said("kind"));
}

/// The last page cut in two, not in its head: a page ends where it is full. The heading of a
/// table stands above its rest again, perhaps.
void cut_last(std::vector<RecognisedPage>& pages, Dice& dice) {
  const std::size_t count = pages.back().lines.size();
  const std::size_t least = std::max(kLeastLines, (count + 1) / 2);
  if (count <= least) return;
  const std::size_t cut = least + dice.below(count - least);
  RecognisedPage rest = pages.back();
  std::vector<Line>& above = pages.back().lines;
  rest.lines.erase(rest.lines.begin(), rest.lines.begin() + static_cast<std::ptrdiff_t>(cut));
  const auto row = std::find_if(above.begin(), above.end(),
                                [](const Line& line) { return begins_row(line, 1); });
  const bool in_table = row != above.begin() && row != above.end() &&
                        row < above.begin() + static_cast<std::ptrdiff_t>(cut);
  if (in_table && dice.percent(40)) rest.lines.insert(rest.lines.begin(), *(row - 1));
  above.resize(cut);
  int top = kTop;
  for (Line& line : rest.lines) {
    move(line, top - line.box.top);
    top += 70;
  }
  pages.push_back(std::move(rest));
}

void print_number(RecognisedPage& page, const std::string& number, bool at_head) {
  Line line;
  int left = 1200;
  const int top = at_head ? kHeadOfSheet : kFootOfSheet;
  for (std::size_t from = 0; from < number.size();) {
    const std::size_t end = std::min(number.find(' ', from), number.size());
    const std::string word = number.substr(from, end - from);
    const int width = 22 * static_cast<int>(count_characters(word));
    line.words.push_back({word, {left, top, width, 34}, 0.9});
    left += width + 22;
    from = end + 1;
  }
  line.box = {1200, top, left - 1222, 34};
  page.lines.insert(at_head ? page.lines.begin() : page.lines.end(), line);
}

void print_numbers(std::vector<RecognisedPage>& pages, Dice& dice) {
  const std::size_t style = dice.below(4);
  const bool at_head = dice.percent(50);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    if (style == 0) {
      print_number(pages[i], "стр. " + number + " из " + std::to_string(pages.size()), at_head);
    } else if (i > 0) {
      print_number(pages[i], style == 1 ? "- " + number + " -" : number, at_head);
    }
  }
}

RecognisedPage blank_back(const RecognisedPage& front, Dice& dice) {
  RecognisedPage page = front;
  page.lines.clear();
  page.source = TextSource::none;
  if (dice.percent(50)) {
    page.warnings.push_back(PageWarning::blank);
  } else if (dice.percent(50)) {
    page.lines.push_back({{300, 900, 20, 20}, {{"'", {300, 900, 20, 20}, 0.2}}});
  }
  return page;
}

void lay(const SamplePaper& paper, SampleStack& stack, Dice& dice) {
  std::vector<RecognisedPage> pages = paper.pages;
  if (may_go_on(paper)) {
    for (std::size_t cuts = dice.below(3); cuts > 0; --cuts) cut_last(pages, dice);
    if (pages.size() > 1 && dice.percent(45)) print_numbers(pages, dice);
  } else if (dice.percent(20)) {
    for (RecognisedPage& page : pages) std::swap(page.geometry.width, page.geometry.height);
  }
  stack.first_pages.push_back(static_cast<int>(stack.pages.size()) + 1);
  stack.papers.push_back(paper.number);
  const std::size_t backs = dice.percent(30) ? 60 : 5;
  for (const RecognisedPage& page : pages) {
    stack.pages.push_back(page);
    if (dice.percent(backs)) stack.pages.push_back(blank_back(page, dice));
  }
}

}  // namespace

std::vector<SampleStack> sample_stacks(const std::vector<SamplePaper>& papers, unsigned seed) {
  Dice dice(seed);
  std::vector<const SamplePaper*> order;
  order.reserve(papers.size());
  for (const SamplePaper& paper : papers) order.push_back(&paper);
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[dice.below(i)]);
  std::vector<SampleStack> stacks;
  std::size_t left = 0;
  for (const SamplePaper* paper : order) {
    if (left == 0) {
      stacks.emplace_back();
      left = dice.percent(20) ? 1 : 2 + dice.below(14);
    }
    --left;
    lay(*paper, stacks.back(), dice);
  }
  for (SampleStack& stack : stacks) {
    int number = 0;
    for (RecognisedPage& page : stack.pages) page.number = ++number;
  }
  return stacks;
}

}  // namespace fonds
