#include "archive/page_words.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace fonds {
namespace {

ShownLine as_read(const Line& line, int number, const PageRecord& page) {
  ShownLine shown;
  shown.number = number;
  shown.box = upright_box(line.box, page);
  for (const Word& word : line.words) {
    shown.words.push_back({word.text, word.confidence, upright_box(word.box, page)});
  }
  return shown;
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

/// The words side by side in the line's box, each as wide as it has letters, a space between.
void spread(std::vector<ShownWord>& words, const UprightBox& line) {
  std::size_t letters = words.size() - 1;
  for (const ShownWord& word : words) letters += count_characters(word.text);
  const double letter = line.width / static_cast<double>(letters);
  double left = line.left;
  for (ShownWord& word : words) {
    const double width = letter * static_cast<double>(count_characters(word.text));
    word.box = {left, line.top, width, line.height};
    left += width + letter;
  }
}

void lay_over(ShownLine& line, const TextCorrection& correction) {
  line.corrected_by = correction.by;
  const std::vector<std::string> texts = words_in(correction.value);
  const bool one_for_one = texts.size() == line.words.size();
  line.words.resize(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    line.words[i].text = texts[i];
    line.words[i].confidence = 1;
  }
  if (!one_for_one && !texts.empty()) spread(line.words, line.box);
}

}  // namespace

std::vector<ShownLine> shown_lines(const std::vector<RecognisedPage>& pages, const PageRecord& page,
                                   const std::vector<TextCorrection>& corrections) {
  std::vector<ShownLine> lines;
  for (const RecognisedPage& each : pages) {
    if (each.number != page.number) continue;
    for (const Line& line : each.lines) {
      lines.push_back(as_read(line, static_cast<int>(lines.size()) + 1, page));
    }
  }
  if (corrections.empty()) return lines;
  for (const TextCorrection& correction : anchored(text_of(pages), corrections)) {
    if (correction.page != page.number) continue;
    const auto number = static_cast<std::size_t>(correction.line);
    while (lines.size() < number) {
      lines.emplace_back();
      lines.back().number = static_cast<int>(lines.size());
    }
    lay_over(lines[number - 1], correction);
  }
  return lines;
}

}  // namespace fonds
