#include "archive/holds.h"

#include <gmock/gmock.h>

#include "archive/cases_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class HoldsTest : public CasesFixture {
 protected:
  ShownHold set(HoldSubject subject, const std::string& target,
                std::optional<CalendarDate> until = {}) {
    return holds().set(director_, {subject, target, "запрос суда", until});
  }
  ArchiveHolds holds() { return ArchiveHolds(*archive_); }
};

TEST_F(HoldsTest, AreSetOnWhatIsMeantAndLifted) {
  open("02-05", 2024);
  const Document document = paper("", "2024-05-15");
  const StudentId somebody = student("Выдумкин");
  EXPECT_EQ(set(HoldSubject::volume, "02-05").target, "02-05/2024/1");
  EXPECT_EQ(set(HoldSubject::document, document.accession).target, document.accession);
  EXPECT_EQ(set(HoldSubject::student, "выдумкин").hold.target, somebody.value);
  EXPECT_EQ(set(HoldSubject::item, "02.05").target, "02-05");
  EXPECT_EQ(set(HoldSubject::item, "02-05/2024").target, "02-05/2024");
  EXPECT_EQ(last_entry().event, "hold.set");
  EXPECT_THAT(holds().list(archivist_, true), SizeIs(5));
  EXPECT_EQ(holds().lift(director_, 1, "окончено").hold.lifted_because, "окончено");
  EXPECT_EQ(last_entry().event, "hold.lifted");
  EXPECT_THAT(holds().list(archivist_, true), SizeIs(4));
  EXPECT_THAT(holds().list(archivist_, false), SizeIs(5));
}

TEST_F(HoldsTest, WhatIsNotSaidOrNotThereIsRefused) {
  EXPECT_EQ(fault_of([&] { (void)set(HoldSubject::volume, "02-05/2024/9"); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { (void)set(HoldSubject::document, "2024-000009"); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { (void)set(HoldSubject::item, "02-05/2024/1"); }), Fault::usage);
  EXPECT_EQ(fault_of([&] {
              (void)set(HoldSubject::item, "02-05", CalendarDate{2025, 2, 2});
            }),
            Fault::usage)
      << "over already";
  EXPECT_EQ(fault_of([&] {
              (void)holds().set(director_, {HoldSubject::item, "02-05", "  ", {}});
            }),
            Fault::usage)
      << "no reason";
  EXPECT_EQ(fault_of([&] { (void)holds().lift(director_, 1, "окончено"); }), Fault::not_found);
  EXPECT_THAT(holds().list(director_, false), IsEmpty());
}

TEST_F(HoldsTest, AReasonIsNotInTheJournal) {
  (void)set(HoldSubject::item, "02-05", CalendarDate{2025, 2, 3});
  EXPECT_THAT(last_entry().details, Not(HasSubstr("суда")));
  EXPECT_FALSE(holds().list(director_, true).front().over) << "its last day is today";
  clock_.set("2025-02-04T09:00:00.000Z");
  EXPECT_TRUE(holds().list(director_, true).front().over);
}

}  // namespace
}  // namespace fonds
