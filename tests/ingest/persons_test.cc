#include "ingest/persons.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "typed_paper.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const NameGrammar& grammar() {
  static const NameGrammar shipped = NameGrammar::shipped();
  return shipped;
}

std::vector<PersonMention> persons_of(std::string_view text, std::string_view kind = "diploma") {
  return find_persons(typed_paper(text), kind, grammar());
}

/// "holder Кравец Тимофей Ильич".
std::vector<std::string> told(const std::vector<PersonMention>& mentions) {
  std::vector<std::string> lines;
  lines.reserve(mentions.size());
  for (const PersonMention& each : mentions) {
    lines.push_back(std::string(name_of(each.role)) + " " + each.printed);
  }
  return lines;
}
std::vector<std::string> told(std::string_view text, std::string_view kind = "diploma") {
  return told(persons_of(text, kind));
}

// The twelve samples of DOMAIN §7.3.

TEST(Persons, Sample1ADiplomaOnLinesOfItsOwn) {
  const auto found = persons_of(
      "ДИПЛОМ I степени\nнаграждается\nКравец Тимофей Ильич,\n"
      "обучающийся объединения «Юный техник» МБОУ ДО ЦДТ,\n"
      "за 1 место в муниципальном конкурсе «Шаг в науку», номинация «Робототехника»\n"
      "Руководитель: Осипова Н.В.\nПриказ УО от 12.04.2024 № 218\n"
      "ст. Луговая, «15» апреля 2024 г.");
  ASSERT_THAT(told(found), ElementsAre("holder Кравец Тимофей Ильич", "other Осипова Н.В."));
  EXPECT_EQ(found[0].parts, (PersonName{"Кравец", "Тимофей", "Ильич"}));
  EXPECT_EQ(found[0].expected_case, GrammaticalCase::nominative);
  EXPECT_EQ(found[0].organisation, "МБОУ ДО ЦДТ");
  EXPECT_EQ(found[0].teacher, "Осипова Н.В.");
  EXPECT_GT(found[0].confidence, 0.9);
  EXPECT_EQ(found[1].parts, (PersonName{"Осипова", "Н.", "В."}));
}

TEST(Persons, Sample2TheDativeOfAWomansUnbentSurname) {
  const auto found = persons_of(
      "ГРАМОТА\nвручается\nКовальчук Анне Сергеевне\n"
      "за II место в районной выставке «Мир глазами детей»\nмай 2024 г.",
      "honor_certificate");
  ASSERT_THAT(told(found), ElementsAre("holder Ковальчук Анне Сергеевне"));
  EXPECT_EQ(found[0].expected_case, GrammaticalCase::dative);
}

TEST(Persons, Sample3NoPatronymic) {
  const auto found = persons_of(
      "СЕРТИФИКАТ № 24-0317\nподтверждает, что\nШевченко Лев\n"
      "принял(а) участие во Всероссийской онлайн-олимпиаде «Знайка», 03.03.2024",
      "certificate");
  ASSERT_THAT(told(found), ElementsAre("holder Шевченко Лев"));
  EXPECT_EQ(found[0].expected_case, GrammaticalCase::nominative);
}

TEST(Persons, Sample4TheFirstNameBeforeTheSurname) {
  const auto found = persons_of(
      "Свидетельство\nРегистрационный № 147\nвыдано Любови Павловне Седых\n"
      "в том, что она освоила дополнительную общеразвивающую программу «Акварель» (144 часа)\n"
      "в 2023/2024 учебном году. Решение аттестационной комиссии от 24.05.2024, протокол № 3",
      "testimony");
  ASSERT_THAT(told(found), ElementsAre("holder Любови Павловне Седых"));
  EXPECT_EQ(found[0].parts, (PersonName{"Седых", "Любови", "Павловне"}));
  EXPECT_EQ(found[0].expected_case, GrammaticalCase::dative);
}

TEST(Persons, Sample5AnAwardOfACollectiveNamesNoLearner) {
  EXPECT_THAT(told("ДИПЛОМ ЛАУРЕАТА II СТЕПЕНИ\nXII краевого фестиваля «Звонкие голоса»\n"
                   "вокальный ансамбль «Капель» (средняя группа)\nПедагог: Ткач Марина Олеговна\n"
                   "Концертмейстер: Бойко И.П."),
              ElementsAre("other Ткач Марина Олеговна", "other Бойко И.П."));
}

TEST(Persons, Sample6TheTeacherRewardedIsNoLearner) {
  const auto found = persons_of(
      "Благодарность\nобъявляется\nОсиповой Наталье Викторовне\n"
      "за подготовку победителя регионального этапа Ивана Кравца",
      "gratitude");
  ASSERT_THAT(told(found), ElementsAre("other Осиповой Наталье Викторовне", "listed Ивана Кравца"));
  EXPECT_EQ(found[1].expected_case, GrammaticalCase::genitive);
  EXPECT_EQ(found[1].parts.last, "Кравца");
}

TEST(Persons, Sample7AForeignPatronymicAndAnAge) {
  const auto found = persons_of(
      "Диплом призера зонального этапа конкурса юных чтецов\nМамедова Руслана Эльдар оглы,\n"
      "11 лет, 3 место\nСерия ЗК № 004512");
  ASSERT_THAT(told(found), ElementsAre("holder Мамедова Руслана Эльдар оглы"));
  EXPECT_EQ(found[0].parts.middle, "Эльдар оглы");
  EXPECT_EQ(found[0].age, 11);
}

TEST(Persons, Sample8ADoubleSurname) {
  const auto found = persons_of(
      "УДОСТОВЕРЕНИЕ\nпобедителя Международного конкурса «Радуга талантов»\n"
      "Сидоровой-Белых Марии\nкатегория 10-12 лет\nг. Сочи, 12-14 апреля 2024 г.",
      "credential");
  ASSERT_THAT(told(found), ElementsAre("holder Сидоровой-Белых Марии"));
  EXPECT_EQ(found[0].parts.last, "Сидоровой-Белых");
  EXPECT_EQ(found[0].age, std::nullopt);
}

TEST(Persons, Sample9AProtocolWithATable) {
  const auto found = persons_of(
      "ПРОТОКОЛ № 3\nзаседания аттестационной комиссии МБОУ ДО ЦДТ\nот 24.05.2024\n"
      "Присутствовали: Осипова Н.В., Ткач М.О.\n"
      "Повестка: итоговая аттестация обучающихся объединения «Акварель», группа 2\n"
      "№  Фамилия, имя     Теория  Практика  Итог\n"
      "1  Седых Любовь     9       10        высокий\n"
      "2  Лысенко Пётр     6       7         средний\n"
      "Решили: считать завершившими обучение 11 чел.\nПредседатель ___ Секретарь ___",
      "attestation_protocol");
  ASSERT_THAT(told(found), ElementsAre("other Осипова Н.В.", "other Ткач М.О.",
                                       "listed Седых Любовь", "listed Лысенко Пётр"));
  EXPECT_EQ(found[2].row, 1);
  EXPECT_EQ(found[2].result, "высокий");
  EXPECT_EQ(found[3].row, 2);
  EXPECT_EQ(found[3].result, "средний");
}

TEST(Persons, AListWithoutGapsEndsInItsResults) {
  const auto found = persons_of(
      "ПРОТОКОЛ турнира\n"
      "№ Фамилия имя Город Место\n"
      "1 Седых Любовь Уваров 2\n"
      "2 Лысенко Пётр Белогорск снят\n"
      "3 Ли Анна Уваров 3 место\n"
      "4 Белова Анна Уваров\n"
      "5 Кравец Тимофей Уваров 4,5\n",
      "competition_protocol");
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(found[0].result, "2");
  EXPECT_EQ(found[1].result, "снят");
  EXPECT_EQ(found[2].result, "3 место");
  EXPECT_EQ(found[3].result, "") << "a town is no result";
  EXPECT_EQ(found[4].result, "") << "half a score is no place";
}

TEST(Persons, ThePlaceBeforeTheNameOutweighsTheTimeBehind) {
  const auto found = persons_of(
      "ПРОТОКОЛ первенства\n"
      "Место  Фамилия имя     Результат\n"
      "1      Седых Любовь    9:41\n"
      "2      Лысенко Пётр    9:50\n"
      "3      Ли Анна         9:55\n",
      "competition_protocol");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].result, "1");
  EXPECT_EQ(found[2].result, "3");
}

TEST(Persons, ANameMayTakeALineForEachPart) {
  const auto found = persons_of(
      "ГРАМОТА\nнаграждается\nЦыбульская\nРада\nАлановна (01.01.2011)\nигрок команды «Стрижи»\n",
      "honor_certificate");
  ASSERT_THAT(told(found), ElementsAre("holder Цыбульская Рада Алановна"));
  EXPECT_EQ(found[0].birth_date, (CalendarDate{2011, 1, 1}));
}

TEST(Persons, PatronymicsOfOtherMaking) {
  EXPECT_THAT(told(persons_of("ДИПЛОМ\nнаграждается\nВахидов Эльдар\nРустамжон угли\n"
                              "10 класс\n",
                              "diploma")),
              ElementsAre("holder Вахидов Эльдар Рустамжон угли"));
  EXPECT_THAT(told(persons_of("ДИПЛОМ\nнаграждается\nЗаяц Платон Ярославич\n", "diploma")),
              ElementsAre("holder Заяц Платон Ярославич"));
}

TEST(Persons, AFigureInANameIsALetter) {
  EXPECT_THAT(told(persons_of("ГРАМОТА\nнаграждает\nФОМЕНК0 ЕЛИСЕЯ\nучащегося 6 класса\n",
                              "honor_certificate")),
              ElementsAre("holder ФОМЕНК0 ЕЛИСЕЯ"));
}

TEST(Persons, DatesOfBirthUnderTheirHeadingNeedNoGaps) {
  const auto found = persons_of(
      "ПРОТОКОЛ\n"
      "№ ФИО учащегося Дата рождения Результат\n"
      "1 Седых Любовь 12.02.2013 зачёт\n"
      "2 Лысенко Пётр 03.06.2015 незачёт\n"
      "3 Ли Анна 11.10.2012 зачёт\n",
      "attestation_protocol");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].birth_date, (CalendarDate{2013, 2, 12}));
  EXPECT_EQ(found[1].birth_date, (CalendarDate{2015, 6, 3}));
  EXPECT_EQ(found[2].result, "зачёт");
}

TEST(Persons, ASentenceAboveTheListIsNoHeading) {
  const auto found = persons_of(
      "ПРОТОКОЛ\n"
      "Результаты аттестации обучающихся:\n"
      "№  ФИО             Результат\n"
      "1  Седых Любовь    зачёт\n"
      "2  Лысенко Пётр    незачёт\n"
      "3  Ли Анна         зачёт\n",
      "attestation_protocol");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].result, "зачёт");
  EXPECT_EQ(found[1].result, "незачёт");
}

TEST(Persons, Sample10AJournalWithoutNumbersInItsGrid) {
  const auto found = persons_of(
      "ЖУРНАЛ учета работы объединения «Юный техник» на 2023/2024 учебный год\n"
      "Педагог: Осипова Н.В.\nГруппа № 1, год обучения 2\f"
      "Фамилия, имя  Школа  Класс\nКравец Тимофей  СОШ № 3  5\nЛысенко Пётр  СОШ № 1  6\f"
      "№ Фамилия, имя   4 6 11 13\n1 Кравец Т.   н . . н\n2 Лысенко П.   . . н .",
      "journal");
  ASSERT_THAT(told(found),
              ElementsAre("other Осипова Н.В.", "listed Кравец Тимофей", "listed Лысенко Пётр",
                          "listed Кравец Т.", "listed Лысенко П."));
  EXPECT_EQ(found[3].row, 1);
  EXPECT_EQ(found[3].source.page, 3);
}

TEST(Persons, Sample11TheApplicantIsNotTheLearner) {
  const auto found = persons_of(
      "Заявление\nДиректору ЦДТ\nот Лысенко О.А., матери Лысенко Петра, 12.02.2013 г.р.\n"
      "Прошу выдать сведения о результатах освоения моим сыном программы за 2022-2024 гг.\n"
      "03.06.2024 (подпись)",
      "application");
  ASSERT_THAT(told(found), ElementsAre("other Лысенко О.А.", "holder Лысенко Петра"));
  EXPECT_EQ(found[1].expected_case, GrammaticalCase::genitive);
  EXPECT_EQ(found[1].birth_date, (CalendarDate{2013, 2, 12}));
}

TEST(Persons, AContractAndACharacteristicAreAboutTheLearner) {
  EXPECT_THAT(told("ДОГОВОР\nТкач Герман Ильич, именуемый Заказчик,\nдействующий в интересах "
                   "несовершеннолетнего\nТкача Платона Германовича, 08.02.2017 г.р.",
                   "other"),
              ElementsAre("other Ткач Герман Ильич", "holder Ткача Платона Германовича"));
  const auto mentions =
      persons_of("ХАРАКТЕРИСТИКА\nна Лосеву Марину Ильиничну, 05.08.2009 года рождения,", "other");
  EXPECT_THAT(told(mentions), ElementsAre("holder Лосеву Марину Ильиничну"));
  EXPECT_EQ(mentions[0].birth_date, (CalendarDate{2009, 8, 5}));
}

TEST(Persons, Sample12AnExtractNamesPlacesAndSchools) {
  const auto found = persons_of(
      "Выписка из протокола жюри муниципального этапа от 28.11.2023 № 5:\n"
      "1 место - Кравец Т.И. (ЦДТ), 2 место - Ли Виктория (СОШ № 3), 3 место - не присуждено.\n"
      "Верно: секретарь Г.Н. Дурново",
      "competition_protocol");
  ASSERT_THAT(told(found),
              ElementsAre("listed Кравец Т.И.", "listed Ли Виктория", "other Г.Н. Дурново"));
  EXPECT_EQ(found[0].result, "1 место");
  EXPECT_EQ(found[0].organisation, "ЦДТ");
  EXPECT_EQ(found[1].result, "2 место");
  EXPECT_EQ(found[1].organisation, "СОШ № 3");
}

// What is no person.

TEST(Persons, NothingIsMadeOfWordsThatOnlyLookLikeNames) {
  for (const char* text : {
           "МБОУ СОШ № 5 имени А.С. Пушкина",
           "ЦДТ им. Юрия Гагарина",
           "ул. Юрия Гагарина, д. 5",
           "Муниципальное бюджетное учреждение\nДворец детского творчества",
           "г. Владимир\nМай 2024",
           "конкурс «Анна Иванова и её время»",
           "Краснодарский край\nКрасная Поляна",
           "к 225-летию А.С. Пушкина",
           "Центр Развития Творчества «Надежда»",
           "Уважаемая Вера Павловна!",
           "памяти Героя Советского Союза Ивана Петрова",
           "Программа «Золотой Ключик»",
           "Новоприреченский район",
           "Степень Диплом Вера",
           "1. О ходе аттестации\n2. Разное",
           "станица Марьевская Подгорного района",
           "Диплом Первой Степени",
           "ЦДТ ДДТ СОШ МБОУ",
       }) {
    EXPECT_THAT(told(text), IsEmpty()) << text;
  }
}

TEST(Persons, ASchoolNamedAfterSomebodyDoesNotHideTheHolder) {
  EXPECT_THAT(told("ДИПЛОМ\nнаграждается\nМБОУ СОШ № 5 им. Гагарина\nИванов Иван"),
              ElementsAre("holder Иванов Иван"));
}

// Forms of names.

TEST(Persons, APartOnEachLine) {
  EXPECT_THAT(told("ГРАМОТА\nнаграждается\nРОМАНЕНКО\nВЛАДИСЛАВ\nза 1 место"),
              ElementsAre("holder РОМАНЕНКО ВЛАДИСЛАВ"));
  EXPECT_THAT(told("ГРАМОТА\nвручается\nИсмаиловой\nЛейле Аслановне\nза 1 место"),
              ElementsAre("holder Исмаиловой Лейле Аслановне"));
}

TEST(Persons, LettersSetApart) {
  const auto found = persons_of("ДИПЛОМ\nн а г р а ж д а е т с я\nК р а в е ц   Т и м о ф е й");
  ASSERT_THAT(found, testing::SizeIs(1));
  EXPECT_EQ(found[0].role, PersonRole::holder);
  EXPECT_EQ(found[0].parts, (PersonName{"Кравец", "Тимофей", ""}));
}

TEST(Persons, LatinLettersAndAMisreadFirstName) {
  const auto found = persons_of("ДИПЛОМ\nнагpaждается\nKpaвец Тимсфей Ильич");
  ASSERT_THAT(found, testing::SizeIs(1));
  EXPECT_EQ(found[0].role, PersonRole::holder);
  EXPECT_EQ(found[0].parts, (PersonName{"Кравец", "Тимсфей", "Ильич"}));
}

TEST(Persons, AForeignNameWhereANameIsExpected) {
  EXPECT_THAT(told("ДИПЛОМ\nнаграждается\nХут Бзеч\nза 1 место"), ElementsAre("holder Хут Бзеч"));
  EXPECT_THAT(told("Хорошая Погода"), IsEmpty());
}

TEST(Persons, InitialsGluedAndApart) {
  for (const char* name :
       {"Иванов И.И.", "И.И. Иванов", "И.И.Иванов", "Иванов И. И.", "И. И. Иванов"}) {
    const auto found = persons_of(std::string("Директор ") + name);
    ASSERT_THAT(found, testing::SizeIs(1)) << name;
    EXPECT_EQ(found[0].parts, (PersonName{"Иванов", "И.", "И."})) << name;
    EXPECT_EQ(found[0].role, PersonRole::other) << name;
  }
}

TEST(Persons, InitialsWhoseFullStopWasNotRead) {
  const auto found = persons_of("Директор РМ.Громов\nМетодист ЛС. Белова");
  ASSERT_THAT(told(found), ElementsAre("other РМ.Громов", "other ЛС. Белова"));
  EXPECT_EQ(found[0].parts, (PersonName{"Громов", "Р.", "М."}));
  EXPECT_THAT(told("Администрация РФ. Белова"), IsEmpty());
}

TEST(Persons, AFormFilledIn) {
  const auto found = persons_of(
      "КАРТА ДОСТИЖЕНИЙ\nФамилия Громов\nИмя Яков\nОтчество Иосифович\n"
      "Дата рождения 06 мая 2011 г.",
      "growth_card");
  ASSERT_THAT(found, testing::SizeIs(1));
  EXPECT_EQ(found[0].printed, "Громов Яков Иосифович");
  EXPECT_EQ(found[0].parts, (PersonName{"Громов", "Яков", "Иосифович"}));
  EXPECT_EQ(found[0].role, PersonRole::holder);
  EXPECT_EQ(found[0].birth_date, (CalendarDate{2011, 5, 6}));
  EXPECT_THAT(told("Фамилия Имя Отчество\nФамилия ________\nИмя _______"), IsEmpty());
}

TEST(Persons, TheSecondOfTwoBrokenOverLines) {
  EXPECT_THAT(told("ДИПЛОМ\nнаграждаются\nМатвеева Анжелика и Матвеева\nВиктория\nобучающиеся ЦДТ"),
              ElementsAre("holder Матвеева Анжелика", "holder Матвеева Виктория"));
}

// Roles.

TEST(Persons, SeveralHoldersAndWhatIsSaidOfAll) {
  const auto found = persons_of(
      "ДИПЛОМ\nнаграждаются\nМатвеева Анжелика и Матвеева Виктория\n"
      "обучающиеся объединения «Бусинка»\nМБОУ ДО ЦДТ\nДиректор И.И. Петров");
  ASSERT_THAT(told(found), ElementsAre("holder Матвеева Анжелика", "holder Матвеева Виктория",
                                       "other И.И. Петров"));
  EXPECT_EQ(found[0].organisation, "МБОУ ДО ЦДТ");
  EXPECT_EQ(found[1].organisation, "МБОУ ДО ЦДТ");
}

TEST(Persons, TheTeacherOnTheNextLineIsNotSaidOfTheHolder) {
  EXPECT_THAT(told("ДИПЛОМ\nнаграждается\nКравец Тимофей\nРуководитель Осипова Н.В."),
              ElementsAre("holder Кравец Тимофей", "other Осипова Н.В."));
  EXPECT_THAT(told("ДИПЛОМ\nнаграждается\nКравец Тимофей, педагог Осипова Н.В."),
              ElementsAre("holder Кравец Тимофей", "other Осипова Н.В."));
}

TEST(Persons, AnOfficeBehindTheNameMakesNoLearner) {
  EXPECT_THAT(told("Благодарность\nвыражается\nСовиной Алле Геннадьевне\n"
                   "педагогу дополнительного образования МБОУ ДО ЦДТ\n"
                   "за подготовку призёра конкурса Журавлёва\nРомана, высокий профессионализм\n"
                   "Начальник управления В.Г. Кабанов",
                   "gratitude"),
              ElementsAre("other Совиной Алле Геннадьевне", "listed Журавлёва Романа",
                          "other В.Г. Кабанов"));
}

TEST(Persons, MembersOfATeam) {
  EXPECT_THAT(told("ДИПЛОМ\nнаграждается команда «Винты»\n"
                   "в составе: Белов Антон, Громов Вениамин, Цой Диана, Ким Роман,\nЖуков Олег\n"
                   "Тренер: Пряхин Родион Олегович"),
              ElementsAre("listed Белов Антон", "listed Громов Вениамин", "listed Цой Диана",
                          "listed Ким Роман", "listed Жуков Олег", "other Пряхин Родион Олегович"));
}

TEST(Persons, AParentsConsent) {
  const auto found = persons_of(
      "Директору МБОУ ДО ЦДТ\nПетренко С.И.\nот Усовой Галины Викторовны\nСОГЛАСИЕ\n"
      "Я, Усова Галина Викторовна, являясь матерью (законным представителем) Усовой Алины\n"
      "Олеговны, 22.08.2014 года рождения, даю согласие\n/ Усова Г.В. /",
      "consent");
  ASSERT_THAT(told(found), ElementsAre("other Петренко С.И.", "other Усовой Галины Викторовны",
                                       "other Усова Галина Викторовна",
                                       "holder Усовой Алины Олеговны", "other Усова Г.В."));
  EXPECT_EQ(found[3].birth_date, (CalendarDate{2014, 8, 22}));
}

TEST(Persons, ClassAndSchoolOfAHolder) {
  const auto found = persons_of(
      "ДИПЛОМ\nприсуждается\nЖуравлёву Роману Артёмовичу\nученику 5 «В» класса\nМБОУ ООШ № 14\n"
      "за 2 место в олимпиаде");
  ASSERT_THAT(found, testing::SizeIs(1));
  EXPECT_EQ(found[0].school_class, "5 «В»");
  EXPECT_EQ(found[0].organisation, "МБОУ ООШ № 14");
}

TEST(Persons, EveryMentionSaysWhy) {
  for (const PersonMention& each :
       persons_of("ДИПЛОМ\nнаграждается\nКравец Тимофей\nДиректор И.И. Петров")) {
    EXPECT_FALSE(each.reasons.empty()) << each.printed;
    EXPECT_GT(each.confidence, 0);
    EXPECT_LT(each.confidence, 1);
    EXPECT_DOUBLE_EQ(each.legibility, 0.9);
    EXPECT_GT(each.source.box.width, 0);
  }
}

TEST(Persons, NoMentionIsOutsideTheText) {
  const std::string text =
      "ПРОТОКОЛ\nПрисутствовали: Осипова Н.В., Ткач М.О.\n1 Седых Любовь 9 зачёт\n"
      "2 Мартиросян Диана 8 зачёт\n  Самвеловна\n3 Ли Пётр 4 незачёт\nСекретарь Г.Н. Дурнов\n";
  for (std::size_t cut = 0; cut < text.size(); cut += letter_bytes(text[cut])) {
    const auto pages = typed_pages(text.substr(0, cut));
    std::string printed;
    for (const RecognisedPage& page : pages) printed += text_of(page) + "\n";
    std::replace(printed.begin(), printed.end(), '\n', ' ');
    for (const PersonMention& each : find_persons(PaperText(pages), "", grammar())) {
      for (const std::string_view word : split_letters(each.printed, " ")) {
        EXPECT_NE(printed.find(word), std::string::npos) << each.printed << " / " << printed;
      }
    }
  }
}

TEST(Persons, AnEmptyPaperNamesNobody) {
  EXPECT_THAT(find_persons(PaperText({}), "", grammar()), IsEmpty());
  EXPECT_THAT(told(" \n\f\n"), IsEmpty());
}

}  // namespace
}  // namespace fonds
