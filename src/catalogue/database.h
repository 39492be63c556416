/// Database: one connection to the catalogue, SQLite (WAL, synchronous FULL, secure_delete) or
/// PostgreSQL.
///
/// Transaction: everything between its construction and commit() happens wholly or not at all; a
/// transaction destroyed without commit() is rolled back. One writer at a time, on both engines
/// (SQLite: BEGIN IMMEDIATE; PostgreSQL: the journal's counter row, locked first), so what a
/// transaction has checked stays true until it commits, and writers can not deadlock: keep it
/// short.
/// Threads: one Database per thread; any number of processes.
/// Faults:  busy (somebody held the lock too long), io (disk full, read-only), corrupt,
/// unavailable.
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/error.h"

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
  [[nodiscard]] bool is_sqlite() const;

  // For this folder (sql.h). A connection that was lost is made anew by sql(), unless a
  // transaction was open on it.
  [[nodiscard]] soci::session& sql();
  [[nodiscard]] bool in_transaction() const;
  /// `cause`, a foreign exception, as an Error; takes note of a lost connection or a failed
  /// transaction.
  [[nodiscard]] Error noted(const std::exception& cause);

 private:
  friend class Transaction;
  friend class Snapshot;
  friend class Prepared;
  struct Connection;
  std::unique_ptr<Connection> connection_;
};

class Transaction {
 public:
  /// `none` is for this folder: a transaction that touches single rows nobody waits for.
  enum class Lock { writer, none };
  explicit Transaction(Database& database, Lock lock = Lock::writer);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  /// Returns when the changes are durable. Fault bug when a statement in it had failed: on
  /// PostgreSQL such a transaction can not be committed, so we forbid it everywhere.
  void commit();
  [[nodiscard]] Database& database() { return database_; }

 private:
  void roll_back();
  Database& database_;
  bool open_ = true;
};

}  // namespace fonds
