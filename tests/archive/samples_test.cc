#include "archive/samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>

#include "archive/deliveries.h"
#include "archive/students.h"
#include "base/error.h"
#include "catalogue/journal.h"
#include "support/fault_of.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using WithStudents = ArchiveSamples::WithStudents;

class SamplesTest : public testing::Test {
 protected:
  /// Samples of the test's own: one paper, two students.
  SamplesTest() {
    fs::create_directories(folder_ / "scans");
    fs::copy_file(quick_sample(), folder_ / "scans" / "paper.pdf");
    (void)temp_.beside().file("samples/students.csv",
                              "id,last,first,birth_date,collective\n"
                              "S1,Сойкин,Олег,2012-03-12,Лира\nS2,Чижова,Анна,2013-04-13,Лира\n");
  }
  Archive& archive() { return temp_.archive(); }
  ArchiveSamples samples() { return {archive(), folder_}; }
  std::int64_t students_there() {
    return ArchiveStudents(archive()).page(local_archivist(), {}, 0, 1).total;
  }
  std::string journal() {
    std::string text;
    for (const JournalEntry& each : Journal(archive().catalogue()).after(0, 1000)) {
      text += each.event + ' ' + each.details + '\n';
    }
    return text;
  }
  TempArchive temp_;
  const fs::path folder_ = temp_.beside() / "samples";
  const Actor clerk_{"osipova", Role::clerk};
  const Actor teacher_{"luzhina", Role::teacher};
};

TEST_F(SamplesTest, TheyComeAsADeliveryOfTheirOwnThatSaysWhatTheyAre) {
  EXPECT_EQ(samples().offer(clerk_).papers, 1U);
  EXPECT_TRUE(samples().offer(clerk_).students);
  int told = 0;
  const auto taken = samples().take_in(clerk_, WithStudents::yes, [&](const IntakeReport& report) {
    EXPECT_EQ(report.document.description, "an invented sample paper");
    ++told;
  });
  EXPECT_EQ(told, 1);
  EXPECT_EQ(taken.papers, 1U);
  EXPECT_EQ(taken.students, 2U);
  const ShownDelivery delivery = ArchiveDeliveries(archive()).progress(clerk_, taken.delivery);
  EXPECT_EQ(delivery.intake.label, "Sample papers, all invented");
  EXPECT_TRUE(delivery.own);
  EXPECT_EQ(students_there(), 2);
  EXPECT_THAT(journal(), HasSubstr("document.accepted"));
  EXPECT_THAT(journal(), Not(HasSubstr("Сойкин")));
}

TEST_F(SamplesTest, WhoMayNotChangeTheRegisterGetsThePapersAlone) {
  EXPECT_FALSE(samples().offer(teacher_).students);
  Actor token{"osipova", Role::clerk};
  token.scope = {"take_in"};
  EXPECT_FALSE(samples().offer(token).students);
  const auto taken = samples().take_in(teacher_, WithStudents::yes);
  EXPECT_EQ(taken.papers, 1U);
  EXPECT_EQ(taken.students, 0U);
  EXPECT_EQ(students_there(), 0);
}

TEST_F(SamplesTest, TheRegisterStaysAsItIsWhenAskedSoOrWhenItHasStudents) {
  EXPECT_EQ(samples().take_in(clerk_, WithStudents::no).students, 0U);
  EXPECT_EQ(students_there(), 0);

  TempArchive other;
  ArchiveStudents(other.archive())
      .add(clerk_, {{"last", "Вьюнов"}, {"first", "Олег"}}, ArchiveStudents::Namesake::ask);
  ArchiveSamples beside(other.archive(), folder_);
  EXPECT_FALSE(beside.offer(clerk_).students);
  EXPECT_EQ(beside.take_in(clerk_, WithStudents::yes).students, 0U);
  EXPECT_EQ(ArchiveStudents(other.archive()).page(clerk_, {}, 0, 1).total, 1);
}

TEST_F(SamplesTest, AnArchiveWithPapersIsOfferedAndGivenNone) {
  temp_.add(sample("doc-0011.tif"));
  EXPECT_EQ(samples().offer(clerk_).papers, 0U);
  EXPECT_FALSE(samples().offer(clerk_).students);
  EXPECT_EQ(fault_of([&] { samples().take_in(clerk_, WithStudents::yes); }), Fault::usage);
  EXPECT_EQ(students_there(), 0);
  EXPECT_THAT(ArchiveDeliveries(archive()).list(clerk_, 9), SizeIs(1));
}

TEST_F(SamplesTest, WhereNoneAreInstalledNoneAreOffered) {
  ArchiveSamples none(archive(), temp_.beside() / "nowhere");
  EXPECT_EQ(none.offer(clerk_).papers, 0U);
  EXPECT_EQ(fault_of([&] { none.take_in(clerk_, WithStudents::yes); }), Fault::not_found);
  EXPECT_THAT(ArchiveDeliveries(archive()).list(clerk_, 9), IsEmpty());
}

TEST_F(SamplesTest, WhoTakesNothingInIsDeniedBoth) {
  const Actor auditor{"rybin", Role::auditor};
  EXPECT_EQ(fault_of([&] { (void)samples().offer(auditor); }), Fault::denied);
  EXPECT_EQ(fault_of([&] { samples().take_in(auditor, WithStudents::yes); }), Fault::denied);
}

TEST_F(SamplesTest, AnInstalledProgramFindsThemBesideAndABuiltOneInItsFolder) {
  const fs::path prefix = temp_.beside() / "prefix";
  EXPECT_EQ(samples_folder(prefix / "src/cli/fonds"), prefix / "samples");
  fs::create_directories(prefix / "share/fonds/samples");
  EXPECT_EQ(samples_folder(prefix / "bin/fonds"), prefix / "share/fonds/samples");
}

TEST_F(SamplesTest, ThoseOfTheProgramAreAllTakenInAndAllTheirStudentsKnown) {
  ArchiveSamples shipped(archive());
  const auto offered = shipped.offer(clerk_).papers;
  EXPECT_GE(offered, 6U);
  const auto taken = shipped.take_in(clerk_, WithStudents::yes, [](const IntakeReport& report) {
    EXPECT_EQ(report.outcome, IntakeReport::Outcome::accepted) << report.name << report.problem;
  });
  EXPECT_EQ(taken.papers, offered);
  EXPECT_EQ(taken.students, 19U);
  EXPECT_EQ(students_there(), 19);
}

}  // namespace
}  // namespace fonds
