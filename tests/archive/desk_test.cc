#include "archive/desk.h"

#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>

#include "archive/made_papers.h"
#include "base/error.h"
#include "catalogue/documents.h"
#include "catalogue/page_marks.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

Document with_pages(const std::vector<std::vector<PageWarning>>& warnings) {
  Document document;
  for (const auto& each : warnings) {
    PageRecord page;
    page.number = static_cast<int>(document.pages.size()) + 1;
    page.warnings = each;
    document.pages.push_back(page);
  }
  return document;
}

class DeskTest : public ::testing::Test {
 protected:
  DeskNotes notes(const Document& document) {
    return ArchiveDesk(temp_.archive()).notes(local_archivist(), document);
  }
  TempArchive temp_;
};

TEST_F(DeskTest, WarningsOfPagesAreNoted) {
  const auto found =
      notes(with_pages({{}, {PageWarning::upside_down, PageWarning::faint}, {PageWarning::blank}}));

  ASSERT_EQ(found.pages.size(), 3U);
  EXPECT_EQ(found.pages[0].page, 2);
  EXPECT_EQ(found.pages[0].warning, PageWarning::upside_down);
  EXPECT_EQ(found.pages[2].warning, PageWarning::blank);
}

TEST_F(DeskTest, TheBlankBackOfAWrittenSheetIsAsItShouldBe) {
  EXPECT_TRUE(
      notes(with_pages({{}, {PageWarning::blank}, {}, {PageWarning::blank}})).pages.empty());
  EXPECT_EQ(notes(with_pages({{PageWarning::blank}, {PageWarning::blank}})).pages.size(), 2U)
      << "nothing is on it at all";
}

TEST_F(DeskTest, SheetsPresetsAndCountsAreToldByAccessionNumber) {
  const auto folder = temp_.beside() / "batch";
  boost::filesystem::create_directory(folder);
  write_to(folder / "1.pdf", printed_batch_sheet({SheetKind::case_sheet, "02-08", {}, "", 5}).pdf);
  write_to(folder / "2.pdf", paper_pdf(diploma_text("Лужин Яков")));
  const auto reports = temp_.add(folder);
  temp_.work();
  const auto now = [&](std::size_t i) {
    return *Documents(temp_.archive().catalogue()).find(reports[i].document.id);
  };

  ASSERT_TRUE(notes(now(0)).sheet);
  EXPECT_EQ(notes(now(0)).sheet->case_index, "02-08");
  EXPECT_FALSE(notes(now(0)).preset);
  ASSERT_TRUE(notes(now(1)).preset);
  EXPECT_FALSE(notes(now(1)).sheet);
  EXPECT_EQ(notes(now(1)).preset_sheet, now(0).accession);
  const auto counts =
      ArchiveDesk(temp_.archive()).counts(local_archivist(), reports[0].document.intake);
  ASSERT_EQ(counts.size(), 1U);
  EXPECT_EQ(counts[0].accession, now(0).accession);
  EXPECT_EQ(counts[0].papers.expected, 5);
  EXPECT_EQ(counts[0].papers.found, 1);
}

TEST_F(DeskTest, ARescanIsToldByAccessionNumber) {
  const auto first = temp_.add(quick_sample()).at(0).document;
  const auto file = temp_.beside() / "second.pdf";
  write_to(file, paper_pdf("другой"));
  const auto second = temp_.add(file).at(0).document;
  Database& catalogue = temp_.archive().catalogue();
  Transaction transaction(catalogue);
  PageMarks(catalogue).record_rescan(transaction, second.id, Rescan{first.id, 0.9});
  transaction.commit();

  EXPECT_EQ(notes(second).rescan_of, first.accession);
  EXPECT_FALSE(notes(first).rescan_of);
}

TEST_F(DeskTest, WhoMayNotReadIsToldNothing) {
  const Actor nobody{"root", Role::administrator};
  ArchiveDesk desk(temp_.archive());

  EXPECT_THROW(desk.notes(nobody, {}), Error);
  EXPECT_THROW(desk.counts(nobody, {1}), Error);
}

}  // namespace
}  // namespace fonds
