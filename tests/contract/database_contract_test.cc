#include "catalogue/database.h"

#include <thread>
#include <vector>

#include "base/error.h"
#include "catalogue/journal.h"
#include "catalogue/migrations.h"
#include "catalogue/sql.h"
#include "catalogue_fixture.h"

namespace fonds {
namespace {

class DatabaseContract : public CatalogueFixture {
 protected:
  Fault fault_of(const std::function<void()>& action) {
    try {
      action();
    } catch (const Error& error) {
      message_ = error.what();
      return error.fault();
    }
    ADD_FAILURE() << "no Error";
    return Fault::bug;
  }
  long long count_journal() { return number_from(database(), "SELECT count(*) FROM journal", -1); }
  std::string message_;
};
FONDS_ON_BOTH_ENGINES(DatabaseContract);

TEST_P(DatabaseContract, WhatIsCommittedIsSeenByOthersAndNothingBefore) {
  const auto other = other_connection();
  Transaction transaction(database());
  Journal(database()).append(transaction, actor_, "document.accepted", "document/1");

  EXPECT_EQ(Journal(*other).head(), 0);
  transaction.commit();
  EXPECT_EQ(Journal(*other).head(), 1);
}

TEST_P(DatabaseContract, WhatIsNotCommittedNeverHappened) {
  {
    Transaction transaction(database());
    Journal(database()).append(transaction, actor_, "document.accepted", "document/1");
  }
  EXPECT_EQ(count_journal(), 0);

  Transaction transaction(database());
  EXPECT_EQ(Journal(database()).append(transaction, actor_, "document.accepted", "document/1"), 1);
}

TEST_P(DatabaseContract, ATransactionInWhichAStatementFailedCannotBeCommitted) {
  Transaction transaction(database());
  Journal(database()).append(transaction, actor_, "document.accepted", "document/1");
  EXPECT_EQ(fault_of([&] { change(database(), "INSERT INTO nowhere (a) VALUES (1)"); }),
            Fault::bug);

  EXPECT_EQ(fault_of([&] { transaction.commit(); }), Fault::bug);
}

TEST_P(DatabaseContract, AFailedTransactionLeavesTheConnectionUsable) {
  {
    Transaction transaction(database());
    EXPECT_THROW(change(database(), "INSERT INTO nowhere (a) VALUES (1)"), Error);
  }
  Transaction transaction(database());
  Journal(database()).append(transaction, actor_, "document.accepted", "document/1");
  transaction.commit();
  EXPECT_EQ(count_journal(), 1);
}

TEST_P(DatabaseContract, ATransactionWithinATransactionIsRefused) {
  const Transaction transaction(database());
  EXPECT_EQ(fault_of([&] { const Transaction inner(database()); }), Fault::bug);
}

/// Check, then write: without one writer at a time both would see "absent" and both would write.
TEST_P(DatabaseContract, WhatATransactionCheckedStaysTrueUntilItCommits) {
  constexpr int kThreads = 4;
  std::vector<std::thread> threads;
  threads.reserve(kThreads);
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      const auto own = other_connection();
      for (int i = 0; i < 10; ++i) {
        const std::string name = "right-" + std::to_string(i);
        Transaction transaction(*own);
        if (number_from(*own, "SELECT count(*) FROM leases WHERE owner = :owner", 0, name) == 0) {
          change(*own, "INSERT INTO leases (name, owner, held_until) VALUES (:n, :o, '')",
                 name + "/" + std::to_string(t), name);
        }
        transaction.commit();
      }
    });
  }
  for (auto& thread : threads) thread.join();

  EXPECT_EQ(number_from(database(), "SELECT count(*) FROM leases", -1), 10);
}

TEST_P(DatabaseContract, AForeignKeyHolds) {
  EXPECT_EQ(fault_of([&] {
              change(database(),
                     "INSERT INTO pages (document, number, width, height, dpi, rotation, skew, "
                     "confidence, words, source) VALUES (99, 1, 1, 1, 1, 0, 0, 0, 0, 'none')");
            }),
            Fault::bug);
}

TEST_P(DatabaseContract, AnErrorQuotesNoValues) {
  const std::string secret = "Вымышленная Фамилия";
  change(database(), "INSERT INTO leases (name, owner, held_until) VALUES (:n, 'x', '')", secret);
  fault_of([&] {
    change(database(), "INSERT INTO leases (name, owner, held_until) VALUES (:n, 'x', '')", secret);
  });
  EXPECT_EQ(message_.find("Фамилия"), std::string::npos) << message_;
  EXPECT_EQ(message_.find("INSERT"), std::string::npos) << message_;
  EXPECT_EQ(message_.find('\n'), std::string::npos) << message_;
}

TEST_P(DatabaseContract, TextComesBackAsItWasGiven) {
  const std::string hostile = "'; DROP TABLE journal; -- :name \\ \"х\" \t\n №";
  change(database(), "INSERT INTO leases (name, owner, held_until) VALUES (:n, :o, '')", "quotes",
         hostile);
  std::string found;
  each_row(database(), "SELECT owner FROM leases", std::tie(found), [] {});
  EXPECT_EQ(found, hostile);
}

TEST_P(DatabaseContract, ATextIsNeverCutAtAZeroByte) {
  const std::string text("a\0b", 3);
  EXPECT_EQ(fault_of([&] {
              change(database(), "INSERT INTO leases (name, owner, held_until) VALUES (:n, '', '')",
                     text);
            }),
            Fault::bug);
}

TEST_P(DatabaseContract, MigratingAgainChangesNothing) {
  database().check_schema();
  database().migrate();
  database().check_schema();
  EXPECT_EQ(number_from(database(), "SELECT count(*) FROM schema_version", 0),
            static_cast<long long>(migrations().size()));
}

TEST_P(DatabaseContract, ProgramsMigratingAtOnceDoItOnce) {
  change(database(), "DROP TABLE schema_version");
  for (const char* table :  // each before those it refers to
       {"sessions",
        "user_collectives",
        "user_tokens",
        "users",
        "failed_sign_ins",
        "stack_parts",
        "stacks",
        "stack_proposals",
        "achievement_words",
        "achievement_snapshot_records",
        "achievement_snapshots",
        "schedule_runs",
        "destroyed_subjects",
        "destroyed_documents",
        "transfer_units",
        "transfers",
        "inventory_units",
        "inventories",
        "act_units",
        "acts",
        "planned_steps",
        "holds",
        "loans",
        "appraisals",
        "volume_marks",
        "filed_documents",
        "volumes",
        "nomenclature_items",
        "nomenclature_sections",
        "nomenclatures",
        "disclosures",
        "guardian_restrictions",
        "consent_dismissals",
        "consent_withdrawals",
        "consents",
        "rescans",
        "page_marks",
        "sheets",
        "text_corrections",
        "student_links",
        "mentions",
        "card_values",
        "cards",
        "student_merges",
        "saved_searches",
        "scan_presets",
        "blocks",
        "guardians",
        "memberships",
        "former_names",
        "students",
        "leases",
        "jobs",
        "pages",
        "originals",
        "documents",
        "intakes",
        "journal",
        "counters"}) {
    change(database(), std::string("DROP TABLE ") + table);
  }
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] { EXPECT_NO_THROW(other_connection()->migrate()); });
  }
  for (auto& thread : threads) thread.join();

  database().check_schema();
  EXPECT_EQ(number_from(database(), "SELECT count(*) FROM counters", 0), 1);
}

TEST_P(DatabaseContract, ACatalogueOfANewerProgramIsLeftAlone) {
  change(database(), "INSERT INTO schema_version (step, name, applied_at) VALUES (999, 'x', 'x')");

  EXPECT_EQ(fault_of([&] { database().check_schema(); }), Fault::unavailable);
  EXPECT_EQ(fault_of([&] { database().migrate(); }), Fault::unavailable);
}

TEST_P(DatabaseContract, AnEmptyOrOldCatalogueIsNotUsed) {
  change(database(), "DELETE FROM schema_version");
  EXPECT_EQ(fault_of([&] { database().check_schema(); }), Fault::unavailable);
  change(database(), "DROP TABLE schema_version");
  EXPECT_EQ(fault_of([&] { database().check_schema(); }), Fault::unavailable);
}

TEST_P(DatabaseContract, ASoundCatalogueHasNoIntegrityProblem) {
  EXPECT_EQ(database().integrity_problem(), "");
}

class PostgresqlOnly : public CatalogueFixture {};
INSTANTIATE_TEST_SUITE_P(Catalogue, PostgresqlOnly, testing::Values(Engine::postgresql),
                         [](const auto& each) { return name_of(each.param); });

TEST_P(PostgresqlOnly, ALostConnectionIsUnavailableAndMadeAnewAfterwards) {
  PrivatePostgres::of_this_program().run_sql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
      "AND backend_type = 'client backend'");
  try {
    Journal(database()).head();
    FAIL() << "no Error";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::unavailable) << error.what();
    EXPECT_FALSE(error.hint().empty());
  }
  EXPECT_EQ(Journal(database()).head(), 0);
}

TEST_P(PostgresqlOnly, ATransactionWhoseConnectionWasLostIsNotCommitted) {
  Journal journal(database());
  {
    Transaction transaction(database());
    journal.append(transaction, actor_, "document.accepted", "document/1");
    PrivatePostgres::of_this_program().run_sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
        "AND backend_type = 'client backend'");
    EXPECT_THROW(transaction.commit(), Error);
  }
  EXPECT_EQ(journal.head(), 0);
}

TEST_P(PostgresqlOnly, AStoppedServerIsUnavailable) {
  auto& server = PrivatePostgres::of_this_program();
  server.stop();
  try {
    (void)other_connection();
    ADD_FAILURE() << "no Error";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::unavailable) << error.what();
  }
  server.start();
  EXPECT_THROW(Journal(database()).head(), Error);
  EXPECT_EQ(Journal(database()).head(), 0);
}

TEST_P(PostgresqlOnly, AWriterWaitsForAnotherAndThenSaysBusy) {
  change(database(), "SET lock_timeout = 100");
  const auto other = other_connection();
  const Transaction transaction(*other);
  try {
    const Transaction second(database());
    FAIL() << "no Error";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::busy) << error.what();
  }
}

}  // namespace
}  // namespace fonds
