#include "ingest/paper_text.h"

#include <algorithm>
#include <limits>

#include "registry/letters.h"

namespace fonds {
namespace {

/// `box` of the original image as it lies on the page turned upright.
Box upright(const Box& box, const PageGeometry& geometry) {
  switch (geometry.rotation) {
    case 90:
      return {geometry.height - box.top - box.height, box.left, box.height, box.width};
    case 180:
      return {geometry.width - box.left - box.width, geometry.height - box.top - box.height,
              box.width, box.height};
    case 270:
      return {box.top, geometry.width - box.left - box.width, box.height, box.width};
    default:
      return box;
  }
}

Box joined(const Box& a, const Box& b) {
  const int left = std::min(a.left, b.left);
  const int top = std::min(a.top, b.top);
  return {left, top, std::max(a.left + a.width, b.left + b.width) - left,
          std::max(a.top + a.height, b.top + b.height) - top};
}

/// The plain form of a dash or double quote, else nothing.
std::string_view plain_mark(std::string_view letter) {
  static constexpr std::string_view kDashes[] = {"‐", "‑", "‒", "–", "—", "―", "−"};
  // «…» is often read as <…>, which papers of ours have no other use for.
  static constexpr std::string_view kQuotes[] = {"«", "»", "„", "“", "”", "‟", "″", "<", ">"};
  if (std::find(std::begin(kDashes), std::end(kDashes), letter) != std::end(kDashes)) return "-";
  if (std::find(std::begin(kQuotes), std::end(kQuotes), letter) != std::end(kQuotes)) return "\"";
  return {};
}

template <class Values>
int median(Values values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

PaperText::PaperText(const std::vector<RecognisedPage>& pages) {
  for (const RecognisedPage& page : pages) {
    const PageGeometry& geometry = page.geometry;
    const bool lies = geometry.rotation == 90 || geometry.rotation == 270;
    PaperPage kept{page.number,
                   lies ? geometry.height : geometry.width,
                   lies ? geometry.width : geometry.height,
                   geometry.dpi,
                   lines_.size(),
                   lines_.size(),
                   0};
    if (!pages_.empty()) {
      append_folded("\f");
    }
    for (const Line& line : page.lines) {
      if (line.words.empty()) continue;
      if (lines_.size() > kept.first_line) append_folded("\n");
      const std::size_t first_word = words_.size();
      lines_.push_back({{folded_.size(), folded_.size()}, pages_.size(), first_word, 0, {}, 0});
      for (const Word& word : line.words) append(word, geometry);
      close_line(first_word);
    }
    kept.end_line = lines_.size();
    std::vector<int> heights;
    for (std::size_t i = kept.first_line; i < kept.end_line; ++i) {
      heights.push_back(lines_[i].height);
    }
    kept.line_height = median(heights);
    pages_.push_back(kept);
  }
  printed_at_.push_back(static_cast<std::uint32_t>(printed_.size()));
  ready_ = PatternText(folded_);
}

void PaperText::append(const Word& word, const PageGeometry& geometry) {
  const std::size_t line = lines_.size() - 1;
  if (words_.size() > lines_[line].first_word) append_folded(" ");
  const std::size_t begin = folded_.size();
  append_folded(word.text);
  words_.push_back({{begin, folded_.size()}, line, upright(word.box, geometry), word.confidence});
  original_boxes_.push_back(word.box);
}

void PaperText::append_folded(std::string_view printed) {
  // A Latin letter in a word of Cyrillic ones is the recogniser's; a whole Latin word is Latin.
  const bool cyrillic = has_cyrillic(printed);
  for (std::size_t at = 0; at < printed.size();) {
    const std::string_view letter =
        printed.substr(at, std::min(letter_bytes(printed[at]), printed.size() - at));
    const std::string_view mark = plain_mark(letter);
    std::string plain = !mark.empty()                    ? std::string(mark)
                        : cyrillic && letter.size() == 1 ? fold_lookalikes(letter)
                                                         : std::string(letter);
    plain = fold_letters(plain);
    printed_at_.insert(printed_at_.end(), plain.size(),
                       static_cast<std::uint32_t>(printed_.size()));
    folded_ += plain;
    printed_ += letter;
    at += letter.size();
  }
}

void PaperText::close_line(std::size_t first_word) {
  PaperLine& line = lines_.back();
  line.span.end = folded_.size();
  line.end_word = words_.size();
  line.box = words_[first_word].box;
  std::vector<int> heights;
  for (std::size_t i = first_word; i < words_.size(); ++i) {
    line.box = joined(line.box, words_[i].box);
    heights.push_back(words_[i].box.height);
  }
  line.height = median(heights);
}

std::string PaperText::printed(TextSpan span) const {
  const std::size_t from = printed_at_[std::min(span.begin, folded_.size())];
  const std::size_t to = printed_at_[std::min(span.end, folded_.size())];
  std::string text = printed_.substr(from, to - from);
  for (char& c : text) {
    if (c == '\n' || c == '\f') c = ' ';
  }
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::size_t PaperText::line_at(std::size_t byte) const {
  const auto after =
      std::upper_bound(lines_.begin(), lines_.end(), byte,
                       [](std::size_t at, const PaperLine& line) { return at < line.span.begin; });
  return after == lines_.begin() ? 0 : static_cast<std::size_t>(after - lines_.begin()) - 1;
}

std::pair<std::size_t, std::size_t> PaperText::words_in(TextSpan span) const {
  const auto first =
      std::upper_bound(words_.begin(), words_.end(), span.begin,
                       [](std::size_t at, const PaperWord& word) { return at < word.span.end; });
  auto last = first;
  while (last != words_.end() && last->span.begin < span.end) ++last;
  return {static_cast<std::size_t>(first - words_.begin()),
          static_cast<std::size_t>(last - words_.begin())};
}

PlaceOnPage PaperText::place(TextSpan span) const {
  const auto [first, end] = words_in(span);
  if (first >= end) return {};
  const std::size_t page = lines_[words_[first].line].page;
  PlaceOnPage place{pages_[page].number, original_boxes_[first]};
  for (std::size_t i = first + 1; i < end && lines_[words_[i].line].page == page; ++i) {
    place.box = joined(place.box, original_boxes_[i]);
  }
  return place;
}

double PaperText::least_confidence(TextSpan span) const {
  const auto [first, end] = words_in(span);
  if (first >= end) return 0;
  double least = std::numeric_limits<double>::max();
  for (std::size_t i = first; i < end; ++i) least = std::min(least, words_[i].confidence);
  return least;
}

double PaperText::mean_confidence(TextSpan span) const {
  const auto [first, end] = words_in(span);
  if (first >= end) return 0;
  double sum = 0;
  for (std::size_t i = first; i < end; ++i) sum += words_[i].confidence;
  return sum / static_cast<double>(end - first);
}

}  // namespace fonds
