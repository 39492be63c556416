#include "retention/package_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "support/fault_of.h"
#include "support/sample_package.h"

namespace fonds {
namespace {

TEST(PackageLayout, NamesAreMadeOfKeysAndNumbers) {
  const TransferPackage package = sample_package();
  const PackageVolume& volume = package.volumes[0];
  EXPECT_EQ(path_of(volume), "data/02-05_2024_1/");
  EXPECT_EQ(path_of(volume, volume.documents[1]), "data/02-05_2024_1/0002-2026-000002/");
  std::vector<std::string> names;
  for (const PackageDocument& document : volume.documents) {
    for (const std::string& name : file_names_of(document)) names.push_back(name);
  }
  EXPECT_THAT(names,
              testing::ElementsAre("original.pdf", "access.pdf", "recognised.alto.xml", "text.txt",
                                   "original-001.jpg", "original-002.jpg", "original-003.bin"));
}

TEST(PackageLayout, KeysThatLookAlikeLieApart) {
  EXPECT_NE(folder_of(VolumeKey{2024, "02-05", 1}), folder_of(VolumeKey{2024, "02", 51}));
  EXPECT_NE(folder_of(VolumeKey{2024, "02-05", 11}), folder_of(VolumeKey{2024, "02-05-1", 1}));
}

TEST(PackageLayout, KnowsHowMuchIsCopied) {
  const PackageExtent extent = extent_of(sample_package());
  EXPECT_EQ(extent.files, 7U);
  EXPECT_EQ(extent.bytes, 13U + 15U + 7U + 12U + 10U + 11U + 0U);
}

TEST(PackageLayout, SaysWhatFilesAre) {
  const PackageDocument document = sample_diploma();
  EXPECT_EQ(media_type_of(document.files[0]), "application/pdf");
  EXPECT_EQ(media_type_of(document.files[2]), "application/xml");
  EXPECT_EQ(media_type_of(document.files[3]), "text/plain");
}

TEST(PackageLayout, OnlyYearAndNumberAreAnAccession) {
  EXPECT_TRUE(is_accession("2026-000123"));
  EXPECT_TRUE(is_accession("2026-1234567"));
  for (const char* wrong :
       {"", "2026-", "2026", "26-000123", "2026-00012a", "2026_000123", "2026-000123/..",
        "../../2026-1", "2026-0000000000000", " 2026-1", "2026-1\n", "２０２６-1"}) {
    EXPECT_FALSE(is_accession(wrong)) << wrong;
  }
}

TEST(PackageLayout, APackageThatCannotBeLaidOutIsRefused) {
  check_layout(sample_package());
  const std::vector<std::pair<const char*, std::function<void(TransferPackage&)>>> harms{
      {"no id", [](auto& p) { p.id.clear(); }},
      {"id too long", [](auto& p) { p.id.assign(10'000, 'x'); }},
      {"volume twice", [](auto& p) { p.volumes[1].key = p.volumes[0].key; }},
      {"key leads out", [](auto& p) { p.volumes[0].key.index = "../../02-05"; }},
      {"key in words", [](auto& p) { p.volumes[0].key.index = "приказы"; }},
      {"key written otherwise", [](auto& p) { p.volumes[0].key.index = "02.05"; }},
      {"no year", [](auto& p) { p.volumes[0].key.year = 0; }},
      {"no volume number", [](auto& p) { p.volumes[0].key.number = 0; }},
      {"accession leads out", [](auto& p) { p.volumes[0].documents[0].accession = "../x"; }},
      {"accession empty", [](auto& p) { p.volumes[0].documents[0].accession.clear(); }},
      {"accession twice", [](auto& p) { p.volumes[0].documents[1].accession = "2026-000001"; }},
      {"document in two volumes", [](auto& p) { p.volumes[1].documents = {sample_diploma()}; }},
      {"place twice", [](auto& p) { p.volumes[0].documents[1].place = 1; }},
      {"no place", [](auto& p) { p.volumes[0].documents[1].place = 0; }},
      {"no original", [](auto& p) { p.volumes[0].documents[1].files.clear(); }},
      {"two texts",
       [](auto& p) {
         auto& files = p.volumes[0].documents[0].files;
         files.push_back(files.back());
       }},
      {"no digest", [](auto& p) { p.volumes[0].documents[0].files[0].sha256 = "abc"; }},
      {"endless", [](auto& p) { p.volumes[0].documents[0].files[0].size = ~0ULL; }},
      {"too many volumes", [](auto& p) { p.volumes.resize(kMostPackageVolumes + 1); }},
      {"too many documents",
       [](auto& p) { p.volumes[0].documents.resize(kMostVolumeDocuments + 1); }},
      {"too many files",
       [](auto& p) {
         auto& files = p.volumes[0].documents[1].files;
         files.resize(kMostDocumentFiles + 1, files[0]);
       }},
      {"too many events",
       [](auto& p) { p.volumes[0].documents[1].events.resize(kMostDocumentEvents + 1); }},
      {"too many students",
       [](auto& p) { p.volumes[0].documents[1].students.resize(kMostDocumentStudents + 1); }},
  };
  for (const auto& [name, harm] : harms) {
    TransferPackage package = sample_package();
    harm(package);
    EXPECT_EQ(fault_of([&, &harmed = package] { check_layout(harmed); }), Fault::usage) << name;
  }
}

}  // namespace
}  // namespace fonds
