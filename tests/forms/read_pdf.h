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

inline std::size_t times(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size())) {
    ++found;
  }
  return found;
}

/// Prints in a language until it goes; English before and after.
class Printing {
 public:
  explicit Printing(Language language) { choose_language(language, FONDS_BINARY_DIR "/locale"); }
  ~Printing() { choose_language(Language::english, FONDS_BINARY_DIR "/locale"); }
  Printing(const Printing&) = delete;
  Printing& operator=(const Printing&) = delete;
};

}  // namespace fonds
