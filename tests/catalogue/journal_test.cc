#include "catalogue/journal.h"

#include <gtest/gtest.h>

#include "catalogue/documents.h"
#include "support/fixed_clock.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

class JournalTest : public testing::Test {
 protected:
  JournalTest() { database_.migrate(); }
  TempFolder folder_;
  FixedClock clock_;
  Database database_{"sqlite:" + (folder_ / "catalogue.sqlite").string(), clock_};
  Journal journal_{database_};
};

TEST_F(JournalTest, RecordAndEntryAreOneTransaction) {
  Documents documents(database_);
  {
    Transaction transaction(database_);
    documents.add(transaction, documents.add_intake(transaction, "file", ""),
                  {{std::string(64, 'a'), 1, FileKind::jpeg, "scan"}});
    journal_.append(transaction, local_archivist(), "document.accepted", "document/1");
  }
  EXPECT_EQ(documents.count(), 0);
  EXPECT_EQ(journal_.head(), 0);
}

TEST_F(JournalTest, AClockSetBackBreaksNothing) {
  for (const char* now : {"2026-03-01T09:00:00.000Z", "2025-01-01T00:00:00.000Z"}) {
    clock_.set(now);
    Transaction transaction(database_);
    journal_.append(transaction, local_archivist(), "x", "y");
    transaction.commit();
  }
  EXPECT_EQ(journal_.verify().problem, "");
  EXPECT_EQ(journal_.after(1, 1).at(0).at, moment_from_text("2025-01-01T00:00:00.000Z"));
}

}  // namespace
}  // namespace fonds
