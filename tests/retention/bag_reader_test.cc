#include "retention/bag_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/filesystem/fstream.hpp>
#include <boost/filesystem/operations.hpp>

#include "base/digest.h"
#include "base/disk.h"
#include "base/sha512.h"
#include "retention/bag_writer.h"
#include "support/as_nobody.h"
#include "support/fault_of.h"
#include "support/sample_package.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using boost::filesystem::path;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// "data/a missing", "manifest-sha256.txt:3 bad_line".
std::vector<std::string> findings_of(const BagReport& report) {
  std::vector<std::string> lines;
  for (const BagFinding& each : report.findings) {
    const std::string line = each.line == 0 ? "" : ":" + std::to_string(each.line);
    lines.push_back(each.path + line + " " + std::string(name_of(each.problem)));
  }
  return lines;
}

std::string sha512_of(std::string_view bytes) {
  Sha512 running;
  running.add(bytes);
  return running.finish();
}

/// A bag made by hand, as another program would.
class Bag {
 public:
  Bag() {
    put("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    put("data/a", "first");
    put("data/inner/b", "second");
    put("manifest-sha256.txt",
        sha256("first") + "  data/a\n" + sha256("second") + "  data/inner/b\n");
  }
  void put(const std::string& name, const std::string& bytes) const {
    const path file = folder_ / name;
    boost::filesystem::create_directories(file.parent_path());
    boost::filesystem::ofstream(file, std::ios::binary) << bytes;
  }
  void append(const std::string& name, const std::string& bytes) const {
    boost::filesystem::ofstream(folder_ / name, std::ios::binary | std::ios::app) << bytes;
  }
  void remove(const std::string& name) const { boost::filesystem::remove_all(folder_ / name); }
  [[nodiscard]] path at(const std::string& name) const { return folder_ / name; }
  [[nodiscard]] BagReport report() const { return verify_bag(folder_.path()); }
  [[nodiscard]] std::vector<std::string> findings() const { return findings_of(report()); }

 private:
  TempFolder folder_;
};

TEST(BagReader, AMinimalBagIsValid) {
  const Bag bag;
  const BagReport report = bag.report();
  EXPECT_THAT(findings_of(report), IsEmpty());
  EXPECT_TRUE(report.valid() && report.complete());
  EXPECT_EQ(report.payload, (PayloadOxum{11, 2}));
  EXPECT_THAT(report.algorithms, ElementsAre("sha256"));
  EXPECT_EQ(report.tag_manifest, "");
}

TEST(BagReader, BagsOfOtherProgramsAreValidToo) {
  const Bag bag;
  bag.put("bag-info.txt", "Source-Organization: FOO\nPayload-Oxum: 11.2\nOther: 1\nOther: 2\n");
  bag.put("manifest-sha512.txt",
          sha512_of("second") + " *data/inner/b\r\n" + sha512_of("first") + "\tdata/a\r\n");
  bag.put("manifest-md5.txt",
          "8b04d5e3775d298e78455efc5ca404d5  data/a\n"
          "a9f0e61a137d86aa9db53465e0801612  data/inner/b\n");
  bag.put("notes/readme.txt", "not listed anywhere");
  bag.put("tagmanifest-sha512.txt",
          sha512_of(read_file(bag.at("manifest-sha256.txt"))) + " manifest-sha256.txt\n" +
              sha512_of(read_file(bag.at("manifest-sha512.txt"))) + " manifest-sha512.txt\n" +
              sha512_of(read_file(bag.at("manifest-md5.txt"))) + " manifest-md5.txt\n");

  const BagReport report = bag.report();

  EXPECT_THAT(findings_of(report), IsEmpty());
  EXPECT_THAT(report.algorithms, ElementsAre("sha256", "sha512"));
  EXPECT_THAT(report.unchecked, ElementsAre("manifest-md5.txt"));
  ASSERT_EQ(report.info.size(), 4U);
  EXPECT_EQ(report.info[3].value, "2");
}

TEST(BagReader, NamesWithLineBreaksAndPercentSignsAreFound) {
  const Bag bag;
  bag.put("data/x\r\ny 100%", "odd");
  bag.append("manifest-sha256.txt", sha256("odd") + "  data/x%0D%0Ay 100%25\n");
  EXPECT_THAT(bag.findings(), IsEmpty());
}

TEST(BagReader, AManifestInAnotherEncodingIsRead) {
  const Bag bag;
  bag.put("bagit.txt", "BagIt-Version: 0.97\nTag-File-Character-Encoding: windows-1251\n");
  bag.put("data/я", "third");
  bag.append("manifest-sha256.txt", sha256("third") + "  data/\xFF\n");
  EXPECT_THAT(bag.findings(), IsEmpty());
}

TEST(BagReader, AManifestInAnUnknownEncodingIsTold) {
  const Bag bag;
  bag.put("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: KLINGON\n");
  EXPECT_THAT(bag.findings(), ElementsAre("manifest-sha256.txt unsupported_encoding",
                                          "data/a not_listed", "data/inner/b not_listed"));
}

TEST(BagReader, EveryDamageIsToldAtOnce) {
  const Bag bag;
  bag.put("data/a", "First");
  bag.remove("data/inner/b");
  bag.put("data/more", "x");
  bag.put("bag-info.txt", "Payload-Oxum: 11.2\n");
  EXPECT_THAT(bag.findings(), UnorderedElementsAre("data/inner/b missing", "data/more not_listed",
                                                   "data/a altered", "bag-info.txt wrong_total"));
  EXPECT_FALSE(bag.report().complete());
}

TEST(BagReader, WhatMustBeThereIsMissed) {
  const Bag bag;
  bag.remove("bagit.txt");
  bag.remove("data");
  EXPECT_THAT(bag.findings(), UnorderedElementsAre("bagit.txt no_declaration", "data no_payload",
                                                   "data/a missing", "data/inner/b missing"));
  const Bag unlisted;
  unlisted.remove("manifest-sha256.txt");
  EXPECT_THAT(unlisted.findings(), ElementsAre("manifest-sha256.txt no_manifest"));
  const TempFolder empty;
  EXPECT_THAT(findings_of(verify_bag(empty.path())),
              ElementsAre("bagit.txt no_declaration", "data no_payload",
                          "manifest-sha256.txt no_manifest"));
}

TEST(BagReader, ADeclarationIsReadStrictly) {
  const Bag bag;
  bag.put("bagit.txt",
          "\xEF\xBB\xBF"
          "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  EXPECT_THAT(bag.findings(), ElementsAre("bagit.txt bad_declaration"));
  bag.put("bagit.txt", std::string(1'000'000, 'x'));
  EXPECT_THAT(bag.findings(), ElementsAre("bagit.txt bad_declaration"));
  bag.put("bagit.txt", "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n");
  EXPECT_THAT(bag.findings(), ElementsAre("bagit.txt unsupported_version"));
}

TEST(BagReader, SinceVersionOneEveryManifestListsEveryFile) {
  const Bag bag;
  bag.put("manifest-sha512.txt", sha512_of("first") + "  data/a\n");
  EXPECT_THAT(bag.findings(), ElementsAre("data/inner/b not_listed"));
  bag.put("bagit.txt", "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n");
  EXPECT_THAT(bag.findings(), IsEmpty());
}

TEST(BagReader, EachManifestIsHeldTo) {
  const Bag bag;
  bag.put("manifest-sha512.txt",
          sha512_of("first") + "  data/a\n" + sha512_of("secont") + "  data/inner/b\n");
  EXPECT_THAT(bag.findings(), ElementsAre("data/inner/b altered"));
}

TEST(BagReader, ChecksumsNobodyCanComputeAreNoProof) {
  const Bag bag;
  bag.remove("manifest-sha256.txt");
  bag.put("manifest-md5.txt",
          "8b04d5e3775d298e78455efc5ca404d5  data/a\n"
          "a9f0e61a137d86aa9db53465e0801612  data/inner/b\n");
  EXPECT_THAT(bag.findings(), ElementsAre("manifest-md5.txt unknown_algorithm"));
}

TEST(BagReader, TagFilesAreCheckedByTheirManifest) {
  const Bag bag;
  bag.put("bag-info.txt", "A: b\n");
  const std::string lines = sha256(read_file(bag.at("bagit.txt"))) + "  bagit.txt\n" +
                            sha256("other") + "  bag-info.txt\n" + sha256("") + "  absent.txt\n";
  bag.put("tagmanifest-sha256.txt", lines);
  EXPECT_THAT(bag.findings(), UnorderedElementsAre("bag-info.txt altered", "absent.txt missing",
                                                   "manifest-sha256.txt not_listed"));
  EXPECT_EQ(bag.report().tag_manifest, sha256(lines));
}

TEST(BagReader, AManifestListsOnlyItsOwn) {
  const Bag bag;
  bag.append("manifest-sha256.txt", sha256("x") + "  bagit.txt\n");
  bag.put("tagmanifest-sha256.txt", sha256(read_file(bag.at("manifest-sha256.txt"))) +
                                        "  manifest-sha256.txt\n" + sha256("first") + "  data/a\n" +
                                        sha256("") + "  tagmanifest-sha512.txt\n");
  EXPECT_THAT(bag.findings(), UnorderedElementsAre("bagit.txt misplaced", "data/a misplaced",
                                                   "tagmanifest-sha512.txt misplaced"));
}

TEST(BagReader, PathsThatLeaveTheBagAreNotOpened) {
  const Bag bag;
  const std::vector<std::string> paths{"/etc/passwd",   "../../etc/passwd", "data/../../etc/passwd",
                                       "~root/.bashrc", "C:\\boot.ini",     "data\\..\\..\\x",
                                       "data/./a",      "data//a"};
  std::vector<std::string> expected;
  for (const std::string& each : paths) {
    bag.append("manifest-sha256.txt", sha256("") + "  " + each + "\n");
    expected.push_back(each + " unsafe_path");
  }
  bag.append("manifest-sha256.txt", sha256("") + "  data/%0A/../..%0D/../../../x\n");
  expected.emplace_back("data/\n/../..\r/../../../x unsafe_path");
  EXPECT_THAT(bag.findings(), testing::ElementsAreArray(expected));
}

TEST(BagReader, LinksAndDevicesAreNoFiles) {
  const Bag bag;
  boost::filesystem::rename(bag.at("data/a"), bag.at("elsewhere"));
  boost::filesystem::create_symlink("../elsewhere", bag.at("data/a"));
  boost::filesystem::create_symlink("inner", bag.at("data/folder"));
  ASSERT_EQ(::mkfifo(bag.at("data/pipe").c_str(), 0600), 0);
  EXPECT_THAT(bag.findings(), UnorderedElementsAre("data/a not_a_file", "data/folder not_a_file",
                                                   "data/pipe not_a_file"));
}

TEST(BagReader, LinesThatAreNoneAreToldByTheirNumber) {
  const Bag bag;
  bag.append("manifest-sha256.txt",
             "\nabc  data/a\n" + sha512_of("first") + "  data/a\n" + sha256("first") + "\n");
  bag.put("bag-info.txt", "no colon here\n");
  EXPECT_THAT(bag.findings(),
              ElementsAre("manifest-sha256.txt:4 bad_line", "manifest-sha256.txt:5 bad_line",
                          "manifest-sha256.txt:6 bad_line", "bag-info.txt:1 bad_line"));
}

TEST(BagReader, OneNameTwiceIsTold) {
  const Bag bag;
  bag.append("manifest-sha256.txt", sha256("first") + "  data/a\n");
  bag.put("data/A", "upper");
  bag.append("manifest-sha256.txt", sha256("upper") + "  data/A\n");
  EXPECT_THAT(bag.findings(), ElementsAre("data/a listed_twice", "data/a name_clash"));
}

TEST(BagReader, WhatIsLeftToBeFetchedIsNeverFetched) {
  const Bag bag;
  bag.append("manifest-sha256.txt", sha256("far") + "  data/far\n");
  bag.put("fetch.txt",
          "https://example.org/far 3 data/far\nfile:///etc/passwd - ../../x\n"
          "https://example.org/t - bag-info.txt\nnonsense\n");
  EXPECT_THAT(bag.findings(), ElementsAre("../../x unsafe_path", "bag-info.txt misplaced",
                                          "fetch.txt:4 bad_line", "data/far not_fetched"));
  EXPECT_FALSE(bag.report().complete());
}

TEST(BagReader, ATotalIsGivenOnceAndFits) {
  for (const char* wrong :
       {"Payload-Oxum: 11.3\n", "payload-oxum: 12.2\n", "Payload-Oxum: many\n",
        "Payload-Oxum: 11.2\nPayload-Oxum: 11.2\n", "Payload-Oxum: 99999999999999999999999.2\n"}) {
    const Bag bag;
    bag.put("bag-info.txt", wrong);
    EXPECT_THAT(bag.findings(), ElementsAre("bag-info.txt wrong_total")) << wrong;
  }
}

TEST(BagReader, WhatCannotBeReadIsToldAndTheRestChecked) {
  const Bag bag;
  bag.put("data/inner/b", "changed");
  ::chmod(bag.at("data/a").c_str(), 0);
  const AsNobody nobody;
  EXPECT_THAT(bag.findings(), ElementsAre("data/a unreadable", "data/inner/b altered"));
}

TEST(BagReader, AFolderMustBeThere) {
  const TempFolder folder;
  EXPECT_EQ(fault_of([&] { verify_bag(folder / "absent"); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { verify_bag(folder.file("file", "x")); }), Fault::usage);
}

// Every byte of a bag of ours is under a checksum: whichever changes, it is found.
TEST(BagReader, NoFileOfOursCanBeChangedOrTakenAway) {
  const TempFolder folder;
  LocalDisk disk;
  write_bag(disk, sample_package(), folder / "bag");
  std::vector<path> files;
  for (const auto& entry : boost::filesystem::recursive_directory_iterator(folder / "bag")) {
    if (boost::filesystem::is_regular_file(entry.path())) files.push_back(entry.path());
  }
  for (const path& file : files) {
    const std::string before = read_file(file);
    std::string changed = before.empty() ? "x" : before;
    if (!before.empty()) changed[before.size() / 2] ^= 1;
    boost::filesystem::ofstream(file, std::ios::binary) << changed;
    EXPECT_FALSE(verify_bag(folder / "bag").valid()) << file;
    boost::filesystem::remove(file);
    const bool last = file.filename() == "tagmanifest-sha256.txt";
    EXPECT_EQ(verify_bag(folder / "bag").valid(), last) << file << " is optional by the standard";
    boost::filesystem::ofstream(file, std::ios::binary) << before;
  }
  EXPECT_TRUE(verify_bag(folder / "bag").valid());
}

TEST(BagReader, TellsHowFarItIs) {
  const Bag bag;
  std::uint64_t last = 0;
  std::uint64_t of = 0;
  verify_bag(bag.at(""), [&](std::uint64_t done, std::uint64_t total) {
    last = done;
    of = total;
  });
  EXPECT_EQ(last, 11U);
  EXPECT_EQ(of, 11U);
}

}  // namespace
}  // namespace fonds
