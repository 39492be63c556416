#include "ingest/zip_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <random>
#include <utility>
#include <vector>

#include "base/unique_fd.h"
#include "ingest/container.h"
#include "support/fault_of.h"

namespace fonds {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

const Moment kMade = moment_from_text("2026-03-12T10:20:30.000Z");

class Members : public MemberSink {
 public:
  std::vector<std::pair<std::string, std::string>> all;
  void begin(const std::string& name) override { all.emplace_back(name, ""); }
  void write(std::string_view piece) override { all.back().second += piece; }
  void end() override {}
  void refuse(const std::string& name, const std::string& why) override {
    ADD_FAILURE() << name << ": " << why;
  }
};

std::vector<std::pair<std::string, std::string>> members_of(const std::string& zip) {
  const UniqueFd fd(::memfd_create("zip", MFD_CLOEXEC));
  EXPECT_EQ(::write(fd.get(), zip.data(), zip.size()), static_cast<ssize_t>(zip.size()));
  Members members;
  expand_container(fd.get(), FileKind::zip, {}, members);
  return members.all;
}

std::string packed(const std::vector<std::pair<std::string, std::string>>& members) {
  std::string zip;
  ZipWriter writer([&](std::string_view bytes) { zip += bytes; });
  for (const auto& [name, content] : members) {
    writer.begin(name, content.size(), kMade);
    writer.write(content);
  }
  writer.finish();
  return zip;
}

TEST(ZipWriter, MembersComeOutAsTheyWentInAndInTheirOrder) {
  std::string noise(300'000, '\0');
  std::minstd_rand random(7);
  for (char& each : noise) each = static_cast<char>(random());
  const std::string zip = packed({{"список.csv", "№;дата\r\n"},
                                  {"originals/2024-05-12 Диплом 17.jpg", noise},
                                  {"a.txt", "a"}});
  EXPECT_THAT(members_of(zip),
              ElementsAre(Pair("список.csv", "№;дата\r\n"),
                          Pair("originals/2024-05-12 Диплом 17.jpg", noise), Pair("a.txt", "a")));
}

TEST(ZipWriter, NamesAreSaidToBeUtf8InWhateverLocale) {
  const std::string zip = packed({{"Ё.txt", "a"}});
  ASSERT_GT(zip.size(), 8U);
  EXPECT_EQ(static_cast<unsigned char>(zip[7]) & 0x08, 0x08)
      << "bit 11 of the flags (APPNOTE 4.4.4)";
  EXPECT_NE(zip.find("Ё.txt"), std::string::npos);
}

TEST(ZipWriter, TheSameMembersGiveTheSameBytes) {
  EXPECT_TRUE(packed({{"a", "1"}, {"b", "2"}}) == packed({{"a", "1"}, {"b", "2"}}));
}

TEST(ZipWriter, AMemberIsAsLongAsItWasSaid) {
  const auto ignore = [](std::string_view /*unused*/) {};
  EXPECT_EQ(fault_of([&] {
              ZipWriter writer(ignore);
              writer.begin("a", 2, kMade);
              writer.write("abc");
            }),
            Fault::bug);
  EXPECT_EQ(fault_of([&] {
              ZipWriter writer(ignore);
              writer.begin("a", 2, kMade);
              writer.write("a");
              writer.begin("b", 1, kMade);
            }),
            Fault::bug);
  EXPECT_EQ(fault_of([&] {
              ZipWriter writer(ignore);
              writer.begin("a", 2, kMade);
              writer.finish();
            }),
            Fault::bug);
}

TEST(ZipWriter, AFaultOfTheReceiverIsItsOwn) {
  EXPECT_EQ(fault_of([] {
              ZipWriter writer([](std::string_view /*unused*/) {
                throw Error(Fault::unavailable, "the disk is full");
              });
              writer.begin("a", 1, kMade);
              writer.write("a");
              writer.finish();
            }),
            Fault::unavailable);
}

TEST(ZipWriter, WhatWasNotFinishedLooksLikeNoWholeZip) {
  std::string zip;
  {
    ZipWriter writer([&](std::string_view bytes) { zip += bytes; });
    writer.begin("a", 1, kMade);
    writer.write("a");
  }
  EXPECT_EQ(zip.find("PK\x05\x06"), std::string::npos);
}

}  // namespace
}  // namespace fonds
