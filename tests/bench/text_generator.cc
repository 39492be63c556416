#include "bench/text_generator.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace fonds {
namespace {

constexpr std::array<const char*, 40> kOpen{"ба",  "ве",  "го",  "да",  "жи",  "за",  "ка",  "ле",
                                            "мо",  "на",  "по",  "ре",  "со",  "ту",  "фи",  "хо",
                                            "че",  "ша",  "пре", "про", "при", "раз", "под", "над",
                                            "вос", "гра", "сто", "кри", "бла", "зна", "тре", "кон",
                                            "мен", "тор", "дел", "пис", "вод", "лет", "мир", "сил"};
constexpr std::array<const char*, 24> kClosed{"ст", "вн", "тр", "льн", "к",  "н",   "т",  "р",
                                              "л",  "в",  "д",  "ств", "ч",  "ник", "ец", "ан",
                                              "ор", "ир", "уш", "из",  "ол", "ок",  "ем", "аж"};
constexpr std::array<const char*, 24> kEndings{
    "",    "а",  "у",  "ом", "е",  "ы",  "ов", "ам",  "ами", "ах",  "ый",   "ого",
    "ому", "ым", "ая", "ой", "ую", "ые", "ых", "ить", "ил",  "ила", "ение", "ения"};
constexpr std::array<const char*, 16> kLittle{"и",  "в",  "на", "с",  "по", "за", "для", "о",
                                              "от", "из", "к",  "не", "у",  "до", "как", "или"};
constexpr std::array<const char*, 12> kFirstNames{"Анна",    "Тимофей", "Мария",  "Степан",
                                                  "Варвара", "Глеб",    "Полина", "Матвей",
                                                  "Ксения",  "Родион",  "Зоя",    "Захар"};
/// Without their endings, the most frequent first.
constexpr std::array<const char*, 48> kOfSchools{
    "учащ",       "работ",     "школ",      "конкурс",  "детск",     "творческ",  "педагог",
    "образован",  "занят",     "участ",     "развит",   "коллектив", "город",     "групп",
    "программ",   "результат", "учебн",     "выставк",  "мастер",    "проект",    "концерт",
    "соревнован", "родител",   "талант",    "воспитан", "центр",     "фестивал",  "рисунк",
    "танц",       "песн",      "команд",    "турнир",   "награжд",   "благодарн", "успех",
    "достижен",   "активн",    "подготовк", "качеств",  "музык",     "спорт",     "театр",
    "техник",     "природ",    "краеведен", "искусств", "награ",     "поздравл"};

}  // namespace

/// splitmix64 (Steele, Lea, Flood 2014): small, and the same everywhere.
class TextGenerator::Dice {
 public:
  explicit Dice(std::uint64_t state) : state_(state) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  std::size_t below(std::size_t limit) { return next() % limit; }
  double fraction() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
  template <class Table>
  const auto& of(const Table& table) {
    return table[below(table.size())];
  }

 private:
  std::uint64_t state_;
};

TextGenerator::TextGenerator(std::uint64_t seed, std::size_t stems) : seed_(seed) {
  Dice dice(seed);
  stems_.assign(kOfSchools.begin(), kOfSchools.end());
  std::set<std::string> known(kOfSchools.begin(), kOfSchools.end());
  while (stems_.size() < stems) {
    std::string stem;
    for (std::size_t syllables = 1 + dice.below(3); syllables > 0; --syllables) {
      stem += dice.of(kOpen);
    }
    stem += dice.of(kClosed);
    if (known.insert(stem).second) stems_.push_back(stem);
  }
  double sum = 0;
  for (std::size_t rank = 1; rank <= stems; ++rank) {
    cumulative_.push_back(sum += 1.0 / static_cast<double>(rank));
  }
}

const std::string& TextGenerator::stem(Dice& dice) const {
  const double place = dice.fraction() * cumulative_.back();
  const auto found = std::upper_bound(cumulative_.begin(), cumulative_.end(), place);
  return stems_[std::min(static_cast<std::size_t>(found - cumulative_.begin()), stems_.size() - 1)];
}

std::string TextGenerator::text(std::uint64_t number, std::size_t words) const {
  Dice dice(seed_ * 1'000'003 + number);
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    switch (dice.below(40)) {
      case 0:  // a name
        text += fmt::format("{} {}ов", dice.of(kFirstNames), stem(dice));
        break;
      case 1:
        text += fmt::format("№ А-{}/{:02}", 100 + dice.below(9900), dice.below(100));
        break;
      case 2:
        text += fmt::format("{:02}.{:02}.{}", 1 + dice.below(28), 1 + dice.below(12),
                            1970 + dice.below(57));
        break;
      default:
        if (dice.below(4) == 0) {
          text += dice.of(kLittle);
        } else {
          text += stem(dice);
          text += dice.of(kEndings);
        }
    }
    text += i % 11 == 10 ? (dice.below(2) == 0 ? ".\n" : "\n") : " ";
  }
  return text;
}

}  // namespace fonds
