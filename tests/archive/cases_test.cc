#include "archive/cases.h"

#include <gmock/gmock.h>

#include <stdexcept>

#include "archive/blocks.h"
#include "archive/cases_fixture.h"
#include "archive/retention.h"
#include "archive/review.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class CasesTest : public CasesFixture {
 protected:
  void file(const std::string& volume, const Document& document) {
    (void)filing().file(clerk_, volume, document.accession);
  }
  std::vector<std::string> filed_in(const Actor& actor, const std::string& volume) {
    std::vector<std::string> found;
    const Volume shown = cases().show(actor, volume).volume;
    cases().documents(actor, shown,
                      [&](const ShownFiling& each) { found.push_back(each.accession); });
    EXPECT_EQ(static_cast<std::size_t>(shown.documents), found.size());
    return found;
  }
  Fault fault(const std::function<void()>& action) { return fault_of(action); }
};

TEST_F(CasesTest, AVolumeIsOpenedUnderAnItemOfAnApprovedNomenclature) {
  const ShownVolume shown = cases().open(clerk_, {"02.05", 2024, "Протоколы «Акварели»"});
  EXPECT_EQ(to_text(shown.volume.key), "02-05/2024/1");
  EXPECT_EQ(shown.heading, "Дела 02-05");
  EXPECT_EQ(shown.volume.title, "Протоколы «Акварели»");
  EXPECT_THAT(shown.period, HasSubstr("10 лет"));
  EXPECT_EQ(shown.volume.opened_on, (CalendarDate{2025, 2, 3}));
  EXPECT_EQ(last_entry().event, "case.opened");
  EXPECT_EQ(cases().open(clerk_, {"02-05"}).volume.key.year, 2025) << "this year's";
}

TEST_F(CasesTest, WithoutOneThereIsNoCase) {
  EXPECT_EQ(fault([&] { open("02-05", 2026); }), Fault::usage) << "no nomenclature";
  EXPECT_EQ(fault([&] { open("02-77", 2024); }), Fault::not_found);
  EXPECT_EQ(fault([&] { open("02-09", 2024); }), Fault::usage) << "in reserve";
  EXPECT_EQ(fault([&] { open("дела", 2024); }), Fault::usage);
  ArchiveNomenclatures all(*archive_);
  (void)all.put(archivist_, list_of(2026));
  EXPECT_EQ(fault([&] { open("02-05", 2026); }), Fault::usage) << "a draft";
  (void)all.agree(archivist_, 2026, "№ 4");
  EXPECT_EQ(fault([&] { open("02-05", 2026); }), Fault::usage) << "agreed to, not approved";
}

TEST_F(CasesTest, ClosesOnTheDaysOfItsPapers) {
  open("02-05", 2024);
  file("02-05", paper("", "2024-11-20", 2));
  file("02-05", paper("", "2024-02-01", 3));
  file("02-05", paper("", ""));
  const ClosedVolume closed = cases().close(clerk_, "02-05/2024/1", {});
  EXPECT_EQ(closed.volume.first_day, (CalendarDate{2024, 2, 1}));
  EXPECT_EQ(closed.volume.last_day, (CalendarDate{2024, 11, 20}));
  EXPECT_EQ(closed.volume.sheets, 6);
  EXPECT_EQ(closed.undated, 1);
  EXPECT_EQ(closed.volume.state, VolumeState::closed);
  EXPECT_EQ(fault([&] { (void)cases().close(clerk_, "02-05/2024/1", {}); }), Fault::usage);
}

/// The term is counted from the last day: it must be known and can not be before a paper's.
TEST_F(CasesTest, ALastDayThatWouldEndTheTermTooSoonIsRefused) {
  open("02-05", 2024);
  EXPECT_EQ(fault([&] { (void)cases().close(clerk_, "02-05", {}); }), Fault::usage) << "no day";
  file("02-05", paper("", "2024-11-20"));
  ClosingWords words;
  words.last = CalendarDate{2024, 11, 19};
  EXPECT_EQ(fault([&] { (void)cases().close(clerk_, "02-05", words); }), Fault::usage);
  words.last = CalendarDate{2025, 2, 4};
  EXPECT_EQ(fault([&] { (void)cases().close(clerk_, "02-05", words); }), Fault::usage) << "to come";
  words.last.reset();
  words.first = CalendarDate{2024, 11, 21};
  EXPECT_EQ(fault([&] { (void)cases().close(clerk_, "02-05", words); }), Fault::usage)
      << "a paper is older";
  words.first.reset();
  words.last = CalendarDate{2025, 2, 3};
  EXPECT_EQ(cases().close(clerk_, "02-05", words).volume.last_day, words.last);
}

TEST_F(CasesTest, APaperVolumeHasSheets) {
  open("02-05", 2024);
  ClosingWords words;
  words.first = CalendarDate{2024, 1, 10};
  words.last = CalendarDate{2024, 12, 20};
  EXPECT_EQ(fault([&] { (void)cases().close(clerk_, "02-05", words); }), Fault::usage);
  words.sheets = 118;
  EXPECT_EQ(cases().close(clerk_, "02-05", words).volume.sheets, 118);
  NewVolume electronic;
  electronic.carrier = Carrier::electronic;
  open("02-03", 2024, electronic);
  words.sheets.reset();
  EXPECT_EQ(cases().close(clerk_, "02-03", words).volume.sheets, 0);
}

TEST_F(CasesTest, OpensAgain) {
  open("02-05", 2024);
  file("02-05", paper("", "2024-11-20"));
  (void)cases().close(clerk_, "02-05", {});
  EXPECT_EQ(fault([&] { file("02-05", paper("", "2024-11-21")); }), Fault::usage) << "closed";
  const Volume open = cases().reopen(clerk_, "02-05").volume;
  EXPECT_EQ(open.state, VolumeState::open);
  EXPECT_FALSE(open.last_day);
  EXPECT_EQ(open.sheets, 1) << "counted from what is filed again";
  file("02-05", paper("", "2024-11-21"));
  EXPECT_EQ(fault([&] { (void)cases().reopen(clerk_, "02-05"); }), Fault::usage) << "it is open";
}

/// What a commission decided it decided of what the volume held then.
TEST_F(CasesTest, WhatWasDecidedOfItIsForgottenWhenItIsOpenedAgain) {
  open("02-05", 2024);
  file("02-05", paper("", "2024-11-20"));
  ArchiveRetention retention(*archive_);
  EXPECT_EQ(fault([&] {
              retention.mark(archivist_, "02-05",
                             {VolumeMarkKind::not_needed, {2025, 1, 10}, "решение", ""});
            }),
            Fault::usage)
      << "an open volume is not judged";
  (void)cases().close(clerk_, "02-05", {});
  retention.mark(archivist_, "02-05", {VolumeMarkKind::not_needed, {2025, 1, 10}, "решение", ""});
  retention.decide(archivist_, "02-05", {Appraisal::destroy, "№ 2", {}});
  (void)cases().reopen(clerk_, "02-05");
  file("02-05", paper("", "2024-12-20"));
  (void)cases().close(clerk_, "02-05", {});
  const RetentionFacts facts = retention.explain(archivist_, "02-05").at(0).facts;
  EXPECT_FALSE(facts.decision);
  EXPECT_FALSE(facts.not_needed);
}

TEST_F(CasesTest, ADateOutsideThoseOfItsClosedVolumeIsRefused) {
  open("02-05", 2024);
  const Document document = paper("", "2024-11-20");
  file("02-05", document);
  file("02-05", paper("", "2024-12-20"));
  (void)cases().close(clerk_, "02-05", {});
  ArchiveReview review(*archive_);
  const auto correct = [&](const char* day) {
    return fault_of([&] { (void)review.set(clerk_, document.accession, "date", day); });
  };
  EXPECT_EQ(correct("21.12.2024"), Fault::usage);
  EXPECT_EQ(correct("19.11.2024"), Fault::usage);
  (void)review.set(clerk_, document.accession, "date", "01.12.2024");
  (void)cases().reopen(clerk_, "02-05");
  (void)review.set(clerk_, document.accession, "date", "21.12.2024");
  EXPECT_EQ(cases().close(clerk_, "02-05", {}).volume.last_day, (CalendarDate{2024, 12, 21}));
}

TEST_F(CasesTest, WhoTurnsAwayHasSeenWhatWasGiven) {
  open("02-05", 2024);
  open("02-05", 2024);
  EXPECT_THROW(cases().list(clerk_, {}, [](const ShownVolume&) { throw std::runtime_error(""); }),
               std::runtime_error);
  EXPECT_EQ(last_entry().event, "cases.listed");
}

TEST_F(CasesTest, AThickVolumeIsParted) {
  open("02-05", 2024);
  std::vector<std::string> papers;
  for (int i = 0; i < 4; ++i) {
    papers.push_back(paper("", "2024-11-20").accession);
    (void)filing().file(clerk_, "02-05", papers.back());
  }
  const Volume second = cases().split(clerk_, "02-05/2024/1", 3, true).volume;
  EXPECT_EQ(to_text(second.key), "02-05/2024/2");
  EXPECT_THAT(filed_in(clerk_, "02-05/2024/1"), ElementsAre(papers[0], papers[1]));
  EXPECT_THAT(filed_in(clerk_, "02-05/2024/2"), ElementsAre(papers[2], papers[3]));
  EXPECT_EQ(second.matter, cases().show(clerk_, "02-05/2024/1").volume.id);
  EXPECT_EQ(fault([&] { (void)cases().split(clerk_, "02-05/2024/1", 1, false); }), Fault::usage)
      << "an empty volume is none";
  EXPECT_EQ(fault([&] { (void)cases().split(clerk_, "02-05/2024/1", 3, false); }), Fault::usage);
}

TEST_F(CasesTest, AVolumeGoesOnInTheNextOne) {
  const Volume first = open("02-05", 2024);
  NewVolume words;
  words.continues = "02-05/2024/1";
  const Volume second = open("02-05", 2025, words);
  EXPECT_EQ(second.matter, first.id);
  EXPECT_EQ(cases().show(clerk_, "02-05/2024/1").volume.matter, first.id);
  EXPECT_EQ(fault([&] { open("02-03", 2025, words); }), Fault::usage) << "another index";
}

TEST_F(CasesTest, IsCalledByAsMuchAsIsNeeded) {
  open("02-05", 2024);
  EXPECT_EQ(to_text(cases().show(clerk_, "02-05").volume.key), "02-05/2024/1");
  open("02-05", 2025);
  EXPECT_EQ(fault([&] { (void)cases().show(clerk_, "02-05"); }), Fault::usage) << "two are open";
  EXPECT_EQ(to_text(cases().show(clerk_, "02-05/2025").volume.key), "02-05/2025/1");
  file("02-05/2024", paper("", "2024-11-20"));
  (void)cases().close(clerk_, "02-05/2024", {});
  EXPECT_EQ(to_text(cases().show(clerk_, "02-05").volume.key), "02-05/2025/1") << "the open one";
  EXPECT_EQ(fault([&] { (void)cases().show(clerk_, "02-05/2025/7"); }), Fault::not_found);
  EXPECT_EQ(fault([&] { (void)cases().show(clerk_, "2024-000123"); }), Fault::usage);
}

TEST_F(CasesTest, TitleAndShelfAreCorrected) {
  open("02-05", 2024);
  (void)cases().correct(clerk_, "02-05", "Протоколы  «Ладьи»", std::nullopt);
  const Volume now = cases().correct(clerk_, "02-05", std::nullopt, "шкаф 2").volume;
  EXPECT_EQ(now.title, "Протоколы «Ладьи»");
  EXPECT_EQ(now.shelf, "шкаф 2");
  EXPECT_EQ(fault([&] { (void)cases().correct(clerk_, "02-05", {}, {}); }), Fault::usage);
}

TEST_F(CasesTest, WhatIsBlockedIsNotThereForWhoMayNotSeeIt) {
  const StudentId blocked = student("Выдумкин");
  open("02-05", 2024);
  const Document open_paper = paper("", "2024-11-20");
  const Document hidden = paper("", "2024-11-21", 1, {linked(blocked)});
  file("02-05", open_paper);
  file("02-05", hidden);
  NewVolume personal;
  personal.student = blocked;
  open("02-02", 2024, personal);
  (void)ArchiveBlocks(*archive_).block(archivist_, BlockSubject::student,
                                       std::to_string(blocked.value), "отзыв согласия");
  EXPECT_THAT(filed_in(clerk_, "02-05"), ElementsAre(open_paper.accession));
  EXPECT_THAT(filed_in(archivist_, "02-05"), ElementsAre(open_paper.accession, hidden.accession));
  EXPECT_EQ(fault([&] { (void)cases().show(clerk_, "02-02"); }), Fault::not_found);
  EXPECT_EQ(cases().show(archivist_, "02-02").volume.student, blocked);
  std::vector<std::string> listed;
  cases().list(clerk_, {}, [&](const ShownVolume& each) {
    listed.push_back(to_text(each.volume.key));
    EXPECT_EQ(each.volume.documents, 1);
  });
  EXPECT_THAT(listed, ElementsAre("02-05/2024/1"));
}

TEST_F(CasesTest, APersonalFileIsOfWhomTheRegisterKnowsNow) {
  const StudentId one = student("Выдумкин");
  const StudentId twin = student("Выдумкин");
  NewVolume personal;
  personal.student = twin;
  open("02-02", 2024, personal);
  Students students(archive_->catalogue());
  Transaction merging(archive_->catalogue());
  students.merge(merging, archivist_, one, twin);
  merging.commit();
  EXPECT_EQ(cases().show(clerk_, "02-02").volume.student, one);
  (void)cases().correct(clerk_, "02-02", std::nullopt, "шкаф 1");
  (void)ArchiveBlocks(*archive_).block(archivist_, BlockSubject::student, std::to_string(one.value),
                                       "отзыв согласия");
  EXPECT_EQ(fault([&] { (void)cases().show(clerk_, "02-02"); }), Fault::not_found);
  Transaction parting(archive_->catalogue());
  (void)students.part(parting, archivist_, twin);
  parting.commit();
  EXPECT_EQ(cases().show(clerk_, "02-02").volume.student, twin) << "and as it was";
}

TEST_F(CasesTest, EveryLookIsJournalledWithoutWords) {
  open("02-05", 2024, {"", 0, "Личное дело Выдумкина"});
  (void)cases().show(clerk_, "02-05");
  EXPECT_EQ(last_entry().event, "case.shown");
  cases().list(clerk_, {}, [](const ShownVolume&) {});
  EXPECT_EQ(last_entry().event, "cases.listed");
  Journal journal(archive_->catalogue());
  for (const JournalEntry& each : journal.after(0, 1000)) {
    EXPECT_THAT(each.details, Not(HasSubstr("Выдумкина")));
  }
}

}  // namespace
}  // namespace fonds
