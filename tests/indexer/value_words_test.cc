#include "indexer/value_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/data_file.h"
#include "base/error.h"
#include "model/award.h"
#include "model/card.h"
#include "model/control.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ValueWords with_kinds() {
  ValueWords words = ValueWords::shipped();
  words.add({"kind", "diploma", "Диплом", "Diploma", {}});
  words.add({"kind", "contest_list", "Протокол конкурса", "Contest protocol", {}});
  words.add({"kind", "exam_list", "Протокол аттестации", "Examination protocol", {}});
  return words;
}

TEST(ValueWords, AValueIsMeantByItsNamesInAnyForm) {
  const ValueWords words = with_kinds();
  const std::vector<std::tuple<const char*, const char*, std::vector<std::string>>> cases{
      {"level", "муниципальный", {"municipal"}},
      {"level", "Муниципального", {"municipal"}},
      {"level", "муниципальная", {"municipal"}},
      {"level", "районном", {"municipal"}},
      {"level", "municipal", {"municipal"}},
      {"level", "КРАЕВОЙ", {"regional"}},
      {"level", "международный", {"international"}},
      {"place", "1", {"1"}},
      {"place", "1 место", {"1"}},
      {"place", "I", {"1"}},
      {"place", "первое", {"1"}},
      {"place", "призер", {"prize"}},
      {"place", "гран при", {"grand_prix"}},
      {"place", "гран-при", {"grand_prix"}},
      {"place", "Лауреат II степени", {"laureate 2"}},
      {"place", "лауреат 2", {"laureate 2"}},
      {"place", "лауреата", {"laureate"}},
      {"kind", "диплом", {"diploma"}},
      {"kind", "дипломы", {"diploma"}},
      {"kind", "diploma", {"diploma"}},
      {"kind", "протокол конкурса", {"contest_list"}},
      {"kind", "протокол", {"contest_list", "exam_list"}},
  };
  for (const auto& [field, typed, expected] : cases) {
    EXPECT_EQ(words.meant(field, typed), expected) << field << ": " << typed;
  }
}

TEST(ValueWords, WhatIsNoNameMeansNothing) {
  const ValueWords words = with_kinds();
  for (const auto& [field, typed] : {std::pair{"level", "диплом"},
                                     {"level", ""},
                                     {"level", " "},
                                     {"level", "—"},
                                     {"level", "муниципальный зональный"},
                                     {"place", "4"},
                                     {"place", "лауреат 7"},
                                     {"kind", "протокол жюри"},
                                     {"colour", "красный"},
                                     {"level", "\xFF"}}) {
    EXPECT_THAT(words.meant(field, typed), IsEmpty()) << field << ": " << typed;
  }
}

TEST(ValueWords, EveryLevelAndRankHasANameAndNoTwoShareOne) {
  const ValueWords words = ValueWords::shipped();
  for (const std::string_view level : kLevelNames) {
    EXPECT_THAT(words.meant("level", level), ElementsAre(level));
  }
  for (const std::string_view rank : kRankNames) {
    EXPECT_THAT(words.meant("place", rank), ElementsAre(rank));
  }
  const DataTable data = DataTable::parse(shipped_data("value_words.toml"), "value_words.toml");
  for (const DataTable& each : data.tables("value")) {
    std::vector<std::string> names = each.texts("words");
    names.insert(names.end(), {each.text("ru"), each.text("en")});
    for (const std::string& name : names) {
      EXPECT_THAT(words.meant(each.text("field"), name), ElementsAre(each.text("value"))) << name;
    }
  }
}

TEST(ValueWords, TheShippedFileSaysNothingTheCatalogueDoesNotKnow) {
  const DataTable data = DataTable::parse(shipped_data("value_words.toml"), "value_words.toml");
  for (const DataTable& each : data.tables("value")) {
    const std::string& value = each.text("value");
    if (each.text("field") == "level") {
      EXPECT_TRUE(level_from(value)) << value;
    } else if (each.text("field") == "control") {
      EXPECT_TRUE(control_from(value)) << value;
    } else if (each.text("field") == "scope") {
      EXPECT_TRUE(scope_from(value)) << value;
    } else if (each.text("field") == "has" || each.text("field") == "status") {
      continue;  // of searches only: card_terms_test asks for each
    } else {
      EXPECT_EQ(each.text("field"), "place");
      EXPECT_TRUE(award_place_from(value)) << value;
    }
  }
}

TEST(ValueWords, TitlesAreListedForMessages) {
  const ValueWords words = with_kinds();
  EXPECT_TRUE(words.names("kind"));
  EXPECT_FALSE(words.names("date"));
  EXPECT_EQ(words.titles("date"), "");
  EXPECT_EQ(words.titles("kind"), "Diploma, Contest protocol, Examination protocol");
  EXPECT_THAT(words.list_titles("kind"),
              testing::ElementsAre("Diploma", "Contest protocol", "Examination protocol"));
  EXPECT_EQ(words.title("kind", "papyrus"), "papyrus");
}

TEST(ValueWords, AWrongFileIsRefusedWithItsLine) {
  for (const char* toml : {"[[value]]\nfield='level'\n", "[[values]]\n",
                           "[[value]]\nfield='a'\nvalue='b'\nru='в'\nen='c'\nword=['d']\n"}) {
    try {
      ValueWords words(DataTable::parse(toml, "words.toml"));
      FAIL() << toml;
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::usage);
      EXPECT_NE(error.message().find("words.toml"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace fonds
