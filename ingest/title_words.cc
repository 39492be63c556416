#include "ingest/title_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "base/text.h"
#include "ingest/fuzzy.h"

namespace fonds {
namespace {

/// What titles of papers and the second words of such titles are made of; small words («за») are
/// too short to be told.
constexpr std::array<std::string_view, 27> kWords{
    "ДИПЛОМ",       "ГРАМОТА",       "ПОЧЁТНАЯ",      "ПОЧЁТНЫЙ",  "ПОХВАЛЬНАЯ",
    "ПОХВАЛЬНЫЙ",   "ПОЗДРАВЛЕНИЕ",  "БЛАГОДАРНОСТЬ", "ПИСЬМО",    "БЛАГОДАРСТВЕННОЕ",
    "СЕРТИФИКАТ",   "СВИДЕТЕЛЬСТВО", "УДОСТОВЕРЕНИЕ", "АТТЕСТАТ",  "ПОБЕДИТЕЛЯ",
    "ПРИЗЁРА",      "ЛАУРЕАТА",      "ДИПЛОМАНТА",    "УЧАСТНИКА", "УЧАСТНИЦЫ",
    "НАГРАЖДАЕТСЯ", "ВРУЧАЕТСЯ",     "ПРОТОКОЛ",      "ЗАЯВЛЕНИЕ", "СОГЛАСИЕ",
    "ЖУРНАЛ",       "ПРИКАЗ"};
/// Of the letters of a word of titles.
constexpr double kMostWrong = 0.3;
/// What such a word is given: read by guess, for a person to see.
constexpr double kGuessed = 0.55;
constexpr double kReadWell = 0.7;

struct Match {
  std::string_view word;
  double explained = 0;     ///< letters, less those that differ
  std::size_t letters = 0;  ///< of the reading
};

std::u32string letters_of(std::string_view word) {
  std::u32string letters = characters_of(fold(word));
  std::erase_if(letters, [](char32_t c) { return c < U'а' || c > U'я'; });
  return letters;
}

/// The word of titles that begins `read`; letters may follow where words were run together.
Match match(const std::u32string& read) {
  Match best;
  for (const std::string_view word : kWords) {
    const std::u32string wanted = letters_of(word);
    const auto most = kMostWrong * static_cast<double>(wanted.size());
    const auto slack = static_cast<std::size_t>(most);
    for (std::size_t length = wanted.size() - slack;
         length <= std::min(read.size(), wanted.size() + slack); ++length) {
      const double wrong = ornamental_distance(read.substr(0, length), wanted);
      if (wrong > most) continue;
      const double explained = static_cast<double>(wanted.size()) - 2 * wrong;
      if (explained > best.explained) best = {word, explained, length};
    }
  }
  return best;
}

}  // namespace

TitleReading as_title(const std::vector<Word>& words) {
  TitleReading title;
  for (const Word& word : words) {
    std::u32string rest = letters_of(word.text);
    const auto all = static_cast<double>(std::max<std::size_t>(rest.size(), 1));
    int left = word.box.left;
    bool known = false;
    while (!rest.empty()) {
      const Match found = match(rest);
      if (found.letters == 0) break;
      known = true;
      Box box = word.box;
      box.left = left;
      box.width = static_cast<int>(std::lround(word.box.width * found.letters / all));
      left += box.width;
      title.words.push_back({std::string(found.word), box, std::max(kGuessed, word.confidence)});
      title.explained += found.explained;
      rest.erase(0, found.letters);
    }
    if (!known && word.confidence >= kReadWell) title.words.push_back(word);
  }
  return title;
}

}  // namespace fonds
