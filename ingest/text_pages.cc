#include "ingest/text_pages.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

// A4 at 300 dpi, letters of 11 points.
constexpr double kDpi = 300;
constexpr int kWidth = 2480;
constexpr int kHeight = 3508;
constexpr int kMargin = 150;
constexpr int kLetter = 20;
constexpr int kWordHeight = 36;
constexpr int kLineHeight = 60;
constexpr int kGutter = 4 * kLetter;
constexpr int kEmptyRow = kLineHeight / 2;

constexpr std::size_t kPageLines = 400;     // of a table: a sheet of paper has 50
constexpr std::size_t kPageWords = 10'000;  // the index numbers words of a page by 16 bits
constexpr std::size_t kMostWords = 1'000'000;
constexpr std::size_t kLongestWord = 100;  // letters; what is longer is cut into several
constexpr std::size_t kWidestCell = 400;   // letters

int width_of(std::string_view text) { return static_cast<int>(count_characters(text)) * kLetter; }

/// Words between spaces of any kind.
std::vector<std::string> words_of(std::string_view text) {
  std::string tidy = normalise(to_valid_utf8(text));
  for (std::size_t at = tidy.find("\u00A0"); at != std::string::npos;
       at = tidy.find("\u00A0", at)) {
    tidy.replace(at, 2, " ");
  }
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    for (std::string rest = printable(word); !rest.empty();) {
      std::string piece = first_characters(rest, kLongestWord);
      rest.erase(0, piece.size());
      words.push_back(std::move(piece));
    }
    word.clear();
  };
  for (const char c : tidy) {
    if (static_cast<unsigned char>(c) > ' ') {
      word += c;
    } else if (!word.empty()) {
      end_word();
    }
  }
  if (!word.empty()) end_word();
  return words;
}

std::size_t filled(const TableRow& row) {
  return static_cast<std::size_t>(
      std::count_if(row.begin(), row.end(), [](const std::string& cell) { return !cell.empty(); }));
}

/// Where each column begins; a column nobody fills takes no room.
std::vector<int> columns_of(const std::vector<TableRow>& rows) {
  std::vector<std::size_t> widths;
  for (const TableRow& row : rows) {
    if (filled(row) < 2) continue;  // a title over the table says nothing about its columns
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], std::min(count_characters(row[i]), kWidestCell));
    }
  }
  std::vector<int> lefts;
  int left = kMargin;
  for (const std::size_t width : widths) {
    lefts.push_back(left);
    if (width > 0) left += static_cast<int>(width) * kLetter + kGutter;
  }
  return lefts;
}

}  // namespace

TextPages::TextPages(int most_pages, Give give)
    : most_pages_(most_pages), give_(std::move(give)), top_(kMargin) {}

void TextPages::paragraph(std::string_view text) {
  Line line;
  int left = kMargin;
  for (const std::string& word : words_of(text)) {
    if (left > kMargin && left + width_of(word) > kWidth - kMargin) {
      end_line(std::exchange(line, {}));
      left = kMargin;
    }
    place(line, word, left);
    left += width_of(word) + kLetter;
  }
  end_line(std::move(line));
  // Paragraphs end a sheet, tables go on: a broken column is a column lost.
  if (top_ > kHeight - kMargin) end_page();
}

void TextPages::table(const std::vector<TableRow>& rows) {
  const std::vector<int> lefts = columns_of(rows);
  for (const TableRow& row : rows) {
    const std::size_t cells = filled(row);
    if (cells == 0) {
      if (!page_.lines.empty() && top_ < kHeight) top_ += kEmptyRow;
      continue;
    }
    if (cells == 1) {
      paragraph(*std::find_if(row.begin(), row.end(),
                              [](const std::string& cell) { return !cell.empty(); }));
      continue;
    }
    Line line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      int left = lefts[i];
      for (const std::string& word : words_of(row[i])) {
        place(line, word, left);
        left += width_of(word) + kLetter;
      }
    }
    end_line(std::move(line));
    if (page_.lines.size() >= kPageLines || page_words_ >= kPageWords) end_page();
  }
}

void TextPages::new_page() {
  if (!page_.lines.empty()) end_page();
}

void TextPages::finish() {
  if (!page_.lines.empty() || pages_ == 0) end_page();
}

void TextPages::place(Line& line, std::string_view text, int left) {
  if (++words_ > kMostWords) {
    throw Error(Fault::usage, say(tr("the document has more than {} words"), kMostWords),
                tr("divide it into several files"));
  }
  ++page_words_;
  const Box box{left, top_, width_of(text), kWordHeight};
  line.words.push_back({std::string(text), box, 1});
  right_ = std::max(right_, left + box.width);
}

void TextPages::end_line(Line&& line) {
  if (line.words.empty()) return;
  const Box& first = line.words.front().box;
  int right = 0;
  for (const Word& word : line.words) right = std::max(right, word.box.left + word.box.width);
  line.box = {first.left, first.top, right - first.left, kWordHeight};
  page_.lines.push_back(std::move(line));
  top_ += kLineHeight;
  if (page_words_ >= kPageWords) end_page();
}

void TextPages::end_page() {
  if (pages_ == most_pages_) {
    throw Error(Fault::usage, say(tr("the document has more than {} pages"), most_pages_),
                tr("divide it into several files"));
  }
  page_.number = ++pages_;
  page_.geometry.width = std::max(right_ + kMargin, kWidth);
  page_.geometry.height = std::max(top_ + kMargin, kHeight);
  page_.geometry.dpi = kDpi;
  page_.geometry.content = {0, 0, page_.geometry.width, page_.geometry.height};
  page_.source = page_.lines.empty() ? TextSource::none : TextSource::embedded;
  page_.confidence = 1;
  give_(std::exchange(page_, {}));
  top_ = kMargin;
  right_ = 0;
  page_words_ = 0;
}

}  // namespace fonds
