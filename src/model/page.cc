#include "model/page.h"

#include <algorithm>

namespace fonds {

std::string to_text(const std::vector<PageWarning>& warnings) {
  std::string text;
  for (const PageWarning warning : warnings) {
    if (!text.empty()) text += ',';
    text += name_of(warning);
  }
  return text;
}

std::vector<PageWarning> page_warnings_from(std::string_view text) {
  std::vector<PageWarning> warnings;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::string_view name = text.substr(begin, end - begin);
    for (std::size_t i = 0; i < kPageWarnings.size(); ++i) {
      if (kPageWarnings[i] == name) warnings.push_back(static_cast<PageWarning>(i));
    }
    begin = end + 1;
  }
  return warnings;
}

std::string text_of(const RecognisedPage& page) {
  std::string text;
  for (const Line& line : page.lines) {
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      if (i > 0) text += ' ';
      text += line.words[i].text;
    }
    text += '\n';
  }
  return text;
}

std::string text_of(const std::vector<RecognisedPage>& pages) {
  std::string text;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (i > 0) text += '\f';
    text += text_of(pages[i]);
  }
  return text;
}

int count_words(const RecognisedPage& page) {
  int count = 0;
  for (const Line& line : page.lines) count += static_cast<int>(line.words.size());
  return count;
}

}  // namespace fonds
