#include "catalogue/destructions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "catalogue/sql.h"
#include "support/fixed_clock.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

/// What stays of a document that is destroyed, table by table: its number and what the law or a
/// record of its own asks for (DOMAIN §2.3, DESIGN §1.4).
const std::vector<std::string>& staying() {
  static const std::vector<std::string> tables{
      "achievement_snapshot_records",  // a record of its own: the bank's snapshot
      "consent_withdrawals",           // the day a consent ended
      "consents",                      // its term; who gave it is emptied
      "destroyed_documents",           // the tombstone itself
      "filed_documents",               // its place in the volume
      "originals",                     // hashes of its files; names are emptied
      "stack_parts",                   // which stack it was scanned in
      "stacks"};
  return tables;
}

TEST(Destructions, EveryTableThatNamesADocumentIsErasedOrKnownToStay) {
  const TempFolder folder;
  FixedClock clock;
  Database database("sqlite:" + (folder / "catalogue.sqlite").string(), clock);
  database.migrate();
  std::vector<std::string> naming;
  std::string table;
  // NOLINTNEXTLINE(bugprone-unused-raii): rows are read with fetch()
  soci::statement rows =
      (database.sql().prepare
           << "SELECT t.name FROM sqlite_master t JOIN pragma_table_info(t.name) "
              "c WHERE t.type = 'table' AND c.name = 'document' ORDER BY t.name",
       soci::into(table));
  rows.execute();
  while (rows.fetch()) naming.push_back(table);

  ASSERT_GT(naming.size(), staying().size());
  const auto erased = Destructions::erased_tables();
  for (const auto& each : naming) {
    const bool goes = std::ranges::find(erased, each) != erased.end();
    const bool stays = std::ranges::find(staying(), each) != staying().end();
    EXPECT_NE(goes, stays) << each << ": a new table must be in one of the two lists";
  }
  EXPECT_THAT(naming, testing::IsSupersetOf(erased));
  EXPECT_THAT(naming, testing::IsSupersetOf(staying()));
}

}  // namespace
}  // namespace fonds
