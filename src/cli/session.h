/// Session: one run of the command line: where the archive is, who asks, how to answer.
///
/// Threads: used by the main thread; `stop` is set by signals.
#pragma once

#include <boost/filesystem/path.hpp>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "archive/archive.h"
#include "base/error.h"
#include "model/actor.h"
#include "web/api/json.h"

namespace CLI {
class App;
}

namespace fonds {

struct Session {
  std::string archive_folder;  ///< --archive or FONDS_ARCHIVE
  bool json = false;
  bool quiet = false;
  bool used_scanner = false;  ///< SANE was loaded: see main.cc for how such a process ends
  std::string as;             ///< --as: the login of the user in whose role this is done
  std::string purpose;        ///< --purpose: why papers are looked at
  /// Who asks. open_archive() makes it the user of --as, or of the token in FONDS_TOKEN.
  Actor actor = local_archivist();
  LocalDisk disk;
  SystemClock clock;
  boost::filesystem::path program;  ///< this binary
  std::stop_source stop;
  /// What the parsed command does; its value is the exit code.
  std::function<int()> action;

  [[nodiscard]] Archive::Ground ground() { return {disk, clock, program}; }
  /// Opens the named archive and learns who asks. Fault usage when none is named.
  Archive open_archive();

 private:
  void learn_who_asks();
};

/// Prints one line of JSON (ill-formed text inside becomes U+FFFD) to standard output.
void print(const Json& record);
/// Nobody reads the answer any more (`fonds … | head`): the command ends quietly.
struct ReaderGone {};

/// Prints text and a new line to standard output. Fault io when it cannot be written.
/// Throws ReaderGone.
void print(const std::string& line);
/// The same without a new line, for bytes.
void print_bytes(std::string_view bytes);
/// Prints a line of talk to standard error.
void tell(const Session& session, const std::string& line);
/// "error: what failed" and "hint: what to do" on standard error; as JSON when asked so.
void report(const Session& session, const Error& error);

}  // namespace fonds
