#include "registry/number_key.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

enum class Meet { exact, canonical, look_alike, never };

/// The strictest form in which two numbers agree.
Meet meeting(std::string_view a, std::string_view b) {
  const NumberKey one = number_key(a);
  const NumberKey other = number_key(b);
  if (one.exact == other.exact) return Meet::exact;
  if (one.canonical == other.canonical) return Meet::canonical;
  return one.look_alike == other.look_alike ? Meet::look_alike : Meet::never;
}

TEST(NumberKey, FormsOfOneNumberMeetAndOthersDoNot) {
  struct Case {
    const char* a;
    const char* b;
    Meet expected;
  };
  const std::vector<Case> cases{
      {"А-1312/99", "а-1312/99", Meet::exact},
      {"А-1312/99", " А–1312/99 ", Meet::exact},  // a longer dash, spaces around
      {"№ 24-0317", "24-0317", Meet::exact},
      {"№24-0317", "No 24-0317", Meet::exact},
      {"N° 24-0317", "Nº24-0317", Meet::exact},
      {"N 147", "147", Meet::exact},
      {"ЗК  № 004512", "ЗК № 004512", Meet::exact},
      {"А-1312/99", "А 1312-99", Meet::canonical},
      {"А-1312/99", "А1312/99", Meet::canonical},
      {"А-1312/99", "A-1312/99", Meet::canonical},  // a Latin A
      {"ЗК № 004512", "ЗК-004512", Meet::canonical},
      {"01-24/356", "01/24-356", Meet::canonical},
      {"ТО-5", "TO-5", Meet::canonical},
      {"А-1312/99", "A-I3l2/99", Meet::look_alike},
      {"А-1312/99", "А-|312/99", Meet::look_alike},
      {"01-24/356", "O1-24/З56", Meet::look_alike},
      {"II-АБ 004512", "П-АБ 004512", Meet::look_alike},
      {"III-5", "Ш-5", Meet::look_alike},
      {"87-од", "87-0д", Meet::look_alike},
      {"16/8", "1б/В", Meet::look_alike},
      {"25", "Z5", Meet::look_alike},
      {"25", "2S", Meet::look_alike},
      {"А-1312/99", "А-1313/99", Meet::never},
      {"А-1312/99", "Б-1312/99", Meet::never},
      {"А-1312/99", "А-1312", Meet::never},
      {"А-1312/99", "1312/99", Meet::never},
      {"А-1312/99", "А-1312/9", Meet::never},
      {"147", "174", Meet::never},
      {"147", "0147", Meet::never},  // a leading zero is printed on purpose
      {"N-15", "15", Meet::never},   // the series N
      {"II-5", "III-5", Meet::never},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(meeting(each.a, each.b), each.expected) << each.a << " and " << each.b;
    EXPECT_EQ(meeting(each.b, each.a), each.expected) << each.b << " and " << each.a;
  }
}

TEST(NumberKey, WhatDiffersOnlyInHowItIsPartedMeetsInTheLastFormOnly) {
  // 12-3 and 1-23 may be two numbers: they meet where a lost stroke may be the reason.
  EXPECT_EQ(meeting("12-3", "1-23"), Meet::look_alike);
}

TEST(NumberKey, TheFormsAreThese) {
  const NumberKey key = number_key("№ А–1312 / 99");
  EXPECT_EQ(key.exact, "а-1312 / 99");
  EXPECT_EQ(key.canonical, "а-1312-99");
  EXPECT_EQ(key.look_alike, "а131299");
  EXPECT_THAT(key.parts, ElementsAre("1312", "99"));
  EXPECT_THAT(number_key("АБ-7").parts, ElementsAre("7"));
  EXPECT_THAT(number_key("АБ").parts, IsEmpty());
}

TEST(NumberKey, WhatHoldsNoNumberHasNone) {
  for (const char* text : {"", " ", "№", "---", "«»", "…/…", "\u00A0", "\xFF\xFE"}) {
    const NumberKey key = number_key(text);
    EXPECT_EQ(key.exact, "") << text;
    EXPECT_EQ(key.canonical, "") << text;
    EXPECT_EQ(key.look_alike, "") << text;
    EXPECT_THAT(key.parts, IsEmpty()) << text;
  }
  EXPECT_EQ(number_key("б/н").canonical, "б-н") << "letters alone are a number, too";
}

TEST(NumberKey, AKeyOfAFormIsThatForm) {
  for (const char* text :
       {"А-1312/99", "A-I3l2/99", "ЗК № 004512", "П-3", "87-од", "ёж 5", "N 1"}) {
    const NumberKey key = number_key(text);
    EXPECT_EQ(number_key(key.exact).exact, key.exact) << text;
    EXPECT_EQ(number_key(key.canonical).canonical, key.canonical) << text;
    EXPECT_EQ(number_key(key.canonical).look_alike, key.look_alike) << text;
    EXPECT_EQ(number_key(key.look_alike).look_alike, key.look_alike) << text;
  }
}

TEST(NumberKey, BrokenBytesAndEndlessOnesAreHarmless) {
  EXPECT_EQ(number_key("А-1\xD0").canonical, number_key("А-1").canonical);
  const std::string endless(1'000'000, '7');
  EXPECT_EQ(number_key(endless).look_alike.size(), endless.size());
}

}  // namespace
}  // namespace fonds
