/// ScanRuns: scans under way for the desk, each in a process of its own: `fonds scan … --json`.
/// Scanner drivers run inside the process that scans and may hang or die on a fault; so they take
/// nothing with them, and whoever waits is told page by page.
///
/// A run belongs to whoever began it; for all others there is none. What it has taken in is safe
/// whatever ends it. Threads: any. Faults: busy (this person scans already, too many scan at once),
/// usage (a scanner that was not found by looking), unavailable.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "model/actor.h"

namespace fonds {

/// How to scan, as the desk's form says it; texts as `fonds scan` takes them.
struct ScanWish {
  std::string device{};  ///< empty: the first one found
  std::string source{};  ///< "flatbed", "adf", "duplex"; empty: as the device is set
  int dpi = 300;
  std::string mode = "colour";
  std::string sheet{};     ///< as `fonds scan --sheet`; empty: all the scanner sees
  bool one_paper = false;  ///< all sheets are one paper
  std::string label{};
};

/// How far a run is.
struct ScanRun {
  bool running = false;
  bool looking = false;                         ///< for scanners, not scanning
  std::vector<nlohmann::ordered_json> records;  ///< what it has told: scanners or papers
  std::string problem;                          ///< after its end: what went wrong
  std::string hint;
  ScanWish wish;
};

class ScanRuns {
 public:
  explicit ScanRuns(const Archive& archive);
  ~ScanRuns();  ///< ends those that run
  ScanRuns(const ScanRuns&) = delete;
  ScanRuns& operator=(const ScanRuns&) = delete;

  /// Give the run's name.
  std::string look(const Actor& actor);
  std::string scan(const Actor& actor, const ScanWish& wish);
  /// Nothing: this person has no such run.
  std::optional<ScanRun> state(const Actor& actor, std::string_view name);
  /// Asks it to end; asked again it is ended.
  void cancel(const Actor& actor, std::string_view name);
  /// The scanners the last look found, by whomever.
  std::vector<nlohmann::ordered_json> devices();

 private:
  struct Run;
  std::string begin(const Actor& actor, std::vector<std::string> arguments, bool looking,
                    const ScanWish& wish);
  Run* find(const Actor& actor, std::string_view name);
  void make_room(const Actor& actor);
  ScanRun state_of(Run& run);
  std::mutex mutex_;
  std::unique_ptr<Archive> archive_;
  std::map<std::string, std::unique_ptr<Run>, std::less<>> runs_;
  std::vector<nlohmann::ordered_json> devices_;
  std::int64_t begun_ = 0;
};

}  // namespace fonds
