#include "catalogue/sql.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "catalogue/connection.h"

namespace fonds {

std::string bindable(std::string_view text) {
  // SQLite would keep all of it, PostgreSQL what stands before the zero: neither is meant.
  if (text.find('\0') != std::string_view::npos) {
    throw Error(Fault::bug, "a text for the catalogue holds a zero byte");
  }
  return std::string(text);
}

std::vector<std::string> different_texts(Database& database, const std::string& table,
                                         const std::string& column, const std::string& condition) {
  std::vector<std::string> found;
  std::string text;
  each_row(database,
           fmt::format("WITH RECURSIVE steps (found) AS (SELECT min({0}) FROM {1} WHERE {2} UNION "
                       "ALL SELECT (SELECT min({0}) FROM {1} WHERE {2} AND {0} > s.found) "
                       "FROM steps s WHERE s.found IS NOT NULL) "
                       "SELECT found FROM steps WHERE found IS NOT NULL",
                       column, table, condition),
           std::tie(text), [&] { found.push_back(text); });
  return found;
}

Prepared::Prepared(Database& database, soci::session& session, const std::string& text)
    : database_(database) {
  auto& kept = database.connection_->prepared;
  const auto same =
      std::find_if(kept.begin(), kept.end(), [&](const auto& each) { return each.first == text; });
  if (same != kept.end()) {
    held_.splice(held_.begin(), kept, same);
    return;
  }
  held_.emplace_back(text, soci::statement(session));
  statement().alloc();
  statement().prepare(text);
}

void Prepared::keep() {
  statement().bind_clean_up();
  auto& kept = database_.connection_->prepared;
  kept.splice(kept.begin(), held_);
  if (kept.size() > kMostPrepared) kept.pop_back();
}

std::int64_t next_number(Transaction& transaction, std::string_view name) {
  // Safe without further locks: a Transaction is the only writer.
  return number_from(transaction.database(),
                     "INSERT INTO counters (name, value) VALUES (:name, 1) "
                     "ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value",
                     0, name);
}

Snapshot::Snapshot(Database& database) : database_(database) {
  if (database.in_transaction()) return;
  change(database, database.is_sqlite() ? "BEGIN DEFERRED"
                                        : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  database.connection_->in_transaction = true;
  open_ = true;
}

Snapshot::~Snapshot() {
  if (!open_) return;
  try {
    database_.connection_->session << "ROLLBACK";
  } catch (const soci::soci_error&) {
    // Nothing was written; a lost connection is found by the next statement.
  }
  database_.connection_->in_transaction = false;
}

}  // namespace fonds
