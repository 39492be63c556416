#include "archive/disclosure_content.h"

#include <gmock/gmock.h>

#include "archive/blocks.h"
#include "archive/disclosure_fixture.h"
#include "archive/students.h"

namespace fonds {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class DisclosureContentTest : public DisclosureFixture {
 protected:
  DisclosureContent content(StudentId student, std::optional<CalendarDate> from = {},
                            std::optional<CalendarDate> to = {}, const Actor* by = nullptr) {
    return disclosure_content(temp_.archive(),
                              Viewer(temp_.archive(), by == nullptr ? archivist_ : *by), student,
                              from, to);
  }
};

TEST_F(DisclosureContentTest, TheOwnRowOfAListAndACopyOfTheOwnDiploma) {
  const DocumentId listed = protocol();
  const DocumentId own = diploma();
  const DisclosureContent given = content(prohor_);
  ASSERT_THAT(given.papers, SizeIs(2));
  EXPECT_EQ(given.papers[0].document, own) << "in order of days";
  EXPECT_EQ(given.papers[0].kind, "Diploma");
  EXPECT_EQ(given.papers[0].number, "17");
  EXPECT_EQ(given.papers[0].date, "2024-05-15");
  EXPECT_EQ(given.papers[0].event, "конкурс «Капель»");
  EXPECT_EQ(given.papers[0].result, "2nd place");
  EXPECT_TRUE(given.papers[0].copy);
  EXPECT_EQ(given.papers[1].document, listed);
  EXPECT_EQ(given.papers[1].result, "зачёт");
  EXPECT_FALSE(given.papers[1].copy) << "it names other children";
  EXPECT_EQ(given.undecided, 0);
  ASSERT_THAT(content(anna_).papers, SizeIs(1));
  EXPECT_EQ(content(anna_).papers[0].result, "34 балла");
}

TEST_F(DisclosureContentTest, NothingThatNamesAnotherOfThePaper) {
  PaperReading made = paper_of("competition_protocol", "2024-05-20",
                               {mention("Зябликов Прохор", PersonRole::listed, "1 Чижова Мария 2"),
                                mention("Чижова Мария", PersonRole::listed, "2")});
  made.event = decided(std::string("конкурс Чижовой и «чижова мария»"), 0.95);
  made.nomination = decided(std::string("танец"), 0.95);
  paper(made, {link_to(prohor_, 1)});
  const DisclosureContent given = content(prohor_);
  ASSERT_THAT(given.papers, SizeIs(1));
  EXPECT_EQ(given.papers[0].result.find("Чижова"), std::string::npos);
  EXPECT_EQ(given.papers[0].event, "");
  EXPECT_EQ(given.papers[0].nomination, "танец");
}

TEST_F(DisclosureContentTest, ACopyOnlyOfWhatNamesNobodyElseEvenPerhaps) {
  const auto award = [](std::vector<PersonMention> persons) {
    return paper_of("diploma", "2024-05-15", std::move(persons));
  };
  const auto holder = mention("Зябликову Прохору", PersonRole::holder);
  const auto copies = [&] {
    const DisclosureContent given = content(prohor_);
    return std::count_if(given.papers.begin(), given.papers.end(),
                         [](const DisclosedPaper& each) { return each.copy; });
  };
  paper(award({holder, mention("Чижовой Марии", PersonRole::holder)}), {link_to(prohor_, 1)});
  EXPECT_EQ(copies(), 0) << "a second holder, whoever it is";
  paper(award({holder, mention("Чижова Мария", PersonRole::listed)}), {link_to(prohor_, 1)});
  EXPECT_EQ(copies(), 0) << "a member";
  paper(award({holder, mention("Анна", PersonRole::other)}),
        {link_to(prohor_, 1), link_to(anna_, 2, LinkState::offered)});
  EXPECT_EQ(copies(), 0) << "perhaps another student's";
  paper(award({mention("Осипова Н.В.", PersonRole::other)}), {link_to(prohor_, 0)});
  EXPECT_EQ(copies(), 0) << "no name was read: there may be several";
  PaperReading stack = award({holder});
  stack.parts = decided(std::vector<int>{1, 2}, 0.6);
  paper(stack, {link_to(prohor_, 1)});
  EXPECT_EQ(copies(), 0) << "perhaps several papers";
  paper(award({holder, mention("Осипова Н.В.", PersonRole::other)}),
        {link_to(prohor_, 1), link_to(anna_, 1, LinkState::offered)});
  EXPECT_EQ(copies(), 1) << "a teacher; a namesake whose question is settled";
}

TEST_F(DisclosureContentTest, WhatIsNotCertainIsLeftOutAndCounted) {
  paper(paper_of("diploma", "2024-05-15", {mention("Зябликову П.", PersonRole::holder)}),
        {link_to(prohor_, 1, LinkState::offered)});
  PaperReading unknown =
      paper_of("diploma", "2024-05-15", {mention("Зябликову Прохору", PersonRole::holder)});
  unknown.kind = decided(std::string("diploma"), 0.2);
  paper(unknown, {link_to(prohor_, 1)});
  paper(paper_of("diploma", "2024-05-15", {mention("Зябликову Прохору", PersonRole::holder)}),
        {link_to(prohor_, 1, LinkState::refused)});
  paper(paper_of("application", "2024-05-15", {mention("Зябликов Прохор", PersonRole::holder)}),
        {link_to(prohor_, 1)});
  const DisclosureContent given = content(prohor_);
  EXPECT_THAT(given.papers, IsEmpty()) << "an application proves no result";
  EXPECT_EQ(given.undecided, 2);
}

TEST_F(DisclosureContentTest, OnlyOfTheDaysAskedFor) {
  diploma();   // 15 May 2024
  protocol();  // 20 May 2024
  paper(paper_of("diploma", "", {mention("Зябликову Прохору", PersonRole::holder)}),
        {link_to(prohor_, 1)});
  EXPECT_THAT(content(prohor_).papers, SizeIs(3));
  EXPECT_EQ(content(prohor_).papers[2].day, "") << "undated last";
  const DisclosureContent bounded =
      content(prohor_, CalendarDate{2024, 5, 16}, CalendarDate{2024, 5, 20});
  ASSERT_THAT(bounded.papers, SizeIs(1));
  EXPECT_EQ(bounded.papers[0].day, "2024-05-20");
  EXPECT_EQ(bounded.undecided, 1) << "the one without a date";
}

TEST_F(DisclosureContentTest, ItFollowsMergedStudentsAndWhatTheViewerSees) {
  diploma();
  ArchiveStudents(temp_.archive()).merge(archivist_, anna_, prohor_);
  EXPECT_THAT(content(anna_).papers, SizeIs(1));
  EXPECT_TRUE(content(anna_).papers[0].copy);
  ArchiveBlocks(temp_.archive())
      .block(archivist_, BlockSubject::student, std::to_string(anna_.value), "отзыв");
  EXPECT_THAT(content(anna_).papers, SizeIs(1)) << "the archivist sees blocked records";
  EXPECT_THAT(content(anna_, {}, {}, &clerk_).papers, IsEmpty());
}

TEST_F(DisclosureContentTest, ATeacherNamedOnAPaperIsNoLearnerOfIt) {
  paper(paper_of("diploma", "2024-05-15",
                 {mention("Чижовой Марии", PersonRole::holder),
                  mention("Зябликов Прохор", PersonRole::other)}),
        {link_to(prohor_, 2)});
  EXPECT_THAT(content(prohor_).papers, IsEmpty());
}

}  // namespace
}  // namespace fonds
