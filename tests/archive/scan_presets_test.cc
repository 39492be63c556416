#include "archive/scan_presets.h"

#include <gmock/gmock.h>

#include "catalogue/journal.h"
#include "support/fault_of.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

using testing::SizeIs;

class ArchiveScanPresetsTest : public testing::Test {
 protected:
  ArchiveScanPresets presets() { return ArchiveScanPresets(temp_.archive()); }
  static ScanPreset titled(const std::string& title) {
    return {title, "test:0", "adf", 300, "colour", "a4", false};
  }
  TempArchive temp_;
  const Actor clerk_{"osipova", Role::clerk};
  const Actor other_{"zorin", Role::archivist};
};

TEST_F(ArchiveScanPresetsTest, AreThoseOfAllWhoScan) {
  EXPECT_EQ(presets().save(clerk_, titled("  Дипломы \n А4 ")).title, "Дипломы А4");
  ASSERT_THAT(presets().list(other_), SizeIs(1));
  presets().remove(other_, "дипломы а4");
  EXPECT_THAT(presets().list(clerk_), SizeIs(0));
  EXPECT_EQ(fault_of([&] { presets().remove(clerk_, "дипломы а4"); }), Fault::not_found);
}

TEST_F(ArchiveScanPresetsTest, NeedATitleAndAreNotTooMany) {
  EXPECT_EQ(fault_of([&] { presets().save(clerk_, titled(" ")); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { presets().save(clerk_, titled(std::string(61, 'x'))); }), Fault::usage);
  for (int i = 0; i < 30; ++i) presets().save(clerk_, titled("p" + std::to_string(i)));
  EXPECT_EQ(fault_of([&] { presets().save(clerk_, titled("one more")); }), Fault::usage);
  presets().save(clerk_, titled("P7"));
  EXPECT_THAT(presets().list(clerk_), SizeIs(30)) << "in place of the one of this title";
}

TEST_F(ArchiveScanPresetsTest, ChangesAreInTheJournal) {
  const auto last = [&] {
    Journal journal(temp_.archive().catalogue());
    return journal.after(journal.head() - 1, 1).at(0).event;
  };
  presets().save(clerk_, titled("p"));
  EXPECT_EQ(last(), "scan.preset_saved");
  presets().remove(clerk_, "p");
  EXPECT_EQ(last(), "scan.preset_forgotten");
}

TEST_F(ArchiveScanPresetsTest, WhoTakesNothingInHasNone) {
  const Actor reader{"sova", Role::auditor};
  EXPECT_EQ(fault_of([&] { presets().save(reader, titled("p")); }), Fault::denied);
  EXPECT_EQ(fault_of([&] { presets().list(reader); }), Fault::denied);
}

}  // namespace
}  // namespace fonds
