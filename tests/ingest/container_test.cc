#include "ingest/container.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <clocale>
#include <map>
#include <random>

#include "base/disk.h"
#include "base/error.h"
#include "base/text.h"
#include "support/hostile_files.h"

namespace fonds {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pair;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

/// Keeps what is whole, as a careful receiver does.
class Received : public MemberSink {
 public:
  std::map<std::string, std::string> members;
  std::map<std::string, std::string> refused;
  std::uint64_t bytes = 0;

  void begin(const std::string& name) override {
    EXPECT_TRUE(open_.empty()) << "begin() before the end() of " << open_;
    EXPECT_TRUE(is_valid_utf8(name));
    open_ = name;
    content_.clear();
  }
  void write(std::string_view piece) override {
    EXPECT_FALSE(open_.empty());
    bytes += piece.size();
    if (bytes < (1U << 22)) content_ += piece;
  }
  void end() override {
    EXPECT_FALSE(open_.empty());
    members[open_] = content_;
    open_.clear();
  }
  void refuse(const std::string& name, const std::string& why) override {
    EXPECT_TRUE(open_.empty() || name == open_);
    EXPECT_EQ(name, printable(name));
    refused[name] = why;
    open_.clear();
  }

 private:
  std::string open_;
  std::string content_;
};

/// An open file in memory with `bytes`.
UniqueFd file_of(std::string_view bytes) {
  UniqueFd fd(::memfd_create("container", MFD_CLOEXEC));
  EXPECT_EQ(::write(fd.get(), bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  return fd;
}

void expand(std::string_view bytes, FileKind kind, Received& received,
            const ContainerLimits& limits = {}) {
  expand_container(file_of(bytes).get(), kind, limits, received);
}

Fault fault_of(std::string_view bytes, FileKind kind, Received& received,
               const ContainerLimits& limits = {}) {
  try {
    expand(bytes, kind, received, limits);
  } catch (const Error& error) {
    EXPECT_FALSE(error.message().empty());
    EXPECT_FALSE(error.hint().empty()) << error.message();
    return error.fault();
  }
  ADD_FAILURE() << "no fault";
  return Fault::bug;
}

ZipMember deflated(const std::string& name, const std::string& bytes) {
  return {name, bytes, ZipMember::Method::deflate};
}

/// Bytes that do not compress, the same on every run.
std::string noise(std::size_t size) {
  std::mt19937 random(1);
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random() & 0xFFU);
  return bytes;
}

const std::string kPaper = "a paper, a paper, a paper";

TEST(Container, GivesTheMembersOfAZip) {
  Received received;
  expand(make_zip({{"a.jpg", "first"}, deflated("folder/b.jpg", kPaper)}), FileKind::zip, received);

  EXPECT_THAT(received.members,
              UnorderedElementsAre(Pair("a.jpg", "first"), Pair("folder/b.jpg", kPaper)));
  EXPECT_THAT(received.refused, IsEmpty());
}

TEST(Container, GivesTheMembersOfATarBareAndPacked) {
  const std::string tar = make_tar({{"a.jpg", "first"}, {"folder", "", '5'}, {"folder/b", kPaper}});
  for (const auto& [bytes, kind] :
       {std::pair{tar, FileKind::tar}, std::pair{gzip(tar), FileKind::tar_gz}}) {
    Received received;
    expand(bytes, kind, received);

    EXPECT_THAT(received.members,
                UnorderedElementsAre(Pair("a.jpg", "first"), Pair("folder/b", kPaper)));
    EXPECT_THAT(received.refused, IsEmpty());
  }
}

TEST(Container, ReadsFromTheBeginningWhereverTheDescriptorStands) {
  const UniqueFd fd = file_of(make_zip({{"a.jpg", "first"}}));
  Received received;
  expand_container(fd.get(), FileKind::zip, {}, received);
  expand_container(fd.get(), FileKind::zip, {}, received);

  EXPECT_THAT(received.members, SizeIs(1));
}

TEST(Container, ReadsRussianNamesHoweverTheyAreWrittenInAnyLocale) {
  const std::string name = "Протокол заседания №7.pdf";
  const std::string zip = make_zip(
      {{"1/" + name, "utf", ZipMember::Method::store, kZipUtf8},
       {"2/\x8F\xE0\xAE\xE2\xAE\xAA\xAE\xAB \xA7\xA0\xE1\xA5\xA4\xA0\xAD\xA8\xEF \xFC\x37.pdf",
        "866"},
       {"3/\xCF\xF0\xEE\xF2\xEE\xEA\xEE\xEB \xE7\xE0\xF1\xE5\xE4\xE0\xED\xE8\xFF \xB9\x37.pdf",
        "1251"},
       {"4/______.pdf", "extra", ZipMember::Method::store, 0, 0, "4/" + name}});
  for (const char* locale : {"C", "C.UTF-8"}) {
    ASSERT_NE(std::setlocale(LC_ALL, locale), nullptr);
    Received received;
    expand(zip, FileKind::zip, received);

    EXPECT_THAT(received.members,
                UnorderedElementsAre(Pair("1/" + name, "utf"), Pair("2/" + name, "866"),
                                     Pair("3/" + name, "1251"), Pair("4/" + name, "extra")))
        << locale;
  }
  std::setlocale(LC_ALL, "C");
}

TEST(Container, RefusesMembersOneByOneAndGoesOn) {
  const std::string zip = make_zip({{"../out.jpg", "x"},
                                    {"/etc/passwd", "x"},
                                    {"C:\\scan.jpg", "x"},
                                    {"link.jpg", "/etc/passwd", {}, 0, S_IFLNK | 0777},
                                    {"locked.jpg", "xxxxxxxxxxxxxxxx", {}, kZipEncrypted},
                                    {"empty.jpg", ""},
                                    {"inner.zip", make_zip({{"a", "b"}})},
                                    {"odd.jpg", "x", ZipMember::Method::unknown},
                                    {"good.jpg", kPaper}});
  Received received;
  expand(zip, FileKind::zip, received);

  EXPECT_THAT(received.members, ElementsAre(Pair("good.jpg", kPaper)));
  EXPECT_THAT(received.refused,
              UnorderedElementsAre(
                  Pair("../out.jpg", HasSubstr("out of the archive")),
                  Pair("/etc/passwd", HasSubstr("root")), Pair("C:/scan.jpg", HasSubstr("root")),
                  Pair("link.jpg", HasSubstr("link")), Pair("locked.jpg", HasSubstr("encrypted")),
                  Pair("empty.jpg", HasSubstr("empty")), Pair("inner.zip", HasSubstr("inside")),
                  Pair("odd.jpg", HasSubstr("pack it again"))));
}

TEST(Container, RefusesWhatIsNoFileInATar) {
  const std::string tar = make_tar({{"symbolic", "", '2', "/etc/passwd"},
                                    {"hard", "", '1', "/etc/passwd"},
                                    {"character", "", '3'},
                                    {"block", "", '4'},
                                    {"fifo", "", '6'},
                                    {"good.jpg", kPaper}});
  for (const auto& [bytes, kind] :
       {std::pair{tar, FileKind::tar}, std::pair{gzip(tar), FileKind::tar_gz}}) {
    Received received;
    expand(bytes, kind, received);

    EXPECT_THAT(received.members, ElementsAre(Pair("good.jpg", kPaper)));
    EXPECT_THAT(received.refused, SizeIs(5));
    EXPECT_THAT(received.refused["symbolic"], HasSubstr("link"));
    EXPECT_THAT(received.refused["hard"], HasSubstr("link"));
    EXPECT_THAT(received.refused["fifo"], HasSubstr("device"));
  }
}

TEST(Container, PassesOverWhatOperatingSystemsLeaveBehindInSilence) {
  Received received;
  expand(make_zip({{"__MACOSX/._a.jpg", "x"},
                   {"Thumbs.db", "x"},
                   {".DS_Store", "x"},
                   {"d/", ""},
                   {"d/a.jpg", kPaper}}),
         FileKind::zip, received);

  EXPECT_THAT(received.members, UnorderedElementsAre(Pair("d/a.jpg", kPaper)));
  EXPECT_THAT(received.refused, IsEmpty());
}

TEST(Container, AnArchiveInWhichNoFileIsFoundIsNotPassedOverInSilence) {
  Received received;
  const std::string empty_tar(1024, '\0');

  EXPECT_EQ(fault_of(make_zip({}), FileKind::zip, received), Fault::corrupt);
  EXPECT_EQ(fault_of(make_zip({{"Thumbs.db", "x"}, {"d/", ""}}), FileKind::zip, received),
            Fault::corrupt);
  EXPECT_EQ(fault_of(empty_tar, FileKind::tar, received), Fault::corrupt);
  EXPECT_EQ(fault_of(gzip_of_zeros(10 << 20), FileKind::tar_gz, received), Fault::corrupt);
  EXPECT_EQ(fault_of(make_tar({{"d", "", '5'}}), FileKind::tar, received), Fault::corrupt);
  EXPECT_THAT(received.members, IsEmpty());
}

TEST(Container, MakesHostileNamesHarmless) {
  std::vector<ZipMember> members;
  for (const std::string& name : hostile_names()) members.push_back({name, "x"});
  members.push_back({"\xFF\xFF bad.jpg", "x", {}, kZipUtf8});
  Received received;
  expand(make_zip(members), FileKind::zip, received);

  EXPECT_THAT(received.members, SizeIs(members.size()));
  for (const auto& [name, bytes] : received.members) EXPECT_EQ(name, printable(name));
}

TEST(Container, RefusesAMemberOverItsLimitAndTakesTheRest) {
  ContainerLimits limits;
  limits.member_bytes = 1 << 20;
  const std::string large(2 << 20, 'x');
  const std::string tar = make_tar({{"large", large}, {"small", kPaper}});
  for (const auto& [bytes, kind] :
       {std::pair{make_zip({deflated("large", large), {"small", kPaper}}), FileKind::zip},
        std::pair{tar, FileKind::tar}, std::pair{gzip(tar), FileKind::tar_gz}}) {
    Received received;
    expand(bytes, kind, received, limits);

    EXPECT_THAT(received.members, ElementsAre(Pair("small", kPaper)));
    EXPECT_THAT(received.refused, ElementsAre(Pair("large", HasSubstr("1 MiB"))));
  }
}

TEST(Container, StopsAtTheLimitOfEntriesAndKeepsThoseBefore) {
  ContainerLimits limits;
  limits.entries = 2;
  Received received;

  EXPECT_EQ(
      fault_of(make_zip({{"a", "1"}, {"b", "2"}, {"c", "3"}}), FileKind::zip, received, limits),
      Fault::usage);
  EXPECT_THAT(received.members, SizeIs(2));
}

TEST(Container, StopsAtTheLimitOfTheWhole) {
  ContainerLimits limits;
  limits.total_bytes = 100'000;
  Received received;
  const std::string piece(60'000, 'x');

  EXPECT_EQ(fault_of(make_zip({{"a", piece}, {"b", piece}}), FileKind::zip, received, limits),
            Fault::usage);
  EXPECT_THAT(received.members, ElementsAre(Pair("a", piece)));
}

TEST(Container, StopsABombAndKeepsWhatCameBefore) {
  std::string zip = zip_bomb(300ULL << 20);
  Received received;
  EXPECT_EQ(fault_of(zip, FileKind::zip, received), Fault::usage);
  EXPECT_LE(received.bytes, 66ULL << 20);

  Received shared;
  EXPECT_EQ(fault_of(overlapping_zip(600, 512 << 10), FileKind::zip, shared), Fault::usage);
  EXPECT_THAT(shared.members, Not(IsEmpty()));
}

TEST(Container, StopsABombHiddenInWhatIsPassedOver) {
  Received received;
  // The member claims 200 MiB of zeros and is over its limit: the gzip must not be unpacked for it.
  ContainerLimits limits;
  limits.member_bytes = 1 << 20;
  std::string head = lying_tar(200ULL << 20).substr(0, 512);
  const std::string bomb = gzip(head) + gzip_of_zeros(200ULL << 20);

  EXPECT_EQ(fault_of(bomb, FileKind::tar_gz, received, limits), Fault::usage);
  EXPECT_THAT(received.refused, SizeIs(1));
}

TEST(Container, RefusesAGzipOfAGzip) {
  Received received;
  EXPECT_EQ(fault_of(gzip(gzip(make_tar({{"a", "b"}}))), FileKind::tar_gz, received), Fault::usage);
  EXPECT_THAT(received.members, IsEmpty());
}

TEST(Container, PassesOverNestedBombsWithoutUnpackingThem) {
  Received received;
  expand(nested_zip_bomb(5), FileKind::zip, received);

  EXPECT_THAT(received.refused, ElementsAre(Pair("inner.zip", HasSubstr("inside"))));
  EXPECT_EQ(received.bytes, 0u);
}

TEST(Container, SaysThatOtherBytesAreNoArchive) {
  for (const FileKind kind : {FileKind::zip, FileKind::tar, FileKind::tar_gz}) {
    for (const std::string& bytes :
         {std::string(), std::string("PK\x03\x04"), gzip("no tar"), std::string(5000, 'x')}) {
      Received received;
      EXPECT_EQ(fault_of(bytes, kind, received), Fault::corrupt);
      EXPECT_THAT(received.members, IsEmpty());
    }
  }
}

TEST(Container, ReportsAnArchiveCutShortAndKeepsWhatCameBefore) {
  const std::string scan = noise(200'000);
  const std::string tar = make_tar({{"a", scan}, {"b", scan}});
  const std::string zip = make_zip({deflated("a", scan), deflated("b", scan)});
  for (const auto& [bytes, kind] : {std::pair{zip, FileKind::zip}, std::pair{tar, FileKind::tar},
                                    std::pair{gzip(tar), FileKind::tar_gz}}) {
    Received received;
    EXPECT_EQ(fault_of(cut_off(bytes, 0.8), kind, received), Fault::corrupt);
    EXPECT_THAT(received.members, SizeIs(1));
    EXPECT_TRUE(received.members["a"] == scan);
  }
}

TEST(Container, ReportsATarThatLacksItsEnd) {
  const std::string tar = make_tar({{"a", kPaper}, {"b", kPaper}});
  Received received;

  EXPECT_EQ(fault_of(tar.substr(0, 1024), FileKind::tar, received), Fault::corrupt);
  EXPECT_THAT(received.members, SizeIs(1));
}

TEST(Container, TakesTheMembersBehindADamagedOneInAZip) {
  const std::string scan = noise(20'000);
  const std::string zip = make_zip({deflated("a", scan), deflated("b", scan), deflated("c", scan)});
  const std::size_t second = zip.find("PK\x03\x04", 4) + 31;
  // A block of a type that does not exist, and a wrong byte that only the checksum finds.
  for (const std::size_t at : {second, second + 1'000}) {
    Received received;
    expand(std::string(zip).replace(at, 1, "\xFF"), FileKind::zip, received);

    EXPECT_THAT(received.members, SizeIs(2));
    EXPECT_TRUE(received.members["a"] == scan && received.members["c"] == scan);
    EXPECT_THAT(received.refused, ElementsAre(Pair("b", HasSubstr("damaged"))));
  }
}

TEST(Container, NeverGivesWrongBytesForAFlippedZip) {
  const std::string scan = noise(20'000);
  const std::string zip = make_zip({deflated("a", scan), deflated("b", scan)});
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    Received received;
    try {
      expand(flip_bits(zip, 1 + static_cast<int>(seed % 5), seed), FileKind::zip, received);
    } catch (const Error& error) {
      EXPECT_TRUE(error.fault() == Fault::corrupt || error.fault() == Fault::usage);
    }
    for (const auto& [name, bytes] : received.members) EXPECT_TRUE(bytes == scan) << name << seed;
  }
}

TEST(Container, SurvivesFlippedTars) {
  const std::string tar = make_tar({{"a", kPaper}, {"b", "", '2', "x"}, {"c", kPaper}});
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    const std::string flipped = flip_bits(seed % 2 == 0 ? tar : gzip(tar), 3, seed);
    Received received;
    try {
      expand(flipped, seed % 2 == 0 ? FileKind::tar : FileKind::tar_gz, received);
    } catch (const Error& error) {
      EXPECT_TRUE(error.fault() == Fault::corrupt || error.fault() == Fault::usage);
    }
  }
}

TEST(Container, RefusesATarThatLiesAboutItsSize) {
  Received received;
  EXPECT_EQ(fault_of(lying_tar(1 << 20), FileKind::tar, received), Fault::corrupt);
  EXPECT_THAT(received.members, IsEmpty());

  Received larger;
  ContainerLimits limits;
  try {
    expand(lying_tar(4ULL << 30), FileKind::tar, larger, limits);
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::corrupt);
  }
  EXPECT_THAT(larger.refused, SizeIs(1));
}

TEST(Container, ReportsAFileThatCannotBeRead) {
  const UniqueFd folder(::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  Received received;
  try {
    expand_container(folder.get(), FileKind::zip, {}, received);
    FAIL() << "no fault";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::io);
  }
}

TEST(Container, LetsAFaultOfTheReceiverThrough) {
  class Full : public Received {
   public:
    void write(std::string_view /*unused*/) override { throw system_error(ENOSPC, "disk"); }
  } full;
  EXPECT_THROW(expand(make_zip({{"a", "b"}}), FileKind::zip, full), Error);
}

}  // namespace
}  // namespace fonds
