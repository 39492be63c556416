/// What another reader (pdftotext, pdfinfo) finds in a PDF that a form has made; and the language
/// that a test prints in.
///
/// Threads: for tests, one.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.h"
#include "support/temp_folder.h"

namespace fonds {

inline std::string said_by(const std::string& command) {
  FILE* pipe = ::popen(command.c_str(), "r");
  std::string text;
  std::array<char, 4096> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    text.append(buffer.data(), got);
  }
  EXPECT_EQ(::pclose(pipe), 0) << command << ": " << text;
  return text;
}

/// The text of each page; places of words as far as blanks can show them.
inline std::vector<std::string> pages_of(const std::string& pdf) {
  const TempFolder folder;
  const std::string text =
      said_by("pdftotext -layout " + folder.file("form.pdf", pdf).string() + " - 2>&1");
  std::vector<std::string> pages;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\f', at), text.size());
    pages.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return pages;
}

inline std::string all_text_of(const std::string& pdf) {
  std::string all;
  for (const std::string& page : pages_of(pdf)) all += page;
  return all;
}

/// "841.89 x 595.276 pts (A4)".
inline std::string sheet_of(const std::string& pdf) {
  const TempFolder folder;
  return said_by("pdfinfo " + folder.file("form.pdf", pdf).string() + " | grep 'Page size'");
}

/// How far down the lowest letter of a page reaches and how far to the right any does, in
/// millimetres; `edge` is "yMax" or "xMax".
inline double farthest(const std::string& pdf, const std::string& edge) {
  const TempFolder folder;
  const std::string boxes =
      said_by("pdftotext -bbox " + folder.file("form.pdf", pdf).string() + " - 2>&1");
  const std::string mark = edge + "=\"";
  double most = 0;
  for (std::size_t at = boxes.find(mark); at != std::string::npos; at = boxes.find(mark, at + 1)) {
    most = std::max(most, std::stod(boxes.substr(at + mark.size(), 20)));
  }
  return most * 25.4 / 72;
}

/// Without white space: lines are broken where the sheet wants it.
inline std::string packed(std::string text) {
  text.erase(std::remove_if(text.begin(), text.end(),
                            [](unsigned char c) { return std::isspace(c) != 0; }),
             text.end());
  return text;
}

/// All text as it was drawn, cell after cell; drawn_text_of() without white space.
inline std::string raw_text_of(const std::string& pdf) {
  const TempFolder folder;
  return said_by("pdftotext -raw " + folder.file("form.pdf", pdf).string() + " - 2>&1");
}
inline std::string drawn_text_of(const std::string& pdf) { return packed(raw_text_of(pdf)); }

/// Each part stands in drawn_text_of() behind the one before.
inline void expect_in_order(const std::string& drawn, const std::vector<std::string>& parts) {
  std::size_t last = 0;
  for (const std::string& part : parts) {
    const std::size_t at = drawn.find(packed(part), last);
    EXPECT_NE(at, std::string::npos) << part << "\nis not behind the part before it in\n" << drawn;
    if (at != std::string::npos) last = at + packed(part).size();
  }
}

/// A table has these columns, numbered below, and no word of their titles is broken.
inline void expect_columns(const std::string& pdf, const std::vector<std::string>& titles) {
  const std::string text = raw_text_of(pdf);
  std::string heading;
  for (const std::string& title : titles) {
    heading += packed(title);
    std::istringstream words(title);
    for (std::string word; words >> word;) {
      EXPECT_NE(text.find(word), std::string::npos) << word << " is broken in\n" << text;
    }
  }
  for (std::size_t i = 1; i <= titles.size(); ++i) heading += std::to_string(i);
  EXPECT_NE(packed(text).find(heading), std::string::npos) << heading << " is not in\n" << text;
}

inline std::size_t times(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size())) {
    ++found;
  }
  return found;
}

/// The first page as a picture of 200 dots an inch; places in millimetres.
class PrintedPicture {
 public:
  explicit PrintedPicture(const std::string& pdf) {
    const TempFolder folder;
    const std::string pgm =
        said_by("pdftoppm -r 200 -gray -f 1 -l 1 " + folder.file("form.pdf", pdf).string());
    std::istringstream head(pgm);
    std::string kind;
    int white = 0;
    head >> kind >> width_ >> height_ >> white;
    pixels_ = pgm.substr(static_cast<std::size_t>(head.tellg()) + 1);
  }
  [[nodiscard]] bool is_dark(double x, double y) const {
    const auto column = static_cast<std::size_t>(x * kDotsPerMm);
    const auto row = static_cast<std::size_t>(y * kDotsPerMm);
    return static_cast<unsigned char>(pixels_.at(row * width_ + column)) < 128;
  }
  [[nodiscard]] bool is_empty(double left, double top, double right, double bottom) const {
    for (int y = dots(top); y < dots(bottom); ++y) {
      for (int x = dots(left); x < dots(right); ++x) {
        if (is_dark(x / kDotsPerMm, y / kDotsPerMm)) return false;
      }
    }
    return true;
  }

 private:
  static constexpr double kDotsPerMm = 200 / 25.4;
  static int dots(double mm) { return static_cast<int>(mm * kDotsPerMm); }
  std::size_t width_ = 0;
  std::size_t height_ = 0;
  std::string pixels_;
};

/// Prints in a language until it goes; English before and after.
class Printing {
 public:
  explicit Printing(Language language) { choose_language(language, FONDS_BINARY_DIR "/locale"); }
  ~Printing() { choose_language(Language::english, FONDS_BINARY_DIR "/locale"); }
  Printing(const Printing&) = delete;
  Printing& operator=(const Printing&) = delete;
};

}  // namespace fonds
