#include "archive/nomenclature_file.h"

#include <gmock/gmock.h>

#include "archive/nomenclatures.h"
#include "base/data_file.h"
#include "support/fault_of.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

class NomenclatureFile : public testing::Test {
 protected:
  NomenclatureFile() {
    options_.program = boost::filesystem::path(FONDS_BINARY_DIR) / "src" / "cli" / "fonds";
  }
  ReadNomenclature read(std::string_view bytes) {
    return read_nomenclature_file(options_, folder_.file("list.csv", bytes));
  }
  TempFolder folder_;
  WorkerOptions options_;
};

TEST_F(NomenclatureFile, TheSampleIsReadWholeAndNothingInItIsAnError) {
  const ReadNomenclature found = read(shipped_data("nomenclature.csv"));
  EXPECT_TRUE(found.problems.empty());
  EXPECT_EQ(found.nomenclature.year, 2025);
  EXPECT_EQ(found.nomenclature.sections.size(), 4U);
  EXPECT_EQ(found.nomenclature.items.size(), 29U);
  for (const NomenclatureFinding& each : findings_on(found.nomenclature, {2026, 1, 1})) {
    EXPECT_EQ(each.weight, NomenclatureFinding::Weight::warning) << each.code << each.text;
  }
}

TEST_F(NomenclatureFile, SemicolonsAndOldCodePagesAreRead) {
  const ReadNomenclature found = read(
      "\xc8\xed\xe4\xe5\xea\xf1;\xc7\xe0\xe3\xee\xeb\xee\xe2\xee\xea;\xd1\xf0\xee\xea\n"
      "01-01;\xd3\xf1\xf2\xe0\xe2;5 \xeb\xe5\xf2\n");
  ASSERT_EQ(found.nomenclature.items.size(), 1U);
  EXPECT_EQ(found.nomenclature.items[0].title, "Устав");
  EXPECT_EQ(found.nomenclature.items[0].rule.years, 5);
}

TEST_F(NomenclatureFile, AFileThatIsNoTableIsRefused) {
  EXPECT_EQ(fault_of([&] { (void)read(std::string_view("\x89PNG\r\n\x1a\n\0\0", 10)); }),
            Fault::usage);
  EXPECT_EQ(
      fault_of([&] { (void)read_nomenclature_file(options_, folder_.path() / "missing.csv"); }),
      Fault::not_found);
}

TEST_F(NomenclatureFile, TheListOfPeriodsIsRead) {
  EXPECT_GT(shipped_retention_list().articles().size(), 10U);
  const Authority charter{"", "", "28", "а", false};
  ASSERT_NE(shipped_retention_list().find(charter, {2026, 1, 1}), nullptr);
  for (const ListArticle& each : shipped_retention_list().articles()) {
    EXPECT_FALSE(each.rule.authority.verified) << "nobody has compared it yet";
  }
}

}  // namespace
}  // namespace fonds
