#include "retention/package_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>
#include <regex>

#include "base/disk.h"
#include "retention/bag_writer.h"
#include "support/sample_package.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string page_of(const TransferPackage& package) {
  std::string page;
  write_package_page(package, [&](std::string_view piece) { page += piece; });
  return page;
}

TEST(PackageIndex, TheInventoryHasARowForEachDocument) {
  const Table table = package_inventory(sample_package());
  ASSERT_EQ(table.rows.size(), 4U);
  EXPECT_EQ(table.rows[0].size(), 20U);
  EXPECT_THAT(table.rows[1],
              ElementsAre("1", "1", "12", "02-05", "2024", "1", "Протоколы аттестационной комиссии",
                          "2024-04-15–2024-05-24", "10 лет ЭК", "3",
                          "paper and electronic carriers", "1", "2026-000001", "диплом",
                          "2024-04-15", "24-0317", "Диплом I степени, «Шаг в науку»", "1",
                          "Кравец Тимофей Ильич", "02-05_2024_1/0001-2026-000001/"));
  EXPECT_THAT(table.rows[3], ElementsAre("3", "", "", "01-03", "2024", "2", "Приказы", "", "", "",
                                         "paper carrier"))
      << "a volume of paper only";
}

TEST(PackageIndex, EveryLinkOfThePageLeadsToAFile) {
  const TempFolder folder;
  LocalDisk disk;
  write_bag(disk, sample_package(), folder / "bag");
  const std::string page = read_file(folder / "bag/data/index.html");
  const std::regex link("href=\"([^\"]*)\"");
  int links = 0;
  for (std::sregex_iterator next(page.begin(), page.end(), link), end; next != end; ++next) {
    EXPECT_TRUE(boost::filesystem::is_regular_file(folder / "bag/data" / (*next)[1].str()))
        << (*next)[1];
    ++links;
  }
  EXPECT_EQ(links, 7);
}

TEST(PackageIndex, ThePageSaysWhatIsHandedOver) {
  const std::string page = page_of(sample_package());
  EXPECT_THAT(page, testing::StartsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
  for (const char* text : {"МБОУ ДО ЦДТ", "Архивный отдел", "Р-17 Центр детского творчества",
                           "02-05 of 2024, vol. 1. Протоколы аттестационной комиссии", "10 лет ЭК",
                           "Кравец Тимофей Ильич", "«Шаг в науку»", "2026-000002", ">original<",
                           ">original 3<", "The package holds no files of this volume."}) {
    EXPECT_THAT(page, HasSubstr(text));
  }
  EXPECT_THAT(page, testing::EndsWith("</html>\n"));
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr("http:")));
  EXPECT_THAT(page, Not(HasSubstr("https:")));
}

TEST(PackageIndex, ATextStaysATextOfOneLine) {
  TransferPackage package = sample_package();
  const std::string hostile = "<img src=x onerror=alert(1)>\n\"&'\xE2\x80\xAE";
  package.institution = package.id = hostile;
  package.volumes[0].title = package.volumes[0].period = hostile;
  package.volumes[0].documents[0].students = {hostile};
  package.volumes[0].documents[0].title = hostile;
  const std::string page = page_of(package);
  EXPECT_THAT(page, Not(HasSubstr("<img")));
  EXPECT_THAT(page, Not(HasSubstr("\xE2\x80\xAE")));
  EXPECT_THAT(page, HasSubstr("&lt;img src=x onerror=alert(1)&gt;?&quot;&amp;'?"));
  EXPECT_THAT(package_inventory(package).rows[1][6], Not(HasSubstr("\n")));
}

}  // namespace
}  // namespace fonds
