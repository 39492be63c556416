#include "catalogue/leases.h"

#include <gtest/gtest.h>

#include "support/fixed_clock.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

TEST(Leases, ARightOutlivesTheProgramThatTookIt) {
  const TempFolder folder;
  FixedClock clock;
  const std::string url = "sqlite:" + (folder / "catalogue.sqlite").string();
  {
    Database database(url, clock);
    database.migrate();
    ASSERT_TRUE(Leases(database).acquire("index-writer", "killed", std::chrono::seconds(60)));
  }
  Database database(url, clock);
  EXPECT_FALSE(Leases(database).acquire("index-writer", "next", std::chrono::seconds(60)));
  clock.advance(std::chrono::seconds(60));
  EXPECT_TRUE(Leases(database).acquire("index-writer", "next", std::chrono::seconds(60)));
}

}  // namespace
}  // namespace fonds
