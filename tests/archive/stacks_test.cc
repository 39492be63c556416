#include "archive/stacks.h"

#include <gmock/gmock.h>

#include "archive/checks.h"
#include "archive/job_desk.h"
#include "archive/review.h"
#include "archive/stacks_fixture.h"
#include "catalogue/journal.h"

namespace fonds {
namespace {

using testing::IsEmpty;

class StacksTest : public StacksFixture {};

TEST_F(StacksTest, APartedStackIsFoundNoMoreButItsPapersAre) {
  const Document stack =
      add({diploma("Громов Пётр"), printed_batch_sheet({}).pdf, diploma("Лужин Яков")});
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
      stack_file({diploma("Громов Пётр"), printed_batch_sheet({}).pdf, diploma("Лужин Яков")});
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

}  // namespace
}  // namespace fonds
