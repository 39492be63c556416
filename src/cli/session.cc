#include "cli/session.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "archive/people.h"
#include "base/error.h"
#include "base/messages.h"
#include "web/api/records.h"

namespace fonds {

Archive Session::open_archive() {
  if (archive_folder.empty()) {
    throw Error(Fault::usage, tr("no archive is named"),
                tr("add --archive DIR, or set FONDS_ARCHIVE"));
  }
  learn_who_asks();
  return {ground(), archive_folder};
}

void Session::learn_who_asks() {
  // Set but empty is a token that opens nothing, not none: a script that lost it must not be let in
  // as the archivist.
  const char* token = std::getenv("FONDS_TOKEN");
  if (token != nullptr || !as.empty()) {
    Archive archive(ground(), archive_folder);
    ArchivePeople people(archive);
    actor = token != nullptr ? people.by_token(token) : people.acting_as(local_archivist(), as);
  }
  actor.purpose = purpose;
}

void print_bytes(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() &&
      std::fflush(stdout) == 0) {
    return;
  }
  if (errno == EPIPE) throw ReaderGone{};
  throw system_error(errno, tr("cannot write the answer"));
}

void print(const std::string& line) { print_bytes(line + '\n'); }

void print(const Json& record) {
  print(record.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void tell(const Session& session, const std::string& line) {
  if (session.quiet) return;
  fmt::print(stderr, "{}\n", line);
}

void report(const Session& session, const Error& error) {
  if (session.json) {
    fmt::print(stderr, "{}\n",
               record_of(error).dump(-1, ' ', false, Json::error_handler_t::replace));
    return;
  }
  fmt::print(stderr, "{}: {}\n", tr("error"), error.what());
  if (!error.hint().empty()) fmt::print(stderr, "{}: {}\n", tr("hint"), error.hint());
}

}  // namespace fonds
