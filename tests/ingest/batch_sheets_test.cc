#include "ingest/batch_sheets.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace fonds {
namespace {

std::optional<SheetCode> read(const std::vector<std::string>& texts) {
  static const BatchSheets sheets = BatchSheets::shipped();
  std::vector<Barcode> codes;
  for (const std::string& text : texts) codes.push_back({text, {}});
  return sheets.read(codes);
}

TEST(BatchSheets, OurOwnSheetIsReadByEitherOfItsTwoCodes) {
  const SheetCode full{SheetKind::case_sheet, "02-08", 2024, "Мир", 25};
  const SheetCode brief{SheetKind::case_sheet, "02-08", 2024, "", 25};

  EXPECT_EQ(read({to_text(full), to_text(brief)}), full);
  EXPECT_EQ(read({to_text(brief), to_text(full)}), full);
  EXPECT_EQ(read({to_text(brief)}), brief);
}

TEST(BatchSheets, TwoSheetsThatContradictEachOtherAreNone) {
  const SheetCode one{SheetKind::case_sheet, "02-08", {}, "", {}};
  const SheetCode other{SheetKind::case_sheet, "02-09", {}, "", {}};
  const SheetCode cover{SheetKind::cover, "02-08", {}, "", {}};

  EXPECT_FALSE(read({to_text(one), to_text(other)}));
  EXPECT_FALSE(read({to_text(one), to_text(cover)}));
}

TEST(BatchSheets, OursCountBeforeOthers) {
  const SheetCode ours{SheetKind::case_sheet, "02-08", {}, "", {}};

  EXPECT_EQ(read({"PATCHT", to_text(ours), "CASE 05-05"}), ours);
}

TEST(BatchSheets, BareSeparatorsOfOtherMakers) {
  for (const char* text : {"PATCHT", "PATCH T", "Patch Code T", "SEPARATOR", "Separator Sheet",
                           "DOCUMENT SEPARATOR", "РАЗДЕЛИТЕЛЬ", "Лист-разделитель"}) {
    const auto sheet = read({text});
    ASSERT_TRUE(sheet) << text;
    EXPECT_TRUE(sheet->is_bare()) << text;
  }
}

TEST(BatchSheets, CaseSheetsOfOtherMakers) {
  const auto is = [](const char* text, const char* index, std::optional<int> year) {
    EXPECT_EQ(read({text}), (SheetCode{SheetKind::case_sheet, index, year, "", {}})) << text;
  };
  is("CASE 01-05", "01-05", {});
  is("CASE 01-05/2023", "01-05", 2023);
  is("case:01.05 2023", "01-05", 2023);
  is("ДЕЛО № 01-05", "01-05", {});
  is("Дело 01-02-11/2023 г.", "01-02-11", 2023);
}

TEST(BatchSheets, AnyOtherCodeIsNoSheet) {
  for (const char* text : {"", "https://example.test/check/22-0170", "PATCH1", "PATCHTT",
                           "SEPARATORS OF CREAM", "see: SEPARATOR", "CASE", "CASE 5", "CASE 01-05/",
                           "CASE 01-05/2023/7", "CASE 01-05 AND MORE", "SUITCASE 01-05", "01-05",
                           "01-05/2023", "FONDS1;T=act", "4601234567893", "дело", "дело 1"}) {
    EXPECT_FALSE(read({text})) << text;
  }
  EXPECT_FALSE(read({}));
  EXPECT_FALSE(read({"CASE " + std::string(5000, '1')}));
}

TEST(BatchSheets, ADataFileThatIsWrongIsRefused) {
  const auto load = [](std::string_view toml) {
    return BatchSheets(DataTable::parse(toml, "sheets.toml"));
  };
  EXPECT_THROW(load("[[sheet]]\ncode = 'a'"), Error);
  EXPECT_THROW(load("[[sheet]]\ncode = 'a'\nkind = \"page\""), Error);
  EXPECT_THROW(load("[[sheet]]\ncode = '('\nkind = \"cover\""), Error);
  EXPECT_THROW(load("[[sheet]]\ncode = 'a'\nkind = \"cover\"\nindex = 1"), Error);
  EXPECT_THROW(load("[[sheet]]\ncode = 'a'\nkind = \"cover\"\ncase = -1"), Error);
  EXPECT_NO_THROW(load(""));
}

}  // namespace
}  // namespace fonds
