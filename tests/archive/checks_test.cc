#include "archive/checks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <boost/filesystem/operations.hpp>
#include <fstream>

#include "archive/achievement_snapshots.h"
#include "base/error.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

class ArchiveChecksTest : public ::testing::Test {
 protected:
  CheckResult check() { return ArchiveChecks(temp_.archive()).check(local_archivist(), {}); }
  std::string only_problem() {
    std::string area;
    for (const CheckFinding& each : check().findings) {
      if (each.weight == CheckFinding::Weight::problem) area += each.area + " ";
    }
    return area;
  }
  boost::filesystem::path original() {
    return temp_.archive().originals().path_of(document_.originals[0].sha256);
  }

  TempArchive temp_{quick_sample()};
  Document document_ = temp_.paper();
};

TEST_F(ArchiveChecksTest, AnArchiveAfterOrdinaryWorkIsClean) {
  ArchiveSnapshots(temp_.archive()).freeze(local_archivist());
  const CheckResult result = check();
  EXPECT_TRUE(result.clean());
  EXPECT_EQ(result.originals, 1);
  EXPECT_EQ(result.documents, 1);
  EXPECT_GE(result.journal_entries, 2);
  EXPECT_EQ(result.journal_head.size(), 64U);
}

TEST_F(ArchiveChecksTest, OneChangedByteOfAnOriginalIsFound) {
  ::chmod(original().c_str(), 0600);
  std::fstream file(original().string(), std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(1000);
  file.put('\0');
  file.close();
  EXPECT_EQ(only_problem(), "store ");
}

TEST_F(ArchiveChecksTest, AMissingOriginalIsFound) {
  boost::filesystem::remove(original());
  EXPECT_EQ(only_problem(), "catalogue ");
}

TEST_F(ArchiveChecksTest, AMissingAccessCopyIsFound) {
  const auto derived = temp_.folder() / "derived";
  for (boost::filesystem::recursive_directory_iterator each(derived), end; each != end; ++each) {
    if (each->path().filename() == "access.pdf") {
      boost::filesystem::remove(each->path());
      break;
    }
  }
  EXPECT_EQ(only_problem(), "derived ");
}

TEST_F(ArchiveChecksTest, AnOriginalWithoutARecordIsANoteForTheIntakeWasCutOff) {
  temp_.archive().originals().put("bytes whose record was never written");
  const CheckResult result = check();
  EXPECT_TRUE(result.clean());
  ASSERT_FALSE(result.findings.empty());
  EXPECT_EQ(result.findings[0].weight, CheckFinding::Weight::note);
}

TEST_F(ArchiveChecksTest, ARuinedIndexIsFoundAndTheRestIsStillChecked) {
  const auto index = temp_.folder() / "index";
  for (boost::filesystem::recursive_directory_iterator each(index), end; each != end; ++each) {
    if (each->path().filename() == "postlist.glass") {
      std::fstream file(each->path().string(), std::ios::in | std::ios::out | std::ios::binary);
      file << std::string(boost::filesystem::file_size(each->path()), 'x');
    }
  }
  const CheckResult result = check();
  EXPECT_FALSE(result.clean());
  EXPECT_GE(result.journal_entries, 2);
}

TEST_F(ArchiveChecksTest, ATeacherMayNotRunThem) {
  EXPECT_THROW(ArchiveChecks(temp_.archive()).check({"t", Role::teacher}, {}), Error);
}

}  // namespace
}  // namespace fonds
