#include "catalogue/sql_error.h"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

Error busy() {
  return {Fault::busy, tr("the catalogue is being written by somebody else"),
          tr("repeat in a moment; if it lasts, look for a Fonds process that hangs")};
}

Error disk_full() {
  return {Fault::io, tr("cannot write the catalogue: no space left on the disk"),
          tr("free some space and repeat; what was accepted before is safe")};
}

Error read_only() {
  return {Fault::io, tr("cannot write the catalogue: it is read-only"),
          tr("make the disk and the catalogue writable and repeat")};
}

Error disk_failed() {
  return {Fault::io, tr("cannot read or write the catalogue: the disk failed"),
          tr("check the disk and the system log, then run `fonds check`")};
}

Error damaged() {
  return {Fault::corrupt, tr("the catalogue is damaged or is no catalogue"),
          tr("stop Fonds and restore the catalogue from the last backup")};
}

/// What the engine itself says, without its DETAIL lines (they quote values), on one line.
std::string reason_of(const soci::soci_error& cause) {
  std::string text = cause.get_error_message();
  for (const char* tail : {"DETAIL:", "CONTEXT:", "QUERY:", "STATEMENT:"}) {
    text = text.substr(0, text.find(tail));
  }
  for (char& c : text) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return printable(text);
}

Error bug(const soci::soci_error& cause) {
  return {Fault::bug, say(tr("the catalogue refused a statement: {}"), reason_of(cause)),
          tr("report this message to the maintainers")};
}

/// What the system answered this thread's last failed call of SQLite. SQLite's result code says no
/// more than "cannot open" or "disk I/O error"; its log line says the number:
/// "os_unix.c:4455: (28) open(/…) - No space left on device".
thread_local int system_answer = 0;

void hear(void*, int, const char* line) {
  const char* bracket = std::strstr(line, ": (");
  if (bracket == nullptr) return;
  const auto answer = static_cast<int>(std::strtol(bracket + 3, nullptr, 10));
  // SQLite tries again in other ways, which fail for other reasons: the telling one stays.
  if (answer == ENOSPC || answer == EDQUOT || answer == EROFS) system_answer = answer;
}

std::optional<Error> from_system() {
  const int answer = std::exchange(system_answer, 0);
  if (answer == ENOSPC || answer == EDQUOT) return disk_full();
  if (answer == EROFS) return read_only();
  return std::nullopt;
}

Error from_sqlite(const soci::sqlite3_soci_error& cause) {
  switch (cause.result() & 0xFF) {  // the low byte of an extended code is the primary one
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return busy();
    case SQLITE_FULL:
      return disk_full();
    case SQLITE_READONLY:
      return read_only();
    case SQLITE_IOERR:
      return from_system().value_or(disk_failed());
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return damaged();
    case SQLITE_CANTOPEN:
      return from_system().value_or(Error(Fault::io, tr("cannot open the catalogue's file"),
                                          tr("check that the archive's folder exists, may be "
                                             "written, and its disk has space left")));
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {Fault::denied, tr("cannot open the catalogue's file: permission denied"),
              tr("check the owner and the rights of the file")};
    default:
      return bug(cause);
  }
}

Error from_postgresql(const soci::postgresql_soci_error& cause) {
  const std::string state = cause.sqlstate();
  const auto is = [&](std::string_view code) { return state == code; };
  const auto of_class = [&](std::string_view code) { return state.starts_with(code); };
  if (is_lost_connection(cause)) return unreachable(cause);
  if (is("55P03") || is("40001") || is("40P01")) return busy();
  if (is("53100")) return disk_full();
  if (is("25006")) return read_only();
  if (is("58030")) return disk_failed();
  if (of_class("XX001") || of_class("XX002")) return damaged();
  if (of_class("53")) {  // out of memory, connections
    return {Fault::unavailable,
            say(tr("the catalogue's server is out of resources: {}"), reason_of(cause)),
            tr("repeat later; if it lasts, raise the limits of the server")};
  }
  if (is("42501")) {
    return {Fault::denied, say(tr("the catalogue's server refused: {}"), reason_of(cause)),
            tr("give the database user of Fonds the rights on its database")};
  }
  return bug(cause);
}

}  // namespace

void listen_to_sqlite() {
  // Only before SQLite is first used; a later call changes nothing.
  static const int done = sqlite_api::sqlite3_config(SQLITE_CONFIG_LOG, hear, nullptr);
  static_cast<void>(done);
}

Error unreachable(const std::exception& cause) {
  const auto* error = dynamic_cast<const soci::soci_error*>(&cause);
  return {Fault::unavailable,
          say(tr("cannot reach the catalogue's server: {}"),
              error == nullptr ? std::string(cause.what()) : reason_of(*error)),
          tr("check that PostgreSQL runs and the address in the settings is right")};
}

bool is_lost_connection(const std::exception& cause) {
  const auto* error = dynamic_cast<const soci::postgresql_soci_error*>(&cause);
  if (error == nullptr) return false;
  const std::string state = error->sqlstate();
  // No state at all: the words are libpq's own, no server answered. 57P: it is being shut down.
  return state.empty() ||
         state.find_first_not_of(std::string_view(" \0", 2)) == std::string::npos ||
         state.starts_with("08") || state.starts_with("57P") || state.starts_with("28") ||
         state.starts_with("3D");
}

Error error_from(const std::exception& cause) {
  if (const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&cause)) {
    return from_sqlite(*sqlite);
  }
  if (const auto* postgresql = dynamic_cast<const soci::postgresql_soci_error*>(&cause)) {
    return from_postgresql(*postgresql);
  }
  if (const auto* soci = dynamic_cast<const soci::soci_error*>(&cause)) return bug(*soci);
  return {Fault::bug, cause.what()};
}

}  // namespace fonds
