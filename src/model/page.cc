#include "model/page.h"

namespace fonds {

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
