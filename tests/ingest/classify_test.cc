#include "ingest/classify.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sample_paper.h"

namespace fonds {
namespace {

std::string kind_of(const std::string& text, double confidence = 0.95) {
  static const DocumentKinds kKinds = DocumentKinds::shipped();
  return classify(PaperText(paper_of(text, confidence)), kKinds, 0.6).kind.value.value_or("?");
}

TEST(Classify, ATitleThatHardlyReadsTellsTheKindButAPersonDecides) {
  constexpr double kTold = 0.6;       // config/paper_patterns.toml
  constexpr double kAccepted = 0.80;  // config/review.toml
  const DocumentKinds kinds = DocumentKinds::shipped();
  const std::string text = "# ДИПЛОМ\nI степени\nнаграждается\nКравец Тимофей Ильич";

  const auto sure = classify(PaperText(paper_of(text, 0.95)), kinds, kTold).kind;
  const auto guessed = classify(PaperText(paper_of(text, 0.55)), kinds, kTold).kind;

  EXPECT_GE(sure.confidence, kAccepted);
  EXPECT_EQ(guessed.value, "diploma");
  EXPECT_LT(guessed.confidence, kAccepted);
}

struct Case {
  const char* text;
  const char* kind;
};

TEST(Classify, TellsKindsByTheirTitles) {
  const std::vector<Case> cases{
      {"# ДИПЛОМ\nI степени\nнаграждается\nКравец Тимофей Ильич", "diploma"},
      {"ДИПЛОМ ЛАУРЕАТА II СТЕПЕНИ\nXII краевого фестиваля «Звонкие голоса»", "diploma"},
      {"Диплом призера зонального этапа конкурса юных чтецов\nМамедова Руслана", "diploma"},
      {"ПОЧЁТНАЯ\nГРАМОТА\nнаграждает\nСедых Любовь", "honor_certificate"},
      {"Похвальный лист\nнаграждается ученица", "honor_certificate"},
      {"Грамота II степени\nнаграждается ученица", "honor_certificate"},
      {"Сертификат I степени\nвыдан", "certificate"},
      {"ЧУРЕНТА Ш СТЕПЕНИ\nРеспубликанского конкурса", "diploma"},
      {"Благодарность\nобъявляется\nОсиповой Наталье Викторовне", "gratitude"},
      {"БЛАГОДАРСТВЕННОЕ ПИСЬМО\nвыражается", "gratitude"},
      {"Музей «Курган»\nблагодарит Вас и Ваших воспитанников", "gratitude"},
      {"МБУ ДО ЦДТ\nнаграждается\nПочётной грамотой\nТкач Анна", "honor_certificate"},
      {"Ткач Анна\nнаграждена дипломом\nза победу", "diploma"},
      {"Ткач Анне\nвыдан настоящий\nсертификат", "certificate"},
      {"СЕРТИФИКАТ № 24-0317\nподтверждает, что\nШевченко Лев\nпринял(а) участие", "certificate"},
      {"Свидетельство\nРегистрационный № 147\nвыдано Любови Седых", "testimony"},
      {"УДОСТОВЕРЕНИЕ\nпобедителя Международного конкурса", "credential"},
      {"ПРОТОКОЛ № 3\nзаседания аттестационной комиссии МБОУ ДО ЦДТ\nот 24.05.2024",
       "attestation_protocol"},
      {"ПРОТОКОЛ\nитоговой аттестации обучающихся\n1 Седых Любовь 9", "attestation_protocol"},
      {"ПРОТОКОЛ № 7\nзаседания жюри районного конкурса «Звезда»", "competition_protocol"},
      {"Выписка из протокола жюри муниципального этапа от 28.11.2023 № 5", "competition_protocol"},
      {"ИТОГОВЫЙ ПРОТОКОЛ\nпервенства по лыжам\nГлавный судья Лось Г.Г.", "competition_protocol"},
      {"ЖУРНАЛ\nучета работы объединения\n«Юный техник»\nна 2023/2024 учебный год", "journal"},
      {"Заседание жюри\nрайонной олимпиады\nпротокол № 2", "competition_protocol"},
      {"Карточка индивидуального роста\nЛосева Анна", "growth_card"},
      {"КАРТОЧКА ТВОРЧЕСКОГО РОСТА\nобучающегося\nФ.И.О. Лосева Анна", "growth_card"},
      {"Директору ЦДТ\nот Лысенко О.А.\nЗаявление\nПрошу выдать сведения", "application"},
      {"Директору ЦДТ\nот Лысенко О.А.\nзаявление.\nПрошу выдать сведения", "application"},
      {"СОГЛАСИЕ\nна обработку персональных данных\nЯ, Лысенко О.А., даю согласие", "consent"},
      {"П Р И К А З\n15.09.2023 № 112-од\nО зачислении\nПРИКАЗЫВАЮ:", "order"},
      {"СПРАВКА\nДана Лысенко Петру в том, что он занимается", "other"},
      {"ПРОТОКОЛ № 2\nпедагогического совета", "other"},
      {"ДЕЛО № 02-14\n2024 год\nРАЗДЕЛИТЕЛЬ. Сканировать перед документами дела", "separator"},
      {"ДЕЛО 02-09\nЗаявления родителей о приёме\nСканировать перед документами", "separator"},
      {"# НОВОЕ ДЕЛО\nПриказы по личному составу\nЛист не подшивать", "separator"},
      {"# Страница-разделитель", "separator"},
      {"# НОВЫЙ ДОКУМЕНТ\nСлужебный лист, не подшивать", "separator"},
      {"ДЕЛО № 03-04\n2023 год\nВложите этот лист перед документами дела", "separator"},
      {"# 02-03\n# ЖУРНАЛ УЧЕТА РАБОТЫ ОБЪЕДИНЕНИЙ\nСканировать перед документами дела",
       "separator"},
      {"02-08\nКопии дипломов\nПоложить перед документами этого дела", "separator"},
      {"# НАЧАЛО НОВОГО ДЕЛА\nИндекс 02-05", "separator"},
      {"# Отделительный лист\nПачка 3\nПриказы", "separator"},
      {"ДЕЛО № 05-01\nЭтот лист отделяет документы дела\nПротоколы", "separator"},
      {"ПАЧКА 7\nЭтот лист служит для сканирования: далее документы дела 02-05", "separator"},
  };
  for (const Case& each : cases) EXPECT_EQ(kind_of(each.text), each.kind) << each.text;
}

TEST(Classify, AWordInASentenceMakesNoKind) {
  const std::vector<Case> cases{
      {"ПРОТОКОЛ № 3\nзаседания аттестационной комиссии\nРешили: выдать свидетельства, диплом и "
       "грамоты лучшим",
       "attestation_protocol"},
      {"ДИПЛОМ\nнаграждается Ткач Анна\nПриказ от 12.04.2024 № 64", "diploma"},
      {"СВИДЕТЕЛЬСТВО\nвыдано Ткач Анне\nРешение аттестационной комиссии, протокол № 9",
       "testimony"},
      {"СЕРТИФИКАТ\nСвидетельство о регистрации СМИ № 5\nподтверждает, что", "certificate"},
      {"П Р И К А З\nО вручении\nПРИКАЗЫВАЮ:\n1. Вручить диплом и грамоту\n2. Выдать сертификат",
       "order"},
      {"ЗАЯВЛЕНИЕ\nПрошу выдать диплом моей дочери\nДаю согласие на обработку персональных данных",
       "application"},
  };
  for (const Case& each : cases) EXPECT_EQ(kind_of(each.text), each.kind) << each.text;
}

TEST(Classify, AbstainsWhenNothingSaysIt) {
  for (const char* text :
       {"Мама мыла раму", "наградить дипломом Ткач Анну за победу в конкурсе", "12 34 56",
        "МБОУ ДО ЦДТ\nст. Луговая\n2024", "Лось\nЛось\nЛось\nЛось\nЛось\nПриказ от 12.04.2024 № 64",
        "протокол № 9", "Кравец Тимофей Ильич\nОсипова Н.В.\nст. Луговая"}) {
    EXPECT_EQ(kind_of(text), "?") << text;
  }
}

TEST(Classify, WithoutWordsASheetIsBlank) {
  EXPECT_EQ(kind_of(""), "blank");
  EXPECT_EQ(kind_of(".\n-", 0.4), "blank");
  EXPECT_EQ(kind_of("шчы", 0.1), "blank");
  EXPECT_NE(kind_of("Мама мыла раму"), "blank");
}

TEST(Classify, SaysWhyAndWhere) {
  const DocumentKinds kinds = DocumentKinds::shipped();
  const PaperText text(paper_of("МБОУ ДО ЦДТ\n# ДИПЛОМ\nнаграждается\nКравец Тимофей"));
  const KindReading reading = classify(text, kinds, 0.6);
  ASSERT_TRUE(reading.title);
  EXPECT_EQ(text.printed(*reading.title), "ДИПЛОМ");
  ASSERT_TRUE(reading.kind.source);
  EXPECT_EQ(reading.kind.source->box.height, 60);
  EXPECT_EQ(in_words(reading.kind.reasons.at(0)), "the title is «ДИПЛОМ»");
  EXPECT_GT(reading.kind.confidence, 0.9);
}

TEST(Classify, AnAdjectiveBeforeATitleIsPartOfIt) {
  for (const char* title : {"СПЕЦИАЛЬНЫЙ ДИПЛОМ", "# Почётный диплом", "Памятный диплом"}) {
    EXPECT_EQ(kind_of(std::string(title) + "\nТкач Анна"), "diploma") << title;
  }
  EXPECT_NE(kind_of("Зональный конкурс\nНаш диплом\nТкач Анна"), "diploma");
}

TEST(Classify, WhatFollowsTheWordMinutesTellsWhose) {
  const std::string rows = "\n1 Ткач Анна 5\n2 Лось Иван 4";
  EXPECT_EQ(kind_of("Протокол\nоткрытого первенства по плаванию" + rows), "competition_protocol");
  EXPECT_EQ(kind_of("ПРОТОКОЛ\nшахматного турнира" + rows), "competition_protocol");
  EXPECT_EQ(kind_of("Протокол переводных экзаменов" + rows), "attestation_protocol");
  EXPECT_EQ(kind_of("ПРОТОКОЛ № 4\nпромежуточного контроля" + rows), "attestation_protocol");
}

TEST(Classify, SpecksBeforeATitleAreNoWords) {
  EXPECT_EQ(kind_of("Г г г г БЛАГОДАРСТВЕННОЕ ПИСЬМО\nТкач Анна"), "gratitude");
}

TEST(Classify, LettersAndConsentsWithoutATitleAreTold) {
  EXPECT_EQ(kind_of("Уважаемая Анна Ильинична!\nШкола выражает Вам благодарность\nза помощь"),
            "gratitude");
  EXPECT_EQ(kind_of("Я, Ткач Анна Ильинична,\nдаю согласие на обработку данных"), "consent");
}

TEST(Classify, AKindOfTheInstitutionIsTold) {
  const DocumentKinds kinds = DocumentKinds::shipped_with(
      "[[kind]]\nid = \"memo\"\nru = \"Памятка\"\n[kind.titles]\n'памятка' = 1.2\n", "kinds.toml");
  EXPECT_EQ(classify(PaperText(paper_of("ПАМЯТКА\nдля родителей")), kinds, 0.6).kind.value, "memo");
}

}  // namespace
}  // namespace fonds
