/// Database: one connection to the catalogue, SQLite (WAL, synchronous FULL, secure_delete) or
/// PostgreSQL.
///
/// Transaction: everything between its construction and commit() happens wholly or not at all; a
/// transaction destroyed without commit() is rolled back. On SQLite it is IMMEDIATE, so two writers
/// wait for each other instead of failing at commit.
/// Threads: one Database per thread; any number of processes.
/// Faults:  busy (somebody held the lock too long), io (disk full, read-only), corrupt,
/// unavailable.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace soci {
class session;
}

namespace fonds {

class Database {
 public:
  /// `url`: "sqlite:/folder/catalogue.sqlite" or "postgresql:host=… dbname=…" (libpq keywords).
  /// Opens; creates the SQLite file when absent; changes no schema. `clock` must outlive it.
  Database(std::string_view url, const Clock& clock);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Brings the schema to this program's version, one transaction a step. Fault unavailable when
  /// the catalogue was written by a newer program.
  void migrate();
  /// Fault unavailable, with what to do, unless the schema is exactly this program's.
  void check_schema();
  /// The database's own integrity check; empty when sound, else what it says.
  std::string integrity_problem();

  [[nodiscard]] const Clock& clock() const;
  [[nodiscard]] soci::session& sql();
  [[nodiscard]] bool is_sqlite() const;

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;
};

class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  /// Returns when the changes are durable.
  void commit();
  [[nodiscard]] Database& database() { return database_; }

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace fonds
