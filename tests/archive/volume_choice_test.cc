#include "archive/volume_choice.h"

#include <gtest/gtest.h>

#include "archive/cases_fixture.h"

namespace fonds {
namespace {

class VolumeChoiceTest : public CasesFixture {
 protected:
  std::string meant(const std::string& typed) {
    return to_text(volume_meant(*archive_, Viewer(*archive_, clerk_), typed).key);
  }
};

TEST_F(VolumeChoiceTest, TheOneThereIsOrTheOneThatIsOpen) {
  open("02-05", 2024);
  EXPECT_EQ(meant("02-05"), "02-05/2024/1");
  EXPECT_EQ(meant("02.05/2024"), "02-05/2024/1");
  open("02-05", 2024);
  EXPECT_EQ(fault_of([&] { (void)meant("02-05"); }), Fault::usage);
  EXPECT_EQ(meant("02-05/2024/2"), "02-05/2024/2");
  EXPECT_EQ(fault_of([&] { (void)meant("02-05/2025"); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { (void)meant("журнал"); }), Fault::usage);
}

TEST_F(VolumeChoiceTest, SubjectsOfTheJournalNameIds) {
  EXPECT_EQ(subject_of(VolumeId{12}), "volume/12");
}

}  // namespace
}  // namespace fonds
