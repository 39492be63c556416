#include "catalogue/database.h"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <boost/filesystem/operations.hpp>
#include <chrono>
#include <thread>

#include "base/disk.h"
#include "base/messages.h"
#include "catalogue/connection.h"
#include "catalogue/migrations.h"
#include "catalogue/sql.h"
#include "catalogue/sql_error.h"

namespace fonds {
namespace {

using boost::filesystem::path;
using namespace std::chrono_literals;

constexpr long long kMigrationLock = 0x466F6E6473;  ///< "Fonds": PostgreSQL's locks are numbers
constexpr auto kPatience = 5000ms;                  ///< how long a writer waits for another

/// The catalogue names people: nobody but its owner may read it. SQLite gives its side files the
/// same rights, but would create the file itself readable by all.
void create_when_absent(const path& file) {
  if (boost::filesystem::exists(file)) return;
  LocalDisk disk;
  try {
    disk.create(file)->close();
  } catch (const Error&) {
    if (!boost::filesystem::exists(file)) throw;  // else another process was faster
  }
  disk.sync_folder(file.parent_path());
}

/// SOCI splits its argument at '=' and ' '; a value in quotes may hold both.
std::string soci_arguments(const path& file) {
  const std::string& name = file.native();
  if (name.find('=') == std::string::npos) return name;
  if (name.find('"') != std::string::npos) {
    throw Error(Fault::usage,
                say(tr("{}: the archive's path must not hold both '=' and a quotation mark"), name),
                tr("rename the folder"));
  }
  return "dbname=\"" + name + "\"";
}

/// Turning a new file to WAL wants it for itself, and SQLite does not wait for that by itself.
void choose_wal(soci::session& session) {
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  for (;;) {
    try {
      std::string mode;
      session << "PRAGMA journal_mode = WAL", soci::into(mode);
      if (mode == "wal") return;
      throw Error(Fault::io, tr("the catalogue's disk does not support what SQLite needs (WAL)"),
                  tr("keep the archive on a local disk, or use PostgreSQL"));
    } catch (const soci::sqlite3_soci_error& error) {
      if (error.result() != SQLITE_BUSY || std::chrono::steady_clock::now() > deadline) throw;
      std::this_thread::sleep_for(5ms);
    }
  }
}

void configure(soci::session& session, bool is_sqlite) {
  if (is_sqlite) {
    session << "PRAGMA busy_timeout = " + std::to_string(kPatience.count());
    choose_wal(session);
    session << "PRAGMA synchronous = FULL";
    session << "PRAGMA foreign_keys = ON";
    session << "PRAGMA cache_size = -16384";  // KiB: inner pages of the indexes of 100 000 papers
    session << "PRAGMA secure_delete = ON";   // what is destroyed must not linger in free pages
  } else {
    session << "SET client_encoding = 'UTF8'";
    session << "SET synchronous_commit = on";
    session << "SET lock_timeout = " + std::to_string(kPatience.count());
    session << "SET default_transaction_isolation = 'read committed'";
    session << "SET client_min_messages = error";
  }
}

template <class Connect>
void connect_to_server(const Connect& connect) {
  try {
    connect();
  } catch (const soci::soci_error& error) {
    throw unreachable(error);
  }
}

std::string after_prefix(std::string_view url, std::string_view prefix) {
  return std::string(url.substr(prefix.size()));
}

/// Number of steps already applied; nothing when the catalogue is empty.
long long schema_version(Database& database) {
  const std::string tables = database.is_sqlite()
                                 ? "SELECT count(*) FROM sqlite_master WHERE name = :name"
                                 : "SELECT count(*) FROM information_schema.tables WHERE "
                                   "table_schema = current_schema() AND table_name = :name";
  if (number_from(database, tables, 0, "schema_version") == 0) return 0;
  return number_from(database, "SELECT coalesce(max(step), 0) FROM schema_version", 0);
}

[[noreturn]] void fail_newer(long long version) {
  throw Error(Fault::unavailable,
              say(tr("the catalogue was written by a newer Fonds (form {}, this program knows {})"),
                  version, migrations().size()),
              tr("use the newer program"));
}

void apply(Database& database, long long step) {
  const Migration& migration = migrations().at(static_cast<std::size_t>(step - 1));
  const auto comments = database.is_sqlite() ? Comments::keep : Comments::strip;
  for (const std::string& statement : statements_of(migration.sql, comments)) {
    change(database, statement);
  }
  change(database,
         "INSERT INTO schema_version (step, name, applied_at) VALUES (:step, :name, :applied_at)",
         step, migration.name, to_text(database.clock().now()));
}

/// Applies the next step; false when there is none.
bool migrate_one_step(Database& database) {
  Transaction transaction(database, Transaction::Lock::none);
  if (!database
           .is_sqlite()) {  // two programs starting at once: the second waits, then finds it done
    number_from(database, "SELECT 1 FROM (SELECT pg_advisory_xact_lock(:lock)) locked", 0,
                kMigrationLock);
  }
  change(database,
         "CREATE TABLE IF NOT EXISTS schema_version (step INTEGER NOT NULL PRIMARY KEY, "
         "name TEXT NOT NULL, applied_at TEXT NOT NULL)");
  const long long version = schema_version(database);
  const auto known = static_cast<long long>(migrations().size());
  if (version > known) fail_newer(version);
  if (version == known) return false;
  apply(database, version + 1);
  transaction.commit();
  return true;
}

}  // namespace

Database::Database(std::string_view url, const Clock& clock)
    : connection_(new Connection{clock, url.starts_with("sqlite:"), {}}) {
  try {
    if (connection_->is_sqlite) {
      const path file = boost::filesystem::absolute(after_prefix(url, "sqlite:"));
      create_when_absent(file);
      listen_to_sqlite();
      connection_->session.open(soci::sqlite3, soci_arguments(file));
    } else if (url.starts_with("postgresql:")) {
      connect_to_server(
          [&] { connection_->session.open(soci::postgresql, after_prefix(url, "postgresql:")); });
    } else {
      throw Error(Fault::usage, tr("the catalogue's address is neither sqlite: nor postgresql:"),
                  tr("write it as sqlite:/folder/catalogue.sqlite or postgresql:dbname=fonds"));
    }
    configure(connection_->session, connection_->is_sqlite);
  } catch (const soci::soci_error& error) {
    throw error_from(error);
  } catch (const boost::filesystem::filesystem_error& error) {
    throw system_error(error.code().value(), tr("cannot open the catalogue's file"));
  }
}

Database::~Database() = default;

void Database::migrate() {
  while (migrate_one_step(*this)) {
  }
}

void Database::check_schema() {
  const long long version = schema_version(*this);
  const auto known = static_cast<long long>(migrations().size());
  if (version > known) fail_newer(version);
  if (version == 0) {
    throw Error(Fault::unavailable, tr("the catalogue is empty"),
                tr("make the archive with `fonds init`"));
  }
  if (version < known) {
    throw Error(
        Fault::unavailable,
        say(tr("the catalogue has an older form ({}, this program needs {})"), version, known),
        tr("run `fonds init` for this archive: it brings the catalogue up to date"));
  }
}

std::string Database::integrity_problem() {
  std::string problem;
  std::string line;
  const auto add = [&] {
    if (line != "ok") problem += (problem.empty() ? "" : "; ") + line;
  };
  if (is_sqlite()) {
    try {
      each_row(*this, "PRAGMA integrity_check(20)", std::tie(line), add);
      std::string table;
      each_row(*this, "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check", std::tie(table),
               [&] {
                 line = say(tr("{} names records that do not exist"), table);
                 add();
               });
    } catch (const Error& error) {
      if (error.fault() != Fault::corrupt) throw;
      problem = error.message();
    }
  } else {
    // The server guards its files by checksums of its own; reading every table makes it look.
    for (const char* table : {"journal", "documents", "originals", "pages", "jobs"}) {
      number_from(*this, fmt::format("SELECT count(t.*) FROM {} t", table), 0);
    }
  }
  return problem;
}

const Clock& Database::clock() const { return connection_->clock; }

soci::session& Database::sql() {
  if (connection_->lost && !connection_->in_transaction) {
    connection_->prepared.clear();  // they were the lost session's
    connect_to_server([&] { connection_->session.reconnect(); });
    configure(connection_->session, connection_->is_sqlite);
    connection_->lost = false;
  }
  return connection_->session;
}

bool Database::is_sqlite() const { return connection_->is_sqlite; }
bool Database::in_transaction() const { return connection_->in_transaction; }

Error Database::noted(const std::exception& cause) {
  if (is_lost_connection(cause)) connection_->lost = true;
  if (connection_->in_transaction) connection_->failed = true;
  return error_from(cause);
}

Transaction::Transaction(Database& database, Lock lock) : database_(database) {
  if (database.in_transaction()) throw Error(Fault::bug, "a transaction within a transaction");
  change(database, database.is_sqlite() ? "BEGIN IMMEDIATE" : "BEGIN");
  database.connection_->in_transaction = true;
  database.connection_->failed = false;
  if (database.is_sqlite() || lock == Lock::none) return;
  try {
    number_from(database, "SELECT value FROM counters WHERE name = 'journal' FOR UPDATE", 0);
  } catch (const Error&) {
    roll_back();
    throw;
  }
}

Transaction::~Transaction() {
  if (open_) roll_back();
}

void Transaction::commit() {
  if (!open_ || database_.connection_->failed) {
    throw Error(Fault::bug, "commit of a transaction that has failed or ended");
  }
  change(database_, "COMMIT");
  open_ = false;
  database_.connection_->in_transaction = false;
}

void Transaction::roll_back() {
  try {
    database_.connection_->session << "ROLLBACK";
  } catch (const soci::soci_error&) {
    // The engine has rolled back by itself (disk full) or is gone, which comes to the same.
  }
  open_ = false;
  database_.connection_->in_transaction = false;
}

}  // namespace fonds
