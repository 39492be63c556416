#include "retention/bag_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <boost/filesystem/operations.hpp>
#include <map>

#include "base/digest.h"
#include "base/error.h"
#include "retention/package_reader.h"
#include "support/fault_of.h"
#include "support/faulty_disk.h"
#include "support/said_by.h"
#include "support/sample_package.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using boost::filesystem::path;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Trouble = FaultyDisk::Trouble;
using UnsyncedNames = FaultyDisk::UnsyncedNames;

/// Every file below `folder` by its relative name.
std::map<std::string, std::string> files_below(const path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : boost::filesystem::recursive_directory_iterator(folder)) {
    if (!boost::filesystem::is_regular_file(entry.path())) continue;
    files[entry.path().lexically_relative(folder).string()] = read_file(entry.path());
  }
  return files;
}

std::vector<std::string> names_of(const std::map<std::string, std::string>& files) {
  std::vector<std::string> names(files.size());
  std::transform(files.begin(), files.end(), names.begin(),
                 [](const auto& file) { return file.first; });
  return names;
}

std::vector<std::string> told_of(const BagReport& report) {
  std::vector<std::string> lines;
  for (const BagFinding& each : report.findings) lines.push_back(told(each));
  return lines;
}

WrittenBag write(const TransferPackage& package, const path& target) {
  LocalDisk disk;
  return write_bag(disk, package, target);
}

TEST(BagWriter, LaysEverythingOutAsABag) {
  const TempFolder folder;
  const WrittenBag written = write(sample_package(), folder / "bag");

  const auto files = files_below(folder / "bag");
  EXPECT_THAT(
      names_of(files),
      testing::ElementsAre("bag-info.txt", "bagit.txt", "data/01-03_2024_2/volume.json",
                           "data/02-05_2024_1/0001-2026-000001/access.pdf",
                           "data/02-05_2024_1/0001-2026-000001/metadata.json",
                           "data/02-05_2024_1/0001-2026-000001/metadata.xml",
                           "data/02-05_2024_1/0001-2026-000001/original.pdf",
                           "data/02-05_2024_1/0001-2026-000001/recognised.alto.xml",
                           "data/02-05_2024_1/0001-2026-000001/text.txt",
                           "data/02-05_2024_1/0002-2026-000002/metadata.json",
                           "data/02-05_2024_1/0002-2026-000002/metadata.xml",
                           "data/02-05_2024_1/0002-2026-000002/original-001.jpg",
                           "data/02-05_2024_1/0002-2026-000002/original-002.jpg",
                           "data/02-05_2024_1/0002-2026-000002/original-003.bin",
                           "data/02-05_2024_1/volume.json", "data/index.html", "data/inventory.csv",
                           "data/package.json", "manifest-sha256.txt", "tagmanifest-sha256.txt"));
  EXPECT_EQ(files.at("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  EXPECT_EQ(files.at("data/02-05_2024_1/0001-2026-000001/original.pdf"), "%PDF-1.4 scan");
  EXPECT_THAT(files.at("data/inventory.csv"), testing::StartsWith("\xEF\xBB\xBF"));
  EXPECT_THAT(files.at("bag-info.txt"), HasSubstr("Source-Organization: МБОУ ДО ЦДТ\n"));
  EXPECT_THAT(files.at("bag-info.txt"), HasSubstr("External-Identifier: fonds-17-transfer-3\n"));
  EXPECT_THAT(files.at("bag-info.txt"), HasSubstr("Bagging-Date: 2030-02-11\n"));
  EXPECT_THAT(files.at("bag-info.txt"), testing::ContainsRegex("Bag-Size: [0-9]+ KB\n"));
  EXPECT_THAT(files.at("bag-info.txt"),
              HasSubstr("Payload-Oxum: " + to_text(written.payload) + "\n"));
  EXPECT_EQ(written.payload.files, 16U);
  EXPECT_EQ(written.tag_manifest, sha256(files.at("tagmanifest-sha256.txt")));
  EXPECT_FALSE(boost::filesystem::exists(folder / "bag.fonds-unfinished"));
}

TEST(BagWriter, TheToolOfEverySystemChecksIt) {
  const TempFolder folder;
  write(sample_package(), folder / "bag");
  const std::string inside = "cd '" + (folder / "bag").string() + "' && ";

  said_by(inside + "sha256sum --strict --quiet -c manifest-sha256.txt");
  said_by(inside + "sha256sum --strict --quiet -c tagmanifest-sha256.txt");
  EXPECT_EQ(said_by(inside + "find data -type f | wc -l"),
            said_by(inside + "wc -l < manifest-sha256.txt"));
}

TEST(BagWriter, WhatIsWrittenIsCompleteAndValidAndCanBeReadBack) {
  const TempFolder folder;
  const WrittenBag written = write(sample_package(), folder / "bag");

  const BagReport report = verify_bag(folder / "bag");
  EXPECT_THAT(told_of(report), IsEmpty());
  EXPECT_EQ(report.payload, written.payload);
  EXPECT_EQ(report.tag_manifest, written.tag_manifest);
  // What was read and is written again is the same to the last byte, so nothing was lost.
  write(read_package(folder / "bag"), folder / "again");
  EXPECT_EQ(files_below(folder / "again"), files_below(folder / "bag"));
}

TEST(BagWriter, TheSamePackageGivesTheSameBytes) {
  const TempFolder folder;
  write(sample_package(), folder / "one");
  write(sample_package(), folder / "two");
  EXPECT_EQ(files_below(folder / "one"), files_below(folder / "two"));
}

TEST(BagWriter, AnEmptyPackageIsABagToo) {
  const TempFolder folder;
  TransferPackage package;
  package.id = "empty";
  write(package, folder / "bag");
  EXPECT_THAT(told_of(verify_bag(folder / "bag")), IsEmpty());
  EXPECT_THAT(read_package(folder / "bag").volumes, IsEmpty());
}

TEST(BagWriter, HostileTextsStayTexts) {
  TransferPackage package = sample_package();
  const std::string hostile =
      "Имя\r\nPayload-Oxum: 1.1\n../../etc/passwd \xE2\x80\xAE"
      "fdp.exe <script>alert(1)</script> =cmd|' /C calc'!A0 \x01\x1B[31m\"&' %0A~";
  package.institution = package.receiver = package.contact_name = package.program = hostile;
  package.id = package.act = package.fonds_title = package.fonds_number = hostile;
  PackageVolume& volume = package.volumes[0];
  volume.title = volume.period = volume.section_title = volume.inventory = hostile;
  PackageDocument& document = volume.documents[0];
  document.title = std::string(100'000, 'x') + hostile;
  document.kind = document.kind_title = document.number = document.date->raw = hostile;
  document.students = {hostile, hostile};
  document.files[0].source_name = hostile;
  document.events[0].actor = document.events[0].event = document.events[0].details = hostile;
  const TempFolder folder;

  write(package, folder / "bag");

  EXPECT_THAT(told_of(verify_bag(folder / "bag")), IsEmpty());
  const auto files = files_below(folder / "bag");
  TransferPackage plain = sample_package();
  write(plain, folder / "plain");
  EXPECT_EQ(names_of(files), names_of(files_below(folder / "plain"))) << "no text chooses a name";
  EXPECT_THAT(files.at("bag-info.txt"), Not(HasSubstr("\nPayload-Oxum: 1.1")));
  EXPECT_THAT(files.at("data/index.html"), Not(HasSubstr("<script")));
  EXPECT_THAT(files.at("data/index.html"), Not(HasSubstr("\xE2\x80\xAE")));
  EXPECT_THAT(files.at("data/inventory.csv"), Not(HasSubstr(";=cmd")));
  const TransferPackage again = read_package(folder / "bag");
  EXPECT_EQ(again.institution, hostile);
  EXPECT_EQ(again.volumes[0].documents[0].students[1], hostile);
}

TEST(BagWriter, AFileWithOtherBytesThanPromisedMakesNoPackage) {
  const std::array<std::string, 4> bytes{"other bytes..", "", "%PDF-1.4 sca",
                                         std::string(1'000'000, 'x')};
  for (const std::string& each : bytes) {
    TransferPackage package = sample_package();
    package.volumes[0].documents[0].files[0].open = [each] { return file_in_memory(each); };
    const TempFolder folder;

    EXPECT_EQ(fault_of([&] { write(package, folder / "bag"); }), Fault::corrupt);

    EXPECT_TRUE(boost::filesystem::is_empty(folder.path()));
  }
}

TEST(BagWriter, WhatIsThereAlreadyIsNotTouched) {
  const TempFolder folder;
  const path file = folder.file("file", "mine");
  const path full = folder / "full";
  boost::filesystem::create_directory(full);
  boost::filesystem::create_directory(folder / "elsewhere");
  const path kept = folder.file("elsewhere/kept", "mine");
  boost::filesystem::create_symlink(folder / "elsewhere", folder / "linked.fonds-unfinished");

  for (const path& target :
       {file, full, full / "", folder / "linked", path(), path("/"), path("."), path("..")}) {
    EXPECT_EQ(fault_of([&] { write(sample_package(), target); }), Fault::usage) << target;
  }
  EXPECT_EQ(read_file(file), "mine");
  EXPECT_EQ(read_file(kept), "mine");
}

TEST(BagWriter, TellsHowFarItIs) {
  const TempFolder folder;
  LocalDisk disk;
  std::uint64_t last = 0;
  std::uint64_t of = 0;
  write_bag(disk, sample_package(), folder / "bag", [&](std::uint64_t done, std::uint64_t total) {
    EXPECT_GT(done, last);
    last = done;
    of = total;
  });
  EXPECT_EQ(last, of);
  EXPECT_GT(of, 0U);
}

struct PackageTrouble {
  Trouble trouble;
  UnsyncedNames names;
};

class BagWriterInTrouble : public testing::TestWithParam<PackageTrouble> {};
INSTANTIATE_TEST_SUITE_P(AtEveryOperation, BagWriterInTrouble,
                         testing::Values(PackageTrouble{Trouble::no_space, UnsyncedNames::lost},
                                         PackageTrouble{Trouble::no_space, UnsyncedNames::kept},
                                         PackageTrouble{Trouble::input_output, UnsyncedNames::lost},
                                         PackageTrouble{Trouble::input_output, UnsyncedNames::kept},
                                         PackageTrouble{Trouble::read_only, UnsyncedNames::lost},
                                         PackageTrouble{Trouble::read_only, UnsyncedNames::kept},
                                         PackageTrouble{Trouble::power_cut, UnsyncedNames::lost},
                                         PackageTrouble{Trouble::power_cut, UnsyncedNames::kept}));

/// A document less than the sample: every operation is tried.
TransferPackage small_package() {
  TransferPackage package = sample_package();
  package.volumes.resize(1);
  package.volumes[0].documents.resize(1);
  package.volumes[0].documents[0].files.resize(2);
  return package;
}

TEST_P(BagWriterInTrouble, ThePackageIsWholeOrAbsentAndCanBeWrittenAgain) {
  const TransferPackage package = small_package();
  bool reached = true;
  int n = 1;
  for (; reached; ++n) {
    SCOPED_TRACE(n);
    ASSERT_LT(n, 500) << "never gets through";
    const TempFolder folder(TempFolder::Where::memory);
    FaultyDisk disk(folder.path());
    disk.fail_at(n, GetParam().trouble);
    bool written = false;
    try {
      write_bag(disk, package, folder / "bag");
      written = true;
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::io) << error.what();
    }
    reached = disk.has_failed();
    if (!written && GetParam().trouble == Trouble::input_output) {
      EXPECT_FALSE(boost::filesystem::exists(folder / "bag")) << "said to have failed";
    }
    disk.restart_after_power_cut(GetParam().names);

    if (written) {
      EXPECT_TRUE(boost::filesystem::exists(folder / "bag"));
    }
    if (boost::filesystem::exists(folder / "bag")) {
      EXPECT_THAT(told_of(verify_bag(folder / "bag")), IsEmpty());
      continue;
    }
    write_bag(disk, package, folder / "bag");
    disk.restart_after_power_cut(UnsyncedNames::lost);
    EXPECT_THAT(told_of(verify_bag(folder / "bag")), IsEmpty());
    EXPECT_FALSE(boost::filesystem::exists(folder / "bag.fonds-unfinished"));
  }
  EXPECT_GT(n, 50) << "hardly anything was tried";
}

}  // namespace
}  // namespace fonds
