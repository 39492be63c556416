#include "catalogue/scan_presets.h"

#include <gmock/gmock.h>

#include "catalogue_fixture.h"

namespace fonds {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class ScanPresetsContract : public CatalogueFixture {
 protected:
  void save(const ScanPreset& preset) {
    Transaction transaction(database());
    ScanPresets(database()).set(transaction, "osipova", preset);
    transaction.commit();
  }
  std::vector<ScanPreset> all() { return ScanPresets(database()).list(); }
};
FONDS_ON_BOTH_ENGINES(ScanPresetsContract);

TEST_P(ScanPresetsContract, APresetComesBackAsItWasKept) {
  save({"Грамоты", "test:0", "adf", 200, "grey", "a5", true});
  save({"Альбомы", "", "", 300, "colour", "", false});
  ASSERT_THAT(all(), SizeIs(2));
  EXPECT_EQ(all()[0].title, "Альбомы");
  EXPECT_FALSE(all()[0].one_paper);
  const ScanPreset kept = all()[1];
  EXPECT_EQ(kept.title, "Грамоты");
  EXPECT_EQ(kept.device, "test:0");
  EXPECT_EQ(kept.source, "adf");
  EXPECT_EQ(kept.dpi, 200);
  EXPECT_EQ(kept.mode, "grey");
  EXPECT_EQ(kept.sheet, "a5");
  EXPECT_TRUE(kept.one_paper);
}

TEST_P(ScanPresetsContract, OneOfTheSameTitleIsReplacedHoweverItIsWritten) {
  save({"Ёлочка", "a", "", 300, "colour", "", false});
  save({"ЕЛОЧКА", "b", "", 150, "colour", "", false});
  ASSERT_THAT(all(), SizeIs(1));
  EXPECT_EQ(all()[0].device, "b");
  Transaction transaction(database());
  EXPECT_TRUE(ScanPresets(database()).remove(transaction, "ёлочка"));
  EXPECT_FALSE(ScanPresets(database()).remove(transaction, "ёлочка"));
  transaction.commit();
  EXPECT_THAT(all(), IsEmpty());
}

}  // namespace
}  // namespace fonds
