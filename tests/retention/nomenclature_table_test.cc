#include "retention/nomenclature_table.h"

#include <gmock/gmock.h>

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

ReadNomenclature read(std::vector<TableRow> rows) {
  return nomenclature_from({{"", {{"notes"}}}, {"список", std::move(rows)}},
                           PeriodWords::shipped());
}

const TableRow kHeads{"Индекс дела", "Заголовок дела (тома, части)", "Кол-во ед. хр.",
                      "Срок хранения и № статей по перечню", "Примечание"};

TEST(NomenclatureTable, ReadsTheFormOfTheInstruction) {
  const ReadNomenclature found = read({
      {"", "МБОУ ДО «Ромашка»"},
      {"", "НОМЕНКЛАТУРА ДЕЛ"},
      {"", "на 2025 год"},
      kHeads,
      {"1", "2", "3", "4", "5"},
      {"01 Делопроизводство"},
      {"01-01", "Устав, изменения к нему", "", "Постоянно, ст. 28а", ""},
      {"01.06", "Обращения граждан", "", "5 лет ЭПК, ст. 154", ""},
      {"02", "Учебная часть", "", "", ""},
      {"02–02", "Личные дела обучающихся", "", "3 года", "после выбытия; переходящие"},
      {"02-04", "Электронные журналы", "", "5 лет, протокол ЭК № 4", "ЭД, уч. год"},
      {"02-11", "Резерв"},
      {"Итоговая запись о категориях и количестве дел"},
      {"какая-то подпись"},
  });
  EXPECT_TRUE(found.problems.empty());
  const Nomenclature& list = found.nomenclature;
  EXPECT_EQ(list.year, 2025);
  EXPECT_THAT(list.sections, ElementsAre(NomenclatureSection{"01", "Делопроизводство"},
                                         NomenclatureSection{"02", "Учебная часть"}));
  ASSERT_EQ(list.items.size(), 5U);
  EXPECT_EQ(list.items[0].rule.kind, PeriodKind::permanent);
  EXPECT_EQ(list.items[0].rule.authority, (Authority{"", "", "28", "а", false}));
  EXPECT_EQ(list.items[1].index, "01-06");
  EXPECT_EQ(list.items[1].rule.mark, AppraisalMark::epk);
  EXPECT_EQ(list.items[2].index, "02-02");
  EXPECT_TRUE(list.items[2].ongoing);
  EXPECT_EQ(list.items[2].rule.trigger, Trigger::learner_left);
  EXPECT_EQ(list.items[3].carrier, Carrier::electronic);
  EXPECT_TRUE(list.items[3].school_year);
  EXPECT_EQ(list.items[3].rule.local->ek_protocol, "протокол ЭК № 4");
  EXPECT_TRUE(list.items[4].reserve);
  EXPECT_EQ(section_of(list.items[4]), "02");
}

TEST(NomenclatureTable, ColumnsMayStandInAnyOrderAndTheArticleApart) {
  const ReadNomenclature found = read({
      {"Статья", "Срок хранения", "Примечание", "Индекс", "Заголовок"},
      {"L", "10 лет ЭК", "", "02-05", "Протоколы аттестационной комиссии"},
      {"182е", "5 лет", "", "01-07", "Журнал регистрации обращений"},
      {"Протокол ЭК № 4 от 01.12.2024", "10 лет", "", "01-08", "Протоколы жюри"},
  });
  EXPECT_TRUE(found.problems.empty());
  ASSERT_EQ(found.nomenclature.items.size(), 3U);
  EXPECT_EQ(found.nomenclature.items[2].rule.authority.act, kNoArticle);
  EXPECT_EQ(found.nomenclature.items[2].rule.local->ek_protocol, "Протокол ЭК № 4 от 01.12.2024");
  EXPECT_EQ(found.nomenclature.items[2].rule.years, 10);
  EXPECT_EQ(found.nomenclature.items[0].rule.years, 10);
  EXPECT_EQ(found.nomenclature.items[0].rule.authority.act, "L");
  EXPECT_EQ(found.nomenclature.items[1].rule.authority.letter, "е");
}

TEST(NomenclatureTable, WhatStandsUnderTheListIsNoItemButAWrongIndexIs) {
  const std::vector<TableRow> list{
      {"Заголовок", "Индекс", "Срок"},
      {"Итоговые ведомости", "02-01", "5 лет"},
      {"Журналы", "02-02", "5 лет"},
  };
  std::vector<TableRow> signed_list = list;
  signed_list.insert(signed_list.end(), {{"Делопроизводитель", "", "", "И. И. Сойкина"},
                                         {"26 декабря 2024 г."},
                                         {"Постоянного", "3", "0"}});
  EXPECT_EQ(read(signed_list).nomenclature.items.size(), 2U);
  EXPECT_TRUE(read(signed_list).problems.empty());
  std::vector<TableRow> misspelt = list;
  misspelt.push_back({"Приказы", "02-х3", "Постоянно"});
  ASSERT_EQ(read(misspelt).problems.size(), 1U);
  EXPECT_EQ(read(misspelt).problems[0].row, 4U);
}

TEST(NomenclatureTable, EveryFaultNamesItsRow) {
  const auto first = [](const TableRow& row) {
    const ReadNomenclature found = read({kHeads, row});
    EXPECT_EQ(found.problems.size(), 1U);
    EXPECT_TRUE(found.nomenclature.items.empty());
    if (found.problems.empty()) return std::string();
    EXPECT_EQ(found.problems[0].row, 2U);
    EXPECT_FALSE(found.problems[0].hint.empty());
    return found.problems[0].what;
  };
  EXPECT_THAT(first({"02-5х", "Дела", "", "5 лет", ""}), HasSubstr("02-5х"));
  EXPECT_THAT(first({"2025-05-02", "Дела", "", "5 лет", ""}), HasSubstr("2025-05-02"));
  EXPECT_THAT(read({kHeads, {"2025-05-02", "Дела", "", "5 лет", ""}}).problems.at(0).hint,
              HasSubstr("text"));
  EXPECT_THAT(first({"02-05", "", "", "5 лет", ""}), HasSubstr("02-05"));
  EXPECT_THAT(first({"02-05", "Дела", "", "вечно", ""}), HasSubstr("вечно"));
  EXPECT_THAT(first({"02-05", "Дела", "", "5 лет или больше", ""}), HasSubstr("или больше"));
  EXPECT_THAT(first({"02-05", "Дела", "", "", "примечание"}), HasSubstr("02-05"));
  EXPECT_THAT(first({"просто строка"}), HasSubstr("просто строка"));
}

TEST(NomenclatureTable, WithoutHeadingsOrItemsItIsNone) {
  EXPECT_THAT(read({{"Индекс", "Заголовок"}}).problems.at(0).hint, HasSubstr("Срок хранения"));
  EXPECT_EQ(read({kHeads}).problems.size(), 1U);
  EXPECT_EQ(nomenclature_from({}, PeriodWords::shipped()).problems.size(), 1U);
}

TEST(NomenclatureTable, AnArticleIsTakenApartOnlyWhereItIsOne) {
  EXPECT_EQ(authority_from("ст. 19 а"), (Authority{"", "", "19", "а", false}));
  EXPECT_EQ(authority_from("175?"), (Authority{"", "", "175", "", false}));
  EXPECT_EQ(authority_from("154, 182е, L").article, "154, 182е, L");
  EXPECT_EQ(authority_from("РКН № 179").article, "РКН № 179");
  EXPECT_EQ(authority_from("l").act, "L");
  EXPECT_EQ(authority_from(""), Authority());
}

/// What is taken out is read back as the same list.
TEST(NomenclatureTable, AListIsTheSameAfterItsTableWasReadAgain) {
  Table sheet;
  sheet.rows = {{"на 2027 год"},
                {"Индекс", "Заголовок", "Срок", "Статья", "Примечание"},
                {"01", "Делопроизводство"},
                {"01-01", "Устав", "Постоянно", "28а", ""},
                {"01-02", "Обращения", "5 лет ЭПК", "154", "ЭД"},
                {"02", "Учебная часть"},
                {"02-01", "Личные дела", "3 года после выбытия", "L", "переходящее"},
                {"02-02", "Журналы", "5 лет при условии проведения проверки",
                 "протокол ЭК № 4 от 01.12.2024", "уч. год"},
                {"02-03", "Копии", "ДМН (не менее 2 лет)", "L", ""},
                {"02-04", "Правила", "ДЗН", "8б", ""},
                {"02-05", "Книга", "50 лет ЭК", "РКН № 179", ""},
                {"02-06", "Работники", "50/75 лет", "445", ""},
                {"02-07", "Резерв", "", "", ""}};
  const ReadNomenclature first = nomenclature_from({sheet}, PeriodWords::shipped());
  ASSERT_TRUE(first.problems.empty());
  ASSERT_EQ(first.nomenclature.items.size(), 9U);
  const Table again = table_of(first.nomenclature, PeriodWords::shipped());
  const ReadNomenclature second = nomenclature_from({again}, PeriodWords::shipped());
  EXPECT_TRUE(second.problems.empty());
  EXPECT_EQ(second.nomenclature, first.nomenclature);
}

}  // namespace
}  // namespace fonds
