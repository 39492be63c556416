#include "ingest/persons_signing.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "paper_fields.h"

namespace fonds {
namespace {

const std::string kDiploma =
    "ДИПЛОМ\nнаграждается\nТкач Анна Львовна\nза 2 место в конкурсе «Заря»\n";

TEST(Signing, AnOfficeAndANameMakeALineOfSignature) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"Директор МБОУ СОШ № 5 ________ И.И. Лось", "И.И. Лось, Директор МБОУ СОШ № 5"},
      {"Директор\nМБОУ ДО ЦДТ\nЛось И.И.", "Лось И.И., Директор МБОУ ДО ЦДТ"},
      {"И.о. директора И.И. Лось", "И.И. Лось, И.о. директора"},
      {"Председатель жюри,\nзаслуженный учитель РФ К.Л. Норка",
       "К.Л. Норка, Председатель жюри, заслуженный учитель РФ"},
      {"Ректор, председатель жюри К. Л. Норка", "К. Л. Норка, Ректор, председатель жюри"},
      {"Директор И.И. Лось Председатель жюри К.Л. Норка",
       "И.И. Лось, Директор; К.Л. Норка, Председатель жюри"},
      {"15 мая 2024 г. Глава района Лось И.И.", "Лось И.И., Глава района"},
      {"Главный судья Лось И.И., 1 кат.", "Лось И.И., Главный судья"},
      {"Члены жюри: И.И. Лось\nК.Л. Норка\nВ.В. Барсук",
       "И.И. Лось, Члены жюри; К.Л. Норка, Члены жюри; В.В. Барсук, Члены жюри"},
      {"И.И. Лось, директор школы", "И.И. Лось, директор школы"},
      {"Руководитель И.И. Лось", "И.И. Лось, Руководитель"},
  };
  for (const auto& [line, signatories] : cases) {
    EXPECT_EQ(said(reading_of(kDiploma + line).signatories), signatories) << line;
  }
}

TEST(Signing, WhoIsOnlyNamedSignsNothing) {
  for (const char* line : {
           "Руководитель: Лось И.И.",
           "Руководитель Лось И.И.",
           "Концертмейстер Лось Ирина Ильинична",
           "Благодарность директору Лось И.И. за помощь в подготовке",
           "Вручил диплом директор школы Лось И.И. на линейке",
           "на приз имени И.И. Лося",
       }) {
    EXPECT_EQ(said(reading_of(kDiploma + line).signatories), "?") << line;
  }
}

TEST(Signing, WhoStandsAboveThePeopleThePaperIsAboutSignsNothing) {
  EXPECT_EQ(said(reading_of("УТВЕРЖДАЮ\nДиректор И.И. Лось\nПРОТОКОЛ № 4\nзаседания жюри конкурса\n"
                            "Председатель жюри К.Л. Норка\n1. Ткач Анна 1 место\n"
                            "2. Бобр Илья 2 место\nСекретарь В.В. Барсук")
                     .signatories),
            "В.В. Барсук, Секретарь");
}

TEST(Signing, ATeacherSignsAList) {
  EXPECT_EQ(said(reading_of("ПРОТОКОЛ № 4\nитоговой аттестации обучающихся\n1. Ткач Анна зачёт\n"
                            "2. Бобр Илья зачёт\nПедагог Лось И.И.")
                     .signatories),
            "Лось И.И., Педагог");
}

}  // namespace
}  // namespace fonds
