#include "ingest/extractor.h"

#include <gtest/gtest.h>

#include <string>

#include "base/error.h"
#include "paper_fields.h"

namespace fonds {
namespace {

TEST(Extractor, ReadsADiplomaWhole) {
  const PaperReading reading = reading_of(
      "# ДИПЛОМ\nI степени\nнаграждается\nКравец Тимофей Ильич,\n"
      "обучающийся объединения «Юный техник» МБОУ ДО ЦДТ,\n"
      "за 1 место в муниципальном конкурсе «Шаг в науку», номинация «Робототехника»\n"
      "Руководитель: Осипова Н.В.\nПриказ УО от 12.04.2024 № 218\n"
      "ст. Луговая, «15» апреля 2024 г.");
  EXPECT_EQ(said(reading.kind), "diploma");
  EXPECT_EQ(said(reading.date), "2024-04-15");
  EXPECT_EQ(said(reading.number), "?");
  EXPECT_EQ(said(reading.order), "218");
  EXPECT_EQ(said(reading.level), "municipal");
  EXPECT_EQ(said(reading.place), "1 1");
  EXPECT_EQ(said(reading.event), "муниципальном конкурсе «Шаг в науку»");
  EXPECT_EQ(said(reading.nomination), "Робототехника");
  EXPECT_EQ(said(reading.collective), "Юный техник");
}

TEST(Extractor, ReadsTheSamplesOfTheDomain) {
  const PaperReading grammar = reading_of(
      "ГРАМОТА\nвручается\nКовальчук Анне Сергеевне\n"
      "за II место в районной выставке «Мир глазами детей»\nмай 2024 г.");
  EXPECT_EQ(said(grammar.kind), "honor_certificate");
  EXPECT_EQ(said(grammar.level), "municipal");
  EXPECT_EQ(said(grammar.place), "2");
  EXPECT_EQ(said(grammar.date), "2024-05");

  const PaperReading certificate = reading_of(
      "СЕРТИФИКАТ № 24-0317\nподтверждает, что\nШевченко Лев\n"
      "принял(а) участие во Всероссийской онлайн-олимпиаде «Знайка», 03.03.2024");
  EXPECT_EQ(said(certificate.kind), "certificate");
  EXPECT_EQ(said(certificate.number), "24-0317");
  EXPECT_EQ(said(certificate.level), "national");
  EXPECT_EQ(said(certificate.place), "participant");
  EXPECT_EQ(said(certificate.date), "2024-03-03");

  const PaperReading testimony = reading_of(
      "Свидетельство\nРегистрационный № 147\nвыдано Любови Павловне Седых\n"
      "в том, что она освоила дополнительную общеразвивающую программу «Акварель» (144 часа) в "
      "2023/2024 учебном году. Решение аттестационной комиссии от 24.05.2024, протокол № 3");
  EXPECT_EQ(said(testimony.kind), "testimony");
  EXPECT_EQ(said(testimony.number), "147");
  EXPECT_EQ(said(testimony.school_year), "2023");

  const PaperReading laureate = reading_of(
      "ДИПЛОМ ЛАУРЕАТА II СТЕПЕНИ\nXII краевого фестиваля «Звонкие голоса»\n"
      "вокальный ансамбль «Капель» (средняя группа)\nПедагог: Ткач Марина Олеговна\n"
      "Концертмейстер: Бойко И.П.");
  EXPECT_EQ(said(laureate.kind), "diploma");
  EXPECT_EQ(said(laureate.level), "regional");
  EXPECT_EQ(said(laureate.place), "laureate 2");
  EXPECT_EQ(said(laureate.collective), "Капель");
  EXPECT_EQ(said(laureate.event), "XII краевого фестиваля «Звонкие голоса»");

  const PaperReading thanks = reading_of(
      "Благодарность\nобъявляется\nОсиповой Наталье Викторовне\n"
      "за подготовку победителя регионального этапа Ивана Кравца");
  EXPECT_EQ(said(thanks.kind), "gratitude");
  EXPECT_EQ(said(thanks.level), "regional");
  EXPECT_EQ(said(thanks.place), "?");
}

TEST(Extractor, ReadsMoreSamplesOfTheDomain) {
  const PaperReading zonal = reading_of(
      "Диплом призера зонального этапа конкурса юных чтецов\n"
      "Мамедова Руслана Эльдар оглы,\n11 лет, 3 место\nСерия ЗК № 004512");
  EXPECT_EQ(said(zonal.kind), "diploma");
  EXPECT_EQ(said(zonal.level), "zonal");
  EXPECT_EQ(said(zonal.place), "3");
  EXPECT_EQ(said(zonal.number), "ЗК 004512");

  const PaperReading credential = reading_of(
      "УДОСТОВЕРЕНИЕ\nпобедителя Международного конкурса «Радуга талантов»\n"
      "Сидоровой-Белых Марии\nкатегория 10-12 лет\nг. Сочи, 12-14 апреля 2024 г.");
  EXPECT_EQ(said(credential.kind), "credential");
  EXPECT_EQ(said(credential.level), "international");
  EXPECT_EQ(said(credential.place), "winner");
  EXPECT_EQ(said(credential.date), "2024-04-12/2024-04-14");

  const PaperReading minutes = reading_of(
      "ПРОТОКОЛ № 3\nзаседания аттестационной комиссии МБОУ ДО ЦДТ\nот 24.05.2024\n"
      "Присутствовали: 3 чел.\nПовестка: итоговая аттестация обучающихся объединения «Акварель», "
      "группа 2, 3-й год обучения\n1 Седых Любовь 9 10 высокий\n2 Лысенко Пётр 6 7 средний\n"
      "Решили: считать завершившими обучение 11 чел.\nПредседатель ___ Секретарь ___");
  EXPECT_EQ(said(minutes.kind), "attestation_protocol");
  EXPECT_EQ(said(minutes.number), "3");
  EXPECT_EQ(said(minutes.date), "2024-05-24");
  EXPECT_EQ(said(minutes.collective), "Акварель");
  EXPECT_EQ(said(minutes.group), "2");

  const PaperReading journal = reading_of(
      "ЖУРНАЛ учета работы объединения «Юный техник» на 2023/2024 учебный год\n"
      "Педагог: Осипова Н.В.\nГруппа № 1, год обучения 2\nсентябрь: 4 6 11 13\nКравец Т. н . . н");
  EXPECT_EQ(said(journal.kind), "journal");
  EXPECT_EQ(said(journal.collective), "Юный техник");
  EXPECT_EQ(said(journal.group), "1");
  EXPECT_EQ(said(journal.school_year), "2023");

  const PaperReading application = reading_of(
      "Заявление\nДиректору ЦДТ\nот Лысенко О.А., матери Лысенко Петра, 12.02.2013 г.р.\n"
      "Прошу выдать сведения о результатах освоения моим сыном программы за 2022-2024 гг.\n"
      "03.06.2024 (подпись)");
  EXPECT_EQ(said(application.kind), "application");
  EXPECT_EQ(said(application.date), "2024-06-03");

  const PaperReading extract = reading_of(
      "Выписка из протокола жюри муниципального этапа от 28.11.2023 № 5:\n"
      "1 место - Кравец Т.И. (ЦДТ),\n2 место - Ли Виктория (СОШ № 3),\n"
      "3 место - не присуждено.\nВерно: секретарь Г.Н. Дурново");
  EXPECT_EQ(said(extract.kind), "competition_protocol");
  EXPECT_EQ(said(extract.level), "municipal");
  EXPECT_EQ(said(extract.number), "5");
  EXPECT_EQ(said(extract.date), "2023-11-28");
}

TEST(Extractor, AnEmptyPaperSaysNothing) {
  const PaperReading reading = reading_of("");
  EXPECT_EQ(said(reading.kind), "blank");
  EXPECT_EQ(said(reading.date), "?");
  EXPECT_TRUE(reading.persons.empty());
}

TEST(Extractor, FieldsAKindCannotHoldAreNotSought) {
  const PaperReading reading = reading_of("СОГЛАСИЕ\nна обработку персональных данных\nза 1 место");
  EXPECT_EQ(said(reading.kind), "consent");
  EXPECT_EQ(said(reading.place), "?");
  EXPECT_EQ(reading.place.confidence, 0);
}

TEST(Extractor, PatternsThatAreWrongAreRefused) {
  const auto make = [](const char* toml) {
    return Extractor(DocumentKinds::shipped(), DataTable::parse(toml, "patterns.toml"));
  };
  EXPECT_THROW(make(""), Error);
  EXPECT_THROW(make("[threshold]\nkind = 2\n"), Error);
  EXPECT_THROW(make("[threshold]\nkind = 0.5\n[date]\n"), Error);
}

/// A recogniser of another language or a foreign PDF gives them.
TEST(Extractor, FiguresOfOtherScriptsAreNoNumbers) {
  static const Extractor kExtractor = Extractor::shipped();
  const char* text =
      "ПРОТОКОЛ № ٣\n٣١.٠٥.٢٠٢٤\n٣١ мая ٢٠٢٤ г.\n٢٠٢٣/٢٠٢٤ учебный год\nдело ٠٢-٠٥\n"
      "٣ место\nгруппа № ٣\n١ Седых Любовь ٩\n٢ Лысенко Пётр ٦, ٢٠١١ г.р.\nприказ от ٣١.٠٥.٢٠٢٤ № "
      "٥";
  EXPECT_NO_THROW(static_cast<void>(kExtractor.extract(paper_of(text))));
}

}  // namespace
}  // namespace fonds
