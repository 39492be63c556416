#include "archive/journal_view.h"

#include <gmock/gmock.h>

#include "support/fault_of.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

TEST(ArchiveJournalTest, WhoMayReadTheJournalSeesTheNewestFirst) {
  TempArchive temp;
  temp.add(quick_sample());
  ArchiveJournal journal(temp.archive());
  const Actor auditor{"a.rev", Role::auditor};
  const auto entries = journal.list(auditor, {});
  ASSERT_FALSE(entries.empty());
  EXPECT_EQ(entries.front().number, journal.head(auditor));
  EXPECT_EQ(journal.list(auditor, {.event = "document.accepted"}).size(), 1U);
  EXPECT_EQ(journal.head(auditor), entries.front().number) << "reading it is not noted in it";
}

TEST(ArchiveJournalTest, NobodyElseDoes) {
  TempArchive temp;
  ArchiveJournal journal(temp.archive());
  for (const Role role : {Role::clerk, Role::teacher, Role::methodist, Role::administrator}) {
    EXPECT_EQ(fault_of([&] { (void)journal.list({"x", role}, {}); }), Fault::denied);
    EXPECT_EQ(fault_of([&] { (void)journal.head({"x", role}); }), Fault::denied);
  }
}

}  // namespace
}  // namespace fonds
