#include "retention/bag_report.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(BagReport, AFindingIsOneLineForPeople) {
  EXPECT_EQ(told({"data/a\n\xE2\x80\xAE.pdf", BagProblem::missing, 0}), "data/a??.pdf: is missing");
  EXPECT_EQ(told({"manifest-sha256.txt", BagProblem::bad_line, 12}),
            "manifest-sha256.txt, line 12: holds a line that cannot be understood");
  EXPECT_EQ(name_of(BagProblem::no_declaration), "no_declaration");
  EXPECT_EQ(name_of(BagProblem::too_large), "too_large");
}

TEST(BagReport, AlteredBytesLeaveABagCompleteButNotValid) {
  BagReport report;
  EXPECT_TRUE(report.complete());
  EXPECT_TRUE(report.valid());
  report.add("data/a", BagProblem::altered);
  EXPECT_TRUE(report.complete());
  EXPECT_FALSE(report.valid());
  report.add("data/b", BagProblem::missing);
  EXPECT_FALSE(report.complete());
}

TEST(BagReport, CountsWhatItDoesNotKeep) {
  BagReport report;
  for (std::size_t i = 0; i < kMostBagFindings + 5; ++i) report.add("data/a", BagProblem::altered);
  EXPECT_EQ(report.findings.size(), kMostBagFindings);
  EXPECT_EQ(report.more_findings, 5U);
  EXPECT_FALSE(report.complete()) << "nobody knows what the others were";
}

}  // namespace
}  // namespace fonds
