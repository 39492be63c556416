#include "archive/deliveries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/intake.h"
#include "base/error.h"
#include "catalogue/journal.h"
#include "support/fault_of.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class DeliveriesTest : public ::testing::Test {
 protected:
  IntakeId take_in(const Actor& actor, const boost::filesystem::path& file, Delivery delivery) {
    ArchiveIntake intake(temp_.archive(), actor, std::move(delivery), [](const IntakeReport&) {});
    intake.add(file);
    return intake.delivery();
  }
  ArchiveDeliveries deliveries() { return ArchiveDeliveries(temp_.archive()); }
  TempArchive temp_;
  const Actor clerk_{"osipova", Role::clerk};
  const Actor other_{"tkach", Role::clerk};
  const Actor teacher_{"luzhina", Role::teacher};
};

TEST_F(DeliveriesTest, ADeliveryTellsHowFarItsPapersAre) {
  const IntakeId intake = take_in(clerk_, quick_sample(), {"file", "awards of May"});
  EXPECT_EQ(deliveries().progress(clerk_, intake).counts.waiting, 1);
  temp_.work();
  const ShownDelivery now = deliveries().progress(other_, intake);
  EXPECT_EQ(now.counts.waiting, 0);
  EXPECT_EQ(now.counts.recognised, 1);
  EXPECT_EQ(now.intake.label, "awards of May");
  EXPECT_FALSE(now.own);
  EXPECT_TRUE(deliveries().progress(clerk_, intake).own);
  EXPECT_THAT(deliveries().papers(clerk_, intake), SizeIs(1));
  EXPECT_THAT(deliveries().list(clerk_, 10), SizeIs(1));
  EXPECT_THAT(deliveries().list(clerk_, 0), IsEmpty());
}

TEST_F(DeliveriesTest, WhoeverBeganOneIsToldItsNumbersWithoutWhatIsHidden) {
  const IntakeId intake = take_in(teacher_, quick_sample(), {"file", "mine"});
  const ShownDelivery own = deliveries().progress(teacher_, intake);
  EXPECT_TRUE(own.own);
  EXPECT_EQ(own.counts.all(), 1);
  EXPECT_THAT(deliveries().papers(teacher_, intake), IsEmpty()) << "nobody knows yet whose it is";
  EXPECT_THAT(deliveries().list(teacher_, 10), SizeIs(1));

  const IntakeId others = take_in(clerk_, sample("doc-0011.tif"), {"file", "theirs"});
  EXPECT_EQ(fault_of([&] { (void)deliveries().progress(teacher_, others); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { (void)deliveries().papers(teacher_, others); }), Fault::not_found);
  EXPECT_THAT(deliveries().list(teacher_, 10), SizeIs(1));
}

TEST_F(DeliveriesTest, OnlyWhoeverBeganADeliveryGoesOnWithIt) {
  const IntakeId intake = take_in(clerk_, quick_sample(), {"file", "awards of May"});
  const Delivery again = deliveries().resume(clerk_, intake, "in a frame");
  EXPECT_EQ(again.label, "awards of May");
  EXPECT_EQ(again.description, "in a frame");
  EXPECT_EQ(take_in(clerk_, sample("doc-0011.tif"), again), intake);
  EXPECT_EQ(deliveries().progress(clerk_, intake).counts.all(), 2);

  EXPECT_EQ(fault_of([&] { (void)deliveries().resume(other_, intake, ""); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { (void)deliveries().resume(clerk_, {99}, ""); }), Fault::not_found);
  const IntakeId scanned = take_in(clerk_, sample("scan_0007.jpg"), {"scanner", ""});
  EXPECT_EQ(fault_of([&] { (void)deliveries().resume(clerk_, scanned, ""); }), Fault::not_found);
}

TEST_F(DeliveriesTest, LooksAreJournalledButNotEveryMoment) {
  const IntakeId intake = take_in(clerk_, quick_sample(), {"file", ""});
  Journal journal(temp_.archive().catalogue());
  const EntryNumber before = journal.head();
  (void)deliveries().progress(clerk_, intake);
  EXPECT_EQ(journal.head(), before);
  (void)deliveries().papers(clerk_, intake);
  const JournalEntry entry = journal.after(before, 1).at(0);
  EXPECT_EQ(entry.event, "document.listed");
  EXPECT_EQ(entry.actor, "osipova");
}

}  // namespace
}  // namespace fonds
