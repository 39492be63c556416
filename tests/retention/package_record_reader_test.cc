#include "retention/package_record_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "retention/package_layout.h"
#include "retention/package_record.h"
#include "support/fault_of.h"
#include "support/sample_package.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;
using Harm = std::function<void(Json&)>;

const TransferPackage& sample() {
  static const TransferPackage package = sample_package();
  return package;
}
const PackageVolume& volume() { return sample().volumes[0]; }
const PackageDocument& document() { return volume().documents[0]; }

TEST(PackageRecordReader, ReadsBackWhatIsWritten) {
  TransferPackage package = package_from(package_record(sample()));
  ASSERT_EQ(package.volumes.size(), 2U);
  EXPECT_EQ(package.volumes[1].key, sample().volumes[1].key);
  package.volumes[0] = volume_from(volume_record(volume()), volume().key);
  ASSERT_EQ(package.volumes[0].documents.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    PackageDocument& each = package.volumes[0].documents[i];
    const std::string record = document_record(volume(), volume().documents[i]);
    each = document_from(record, volume().key, each);
    EXPECT_EQ(document_record(package.volumes[0], each), record);
  }
  EXPECT_EQ(volume_record(package.volumes[0]), volume_record(volume()));
  EXPECT_EQ(package_record(package), package_record([] {
              TransferPackage known = sample();
              known.volumes[1].documents.clear();
              return known;
            }()));
}

std::vector<std::string> names_in(const Json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

/// Reading `record` after `harm` ends as corrupt.
template <class Read>
void refuses(const std::string& record, const Harm& harm, const Read& read, const char* what) {
  Json json = Json::parse(record);
  harm(json);
  EXPECT_EQ(fault_of([&] { read(json.dump()); }), Fault::corrupt) << what;
}

TEST(PackageRecordReader, AnEmptyOrBrokenTextIsRefused) {
  for (const std::string& wrong :
       {std::string(), std::string("{"), std::string("[]"), std::string("null"), std::string("{}"),
        std::string("\xFF"), std::string("{\"format\": \"\xFF\"}"), package_record(sample()) + "x",
        std::string(2'000'000, '['), std::string(kMostRecordBytes + 1, ' ')}) {
    EXPECT_EQ(fault_of([&] { package_from(wrong); }), Fault::corrupt) << wrong.substr(0, 40);
  }
}

TEST(PackageRecordReader, AShortTextCannotBecomeAMountainOfValues) {
  std::string many = "{\"volumes\": [";
  for (int i = 0; i < 2'000'000; ++i) many += "0,";
  many += "0]}";
  EXPECT_EQ(fault_of([&] { package_from(many); }), Fault::corrupt);
}

TEST(PackageRecordReader, EveryNameOfThePackageMustBeThereAndRight) {
  const std::string record = package_record(sample());
  const auto read = [](const std::string& text) { package_from(text); };
  for (const std::string& each : names_in(Json::parse(record))) {
    refuses(
        record, [&](Json& j) { j.erase(each); }, read, each.c_str());
    refuses(
        record,
        [&](Json& j) {
          j[each] = {{"a", 1}};
        },
        read, each.c_str());
    refuses(
        record, [&](Json& j) { j[each] = nullptr; }, read, each.c_str());
  }
  refuses(
      record, [](Json& j) { j["more"] = 1; }, read, "unknown name");
  refuses(
      record, [](Json& j) { j["version"] = 2; }, read, "newer");
  refuses(
      record, [](Json& j) { j["format"] = "other"; }, read, "format");
  refuses(
      record, [](Json& j) { j["day"] = "2030-02-30"; }, read, "no day");
  refuses(
      record, [](Json& j) { j["journal_entry"] = -1; }, read, "entry");
  refuses(
      record, [](Json& j) { j["journal_entry"] = 1.5; }, read, "half an entry");
  refuses(
      record, [](Json& j) { j["journal_entry"] = ~0ULL; }, read, "too large an entry");
  refuses(
      record, [](Json& j) { j["journal_hash"] = "abc"; }, read, "hash");
  for (const char* key : {"02-05/2024", "../../x", "02.05/2024/1", "02-05/2024/0", "", "02-05"}) {
    refuses(
        record, [&](Json& j) { j["volumes"][0]["key"] = key; }, read, key);
  }
  refuses(
      record, [](Json& j) { j["volumes"][0]["folder"] = "data/../.."; }, read, "folder");
  refuses(
      record, [](Json& j) { j["volumes"][0]["more"] = 1; }, read, "unknown name inside");
  refuses(
      record, [](Json& j) { j["volumes"][0] = "02-05/2024/1"; }, read, "no object");
}

TEST(PackageRecordReader, EveryNameOfAVolumeMustBeThereAndRight) {
  const std::string record = volume_record(volume());
  const auto read = [](const std::string& text) { volume_from(text, volume().key); };
  for (const std::string& each : names_in(Json::parse(record))) {
    refuses(
        record, [&](Json& j) { j.erase(each); }, read, each.c_str());
    refuses(
        record,
        [&](Json& j) {
          j[each] = {{"a", 1}};
        },
        read, each.c_str());
  }
  refuses(
      record, [](Json& j) { j["key"] = "02-05/2024/2"; }, read, "another volume");
  refuses(
      record, [](Json& j) { j["carrier"] = "stone"; }, read, "carrier");
  refuses(
      record, [](Json& j) { j["sheets"] = -1; }, read, "sheets");
  refuses(
      record, [](Json& j) { j["sheets"] = 1e300; }, read, "many sheets");
  refuses(
      record, [](Json& j) { j["last_day"] = "tomorrow"; }, read, "day");
  refuses(
      record, [](Json& j) { j["documents"][0]["accession"] = "../x"; }, read, "accession");
  refuses(
      record, [](Json& j) { j["documents"][0]["place"] = 0; }, read, "place");
  refuses(
      record, [](Json& j) { j["documents"][0]["folder"] = "/etc"; }, read, "folder");
}

TEST(PackageRecordReader, EveryNameOfADocumentMustBeThereAndRight) {
  const std::string record = document_record(volume(), document());
  const auto read = [](const std::string& text) { document_from(text, volume().key, document()); };
  for (const std::string& each : names_in(Json::parse(record))) {
    refuses(
        record, [&](Json& j) { j.erase(each); }, read, each.c_str());
    refuses(
        record,
        [&](Json& j) {
          j[each] = {{"a", 1}};
        },
        read, each.c_str());
  }
  for (const char* list : {"files", "events"}) {
    const std::string one = list;
    for (const std::string& each : names_in(Json::parse(record)[one][0])) {
      refuses(
          record, [&](Json& j) { j[one][0].erase(each); }, read, each.c_str());
      refuses(
          record,
          [&](Json& j) {
            j[one][0][each] = {{"a", 1}};
          },
          read, each.c_str());
    }
    refuses(
        record, [&](Json& j) { j[one][0]["more"] = 1; }, read, list);
    refuses(
        record, [&](Json& j) { j[one][0] = 1; }, read, list);
  }
  refuses(
      record, [](Json& j) { j["volume"] = "02-05/2024/2"; }, read, "another volume");
  refuses(
      record, [](Json& j) { j["place"] = 2; }, read, "another place");
  refuses(
      record, [](Json& j) { j["accession"] = "2026-000009"; }, read, "another document");
  refuses(
      record, [](Json& j) { j["date"] = "весной"; }, read, "date");
  refuses(
      record, [](Json& j) { j["students"][0] = 5; }, read, "student");
  refuses(
      record, [](Json& j) { j["files"][0]["size"] = -1; }, read, "size");
  refuses(
      record, [](Json& j) { j["files"][0]["file"] = "../original.pdf"; }, read, "file");
  refuses(
      record, [](Json& j) { j["files"][0]["role"] = "virus"; }, read, "role");
  refuses(
      record, [](Json& j) { j["files"][0]["kind"] = "exe"; }, read, "kind");
  refuses(
      record, [](Json& j) { j["files"][0]["media_type"] = "text/html"; }, read, "type");
  refuses(
      record, [](Json& j) { j["files"][0]["sha256"] = std::string(64, 'A'); }, read, "digest");
  refuses(
      record, [](Json& j) { j["events"][0]["at"] = "yesterday"; }, read, "moment");
  refuses(
      record,
      [](Json& j) {
        j["files"] = Json::array();
        for (std::size_t i = 0; i <= kMostDocumentFiles; ++i) j["files"].push_back(1);
      },
      read, "too many files");
}

TEST(PackageRecordReader, TheLargestThatIsWrittenIsRead) {
  PackageVolume large = volume();
  PackageDocument& many = large.documents[0];
  many.files.resize(kMostDocumentFiles, many.files[0]);
  many.files.erase(many.files.begin() + 1, many.files.begin() + 4);
  many.events.resize(kMostDocumentEvents, many.events[0]);
  many.students.resize(kMostDocumentStudents, "Кравец Тимофей");
  const std::string record = document_record(large, many);
  EXPECT_EQ(document_record(large, document_from(record, large.key, many)), record);
}

}  // namespace
}  // namespace fonds
