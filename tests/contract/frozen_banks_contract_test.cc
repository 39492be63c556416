#include "catalogue/frozen_banks.h"

#include <gmock/gmock.h>

#include "base/digest.h"
#include "base/error.h"
#include "catalogue/journal.h"
#include "catalogue/sql.h"
#include "catalogue_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Achievement record(std::int64_t student) {
  Achievement made;
  made.document = {7};
  made.accession = "2026-000007";
  made.student = {student};
  made.holder = "Зябликов Прохор";
  made.kind = "diploma";
  made.event = "конкурс «Шаг»";
  made.level = "municipal";
  made.place = "1";
  made.mark = "I место";
  made.nomination = "чтение";
  made.date = "2024-05-15";
  made.collective = "Лира";
  made.control = "interim";
  made.scope = "external";
  made.attended = {"Лира", "Парус \"2\""};
  made.members = {{3}, {4}};
  return made;
}

class FrozenBanksContract : public CatalogueFixture {
 protected:
  FrozenBank freeze(const std::vector<Achievement>& records) {
    Transaction transaction(database());
    FrozenBank bank = FrozenBanks(database()).freeze(transaction, actor_, records);
    transaction.commit();
    return bank;
  }
  std::vector<Achievement> frozen(std::int64_t number) {
    FrozenBanks banks(database());
    return banks.records(banks.find(number).value());
  }
  Fault fault(std::int64_t number) {
    try {
      frozen(number);
    } catch (const Error& error) {
      EXPECT_THAT(std::string(error.what()), Not(HasSubstr("Зябликов")));
      return error.fault();
    }
    return Fault::bug;
  }
};
FONDS_ON_BOTH_ENGINES(FrozenBanksContract);

TEST_P(FrozenBanksContract, WhatIsFrozenComesBackWholeAndInOrder) {
  const std::vector<Achievement> records{record(2), record(1), record(0)};
  const FrozenBank bank = freeze(records);
  EXPECT_EQ(bank.number, 1);
  EXPECT_EQ(bank.records, 3);
  EXPECT_TRUE(is_sha256(bank.hash));
  EXPECT_EQ(frozen(1), records);
  ASSERT_EQ(FrozenBanks(database()).list().size(), 1U);
  EXPECT_EQ(FrozenBanks(database()).list()[0].taken_by, actor_.login);
  const JournalEntry entry = Journal(database()).about("achievements/1").at(0);
  EXPECT_THAT(entry.details, HasSubstr(bank.hash));
}

TEST_P(FrozenBanksContract, WhatIsFrozenInABrowserIsAsSound) {
  Actor actor = actor_;
  actor.via = "web";  // which its entry in the journal says, too
  Transaction transaction(database());
  const FrozenBank bank = FrozenBanks(database()).freeze(transaction, actor, {});
  transaction.commit();
  EXPECT_TRUE(frozen(bank.number).empty());
}

TEST_P(FrozenBanksContract, AnEmptyBankIsFrozenToo) {
  EXPECT_EQ(freeze({}).number, 1);
  EXPECT_EQ(freeze({record(1)}).number, 2);
  EXPECT_THAT(frozen(1), IsEmpty());
  EXPECT_FALSE(FrozenBanks(database()).find(3));
}

TEST_P(FrozenBanksContract, AnAlteredSnapshotIsNeverGivenAsFrozen) {
  const std::vector<std::string> alterations{
      "UPDATE achievement_snapshot_records SET place = '2' WHERE position = 1",
      "UPDATE achievement_snapshot_records SET attended = 'x' WHERE position = 1",
      "UPDATE achievement_snapshot_records SET hash = salt WHERE position = 1",
      "UPDATE achievement_snapshot_records SET place = '2', salt = '' WHERE position = 1",
      "DELETE FROM achievement_snapshot_records WHERE position = 2",
      "UPDATE achievement_snapshots SET hash = 'x'",
      "UPDATE journal SET details = '{}' WHERE event = 'achievement.frozen'"};
  std::int64_t number = 0;
  for (const std::string& alteration : alterations) {
    freeze({record(1), record(2)});
    ++number;
    EXPECT_EQ(frozen(number).size(), 2U);
    change(database(), alteration);
    EXPECT_EQ(fault(number), Fault::corrupt) << alteration;
  }
}

TEST_P(FrozenBanksContract, AForgottenPersonLeavesTheRestVerifiable) {
  freeze({record(1), record(2)});
  change(database(),
         "UPDATE achievement_snapshot_records SET holder = '', collective = '', event = '', "
         "nomination = '', level = '', place = '', mark = '', date = '', control = '', scope = '', "
         "kind = '', attended = '[]', members = '[]', salt = '' WHERE student = 1");
  const auto left = frozen(1);
  ASSERT_EQ(left.size(), 2U);
  EXPECT_EQ(left[0].holder, "");
  EXPECT_EQ(left[1], record(2));
}

}  // namespace
}  // namespace fonds
