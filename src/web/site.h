/// Site: the web desk of one archive: takes a request, finds its route, asks who it is from,
/// whether its form is ours, what they may, and lets the page answer. One of the three places where
/// an Error is caught: it becomes a page (or a record, for programs) with the HTTP status of its
/// fault.
///
/// Threads: respond() from each working thread with its number; admit() from one thread at a time.
/// Faults:  none leave it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "web/rate_limit.h"
#include "web/request_counts.h"
#include "web/scan_runs.h"
#include "web/server.h"
#include "web/visit.h"
#include "web/watcher.h"

namespace fonds {

class Site {
 public:
  /// `setup_code`: what whoever makes the first account must know.
  Site(const Archive& archive, int workers, std::string setup_code);
  ~Site();

  /// Whether a request with a body is let in, and where its body goes.
  Admission admit(const Request& request);
  Response respond(const Request& request, int worker);

  [[nodiscard]] const std::string& setup_code() const { return setup_code_; }
  [[nodiscard]] RateLimit& sign_ins() { return sign_ins_; }
  [[nodiscard]] Watcher& watcher() { return watcher_; }
  [[nodiscard]] ScanRuns& scan_runs() { return scan_runs_; }
  [[nodiscard]] const RequestCounts& counts() const { return counts_; }

 private:
  Admission admission_of(const Request& request);
  Response answer(Visit& visit);
  const Archive& archive_;
  std::string setup_code_;
  RateLimit sign_ins_;  ///< of one address
  ScanRuns scan_runs_;
  RequestCounts counts_;
  std::vector<std::unique_ptr<Workplace>> places_;  ///< of the working threads
  std::unique_ptr<Workplace> door_;                 ///< of admit()
  Watcher watcher_;
};

}  // namespace fonds
