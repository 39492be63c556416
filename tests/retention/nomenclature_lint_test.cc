#include "retention/nomenclature_lint.h"

#include <gmock/gmock.h>

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

NomenclatureItem item(const char* index, const char* title, const char* period,
                      Authority authority = {"236", "", "19", "а", false}) {
  NomenclatureItem made;
  made.index = index;
  made.title = title;
  made.rule = PeriodWords::shipped().read(period, "").rule.value();
  made.rule.authority = std::move(authority);
  return made;
}

NomenclatureItem reserve(const char* index) {
  NomenclatureItem made;
  made.index = index;
  made.title = "Резерв";
  made.reserve = true;
  return made;
}

RetentionList list() {
  return RetentionList(
      {"",
       {{"act", "edition", "from", "to", "article", "letter", "title", "period", "verified"},
        {"236", "2019", "", "", "19", "а", "Приказы", "Постоянно", "yes"},
        {"236", "2019", "", "", "154", "", "Обращения", "5 лет ЭПК", "yes"},
        {"236", "2019", "", "", "182", "г", "Журналы", "5 лет", ""},
        {"236", "2019", "", "", "441", "", "Согласия", "3 года после отзыва согласия", "yes"},
        {"236", "2019", "", "", "172", "б", "Описи", "50/75 лет", "yes"}}},
      PeriodWords::shipped());
}

Nomenclature whole(std::vector<NomenclatureItem> items) {
  items.push_back(reserve("01-99"));
  return {2025, {{"01", "Делопроизводство"}}, std::move(items)};
}

std::vector<std::string> found(const Nomenclature& nomenclature) {
  std::vector<std::string> codes;
  for (const NomenclatureFinding& each :
       findings_in(nomenclature, PeriodWords::shipped(), list(), {2025, 1, 1})) {
    std::string code(each.code);
    if (each.weight == NomenclatureFinding::Weight::error) code += '!';
    for (const std::string& index : each.indexes) code += ' ' + index;
    EXPECT_FALSE(each.text.empty());
    codes.push_back(std::move(code));
  }
  return codes;
}

TEST(NomenclatureLint, FindsNothingInASoundOne) {
  EXPECT_THAT(found(whole({item("01-01", "Приказы", "Постоянно"),
                           item("01-02", "Обращения", "5 лет ЭПК", {"236", "", "154", "", false}),
                           item("01-03", "Письма", "10 лет", {"236", "", "154", "", false})})),
              ElementsAre("mark_lost 01-03"));
}

TEST(NomenclatureLint, ErrorsForbidTheApproval) {
  NomenclatureItem no_years = item("01-05", "Без срока", "5 лет");
  no_years.rule.years = 0;
  no_years.rule.authority = {"236", "", "182", "г", false};
  EXPECT_THAT(
      found(whole({item("01-01", "Приказы", "Постоянно"), item("01-01", "Ещё приказы", "Постоянно"),
                   item("02-01", "Чужой раздел", "Постоянно"), item("01-04", "Короче", "5 лет"),
                   item("01-06", "Копии", "ДМН", {"236", "", "182", "г", false}), no_years})),
      ElementsAre("duplicate_index! 01-01", "no_section! 02-01", "shortened! 01-04",
                  "no_minimum! 01-06", "no_years! 01-05", "out_of_order 01-04 01-05",
                  "unverified 01-06 01-05"));
  EXPECT_THAT(found({2025, {}, {}}), ElementsAre("empty!"));
}

TEST(NomenclatureLint, WarningsAreSeen) {
  NomenclatureItem decided = item("01-05", "Решено", "5 лет", {"L", "", "", "", false});
  decided.rule.local = {"№ 4 от 01.12.2024", 5};
  Nomenclature list{
      0,
      {{"01", "Делопроизводство"}, {"02", "Учебная часть"}},
      {item("01-01", "Приказы", "Постоянно"), item("01-02", "приказы", "Постоянно"),
       item("01-03", "Странные", "25 лет", {"L", "", "", "", false}),
       item("01-04", "Ничьи", "5 лет", {}), decided,
       item("01-06", "Неизвестные", "5 лет", {"236", "", "999", "", false}),
       item("01-07", "Несверенные", "5 лет", {"", "", "182", "г", false}), reserve("02-01")}};
  EXPECT_THAT(found(list),
              ElementsAre("no_year", "no_reserve", "duplicate_title 01-02", "unusual_years 01-03",
                          "no_protocol 01-03", "no_authority 01-04", "unknown_article 01-06",
                          "unverified 01-07"));
}

TEST(NomenclatureLint, AnotherKindOfPeriodThatEndsSoonerIsShorterToo) {
  const Authority journals{"236", "", "182", "г", true};
  const Authority inventories{"236", "", "172", "б", true};
  EXPECT_THAT(found(whole({item("01-01", "Журнал", "ДМН (не менее 1 года)", journals),
                           item("01-02", "Описи", "10 лет", inventories),
                           item("01-03", "Правила", "ДЗН", journals),
                           item("01-04", "Журнал выдачи", "ДМН (не менее 6 лет)", journals)})),
              testing::IsSupersetOf({"shortened! 01-01", "shortened! 01-02", "shortened! 01-03",
                                     "unverified 01-01 01-03 01-04"}));
}

TEST(NomenclatureLint, AnIndexWithAFigureTooFewIsSeen) {
  EXPECT_THAT(found(whole({item("01-1", "Приказы", "Постоянно"),
                           item("01-01-02", "Приказы филиала", "Постоянно")})),
              testing::Contains("unusual_index 01-1"));
}

TEST(NomenclatureLint, ATermThatBeginsSoonerThanTheListsIsSeen) {
  EXPECT_THAT(found(whole({item("01-01", "Согласия", "3 года", {"236", "", "441", "", false})})),
              ElementsAre("event_lost 01-01"));
}

TEST(NomenclatureLint, ALongerPeriodThanTheListsIsTheInstitutionsRight) {
  NomenclatureItem longer = item("01-01", "Журнал", "3 года", {"236", "", "182", "г", false});
  longer.rule.local = {"№ 1", 6};
  EXPECT_THAT(found(whole({longer})), ElementsAre("unverified 01-01"));
  EXPECT_THAT(found(whole({item("01-01", "Журнал", "Постоянно")})), IsEmpty());
}

}  // namespace
}  // namespace fonds
