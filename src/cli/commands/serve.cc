#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "archive/index_keeper.h"
#include "archive/people.h"
#include "archive/schedule.h"
#include "archive/workers.h"
#include "base/digest.h"
#include "base/log.h"
#include "base/messages.h"
#include "cli/commands/commands.h"
#include "web/server.h"
#include "web/site.h"

namespace fonds {
namespace {

constexpr std::chrono::milliseconds kFollowing{500};  ///< between looks for what the index lacks
constexpr std::chrono::minutes kScheduling{5};
constexpr int kWebWorkers = 8;

struct ServeCall {
  std::string address;
  int port = -1;
};

std::string read_pem(const std::string& path) { return path.empty() ? "" : read_file(path); }

bool is_this_machine(const std::string& address) {
  return address.starts_with("127.") || address == "::1";
}

WebServer::Options options_of(const Archive& archive, const ServeCall& call) {
  const ConfigFile& settings = archive.settings();
  WebServer::Options options;
  options.address = call.address.empty() ? settings.text("web.address") : call.address;
  options.port =
      static_cast<std::uint16_t>(call.port >= 0 ? call.port : settings.integer("web.port"));
  options.certificate = read_pem(settings.text("web.certificate"));
  options.key = read_pem(settings.text("web.key"));
  options.workers = kWebWorkers;
  options.spool = archive.incoming();
  options.most_file_bytes = settings.integer("web.upload_megabytes") << 20U;
  if (options.certificate.empty() && !is_this_machine(options.address)) {
    throw Error(
        Fault::usage,
        say(tr("{} can be reached from other machines, and passwords would travel readably"),
            options.address),
        tr("set web.certificate and web.key in fonds.toml, or listen on 127.0.0.1 behind a "
           "proxy that speaks https"));
  }
  return options;
}

/// A thousand browsers are a thousand descriptors.
void raise_descriptor_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

/// What is due by the calendar, looked for every few minutes.
void keep_schedule(const Archive& of, const std::stop_token& stop) {
  const std::unique_ptr<Archive> archive = of.reopen();
  std::mutex mutex;
  std::condition_variable_any woken;
  while (!stop.stop_requested()) {
    try {
      ArchiveSchedule(*archive).run(
          schedule_actor(), {}, ArchiveSchedule::Which::due, [](const ScheduleRun&) {}, stop);
    } catch (const Error& error) {
      spdlog::error("schedule: {}", error.what());  // the next look may fare better
    }
    std::unique_lock lock(mutex);
    woken.wait_for(lock, stop, kScheduling, [] { return false; });
  }
}

void tell_address(const Session& session, const WebServer::Options& options, std::uint16_t port,
                  const std::string& setup_code) {
  const bool is_six = options.address.find(':') != std::string::npos;
  const std::string host = is_six ? '[' + options.address + ']' : options.address;
  const std::string address =
      fmt::format("{}://{}:{}/", options.certificate.empty() ? "http" : "https", host, port);
  if (session.json) {
    Json record{{"address", address}};
    if (!setup_code.empty()) record["setup_code"] = setup_code;
    return print(record);
  }
  print(address);
  if (!setup_code.empty()) {
    tell(session, say(tr("There are no accounts yet; make the first one: {}begin?code={}"), address,
                      setup_code));
  }
  tell(session, tr("The desk is open; stop it with Ctrl-C."));
}

int serve(Session& session, const ServeCall& call) {
  raise_descriptor_limit();
  Archive archive = session.open_archive();
  const WebServer::Options options = options_of(archive, call);
  const std::string setup_code = ArchivePeople(archive).has_accounts() ? "" : random_hex(8);
  Site site(archive, options.workers, setup_code);
  WebServer server(
      options, [&](const Request& request) { return site.admit(request); },
      [&](const Request& request, int worker) { return site.respond(request, worker); });
  tell_address(session, options, server.port(), setup_code);

  RecognitionWorkers workers(archive, recognition_actor(), archive.worker_count(),
                             RecognitionWorkers::Until::stopped, [](const Document&) {});
  IndexKeeper index(archive);
  std::jthread schedule([&](const std::stop_token& stop) { keep_schedule(archive, stop); });
  while (!session.stop.stop_requested() && !workers.ended()) {
    index.catch_up();
    std::this_thread::sleep_for(kFollowing);
  }
  schedule.request_stop();
  workers.stop();
  workers.join();
  return kExitDone;
}

}  // namespace

void define_serve(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("serve");
  auto call = std::make_shared<ServeCall>();
  command->add_option("--address", call->address);
  command->add_option("--port", call->port)->check(CLI::Range(0, 65535));
  command->callback(
      [&session, call] { session.action = [&session, call] { return serve(session, *call); }; });
}

}  // namespace fonds
