#include "archive/stacks.h"

#include <gmock/gmock.h>

#include <boost/filesystem/operations.hpp>
#include <random>

#include "archive/checks.h"
#include "archive/desk.h"
#include "archive/job_desk.h"
#include "archive/made_papers.h"
#include "archive/presets.h"
#include "archive/review.h"
#include "archive/search.h"
#include "archive/stack_parts.h"
#include "base/error.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const SheetCode kFirst{SheetKind::case_sheet, "02-08", 2024, "Мир", 2};
const SheetCode kSecond{SheetKind::case_sheet, "02-09", {}, "", 1};

std::string diploma(const std::string& name) { return paper_pdf(diploma_text(name)); }

class StacksTest : public testing::Test {
 protected:
  /// Papers and sheets scanned one behind another into one PDF.
  boost::filesystem::path stack_file(const std::vector<std::string>& pdfs) {
    const auto folder = temp_.beside() / "pages";
    boost::filesystem::create_directories(folder);
    std::string command = "pdfunite";
    for (const std::string& pdf : pdfs) {
      const auto page = folder / (std::to_string(++made_) + ".pdf");
      write_to(page, pdf);
      command += " '" + page.string() + "'";
    }
    const auto stack = temp_.beside() / ("stack-" + std::to_string(++made_) + ".pdf");
    EXPECT_EQ(std::system((command + " '" + stack.string() + "'").c_str()), 0);
    return stack;
  }
  Document add(const std::vector<std::string>& pdfs) {
    const Document document = temp_.add(stack_file(pdfs)).at(0).document;
    temp_.work();
    return now(document);
  }
  Document now(const Document& document) {
    return *Documents(temp_.archive().catalogue()).find(document.id);
  }
  ArchiveStacks stacks() { return ArchiveStacks(temp_.archive()); }
  std::vector<Document> papers_of(const Document& stack) {
    return stacks().parts_of(clerk_, stack);
  }
  std::string text_of(const Document& document) {
    return ArchiveDocuments(temp_.archive()).text(clerk_, document);
  }
  std::int64_t found(const std::string& words) {
    return ArchiveSearch(temp_.archive()).search(clerk_, {words, 0, 20, 240}).total;
  }
  template <class Action>
  Fault fault_of(Action action) {
    try {
      action();
    } catch (const Error& error) {
      return error.fault();
    }
    ADD_FAILURE() << "no Error";
    return Fault::bug;
  }

  TempArchive temp_;
  int made_ = 0;
  const Actor clerk_{"osipova", Role::clerk};
};

TEST(PartedAt, PagesGoToThePaperThatBeginsBeforeThemWithoutBlankEnds) {
  const std::vector<bool> blank{false, true, false, false, true, true, false};
  EXPECT_THAT(parted_at({3, 7}, blank),
              ElementsAre(PageRange{1, 1}, PageRange{3, 2}, PageRange{7, 1}));
  EXPECT_THAT(parted_at({4, 1, 4}, blank), ElementsAre(PageRange{1, 3}, PageRange{4, 4}));
  EXPECT_THAT(parted_at({2, 3}, blank), ElementsAre(PageRange{1, 1}, PageRange{3, 5}))
      << "a blank page is no paper";
}

TEST_F(StacksTest, SheetsBetweenThePapersPartTheStackByThemselves) {
  const Document stack =
      add({batch_sheet_pdf(kFirst), diploma("Громов Пётр"), batch_sheet_pdf({}),
           diploma("Лужин Яков"), batch_sheet_pdf(kSecond), diploma("Белых Анна")});

  ASSERT_TRUE(is_parted(stack));
  const auto papers = papers_of(stack);
  ASSERT_EQ(papers.size(), 5U) << "two sheets that say something, three papers";
  for (const Document& paper : papers) {
    EXPECT_EQ(paper.state, DocumentState::recognised);
    EXPECT_EQ(paper.pages.size(), 1U);
  }
  EXPECT_TRUE(is_sheet(temp_.archive(), papers[0].id));
  EXPECT_NE(text_of(papers[1]).find("Громов"), std::string::npos);
  EXPECT_NE(text_of(papers[2]).find("Лужин"), std::string::npos);
  EXPECT_EQ(preset_of(temp_.archive(), papers[1].id)->says, kFirst);
  EXPECT_EQ(preset_of(temp_.archive(), papers[2].id)->says, kFirst);
  EXPECT_EQ(preset_of(temp_.archive(), papers[4].id)->says, kSecond);
  const auto counts = ArchiveDesk(temp_.archive()).counts(clerk_, stack.parts);
  ASSERT_EQ(counts.size(), 2U);
  EXPECT_EQ(counts[0].papers.found, 2);
  EXPECT_EQ(counts[1].papers.found, 1);
  EXPECT_THAT(ArchiveDesk(temp_.archive()).counts(clerk_, stack.intake), IsEmpty());
}

TEST_F(StacksTest, APartedStackIsFoundNoMoreButItsPapersAre) {
  const Document stack = add({diploma("Громов Пётр"), batch_sheet_pdf({}), diploma("Лужин Яков")});
  ASSERT_TRUE(is_parted(stack));
  EXPECT_EQ(found("Громов"), 1);
  EXPECT_EQ(found("Лужин"), 1);
  EXPECT_EQ(found("диплом"), 2);
  EXPECT_THAT(temp_.archive().derived().runs_of(stack.id), IsEmpty());
  EXPECT_TRUE(ArchiveChecks(temp_.archive()).check(local_archivist(), {}).findings.empty());
  int waiting = 0;
  ArchiveReview(temp_.archive()).list(clerk_, 100, [&](const Reviewed& reviewed) {
    waiting += reviewed.document.id == stack.id ? 1 : 0;
  });
  EXPECT_EQ(waiting, 0);
}

TEST_F(StacksTest, TheStacksFileStaysAndIsKnownWhenItComesAgain) {
  const auto file =
      stack_file({diploma("Громов Пётр"), batch_sheet_pdf({}), diploma("Лужин Яков")});
  const Document stack = temp_.add(file).at(0).document;
  temp_.work();
  const auto again = temp_.add(file);
  EXPECT_EQ(again.at(0).outcome, IntakeReport::Outcome::duplicate);
  EXPECT_EQ(again.at(0).document.id, stack.id);
  EXPECT_TRUE(temp_.archive().originals().contains(stack.originals.at(0).sha256));
  EXPECT_EQ(
      fault_of([&] { ArchiveJobs(temp_.archive()).recognise_again(clerk_, stack.accession); }),
      Fault::usage);
}

TEST_F(StacksTest, APersonSaysWherePapersBegin) {
  const Document stack =
      add({diploma("Громов Пётр"), diploma("Лужин Яков"), diploma("Белых Анна")});
  ASSERT_FALSE(is_parted(stack)) << "without sheets nothing is sure";
  const auto papers = stacks().part(clerk_, stack.accession, {3});
  ASSERT_EQ(papers.size(), 2U);
  EXPECT_EQ(papers[1].stack, stack.id);
  EXPECT_EQ(papers[1].stack_page, 3);
  temp_.work();
  EXPECT_EQ(now(papers[0]).pages.size(), 2U);
  EXPECT_NE(text_of(now(papers[1])).find("Белых"), std::string::npos);
  Journal journal(temp_.archive().catalogue());
  const auto entries = journal.about("document/" + std::to_string(stack.id.value));
  EXPECT_EQ(entries.back().event, "document.parted");
  EXPECT_EQ(entries.back().actor, "osipova");
}

TEST_F(StacksTest, WhatCanNotBePartedSoStaysAsItIs) {
  const Document stack = add({diploma("Громов Пётр"), diploma("Лужин Яков")});
  const auto part = [&](const std::string& reference, const std::vector<int>& pages) {
    return fault_of([&] { stacks().part(clerk_, reference, pages); });
  };
  EXPECT_EQ(part(stack.accession, {3}), Fault::usage);
  EXPECT_EQ(part(stack.accession, {0}), Fault::usage);
  EXPECT_EQ(part(stack.accession, {1}), Fault::usage);
  EXPECT_EQ(part("2026-999999", {2}), Fault::not_found);
  EXPECT_EQ(fault_of([&] {
              stacks().part({"lektor", Role::teacher}, stack.accession, {2});
            }),
            Fault::denied);
  EXPECT_FALSE(is_parted(now(stack)));
  stacks().part(clerk_, stack.accession, {2});
  EXPECT_EQ(part(stack.accession, {2}), Fault::usage) << "once";
}

TEST_F(StacksTest, APersonsWordIsNotLostToSheetsFoundLater) {
  const auto file =
      stack_file({diploma("Громов Пётр"), batch_sheet_pdf({}), diploma("Лужин Яков")});
  const Document stack = temp_.add(file).at(0).document;
  ArchiveReview review(temp_.archive());
  review.set(clerk_, stack.accession, "kind", "диплом");
  temp_.work();
  EXPECT_FALSE(is_parted(now(stack)));
  EXPECT_TRUE(review.show(clerk_, stack.accession).open.parts) << "a person decides";
  stacks().keep_whole(clerk_, stack.accession);
  EXPECT_FALSE(review.show(clerk_, stack.accession).open.parts);
  ArchiveJobs(temp_.archive()).recognise_again(clerk_, stack.accession);
  temp_.work();
  EXPECT_FALSE(review.show(clerk_, stack.accession).open.parts) << "now and ever after";
}

/// Splitting a stack and filing its parts gives the same records as filing each part alone.
TEST_F(StacksTest, TheStackGivesWhatItsPartsGiveEachAlone) {
  const std::vector<std::string> pages{diploma("Громов Пётр"), batch_sheet_pdf(kFirst),
                                       diploma("Лужин Яков"), batch_sheet_pdf({}),
                                       diploma("Белых Анна")};
  const Document stack = add(pages);
  ASSERT_TRUE(is_parted(stack));
  TempArchive apart;
  const auto folder = apart.beside() / "alone";
  boost::filesystem::create_directory(folder);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (i != 3) write_to(folder / (std::to_string(i) + ".pdf"), pages[i]);  // the bare separator
  }
  std::vector<Document> alone;
  for (const IntakeReport& report : apart.add(folder)) alone.push_back(report.document);
  apart.work();

  const auto papers = papers_of(stack);
  ASSERT_EQ(papers.size(), alone.size());
  const auto card = [&](TempArchive& temp, const Document& document) {
    const Reviewed reviewed = ArchiveReview(temp.archive()).show(clerk_, document.accession);
    std::string all;
    for (const FieldValue& value : reviewed.stored.card.values) {
      all += value.field + '=' + value.value + '\n';
    }
    for (const PersonMention& person : reviewed.stored.card.mentions) all += person.printed + '\n';
    return all;
  };
  for (std::size_t i = 0; i < papers.size(); ++i) {
    EXPECT_EQ(card(temp_, papers[i]), card(apart, alone[i])) << i;
    const auto said = preset_of(temp_.archive(), papers[i].id);
    const auto said_alone = preset_of(apart.archive(), alone[i].id);
    ASSERT_EQ(said.has_value(), said_alone.has_value()) << i;
    if (!said) continue;
    EXPECT_EQ(said->says, said_alone->says) << i;
  }
}

}  // namespace
}  // namespace fonds
