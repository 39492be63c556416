#include "catalogue/journal.h"

#include <atomic>
#include <sstream>
#include <thread>

#include "base/error.h"
#include "catalogue/sql.h"
#include "catalogue_fixture.h"

namespace fonds {
namespace {

class JournalContract : public CatalogueFixture {
 protected:
  void append(int entries) {
    for (int i = 0; i < entries; ++i) {
      Transaction transaction(database());
      journal().append(transaction, actor_, "document.accepted",
                       "document/" + std::to_string(++subject_), R"({"pages": 2})");
      transaction.commit();
      clock_.advance(std::chrono::milliseconds(1));
    }
  }
  Journal journal() { return Journal(database()); }
  int subject_ = 0;
};
FONDS_ON_BOTH_ENGINES(JournalContract);

TEST_P(JournalContract, AnEntryComesBackAsItWasWritten) {
  append(2);

  const auto entries = journal().after(0, 10);

  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].number, 1);
  EXPECT_EQ(entries[0].at, moment_from_text("2026-03-01T09:00:00.000Z"));
  EXPECT_EQ(entries[0].actor, "local");
  EXPECT_EQ(entries[0].event, "document.accepted");
  EXPECT_EQ(entries[0].subject, "document/1");
  EXPECT_EQ(entries[0].details, R"({"pages": 2})");
  EXPECT_EQ(entries[0].previous_hash, kFirstHash);
  EXPECT_EQ(entries[0].hash, hash_of(entries[0]));
  EXPECT_EQ(entries[1].previous_hash, entries[0].hash);
}

TEST_P(JournalContract, EntriesAreSoughtByWhatTheyAreAndTheNewestComesFirst) {
  append(3);
  const Moment later = clock_.now() + std::chrono::hours(24);
  clock_.advance(std::chrono::hours(25));
  Transaction transaction(database());
  journal().append(transaction, {"tkach", Role::methodist}, "document.shown", "document/2");
  journal().append(transaction, {"tkach", Role::methodist}, "documentXshown", "document/20");
  journal().append(transaction, {"tkach", Role::methodist}, "user.signed_in", "user/1");
  transaction.commit();
  const auto numbers = [&](const JournalQuery& query) {
    std::vector<EntryNumber> found;
    for (const JournalEntry& each : journal().find(query)) found.push_back(each.number);
    return found;
  };
  using Numbers = std::vector<EntryNumber>;
  EXPECT_EQ(numbers({}), (Numbers{6, 5, 4, 3, 2, 1}));
  EXPECT_EQ(numbers({.event = "document."}), (Numbers{4, 3, 2, 1}));
  EXPECT_EQ(numbers({.event = "document.shown"}), (Numbers{4}));
  EXPECT_EQ(numbers({.event = "user.signed_"}), (Numbers{6}));
  for (const char* none : {"%", "_ocument.", "!", "'", "DROP"}) {
    EXPECT_EQ(numbers({.event = none}), Numbers{}) << none;
  }
  EXPECT_EQ(numbers({.actor = "tkach"}), (Numbers{6, 5, 4}));
  EXPECT_EQ(numbers({.actor = "tka"}), Numbers{});
  EXPECT_EQ(numbers({.subject = "document/2"}), (Numbers{4, 2}));
  EXPECT_EQ(numbers({.event = "document.", .actor = "local", .subject = "document/2"}),
            (Numbers{2}));
  EXPECT_EQ(numbers({.until = later}), (Numbers{3, 2, 1}));
  EXPECT_EQ(numbers({.from = later}), (Numbers{6, 5, 4}));
  EXPECT_EQ(numbers({.before = 5, .limit = 2}), (Numbers{4, 3}));
  EXPECT_EQ(numbers({.before = 1}), Numbers{});
}

TEST_P(JournalContract, AnEntrySaysWhyAndByWhatWayWhoeverDidItCameIn) {
  Actor actor{"tkach", Role::methodist, "interest"};
  actor.via = "token:12";
  Transaction transaction(database());
  journal().append(transaction, actor, "document.shown", "document/1");
  journal().append(transaction, actor, "search.made", "search", R"({"total":2})");
  actor.purpose = "\"},{";
  EXPECT_THROW(journal().append(transaction, actor, "search.made", "search"), Error);
  transaction.commit();
  const auto entries = journal().after(0, 10);
  ASSERT_GE(entries.size(), 2U);
  EXPECT_EQ(entries[0].details, R"({"purpose":"interest","via":"token:12"})");
  EXPECT_EQ(entries[1].details, R"({"purpose":"interest","via":"token:12","total":2})");
}

TEST_P(JournalContract, TheFeedGoesOnWhereTheReaderEnded) {
  append(5);

  const auto next = journal().after(2, 2);
  ASSERT_EQ(next.size(), 2U);
  EXPECT_EQ(next[0].number, 3);
  EXPECT_EQ(next[1].number, 4);
  EXPECT_TRUE(journal().after(5, 2).empty());
  EXPECT_EQ(journal().head(), 5);
}

TEST_P(JournalContract, TheHistoryOfASubjectHoldsNobodyElses) {
  append(3);
  subject_ = 1;
  append(1);

  const auto history = journal().about("document/2");
  ASSERT_EQ(history.size(), 2U);
  EXPECT_EQ(history[0].number, 2);
  EXPECT_EQ(history[1].number, 4);
  EXPECT_TRUE(journal().about("document/").empty());
}

TEST_P(JournalContract, AnEmptyChainHolds) {
  const auto verification = journal().verify();
  EXPECT_EQ(verification.checked, 0);
  EXPECT_FALSE(verification.broken_at);
  EXPECT_EQ(verification.head_hash, kFirstHash);
}

TEST_P(JournalContract, AnUntouchedChainHoldsOverManyChunks) {
  {
    Transaction transaction(database());
    for (int i = 0; i < 2500; ++i) {
      journal().append(transaction, actor_, "page.read", "document/1");
    }
    transaction.commit();
  }
  EntryNumber reported = 0;
  const auto verification = journal().verify([&](EntryNumber done, EntryNumber total) {
    EXPECT_GT(done, reported);
    EXPECT_EQ(total, 2500);
    reported = done;
  });

  EXPECT_EQ(verification.problem, "");
  EXPECT_EQ(verification.checked, 2500);
  EXPECT_EQ(reported, 2500);
  EXPECT_EQ(verification.head_hash, journal().after(2499, 1).at(0).hash);
}

struct Tampering {
  const char* what;
  const char* sql;
  EntryNumber broken_at;
};

/// Ten entries; then somebody with access to the database does what must not stay unseen.
TEST_P(JournalContract, EveryTamperingIsFoundAtItsFirstEntry) {
  const std::vector<Tampering> tamperings{
      {"actor altered", "UPDATE journal SET actor = 'other' WHERE number = 4", 4},
      {"event altered", "UPDATE journal SET event = 'x' WHERE number = 1", 1},
      {"subject altered", "UPDATE journal SET subject = 'document/99' WHERE number = 10", 10},
      {"details altered", "UPDATE journal SET details = '{}' WHERE number = 5", 5},
      {"time altered", "UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE number = 6", 6},
      {"time destroyed", "UPDATE journal SET at = 'noon' WHERE number = 6", 6},
      {"hash altered", "UPDATE journal SET hash = previous_hash WHERE number = 7", 7},
      {"text moved between fields",
       "UPDATE journal SET event = 'document.accepte', subject = 'd' || subject WHERE number = 8",
       8},
      {"first removed", "DELETE FROM journal WHERE number = 1", 1},
      {"one removed", "DELETE FROM journal WHERE number = 4", 4},
      {"the tail removed", "DELETE FROM journal WHERE number > 7", 8},
      {"all removed", "DELETE FROM journal", 1},
      {"removed and renumbered",
       "DELETE FROM journal WHERE number = 4;"
       "UPDATE journal SET number = number - 1 WHERE number = 5;"
       "UPDATE journal SET number = number - 1 WHERE number = 6;"
       "UPDATE journal SET number = number - 1 WHERE number = 7;"
       "UPDATE journal SET number = number - 1 WHERE number = 8;"
       "UPDATE journal SET number = number - 1 WHERE number = 9;"
       "UPDATE journal SET number = number - 1 WHERE number = 10;"
       "UPDATE counters SET value = 9 WHERE name = 'journal'",
       4},
      {"two exchanged",
       "UPDATE journal SET number = 100 WHERE number = 2;"
       "UPDATE journal SET number = 2 WHERE number = 3;"
       "UPDATE journal SET number = 3 WHERE number = 100",
       2},
      {"one added after the head",
       "INSERT INTO journal SELECT number + 1, at, actor, event, subject, details, hash, hash "
       "FROM journal WHERE number = 10",
       11},
      {"one put before the first",
       "INSERT INTO journal SELECT 0, at, actor, event, subject, details, hash, hash "
       "FROM journal WHERE number = 1",
       0},
      {"the counter set back", "UPDATE counters SET value = 5 WHERE name = 'journal'", 6},
      {"the counter removed", "DELETE FROM counters WHERE name = 'journal'", 1},
  };
  append(10);
  for (const Tampering& tampering : tamperings) {
    SCOPED_TRACE(tampering.what);
    const Transaction undone(database());
    std::istringstream statements(tampering.sql);
    for (std::string each; std::getline(statements, each, ';');) change(database(), each);

    const auto verification = journal().verify();

    EXPECT_FALSE(verification.problem.empty());
    EXPECT_EQ(verification.broken_at.value_or(-1), tampering.broken_at) << verification.problem;
  }
  EXPECT_EQ(journal().verify().problem, "");
}

TEST_P(JournalContract, NothingIsAppendedToAChainWithoutItsHead) {
  append(3);
  change(database(), "DELETE FROM journal WHERE number = 3");

  Transaction transaction(database());
  try {
    journal().append(transaction, actor_, "x", "y");
    FAIL() << "no Error";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::corrupt);
  }
}

TEST_P(JournalContract, EntriesAppendedAtOnceFormOneChain) {
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      const auto own = other_connection();
      Journal mine(*own);
      for (int i = 0; i < 15; ++i) {
        Transaction transaction(*own);
        mine.lock(transaction);
        const EntryNumber seen = mine.head();
        EXPECT_EQ(mine.append(transaction, actor_, "x", "document/1"), seen + 1);
        mine.append(transaction, actor_, "y", "document/1");
        if (i % 5 != 4) transaction.commit();
      }
    });
  }
  for (auto& thread : threads) thread.join();

  const auto verification = journal().verify();
  EXPECT_EQ(verification.problem, "");
  EXPECT_EQ(verification.checked, 4 * 12 * 2);
}

/// The index follows the journal by number: an entry must never appear below one already seen.
TEST_P(JournalContract, AReaderNeverMissesAnEntryThatIsBeingWritten) {
  std::atomic<bool> writing{true};
  std::thread writer([&] {
    const auto own = other_connection();
    for (int i = 0; i < 40; ++i) {
      Transaction transaction(*own);
      Journal(*own).append(transaction, actor_, "x", "document/1");
      transaction.commit();
    }
    writing = false;
  });
  EntryNumber seen = 0;
  const auto read = [&] {
    for (const auto& entry : journal().after(seen, 100)) EXPECT_EQ(entry.number, ++seen);
  };
  while (writing) read();
  writer.join();
  read();
  EXPECT_EQ(seen, 40);
}

}  // namespace
}  // namespace fonds
