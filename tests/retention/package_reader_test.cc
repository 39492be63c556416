#include "retention/package_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/filesystem/fstream.hpp>
#include <boost/filesystem/operations.hpp>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/disk.h"
#include "retention/bag_writer.h"
#include "support/fault_of.h"
#include "support/sample_package.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using boost::filesystem::path;
using Json = nlohmann::ordered_json;

const std::string kFirst = "data/02-05_2024_1/0001-2026-000001/";

std::string all_of(const UniqueFd& fd) {
  std::string bytes(size_of(fd.get(), "file"), '\0');
  bytes.resize(read_some(fd.get(), bytes.data(), bytes.size(), "file"));
  return bytes;
}

/// The sample as a bag whose files can be changed with their checksums, so that only the reader of
/// the records can find it out.
class ChangedBag {
 public:
  ChangedBag() {
    LocalDisk disk;
    write_bag(disk, sample_package(), folder());
  }
  [[nodiscard]] path folder() const { return folder_ / "bag"; }
  [[nodiscard]] std::string text(const std::string& name) const {
    return read_file(folder() / name);
  }
  void put(const std::string& name, const std::string& bytes) const {
    boost::filesystem::create_directories((folder() / name).parent_path());
    boost::filesystem::ofstream(folder() / name, std::ios::binary) << bytes;
    seal();
  }
  template <class Harm>
  void change(const std::string& name, const Harm& harm) const {
    Json json = Json::parse(text(name));
    harm(json);
    put(name, json.dump());
  }
  void remove(const std::string& name) const {
    boost::filesystem::remove_all(folder() / name);
    seal();
  }
  /// Makes manifests that fit.
  void seal() const {
    std::string manifest;
    PayloadOxum total;
    for (const auto& entry : boost::filesystem::recursive_directory_iterator(folder() / "data")) {
      if (!boost::filesystem::is_regular_file(entry.symlink_status())) continue;
      const std::string bytes = read_file(entry.path());
      manifest +=
          to_text(ManifestLine{sha256(bytes), entry.path().lexically_relative(folder()).string()});
      total.bytes += bytes.size();
      ++total.files;
    }
    boost::filesystem::ofstream(folder() / "manifest-sha256.txt") << manifest;
    boost::filesystem::ofstream(folder() / "bag-info.txt") << "Payload-Oxum: " << to_text(total);
    boost::filesystem::remove(folder() / "tagmanifest-sha256.txt");
  }
  void is_refused(const char* what) const {
    EXPECT_TRUE(verify_bag(folder()).valid()) << what << ": the bag itself is sound";
    EXPECT_EQ(fault_of([&] { read_package(folder()); }), Fault::corrupt) << what;
  }

 private:
  TempFolder folder_;
};

TEST(PackageReader, GivesBackWhatWasHandedOver) {
  const ChangedBag bag;
  const TransferPackage package = read_package(bag.folder());
  EXPECT_EQ(package.institution, "МБОУ ДО ЦДТ");
  EXPECT_EQ(package.journal_hash, sha256("head"));
  ASSERT_EQ(package.volumes.size(), 2U);
  const PackageVolume& volume = package.volumes[0];
  EXPECT_EQ(volume.key, (VolumeKey{2024, "02-05", 1}));
  EXPECT_EQ(volume.last_day, (CalendarDate{2024, 5, 24}));
  ASSERT_EQ(volume.documents.size(), 2U);
  const PackageDocument& document = volume.documents[0];
  EXPECT_EQ(document.students, std::vector<std::string>{"Кравец Тимофей Ильич"});
  EXPECT_EQ(document.date->raw, "«15» апреля 2024 г.");
  ASSERT_EQ(document.files.size(), 4U);
  EXPECT_EQ(all_of(document.files[0].open()), "%PDF-1.4 scan");
  EXPECT_EQ(all_of(document.files[0].open()), "%PDF-1.4 scan") << "and again";
  EXPECT_EQ(all_of(volume.documents[1].files[1].open()), "second page");
}

TEST(PackageReader, ABagOfAnotherProgramIsNoPackage) {
  const ChangedBag bag;
  bag.remove("data/package.json");
  bag.is_refused("no package.json");
  const TempFolder empty;
  EXPECT_EQ(fault_of([&] { read_package(empty.path()); }), Fault::corrupt);
  EXPECT_EQ(fault_of([&] { read_package(empty / "absent"); }), Fault::not_found);
}

TEST(PackageReader, EveryFileMustBeNamedAndThere) {
  for (const char* name :
       {"data/02-05_2024_1/volume.json", "data/inventory.csv", "data/index.html"}) {
    const ChangedBag bag;
    bag.remove(name);
    bag.is_refused(name);
  }
  for (const char* name : {"original.pdf", "access.pdf", "metadata.json", "metadata.xml"}) {
    const ChangedBag bag;
    bag.remove(kFirst + name);
    bag.is_refused(name);
  }
  const ChangedBag bag;
  bag.put(kFirst + "original-002.pdf", "nobody knows of me");
  bag.is_refused("a file no record names");
}

TEST(PackageReader, WhatTheRecordsSayOfAFileMustBeTrue) {
  const ChangedBag other;
  other.put(kFirst + "original.pdf", "%PDF-1.4 scam");
  other.is_refused("other bytes of the same size");
  const ChangedBag size;
  size.change(kFirst + "metadata.json", [](Json& j) { j["files"][0]["size"] = 14; });
  size.is_refused("another size");
  const ChangedBag large;
  large.change(kFirst + "metadata.json", [](Json& j) { j["files"][0]["size"] = 1ULL << 62U; });
  large.is_refused("a size to be frightened of");
}

TEST(PackageReader, RecordsMustAgreeWithEachOther) {
  const std::string volume = "data/02-05_2024_1/volume.json";
  const ChangedBag twice;
  twice.change("data/package.json", [](Json& j) { j["volumes"].push_back(j["volumes"][0]); });
  twice.is_refused("a volume twice");
  const ChangedBag listed;
  listed.change(volume, [](Json& j) { j["documents"].push_back(j["documents"][0]); });
  listed.is_refused("a document twice");
  const ChangedBag left_out;
  left_out.change(volume, [](Json& j) { j["documents"].erase(1); });
  left_out.is_refused("a document left out");
  const ChangedBag volume_left_out;
  volume_left_out.change("data/package.json", [](Json& j) { j["volumes"].erase(0); });
  volume_left_out.is_refused("a volume left out");
  const ChangedBag files;
  files.change(kFirst + "metadata.json", [](Json& j) { j["files"].erase(1); });
  files.is_refused("a file left out");
  const ChangedBag no_id;
  no_id.change("data/package.json", [](Json& j) { j["id"] = ""; });
  no_id.is_refused("no id");
}

TEST(PackageReader, ALinkIsNeverFollowed) {
  const ChangedBag bag;
  const TransferPackage package = read_package(bag.folder());
  const TempFolder outside;
  const path secret = outside.file("secret", "%PDF-1.4 scan");
  boost::filesystem::remove(bag.folder() / (kFirst + "original.pdf"));
  boost::filesystem::create_symlink(secret, bag.folder() / (kFirst + "original.pdf"));
  EXPECT_EQ(fault_of([&] { (void)package.volumes[0].documents[0].files[0].open(); }),
            Fault::corrupt);
  EXPECT_EQ(fault_of([&] { read_package(bag.folder()); }), Fault::corrupt);
}

}  // namespace
}  // namespace fonds
