#include "archive/presets.h"

#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>

#include "archive/made_papers.h"
#include "catalogue/cards.h"
#include "catalogue/documents.h"
#include "catalogue/jobs.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

const SheetCode kFirst{SheetKind::case_sheet, "02-08", 2024, "Мир", 3};
const SheetCode kSecond{SheetKind::case_sheet, "02-09", {}, "", 1};

class PresetsTest : public ::testing::Test {
 protected:
  /// A folder with two cases and a paper before them; ids in the order of the names.
  std::vector<IntakeReport> add_batch() {
    const auto folder = temp_.beside() / "batch";
    boost::filesystem::create_directory(folder);
    write_to(folder / "1.pdf", paper_pdf(diploma_text("Громов Пётр")));
    write_to(folder / "2.pdf", printed_batch_sheet(kFirst).pdf);
    write_to(folder / "3.pdf", paper_pdf(diploma_text("Лужин Яков")));
    write_to(folder / "4.pdf", printed_batch_sheet({}).pdf);
    write_to(folder / "5.pdf", paper_pdf(diploma_text("Белых Анна")));
    write_to(folder / "6.pdf", printed_batch_sheet(kSecond).pdf);
    write_to(folder / "7.pdf", paper_pdf(diploma_text("Северцева Алиса")));
    return temp_.add(folder);
  }
  std::optional<Preset> preset(const IntakeReport& report) {
    return preset_of(temp_.archive(), report.document.id);
  }

  TempArchive temp_;
};

TEST_F(PresetsTest, WhatASheetSaysGoesWithThePapersBehindItOnly) {
  const auto reports = add_batch();
  ASSERT_EQ(reports.size(), 7U);
  temp_.work();

  EXPECT_FALSE(preset(reports[0]));
  EXPECT_FALSE(preset(reports[1]));
  ASSERT_TRUE(preset(reports[2]));
  EXPECT_EQ(preset(reports[2])->says, kFirst);
  EXPECT_EQ(preset(reports[2])->sheet, reports[1].document.id);
  EXPECT_TRUE(preset(reports[2])->settled);
  EXPECT_FALSE(preset(reports[3])) << "the bare separator";
  EXPECT_EQ(preset(reports[4])->says, kFirst) << "it only parts papers";
  EXPECT_EQ(preset(reports[6])->says, kSecond);
  for (const std::size_t sheet : {1U, 3U, 5U}) {
    EXPECT_TRUE(is_sheet(temp_.archive(), reports[sheet].document.id)) << sheet;
  }
  for (const std::size_t paper : {0U, 2U, 4U, 6U}) {
    EXPECT_FALSE(is_sheet(temp_.archive(), reports[paper].document.id)) << paper;
  }
}

TEST_F(PresetsTest, WhatCameIsCounted) {
  const auto reports = add_batch();
  temp_.work();

  const auto counts = paper_counts(temp_.archive(), reports[0].document.intake);

  ASSERT_EQ(counts.size(), 2U);
  EXPECT_EQ(counts[0].expected, 3);
  EXPECT_EQ(counts[0].found, 2);
  EXPECT_EQ(counts[1].expected, 1);
  EXPECT_EQ(counts[1].found, 1);
}

TEST_F(PresetsTest, PapersRecognisedBeforeTheirSheetAreNamedWhenItComes) {
  const auto reports = add_batch();
  temp_.work();
  Database& catalogue = temp_.archive().catalogue();
  {
    // As if the sheet's recognition had come last.
    Transaction transaction(catalogue);
    Documents(catalogue).set_state(transaction, reports[1].document.id, DocumentState::accepted,
                                   "");
    transaction.commit();
  }

  EXPECT_FALSE(preset(reports[2])->settled);
  EXPECT_EQ(to_be_preset(temp_.archive(), reports[1].document.id),
            (std::vector<DocumentId>{reports[2].document.id, reports[4].document.id}));
  EXPECT_TRUE(to_be_preset(temp_.archive(), reports[2].document.id).empty());
}

TEST_F(PresetsTest, TheCardsOfPapersSayWhatTheirSheetSaysAndFollowWhenItChanges) {
  const auto reports = add_batch();
  temp_.work();
  Database& catalogue = temp_.archive().catalogue();
  const auto case_of = [&](std::size_t paper) {
    return text_of(Cards(catalogue).load(reports[paper].document.id).card, "case");
  };
  const auto read_again = [&](std::size_t paper) {
    Transaction transaction(catalogue);
    Jobs(catalogue).enqueue(transaction, "recognise", reports[paper].document.id);
    transaction.commit();
  };
  EXPECT_EQ(case_of(0), "");
  EXPECT_EQ(case_of(2), "02-08");
  EXPECT_EQ(case_of(4), "02-08");
  EXPECT_EQ(case_of(6), "02-09");
  {
    // As if the papers had been recognised before their sheet.
    Transaction transaction(catalogue);
    Sheets(catalogue).remove(transaction, reports[1].document.id);
    transaction.commit();
  }
  read_again(2);
  temp_.work();
  ASSERT_EQ(case_of(2), "");

  read_again(1);
  temp_.work();

  EXPECT_EQ(case_of(2), "02-08");
  EXPECT_EQ(case_of(6), "02-09");
}

/// Splitting a stack and filing its parts gives what filing the whole gives.
TEST_F(PresetsTest, FilingPartsAloneGivesTheSame) {
  const auto together = add_batch();
  TempArchive apart;
  const auto take = [&](const std::string& name, const std::vector<std::string>& files) {
    const auto folder = apart.beside() / name;
    boost::filesystem::create_directory(folder);
    for (const std::string& file : files) {
      boost::filesystem::copy_file(temp_.beside() / "batch" / file, folder / file);
    }
    return apart.add(folder);
  };
  std::vector<IntakeReport> parts = take("a", {"1.pdf"});
  for (const auto& report : take("b", {"2.pdf", "3.pdf", "4.pdf", "5.pdf"})) {
    parts.push_back(report);
  }
  for (const auto& report : take("c", {"6.pdf", "7.pdf"})) parts.push_back(report);
  temp_.work();
  apart.work();

  ASSERT_EQ(parts.size(), together.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto whole = preset(together[i]);
    const auto alone = preset_of(apart.archive(), parts[i].document.id);
    ASSERT_EQ(whole.has_value(), alone.has_value()) << i;
    EXPECT_TRUE(!whole || whole->says == alone->says) << i;
  }
}

}  // namespace
}  // namespace fonds
