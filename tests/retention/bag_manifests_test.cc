#include "retention/bag_manifests.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temp_folder.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

const std::string kSum(64, 'a');

BagManifests read(const TempFolder& temporary, BagReport& report) {
  report.declaration = {1, 0, "UTF-8"};
  const BagFolder folder(temporary.path());
  return read_manifests(folder, folder.content(), report);
}

TEST(BagManifests, AreFoundByTheirNames) {
  const TempFolder folder;
  (void)folder.file("manifest-sha256.txt", kSum + "  data/a\n");
  (void)folder.file("tagmanifest-sha256.txt", kSum + "  bagit.txt\n");
  (void)folder.file("manifest-blake3.txt", "00ff  data/a\n");
  for (const char* other :
       {"manifest-.txt", "manifest-sha256", "manifest.txt", "Manifest-md5.txt"}) {
    (void)folder.file(other, "not a line");
  }
  BagReport report;
  const BagManifests all = read(folder, report);

  ASSERT_EQ(all.manifests.size(), 3U);
  EXPECT_EQ(all.manifests[0].algorithm, "blake3");
  EXPECT_FALSE(all.manifests[0].is_known());
  EXPECT_THAT(all.manifests[0].sums, ElementsAre(Pair("data/a", "00ff")));
  EXPECT_TRUE(all.manifests[1].is_known());
  EXPECT_TRUE(all.manifests[2].of_tags);
  EXPECT_THAT(report.findings, IsEmpty());
  EXPECT_THAT(report.unchecked, ElementsAre("manifest-blake3.txt"));
}

TEST(BagManifests, HoldSafePathsOnly) {
  const TempFolder folder;
  (void)folder.file("manifest-sha256.txt", kSum + "  data/a\n" + kSum + "  ../b\n" + kSum +
                                               "  bagit.txt\nnonsense\n" + kSum + "  data/a\n");
  (void)folder.file("fetch.txt", "http://example.org - data/a\nhttp://example.org - /etc/x\n");
  BagReport report;
  const BagManifests all = read(folder, report);

  EXPECT_THAT(all.manifests[0].sums, ElementsAre(Pair("data/a", kSum)));
  EXPECT_THAT(all.fetched, ElementsAre("data/a"));
  std::vector<BagProblem> problems;
  for (const BagFinding& each : report.findings) problems.push_back(each.problem);
  EXPECT_THAT(problems,
              ElementsAre(BagProblem::unsafe_path, BagProblem::misplaced, BagProblem::bad_line,
                          BagProblem::listed_twice, BagProblem::unsafe_path));
}

TEST(BagManifests, APathThatNoSystemOpensIsALineThatIsNone) {
  const TempFolder folder;
  (void)folder.file("manifest-SHA256.txt", kSum + "  data/" + std::string(10'000, 'x') + "\n");
  BagReport report;
  const BagManifests all = read(folder, report);
  EXPECT_TRUE(all.manifests[0].is_known()) << "in capitals, too";
  EXPECT_THAT(all.manifests[0].sums, IsEmpty());
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].problem, BagProblem::bad_line);
}

TEST(BagManifests, TooMuchOfATagFileIsAFinding) {
  const TempFolder folder;
  (void)folder.file("bag-info.txt", "A: 12345\n");
  BagReport report;
  report.declaration = {1, 0, "UTF-8"};
  EXPECT_EQ(read_tag_file(BagFolder(folder.path()), "bag-info.txt", report, 9), "A: 12345\n");
  EXPECT_THAT(report.findings, IsEmpty());
  EXPECT_EQ(read_tag_file(BagFolder(folder.path()), "bag-info.txt", report, 8), "");
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].problem, BagProblem::too_large);
}

TEST(BagManifests, AFileThatIsNoTextIsAFinding) {
  const TempFolder folder;
  (void)folder.file("manifest-sha256.txt", kSum + "  data/\xFF\n");
  BagReport report;
  EXPECT_THAT(read(folder, report).manifests[0].sums, IsEmpty());
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].problem, BagProblem::unsupported_encoding);
}

}  // namespace
}  // namespace fonds
