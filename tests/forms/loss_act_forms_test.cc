#include "forms/loss_act_forms.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "forms/read_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

LossActFacts made_facts() {
  return {"МБУ ДО «Выдумка»",
          {CalendarDate{2026, 12, 22}, "3"},
          "ст. Придуманная",
          {"Директор", "Ф. С. Небылицын", CalendarDate{2026, 12, 25}},
          "проверки наличия",
          {"Архивариус", "Выдумкина А. А.", CalendarDate{2026, 12, 20}},
          {CalendarDate{2026, 12, 21}, "4"},
          FormPaper{CalendarDate{2026, 12, 23}, "9"}};
}

std::vector<LostUnitRow> lost_units(int count) {
  std::vector<LostUnitRow> units;
  for (int i = 1; i <= count; ++i) {
    units.push_back({"4", fmt::format("д{:04}", i), fmt::format("Журналы{:04}", i), "2018–2019",
                     "121", fmt::format("затоплено{:04}", i)});
  }
  return units;
}

std::vector<FoundUnitRow> found_units(int count) {
  std::vector<FoundUnitRow> units;
  for (int i = 1; i <= count; ++i) {
    units.push_back({fmt::format("Журналы{:04}", i), "2018–2019", "121",
                     fmt::format("шкаф{:04}", i), "17/4/8", fmt::format("описать{:04}", i)});
  }
  return units;
}

/// Head and foot, which the acts share.
void expect_act(const std::string& pdf, const std::string& title, const std::string& text,
                const std::string& row) {
  expect_in_order(drawn_text_of(pdf), {"МБУ ДО «Выдумка»",
                                       "АКТ",
                                       "22.12.2026 № 3",
                                       "ст. Придуманная",
                                       "УТВЕРЖДАЮ",
                                       "Директор",
                                       "Ф. С. Небылицын",
                                       "25.12.2026",
                                       title,
                                       text,
                                       "№ п/п",
                                       row,
                                       "Итого 2 (две) ед. хр.",
                                       "Лицо, ответственное за архив",
                                       "Архивариус",
                                       "подпись",
                                       "Выдумкина А. А.",
                                       "20.12.2026",
                                       "СОГЛАСОВАНО",
                                       "Протокол ЭК от 21.12.2026 № 4",
                                       "СОГЛАСОВАНО",
                                       "Протокол ЭПК от 23.12.2026 № 9"});
}

TEST(LossActForms, TheActOfLossHasEveryPartOfTheFormInItsOrder) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_loss_act(made_facts(), lost_units(2)).pdf;

  expect_act(pdf, "об утрате документов",
             "В результате проверки наличия установлено отсутствие перечисленных ниже документов. "
             "Принятые меры по розыску положительных результатов не дали, в связи с чем считаем "
             "возможным снять с учета:",
             "1 4 д0001 Журналы0001 2018–2019 121 затоплено0001");
  expect_columns(pdf, {"№ п/п", "№ описи", "№ дела", "Заголовок", "Крайние даты", "Кол-во листов",
                       "Предполагаемые причины отсутствия"});
}

TEST(LossActForms, TheActOfDamageHasEveryPartOfTheFormInItsOrder) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_damage_act(made_facts(), lost_units(2)).pdf;

  expect_act(pdf, "о неисправимых повреждениях документов",
             "В результате проверки наличия установлены неисправимые повреждения",
             "1 4 д0001 Журналы0001 2018–2019 121 затоплено0001");
  expect_columns(pdf, {"№ п/п", "№ описи", "№ дела", "Заголовок", "Крайние даты", "Кол-во листов",
                       "Сущность и причины повреждения"});
}

TEST(LossActForms, TheActOfDiscoveryHasEveryPartOfTheFormInItsOrder) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_discovery_act(made_facts(), found_units(2)).pdf;

  expect_act(pdf, "об обнаружении документов",
             "В результате проверки наличия обнаружены перечисленные ниже документы:",
             "1 Журналы0001 2018–2019 121 шкаф0001 17/4/8 описать0001");
  expect_columns(pdf, {"№ п/п", "Заголовок", "Крайние даты", "Кол-во листов", "Где обнаружено",
                       "Прежний шифр", "Решение"});
}

TEST(LossActForms, WhatIsNotKnownIsLeftToBeWrittenByHand) {
  const Printing russian(Language::russian);
  for (const std::string& pdf : {printed_loss_act({}, {}).pdf, printed_damage_act({}, {}).pdf,
                                 printed_discovery_act({}, {}).pdf}) {
    const std::string text = drawn_text_of(pdf);
    expect_in_order(text, {"Наименование организации ____", "__________ № ____",
                           "Место составления ____", "УТВЕРЖДАЮ", "Руководитель организации",
                           "В результате ____", "Итого 0 (ноль) ед. хр.", "должность", "подпись",
                           "расшифровка подписи", "дата", "Протокол ЭК от __________ № ____"});
    EXPECT_THAT(text, Not(HasSubstr("ЭПК")));
  }
}

TEST(LossActForms, LongOnesHaveTheirHeadingOnEveryPageAndLoseNothing) {
  const Printing russian(Language::russian);
  std::vector<LostUnitRow> lost = lost_units(120);
  std::vector<FoundUnitRow> found = found_units(120);
  for (int i = 1; i <= 900; ++i) {
    lost[60].reason += fmt::format(" слово{:03}", i);
    found[60].decision += fmt::format(" слово{:03}", i);
  }
  for (const auto& [pdf, name] : std::vector<std::pair<std::string, std::string>>{
           {printed_loss_act(made_facts(), lost).pdf, "Акт об утрате документов от 22.12.2026 № 3"},
           {printed_damage_act(made_facts(), lost).pdf, "Акт о неисправимых повреждениях"},
           {printed_discovery_act(made_facts(), found).pdf, "Акт об обнаружении документов"}}) {
    const std::vector<std::string> pages = pages_of(pdf);
    const std::string all = drawn_text_of(pdf);

    ASSERT_GE(pages.size(), 4U);
    EXPECT_EQ(times(all, packed("Кол-во листов")), pages.size());
    for (int i = 1; i <= 120; ++i) EXPECT_EQ(times(all, fmt::format("Журналы{:04}", i)), 1U) << i;
    for (int i = 1; i <= 900; ++i) EXPECT_EQ(times(all, fmt::format("слово{:03}", i)), 1U) << i;
    EXPECT_THAT(pages.back(), HasSubstr(name));
    EXPECT_THAT(pages.back(), HasSubstr("Журналы0120")) << "the signatures are not alone";
  }
}

}  // namespace
}  // namespace fonds
