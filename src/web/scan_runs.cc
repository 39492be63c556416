#include "web/scan_runs.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "access/policy.h"
#include "archive/spool.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/process.h"
#include "base/text.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kMostRunning = 4;
constexpr std::size_t kMostKept = 40;
constexpr std::size_t kMostPrinted = 4U << 20;  ///< bytes of records that are read

/// What a scanner's drivers need to be found where the service's own environment says.
std::vector<std::string> environment_of_scans() {
  std::vector<std::string> environment = clean_environment();
  environment.emplace_back(language() == Language::russian ? "FONDS_LANG=ru" : "FONDS_LANG=en");
  for (const char* name : {"SANE_CONFIG_DIR", "SANE_NET_TIMEOUT", "SANE_DEFAULT_DEVICE"}) {
    const char* const value = std::getenv(name);
    if (value != nullptr) environment.push_back(fmt::format("{}={}", name, value));
  }
  return environment;
}

/// What stands in the file from its beginning; where the child writes is left alone.
std::string printed_in(int fd) {
  std::string text;
  std::array<char, 16384> piece{};
  while (text.size() < kMostPrinted) {
    const ssize_t got = ::pread(fd, piece.data(), piece.size(), static_cast<off_t>(text.size()));
    if (got <= 0) break;
    text.append(piece.data(), static_cast<std::size_t>(got));
  }
  return text;
}

/// Whole lines that are records.
std::vector<Json> records_of(const std::string& printed) {
  std::vector<Json> records;
  std::size_t begin = 0;
  for (std::size_t end = printed.find('\n'); end != std::string::npos;
       end = printed.find('\n', begin)) {
    Json record = Json::parse(printed.substr(begin, end - begin), nullptr, false);
    if (record.is_object()) records.push_back(std::move(record));
    begin = end + 1;
  }
  return records;
}

std::string text_of(const Json& record, const char* name) {
  const auto found = record.find(name);
  return found != record.end() && found->is_string() ? printable(found->get<std::string>()) : "";
}

/// The program ends with a record of what went wrong, other talk around it.
void tell_fault(const std::string& said, ScanRun& run) {
  const std::size_t begin = said.rfind(R"({"error":)");
  const std::size_t end = begin == std::string::npos ? begin : said.find("}}", begin);
  const Json record = end == std::string::npos
                          ? Json()
                          : Json::parse(said.substr(begin, end + 2 - begin), nullptr, false);
  if (record.is_object() && record.contains("error")) {
    run.problem = text_of(record["error"], "message");
    run.hint = text_of(record["error"], "hint");
  }
  if (!run.problem.empty()) return;
  run.problem = tr("the program of the scanner ended without a word");
  run.hint = tr("switch the scanner off and on, then repeat; what was scanned is safe");
}

}  // namespace

struct ScanRuns::Run {
  Run(std::string of, bool looks, ScanWish how, UniqueFd file, const ProcessOptions& options)
      : login(std::move(of)),
        looking(looks),
        wish(std::move(how)),
        output(std::move(file)),
        process(options) {}
  std::string login;
  bool looking;
  ScanWish wish;
  UniqueFd output;
  Process process;
  bool asked_to_end = false;
  std::int64_t number = 0;
};

ScanRuns::ScanRuns(const Archive& archive) : archive_(archive.reopen()) {}
ScanRuns::~ScanRuns() = default;

void ScanRuns::make_room(const Actor& actor) {
  int running = 0;
  for (const auto& [name, run] : runs_) {
    if (!run->process.running()) continue;
    ++running;
    if (run->login == actor.login) {
      throw Error(Fault::busy, tr("a scan of yours is under way"), tr("wait for it, or end it"));
    }
  }
  if (running >= kMostRunning) {
    throw Error(Fault::busy, tr("too many scans are under way"), tr("repeat in a minute"));
  }
  while (runs_.size() >= kMostKept) {
    const auto oldest = std::min_element(runs_.begin(), runs_.end(), [](auto& one, auto& other) {
      return one.second->number < other.second->number;
    });
    runs_.erase(oldest);
  }
}

std::string ScanRuns::begin(const Actor& actor, std::vector<std::string> arguments, bool looking,
                            const ScanWish& wish) {
  archive_->policy().require(actor, Operation::take_in);
  const std::lock_guard lock(mutex_);
  make_room(actor);
  arguments.insert(arguments.end(),
                   {"--json", "--archive=" + archive_->folder().string(), "--as=" + actor.login});
  if (!actor.purpose.empty()) arguments.push_back("--purpose=" + actor.purpose);
  UniqueFd output = spool_file(archive_->incoming());
  ProcessOptions options;
  options.program = archive_->worker_options().program;
  options.arguments = std::move(arguments);
  options.environment = environment_of_scans();
  options.output = output.get();
  auto run = std::make_unique<Run>(actor.login, looking, wish, std::move(output), options);
  run->number = ++begun_;
  std::string name = random_hex(8);
  runs_.emplace(name, std::move(run));
  return name;
}

std::string ScanRuns::look(const Actor& actor) {
  return begin(actor, {"scan", "--list"}, true, {});
}

std::string ScanRuns::scan(const Actor& actor, const ScanWish& wish) {
  const std::vector<Json> known = devices();
  const bool is_known = std::any_of(known.begin(), known.end(), [&](const Json& device) {
    return text_of(device, "device") == wish.device;
  });
  // A driver may be told an address in the network to go to: only what was found is used.
  if (!wish.device.empty() && !is_known) {
    throw Error(Fault::usage, tr("that scanner was not found"), tr("look for scanners again"));
  }
  std::vector<std::string> arguments{"scan", fmt::format("--dpi={}", wish.dpi),
                                     "--mode=" + wish.mode};
  if (!wish.device.empty()) arguments.push_back("--device=" + wish.device);
  if (!wish.source.empty()) arguments.push_back("--source=" + wish.source);
  if (!wish.sheet.empty()) arguments.push_back("--sheet=" + wish.sheet);
  if (!wish.label.empty()) arguments.push_back("--label=" + wish.label);
  if (wish.one_paper) arguments.emplace_back("--batch");
  return begin(actor, std::move(arguments), false, wish);
}

ScanRuns::Run* ScanRuns::find(const Actor& actor, std::string_view name) {
  const auto found = runs_.find(name);
  const bool own = found != runs_.end() && found->second->login == actor.login;
  return own ? found->second.get() : nullptr;
}

ScanRun ScanRuns::state_of(Run& run) {
  ScanRun state;
  state.looking = run.looking;
  state.wish = run.wish;
  const auto end = run.process.wait(std::chrono::milliseconds(0));
  state.running = !end;
  state.records = records_of(printed_in(run.output.get()));
  if (!end) return state;
  const bool well = end->signal == 0 && end->exit_code == 0;
  if (!well && !run.asked_to_end) tell_fault(run.process.said(), state);
  if (run.asked_to_end) state.problem = tr("it was ended before its time");
  if (run.looking && well) devices_ = state.records;
  return state;
}

std::optional<ScanRun> ScanRuns::state(const Actor& actor, std::string_view name) {
  const std::lock_guard lock(mutex_);
  Run* const run = find(actor, name);
  if (run == nullptr) return std::nullopt;
  return state_of(*run);
}

void ScanRuns::cancel(const Actor& actor, std::string_view name) {
  const std::lock_guard lock(mutex_);
  Run* const run = find(actor, name);
  if (run == nullptr || !run->process.running()) return;
  if (run->asked_to_end) {
    run->process.kill();  // its driver hangs
  } else {
    run->process.interrupt();
  }
  run->asked_to_end = true;
}

std::vector<Json> ScanRuns::devices() {
  const std::lock_guard lock(mutex_);
  return devices_;
}

}  // namespace fonds
