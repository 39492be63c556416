#include <boost/filesystem/operations.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <thread>

#include "base/log.h"
#include "base/messages.h"
#include "cli/command_line.h"
#include "ingest/worker.h"

namespace {

/// Russian unless the user's environment asks for English.
fonds::Language wanted_language() {
  for (const char* name : {"FONDS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).substr(0, 2) == "en" ? fonds::Language::english
                                                        : fonds::Language::russian;
  }
  return fonds::Language::russian;
}

/// Installed: PREFIX/bin/fonds and PREFIX/share/locale. In a build folder: …/src/cli/fonds,
/// …/locale.
std::string catalogue_folder(const boost::filesystem::path& program) {
  const auto installed = program.parent_path().parent_path() / "share" / "locale";
  if (boost::filesystem::exists(installed / "ru" / "LC_MESSAGES" / "fonds.mo")) {
    return installed.string();
  }
  return (program.parent_path().parent_path().parent_path() / "locale").string();
}

/// Turns SIGINT and SIGTERM into session.stop, on a thread that may do more than a handler.
void stop_on_signals(fonds::Session& session) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread([signals, stop = session.stop]() mutable {
    int signal = 0;
    sigwait(&signals, &signal);
    stop.request_stop();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);  // a second Ctrl-C ends at once
  }).detach();
}

}  // namespace

int main(int argc, char** argv) {
  // The sandboxed worker: fd 3 is its socket, nothing else of this program runs.
  if (argc == 2 && std::string_view(argv[1]) == "worker") return fonds::serve_worker(3);
  std::signal(SIGPIPE, SIG_IGN);
  fonds::Session session;
  session.program = boost::filesystem::read_symlink("/proc/self/exe");
  fonds::choose_language(wanted_language(), catalogue_folder(session.program));
  fonds::set_up_log(std::getenv("FONDS_DEBUG") != nullptr ? fonds::LogLevel::detailed
                                                          : fonds::LogLevel::normal);
  stop_on_signals(session);
  const int exit_code = fonds::run_command_line(session, {argv + 1, argv + argc});
  std::fflush(nullptr);
  // SANE backends cancel their reader threads, which may die holding a lock of the C library; its
  // exit handlers would then wait for ever (seen after a jam).
  if (session.used_scanner) std::_Exit(exit_code);
  return exit_code;
}
