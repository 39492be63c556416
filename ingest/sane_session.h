/// SaneSession and SaneDevice: the SANE library while somebody uses it, and one open scanner; both
/// let go of what they hold, whatever happens. sane_error() puts each SANE status into a clerk's
/// words.
///
/// Threads: SANE is state of the whole process: one thread at a time. Sessions may overlap; the
///          library ends with the last one.
/// Faults:  unavailable, busy, denied, io, usage, as sane_error() says.
#pragma once

#include <sane/sane.h>

#include <string>

#include "base/error.h"

namespace fonds {

class SaneSession {
 public:
  SaneSession();
  SaneSession(const SaneSession&) = delete;
  SaneSession& operator=(const SaneSession&) = delete;
  ~SaneSession();

  /// To be called when a page was left before its end. Backends then end their reader thread
  /// wherever it is, and it may die with the loader's lock held; who unloads a library after that
  /// waits for ever. So SANE stays loaded from now on: what changes in its settings later is seen
  /// by the next program only, and such a program ends without exit handlers (cli/main).
  static void page_was_left();
  /// Whether that was called: then exit handlers may wait for ever, too.
  static bool is_page_left();
};

class SaneDevice {
 public:
  /// Opens the scanner of that SANE name.
  explicit SaneDevice(const std::string& name);
  SaneDevice(const SaneDevice&) = delete;
  SaneDevice& operator=(const SaneDevice&) = delete;
  ~SaneDevice();
  [[nodiscard]] SANE_Handle handle() const { return handle_; }

 private:
  SANE_Handle handle_ = nullptr;
};

/// The Error for a status that is not SANE_STATUS_GOOD.
Error sane_error(SANE_Status status);

}  // namespace fonds
