#include "archive/intake.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <boost/filesystem/operations.hpp>

#include "archive/documents.h"
#include "archive/spool.h"
#include "base/error.h"
#include "base/text.h"
#include "support/hostile_archives.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

using Outcome = IntakeReport::Outcome;
using ::testing::HasSubstr;
using ::testing::SizeIs;

/// Gives `pages`, then throws `fault` or ends.
class ScriptedSource : public PageSource {
 public:
  ScriptedSource(int pages, std::optional<Fault> fault) : left_(pages), fault_(fault) {}
  std::optional<ScannedPage> next() override {
    if (left_-- > 0) return ScannedPage{read_file(sample("scan_0007.jpg")), 8, 8, 300};
    if (fault_) throw Error(*fault_, "the paper is jammed", "open the cover");
    return std::nullopt;
  }

 private:
  int left_;
  std::optional<Fault> fault_;
};

class ArchiveIntakeTest : public ::testing::Test {
 protected:
  int documents() {
    int count = 0;
    ArchiveDocuments(temp_.archive()).list(local_archivist(), {}, [&](const Document&) {
      ++count;
    });
    return count;
  }
  TempArchive temp_;
};

TEST_F(ArchiveIntakeTest, AFileIsAcceptedOnceAndThenADuplicate) {
  const auto first = temp_.add(quick_sample());
  const auto second = temp_.add(quick_sample());

  ASSERT_THAT(first, SizeIs(1));
  EXPECT_EQ(first[0].outcome, Outcome::accepted);
  EXPECT_GE(first[0].pages, 1);
  ASSERT_THAT(second, SizeIs(1));
  EXPECT_EQ(second[0].outcome, Outcome::duplicate);
  EXPECT_EQ(second[0].document.id, first[0].document.id);
  EXPECT_TRUE(temp_.archive().originals().contains(first[0].document.originals[0].sha256));
}

TEST_F(ArchiveIntakeTest, WhatIsNoPaperIsRefusedWithAReasonAndAHintAndStays) {
  const auto folder = temp_.beside() / "in";
  boost::filesystem::create_directory(folder);
  const auto empty = temp_.beside().file("in/empty.jpg", "");
  const auto text = temp_.beside().file("in/notes.pdf", "just words");
  boost::filesystem::copy_file(quick_sample(), folder / "good.pdf");

  const auto reports = temp_.add(folder);

  ASSERT_THAT(reports, SizeIs(3));
  EXPECT_EQ(reports[0].outcome, Outcome::refused);
  EXPECT_EQ(reports[1].outcome, Outcome::accepted);
  EXPECT_EQ(reports[2].outcome, Outcome::refused);
  for (const std::size_t i : {0U, 2U}) {
    EXPECT_FALSE(reports[i].problem.empty());
    EXPECT_FALSE(reports[i].hint.empty());
    EXPECT_TRUE(boost::filesystem::exists(reports[i].path));
  }
  EXPECT_EQ(documents(), 1);
}

TEST_F(ArchiveIntakeTest, AnOpenFileIsTakenInAsOneOfAFolderIs) {
  std::vector<IntakeReport> reports;
  ArchiveIntake intake(temp_.archive(), local_archivist(), {"file", {}, {}},
                       [&](const IntakeReport& report) { reports.push_back(report); });
  EXPECT_EQ(intake.delivery().value, 0);
  const std::string scan = read_file(quick_sample());
  const auto add = [&](const std::string& bytes, const std::string& name) {
    const UniqueFd spool = spool_file(temp_.archive().incoming());
    write_all(spool.get(), bytes);
    rewind(spool.get());
    intake.add(spool.get(), name);
  };
  add(scan, "bad\n\xFF name.pdf");
  add(scan, "again.pdf");
  add("just words", "notes.pdf");
  add(make_zip({{"a.pdf", scan + "\n"}, {"b.txt", "words"}}), "batch.zip");

  ASSERT_THAT(reports, SizeIs(5)) << "each file ends in exactly one report";
  EXPECT_EQ(reports[0].outcome, Outcome::accepted);
  EXPECT_EQ(reports[0].name.find('\n'), std::string::npos);
  EXPECT_TRUE(is_valid_utf8(reports[0].name));
  EXPECT_EQ(reports[1].outcome, Outcome::duplicate);
  EXPECT_EQ(reports[1].document.id, reports[0].document.id);
  EXPECT_EQ(reports[2].outcome, Outcome::refused);
  EXPECT_FALSE(reports[2].hint.empty());
  EXPECT_EQ(reports[3].outcome, Outcome::accepted);
  EXPECT_EQ(reports[3].name, "batch.zip!/a.pdf");
  EXPECT_EQ(reports[4].outcome, Outcome::refused);
  EXPECT_EQ(documents(), 2);
  EXPECT_EQ(intake.delivery(), reports[0].document.intake);
  EXPECT_NE(intake.delivery(), reports[3].document.intake);
}

TEST_F(ArchiveIntakeTest, LinksAndPipesInAFolderAreRefusedWithoutHanging) {
  const auto folder = temp_.beside() / "in";
  boost::filesystem::create_directory(folder);
  boost::filesystem::create_symlink(quick_sample(), folder / "link.pdf");
  ASSERT_EQ(::mkfifo((folder / "pipe.pdf").c_str(), 0600), 0);

  const auto reports = temp_.add(folder);

  ASSERT_THAT(reports, SizeIs(2));
  EXPECT_EQ(reports[0].outcome, Outcome::refused);
  EXPECT_EQ(reports[1].outcome, Outcome::refused);
}

TEST_F(ArchiveIntakeTest, ABatchIsADeliveryOfItsOwn) {
  const auto folder = temp_.beside() / "in";
  boost::filesystem::create_directory(folder);
  const std::string scan = read_file(quick_sample());
  const auto write = [&](const char* name, const std::string& bytes) {
    EXPECT_FALSE(temp_.beside().file(name, bytes).empty());
  };
  write("in/1.pdf", scan);
  write("in/2.zip", make_zip({{"a.pdf", scan + "\n"}, {"b.pdf", scan + "\n\n"}}));
  write("in/3.pdf", scan + "\n\n\n");

  const auto reports = temp_.add(folder);

  ASSERT_THAT(reports, SizeIs(4));
  std::vector<std::int64_t> intakes;
  for (const IntakeReport& report : reports) {
    ASSERT_EQ(report.outcome, Outcome::accepted) << report.problem;
    intakes.push_back(report.document.intake.value);
  }
  EXPECT_EQ(intakes[0], intakes[3]) << "what stands beside it goes on as before";
  EXPECT_EQ(intakes[1], intakes[2]);
  EXPECT_NE(intakes[0], intakes[1]) << "what its sheets say is not of the files beside it";
}

TEST_F(ArchiveIntakeTest, AMissingPathIsAReportNotTheEndOfTheDelivery) {
  const auto reports = temp_.add(temp_.beside() / "gone.jpg");
  ASSERT_THAT(reports, SizeIs(1));
  EXPECT_EQ(reports[0].outcome, Outcome::refused);
  EXPECT_EQ(reports[0].fault, Fault::not_found);
}

TEST_F(ArchiveIntakeTest, NamesWithNewlinesAndIllFormedBytesBecomePrintable) {
  const auto folder = temp_.beside() / "in";
  boost::filesystem::create_directory(folder);
  boost::filesystem::copy_file(quick_sample(), folder / "bad\n\xFF name.pdf");
  const auto reports = temp_.add(folder);
  ASSERT_THAT(reports, SizeIs(1));
  EXPECT_EQ(reports[0].outcome, Outcome::accepted);
  EXPECT_EQ(reports[0].name.find('\n'), std::string::npos);
  EXPECT_TRUE(is_valid_utf8(reports[0].document.originals[0].source_name));
}

TEST_F(ArchiveIntakeTest, AJamKeepsThePagesBeforeItAsOnePaperAndSaysSo) {
  std::vector<IntakeReport> reports;
  ArchiveIntake intake(temp_.archive(), local_archivist(), {"scanner", {}, {}},
                       [&](const IntakeReport& report) { reports.push_back(report); });
  ScriptedSource jammed(3, Fault::unavailable);

  EXPECT_THROW(intake.scan(jammed, ArchiveIntake::Paging::one_document), Error);

  ASSERT_THAT(reports, SizeIs(1));
  EXPECT_EQ(reports[0].pages, 3);
  EXPECT_THAT(reports[0].document.originals, SizeIs(3));
}

TEST_F(ArchiveIntakeTest, ScannedSheetsAreDocumentsEachUnlessABatch) {
  std::vector<IntakeReport> reports;
  ArchiveIntake intake(temp_.archive(), local_archivist(), {"scanner", {}, {}},
                       [&](const IntakeReport& report) { reports.push_back(report); });
  ScriptedSource source(2, std::nullopt);
  intake.scan(source, ArchiveIntake::Paging::one_document_a_page);
  EXPECT_THAT(reports, SizeIs(2));
  EXPECT_EQ(documents(), 2);
}

TEST_F(ArchiveIntakeTest, ANearlyFullDiskStopsTheDeliveryBeforeItBegins) {
  boost::filesystem::remove(temp_.folder() / "fonds.toml");
  static_cast<void>(
      temp_.beside().file("archive/fonds.toml", "[intake]\nreserve_megabytes = 999999999\n"));
  Archive archive(temp_.ground(), temp_.folder());
  ArchiveIntake intake(archive, local_archivist(), {"file", {}, {}}, [](const IntakeReport&) {});
  try {
    intake.add(quick_sample());
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::io);
    EXPECT_FALSE(error.hint().empty());
  }
  EXPECT_EQ(documents(), 0);
}

TEST_F(ArchiveIntakeTest, WhoMayNotTakeInMayNotEvenBegin) {
  EXPECT_THROW(ArchiveIntake(temp_.archive(), {"it", Role::administrator}, {"file", {}, {}},
                             [](const IntakeReport&) {}),
               Error);
}

}  // namespace
}  // namespace fonds
