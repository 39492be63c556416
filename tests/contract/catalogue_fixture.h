/// CatalogueFixture: a fresh, migrated catalogue on each engine; what both must do alike is tested
/// once, here.
///
/// Threads: one; other_connection() gives further threads their own Database.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "catalogue/database.h"
#include "model/actor.h"
#include "model/document.h"
#include "support/fixed_clock.h"
#include "support/private_postgres.h"
#include "support/temp_folder.h"

namespace fonds {

enum class Engine { sqlite, postgresql };

inline std::string name_of(Engine engine) {
  return engine == Engine::sqlite ? "SQLite" : "PostgreSQL";
}

class CatalogueFixture : public testing::TestWithParam<Engine> {
 protected:
  void SetUp() override {
    if (GetParam() == Engine::sqlite) {
      url_ = "sqlite:" + (folder_ / "catalogue.sqlite").string();
    } else {
      auto& server = PrivatePostgres::of_this_program();
      ASSERT_EQ(server.problem(), "");  // packages.txt brings the server
      url_ = server.new_database();
    }
    database_ = std::make_unique<Database>(url_, clock_);
    database_->migrate();
  }

  Database& database() { return *database_; }
  [[nodiscard]] std::unique_ptr<Database> other_connection() const {
    return std::make_unique<Database>(url_, clock_);
  }
  /// An original like no other.
  Original original() {
    const std::string digits = std::to_string(++originals_);
    return {std::string(64 - digits.size(), '0') + digits, 1000 + originals_, FileKind::jpeg,
            "лист " + digits + ".jpg"};
  }

  TempFolder folder_;
  FixedClock clock_;
  std::string url_;
  std::unique_ptr<Database> database_;
  int originals_ = 0;
  const Actor actor_ = local_archivist();
};

#define FONDS_ON_BOTH_ENGINES(suite)                                                              \
  INSTANTIATE_TEST_SUITE_P(Catalogue, suite, testing::Values(Engine::sqlite, Engine::postgresql), \
                           [](const auto& each) { return name_of(each.param); })

}  // namespace fonds
