#include "indexer/transliteration.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/data_file.h"
#include "base/text.h"
#include "indexer/index_fixture.h"

namespace fonds {
namespace {

using Words = std::vector<std::string>;

/// What `latin` can be among `held`.
Words readings(const std::string& latin, const Words& held) {
  static const Transliteration transliteration = Transliteration::shipped();
  return transliteration.readings(
      fold(latin),
      [&](const std::string& russian) {
        Transliteration::Held answer;
        for (const std::string& word : held) {
          answer.begins = answer.begins || word.starts_with(russian);
          answer.whole = answer.whole || word == russian;
        }
        return answer;
      },
      10);
}

TEST(Transliteration, KnowsTheUsualSpellings) {
  const Words held{"иванова", "юлия",    "кравец", "щербаков",    "ольга",
                   "андрей",  "дмитрий", "артем",  "ксения",      "соловьев",
                   "филипп",  "жанна",   "чехов",  "хабибуллина", "анжелика",
                   "евгений", "яковлев", "цой",    "наталья",     "александр"};
  for (const auto& [latin, russian] :
       std::vector<std::pair<std::string, std::string>>{{"Ivanova", "иванова"},
                                                        {"Yulia", "юлия"},
                                                        {"Iuliia", "юлия"},
                                                        {"Yuliya", "юлия"},
                                                        {"Kravets", "кравец"},
                                                        {"Shcherbakov", "щербаков"},
                                                        {"Scherbakov", "щербаков"},
                                                        {"Olga", "ольга"},
                                                        {"Ol'ga", "ольга"},
                                                        {"Andrey", "андрей"},
                                                        {"Andrei", "андрей"},
                                                        {"Dmitry", "дмитрий"},
                                                        {"Dmitrii", "дмитрий"},
                                                        {"Artem", "артем"},
                                                        {"Artyom", "артем"},
                                                        {"Ksenia", "ксения"},
                                                        {"Xenia", "ксения"},
                                                        {"Solovyev", "соловьев"},
                                                        {"Solovev", "соловьев"},
                                                        {"Philipp", "филипп"},
                                                        {"Zhanna", "жанна"},
                                                        {"Chekhov", "чехов"},
                                                        {"Khabibullina", "хабибуллина"},
                                                        {"Anzhelika", "анжелика"},
                                                        {"Evgeny", "евгений"},
                                                        {"Evgeniy", "евгений"},
                                                        {"Yakovlev", "яковлев"},
                                                        {"Iakovlev", "яковлев"},
                                                        {"Tsoi", "цой"},
                                                        {"Tsoy", "цой"},
                                                        {"Natalya", "наталья"},
                                                        {"Natalia", "наталья"},
                                                        {"Aleksandr", "александр"},
                                                        {"Alexander", "александр"}}) {
    const Words found = readings(latin, held);
    EXPECT_NE(std::find(found.begin(), found.end(), russian), found.end()) << latin;
  }
}

TEST(Transliteration, FindsNothingThatIsNotHeld) {
  EXPECT_TRUE(readings("Ivanova", {"иван", "ивановаа"}).empty());
  EXPECT_TRUE(readings("12", {"12"}).empty());
}

TEST(Transliteration, AsksWithinBounds) {
  static const Transliteration transliteration = Transliteration::shipped();
  std::size_t asked = 0;
  const Words found = transliteration.readings(
      std::string(100, 'i'),
      [&](const std::string&) {
        ++asked;
        return Transliteration::Held{true, false};
      },
      10);
  EXPECT_TRUE(found.empty());
  EXPECT_LE(asked, Transliteration::kMostAsked + 1);
}

TEST(Transliteration, TellsLatinWords) {
  EXPECT_TRUE(Transliteration::is_latin("Ol'ga"));
  EXPECT_FALSE(Transliteration::is_latin("Ольга"));
  EXPECT_FALSE(Transliteration::is_latin("a1"));
  EXPECT_FALSE(Transliteration::is_latin(""));
}

TEST(Transliteration, RefusesASpellingThatIsNotLatin) {
  const auto make = [] {
    Transliteration(DataTable::parse(
        "silent = \"ь\"\n[[spelling]]\nlatin = \"щ\"\nrussian = [\"щ\"]\n", "test"));
  };
  EXPECT_EQ(fault_of(make), Fault::usage);
}

}  // namespace
}  // namespace fonds
