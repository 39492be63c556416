#include "archive/uploads.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <boost/filesystem/operations.hpp>

#include "archive/documents.h"
#include "archive/spool.h"
#include "base/disk.h"
#include "model/actor.h"
#include "support/fault_of.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

using testing::IsEmpty;

class ArchiveUploadsTest : public testing::Test {
 protected:
  ArchiveUploads uploads() { return ArchiveUploads(temp_.archive()); }
  Upload begin(const std::string& bytes, const std::string& name = "diploma.pdf") {
    return uploads().begin(clerk_, {name, static_cast<std::int64_t>(bytes.size()), "", ""});
  }
  /// Sends a piece in one connection.
  Upload send(const Upload& upload, std::int64_t offset, const std::string& piece) {
    const UniqueFd fd = uploads().open(clerk_, upload.id, offset);
    write_all(fd.get(), piece);
    return uploads().written(clerk_, upload.id, fd.get());
  }
  std::int64_t papers() {
    std::int64_t count = 0;
    ArchiveDocuments(temp_.archive()).list(local_archivist(), {}, [&](const Document&) {
      ++count;
    });
    return count;
  }

  TempArchive temp_;
  Actor clerk_{"upload.clerk", Role::clerk};
  std::string bytes_ = read_file(quick_sample());
};

TEST_F(ArchiveUploadsTest, WhatIsSentInPiecesIsTakenInWhenItIsWhole) {
  const Upload begun = begin(bytes_);
  EXPECT_EQ(begun.offset, 0);
  const std::size_t half = bytes_.size() / 2;
  EXPECT_EQ(send(begun, 0, bytes_.substr(0, half)).offset, static_cast<std::int64_t>(half));
  EXPECT_EQ(papers(), 0);
  const Upload ended = send(begun, static_cast<std::int64_t>(half), bytes_.substr(half));
  EXPECT_TRUE(ended.ended);
  ASSERT_EQ(ended.papers.size(), 1U);
  EXPECT_EQ(ended.papers[0].outcome, "accepted");
  EXPECT_EQ(papers(), 1);
  const Document paper =
      ArchiveDocuments(temp_.archive()).show(local_archivist(), ended.papers[0].accession);
  EXPECT_EQ(paper.originals.at(0).size, static_cast<std::int64_t>(bytes_.size()));
  EXPECT_EQ(paper.originals.at(0).source_name, "diploma.pdf");
  EXPECT_EQ(uploads().look(clerk_, begun.id).papers.size(), 1U) << "it stays known";
  EXPECT_FALSE(boost::filesystem::exists(temp_.archive().uploads() / begun.id));
}

TEST_F(ArchiveUploadsTest, AfterABreakTheSenderGoesOnWhereItBroke) {
  const Upload begun = begin(bytes_);
  {
    const UniqueFd fd = uploads().open(clerk_, begun.id, 0);
    write_all(fd.get(), bytes_.substr(0, 100));
  }  // the connection broke: written() was never called
  EXPECT_EQ(uploads().look(clerk_, begun.id).offset, 100);
  EXPECT_EQ(fault_of([&] { uploads().open(clerk_, begun.id, 0); }), Fault::busy);
  EXPECT_TRUE(send(begun, 100, bytes_.substr(100)).ended);
}

TEST_F(ArchiveUploadsTest, AWholeFileThatTheProgramDiedOverIsTakenInWhenAskedFor) {
  const Upload begun = begin(bytes_);
  {
    const UniqueFd fd = uploads().open(clerk_, begun.id, 0);
    write_all(fd.get(), bytes_);
  }
  EXPECT_EQ(papers(), 0);
  const Upload asked = uploads().look(clerk_, begun.id);
  EXPECT_TRUE(asked.ended);
  EXPECT_EQ(papers(), 1);
  uploads().look(clerk_, begun.id);
  EXPECT_EQ(papers(), 1);
}

TEST_F(ArchiveUploadsTest, TwoDoNotSendOneFileAtOnce) {
  const Upload begun = begin(bytes_);
  const UniqueFd fd = uploads().open(clerk_, begun.id, 0);
  EXPECT_EQ(fault_of([&] { uploads().open(clerk_, begun.id, 0); }), Fault::busy);
  EXPECT_EQ(fault_of([&] { uploads().remove(clerk_, begun.id); }), Fault::busy);
  EXPECT_EQ(uploads().look(clerk_, begun.id).offset, 0) << "it can be asked about";
}

TEST_F(ArchiveUploadsTest, OfOthersThereIsNone) {
  const Upload begun = begin(bytes_);
  const Actor other{"other.clerk", Role::clerk};
  EXPECT_EQ(fault_of([&] { uploads().look(other, begun.id); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { uploads().open(other, begun.id, 0); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { uploads().remove(other, begun.id); }), Fault::not_found);
  for (const char* id : {"", "..", "../fonds.toml", "zz"}) {
    EXPECT_EQ(fault_of([&] { uploads().look(clerk_, id); }), Fault::not_found) << id;
  }
}

TEST_F(ArchiveUploadsTest, ADuplicateTheSenderDoesNotSeeIsNotNamed) {
  temp_.add(quick_sample());
  const Actor teacher{"upload.teacher", Role::teacher};
  const Upload begun =
      uploads().begin(teacher, {"x.pdf", static_cast<std::int64_t>(bytes_.size()), "", ""});
  const UniqueFd fd = uploads().open(teacher, begun.id, 0);
  write_all(fd.get(), bytes_);
  const Upload ended = uploads().written(teacher, begun.id, fd.get());
  ASSERT_EQ(ended.papers.size(), 1U);
  EXPECT_EQ(ended.papers[0].outcome, "duplicate");
  EXPECT_EQ(ended.papers[0].accession, "");
}

TEST_F(ArchiveUploadsTest, WhatCanNotBeTakenInIsToldAndGone) {
  const std::string junk = "no paper at all";
  const Upload begun = begin(junk, "virus.exe");
  const Upload ended = send(begun, 0, junk);
  ASSERT_EQ(ended.papers.size(), 1U);
  EXPECT_NE(ended.papers[0].outcome, "duplicate");
  EXPECT_TRUE(ended.ended);
}

TEST_F(ArchiveUploadsTest, ARemovedOneIsNotThere) {
  const Upload begun = begin(bytes_);
  uploads().remove(clerk_, begun.id);
  EXPECT_EQ(fault_of([&] { uploads().look(clerk_, begun.id); }), Fault::not_found);
  EXPECT_TRUE(boost::filesystem::is_empty(temp_.archive().uploads()));
}

TEST_F(ArchiveUploadsTest, OldOnesAreRemovedWhenAnotherBegins) {
  const Upload old = begin(bytes_);
  const auto folder = temp_.archive().uploads();
  const std::time_t then = std::time(nullptr) - (kUploadDays * 24 + 1) * 3600;
  for (const auto& each : boost::filesystem::directory_iterator(folder)) {
    boost::filesystem::last_write_time(each.path(), then);
  }
  begin(bytes_, "another.pdf");
  EXPECT_EQ(fault_of([&] { uploads().look(clerk_, old.id); }), Fault::not_found);
  EXPECT_FALSE(boost::filesystem::exists(folder / old.id));
}

TEST_F(ArchiveUploadsTest, NobodyFillsTheDiskWithBeginnings) {
  for (int i = 0; i < kMostUploads; ++i) begin(bytes_, std::to_string(i));
  EXPECT_EQ(fault_of([&] { begin(bytes_, "one more"); }), Fault::usage);
  EXPECT_EQ(
      fault_of([&] {
        uploads().begin({"second.clerk", Role::clerk}, {"huge", std::int64_t{1} << 60, "", ""});
      }),
      Fault::io);
  EXPECT_EQ(fault_of([&] { uploads().begin(clerk_, {"", 5, "", ""}); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { uploads().begin(clerk_, {"empty", 0, "", ""}); }), Fault::usage);
}

}  // namespace
}  // namespace fonds
