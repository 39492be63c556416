#include "model/text_correction.h"

#include <algorithm>
#include <cstdlib>

namespace fonds {
namespace {

/// A page's lines; its last new line begins none.
struct Page {
  std::vector<std::string> lines;
  std::vector<bool> taken;  ///< by a correction
  bool ends_with_new_line = false;
  int homeless = 0;  ///< corrections whose line is gone
};

std::vector<std::string_view> parted(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// The characters of a line, each as a number of its own.
std::vector<unsigned> characters_of(std::string_view line) {
  constexpr std::size_t kLongest = 300;
  std::vector<unsigned> characters;
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U && !characters.empty()) {
      characters.back() = characters.back() << 8U | byte;
    } else if (characters.size() == kLongest) {
      break;
    } else {
      characters.push_back(byte);
    }
  }
  return characters;
}

/// Share of characters that stand in both lines, in the same order: 0 … 1.
double likeness(std::string_view one, std::string_view other) {
  const std::vector<unsigned> a = characters_of(one);
  const std::vector<unsigned> b = characters_of(other);
  if (a.empty() || b.empty()) return 0;
  std::vector<int> row(b.size() + 1, 0);  // of the longest common subsequence
  for (const unsigned c : a) {
    int diagonal = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int above = row[j];
      row[j] = c == b[j - 1] ? diagonal + 1 : std::max(row[j], row[j - 1]);
      diagonal = above;
    }
  }
  return 2.0 * row.back() / static_cast<double>(a.size() + b.size());
}

/// Where the corrected line stands now: its index, or nothing.
std::optional<std::size_t> place_of(const TextCorrection& correction, const Page& page) {
  constexpr double kAlike = 0.6;
  const auto wanted = static_cast<long>(correction.line) - 1;
  std::optional<std::size_t> best;
  double best_score = 0;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (page.taken[i]) continue;
    const double alike =
        page.lines[i] == correction.machine ? 2 : likeness(page.lines[i], correction.machine);
    if (alike < kAlike) continue;
    const auto away = static_cast<double>(std::labs(static_cast<long>(i) - wanted));
    const double score = alike - away * 1e-4;  // likeness first, then nearness
    if (!best || score > best_score) {
      best = i;
      best_score = score;
    }
  }
  return best;
}

Page page_from(std::string_view text) {
  const std::vector<std::string_view> lines = parted(text, '\n');
  Page page;
  page.lines.assign(lines.begin(), lines.end());
  page.ends_with_new_line = lines.size() > 1 && lines.back().empty();
  if (lines.back().empty()) page.lines.pop_back();
  page.taken.assign(page.lines.size(), false);
  return page;
}

std::vector<Page> pages_from(std::string_view text) {
  std::vector<Page> pages;
  for (const std::string_view page : parted(text, '\f')) pages.push_back(page_from(page));
  return pages;
}

void append(std::string& text, const Page& page) {
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (i > 0) text += '\n';
    text += page.lines[i];
  }
  if (page.ends_with_new_line) text += '\n';
}

}  // namespace

std::optional<std::string_view> line_of(std::string_view text, int page, int line) {
  const std::vector<std::string_view> pages = parted(text, '\f');
  if (page < 1 || static_cast<std::size_t>(page) > pages.size()) return std::nullopt;
  std::vector<std::string_view> lines = parted(pages[static_cast<std::size_t>(page) - 1], '\n');
  if (lines.back().empty()) lines.pop_back();
  if (line < 1 || static_cast<std::size_t>(line) > lines.size()) return std::nullopt;
  return lines[static_cast<std::size_t>(line) - 1];
}

std::vector<TextCorrection> anchored(std::string_view text,
                                     const std::vector<TextCorrection>& corrections) {
  std::vector<Page> pages = pages_from(text);
  std::vector<TextCorrection> placed = corrections;
  for (TextCorrection& correction : placed) {
    const auto wanted = static_cast<std::size_t>(std::max(correction.page, 1));
    const std::size_t number = std::min(wanted, pages.size());
    Page& page = pages[number - 1];
    const auto place = place_of(correction, page);
    if (place) {
      correction.machine = page.lines[*place];
      page.taken[*place] = true;
    }
    correction.page = static_cast<int>(number);
    correction.line = place ? static_cast<int>(*place) + 1
                            : static_cast<int>(page.lines.size()) + ++page.homeless;
  }
  return placed;
}

std::string corrected(std::string_view text, const std::vector<TextCorrection>& corrections) {
  if (corrections.empty()) return std::string(text);
  std::vector<Page> pages = pages_from(text);
  for (const TextCorrection& correction : anchored(text, corrections)) {
    std::vector<std::string>& lines = pages[static_cast<std::size_t>(correction.page) - 1].lines;
    const auto line = static_cast<std::size_t>(correction.line);
    if (line > lines.size()) lines.resize(line);
    lines[line - 1] = correction.value;
  }
  std::string whole;
  for (const Page& page : pages) {
    if (&page != &pages.front()) whole += '\f';
    append(whole, page);
  }
  return whole;
}

}  // namespace fonds
