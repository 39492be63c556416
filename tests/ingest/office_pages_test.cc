#include "ingest/office_pages.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "ingest/pages_said.h"
#include "support/small_office.h"

namespace fonds {
namespace {

std::string text_in(FileKind kind, const std::string& bytes) {
  std::vector<RecognisedPage> pages;
  read_office_pages({kind, bytes}, ReadLimits{},
                    [&](RecognisedPage&& page) { pages.push_back(std::move(page)); });
  return said_by(pages);
}

TEST(OfficePages, EverySheetIsAPageUnderTheNameSomebodyGaveIt) {
  const std::string xlsx = small_xlsx(
      {{"Лист1", xlsx_row({"а", "б"})}, {"Пусто", ""}, {"Группа 2", xlsx_row({"в", "г"})}});
  EXPECT_EQ(text_in(FileKind::xlsx, xlsx), "а б\fГруппа 2\nв г");
}

TEST(OfficePages, ACsvIsOneSheet) {
  EXPECT_EQ(text_in(FileKind::csv, "Фамилия;Имя\nСойкин;Олег\n"), "Фамилия Имя\nСойкин Олег");
}

TEST(OfficePages, ANameInSeveralColumnsIsOneName) {
  EXPECT_EQ(text_in(FileKind::csv,
                    "Журнал посещаемости;;;\n№;Фамилия;Имя;01.09\n1;Сойкин;Олег;Н\n2;Чижова;;5\n"),
            "Журнал посещаемости\n№ Фамилия Имя 01.09\n1 Сойкин Олег Н\n2 Чижова 5");
  std::vector<RecognisedPage> pages;
  read_office_pages({FileKind::csv, "Фамилия;Имя;01.09\nСойкин;Олег;Н\nКонстантинова;Анна;\n"},
                    ReadLimits{}, [&](RecognisedPage&& page) { pages.push_back(std::move(page)); });
  const auto& words = pages.at(0).lines.at(1).words;
  ASSERT_EQ(words.size(), 3U);
  const int space = words[1].box.left - words[0].box.left - words[0].box.width;
  EXPECT_LT(space, words[0].box.height);
}

TEST(OfficePages, ATextIsReadAsSuch) {
  EXPECT_EQ(text_in(FileKind::odt, small_odf("text", "<text:p>Приказ</text:p>")), "Приказ");
}

TEST(OfficePages, APackageIsToldByItsParts) {
  EXPECT_EQ(tell_package(small_docx("")), FileKind::docx);
  EXPECT_EQ(tell_package(small_odf("presentation", "")), FileKind::odp);
  EXPECT_EQ(tell_package(small_odf("graphics", "")), FileKind::other);
  EXPECT_EQ(tell_package(make_zip({{"word/scan.jpg", "x"}})), FileKind::zip);
}

TEST(OfficePages, DamageIsOneLineThatSaysWhatToDo) {
  const std::string whole = small_docx("<w:p/>");
  try {
    text_in(FileKind::docx, whole.substr(0, whole.size() / 2));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::corrupt);
    EXPECT_FALSE(error.hint().empty());
  }
}

}  // namespace
}  // namespace fonds
