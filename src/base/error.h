/// Error is the one exception type of Fonds; Fault is the closed set of reasons a thing can fail.
///
/// Each fault maps to one process exit code and one HTTP status (kFaults below). Expected outcomes
/// (absent, duplicate, unsure) are return values, never an Error. Foreign exceptions become an
/// Error in the folder that owns the library. Caught in three places only: cli/main, web/server,
/// ingest/pipeline.
/// Threads:   a value type; no shared state.
#pragma once

#include <array>
#include <exception>
#include <string>
#include <string_view>
#include <utility>

namespace fonds {

enum class Fault {
  usage,        ///< the caller asked for something that makes no sense
  not_found,    ///< what was named does not exist
  denied,       ///< the actor may not do this
  busy,         ///< somebody else is at it; the same call may succeed later
  io,           ///< disk, device or network failed
  corrupt,      ///< bytes are not what they must be
  unavailable,  ///< a service or device that is needed is not there
  bug,          ///< our own mistake
};

struct FaultEntry {
  Fault fault;
  std::string_view name;
  int exit_code;
  int http_status;
};

/// Exit codes: 0 done, 1 left to the shell, 3 done in part, 130 interrupted are not faults.
inline constexpr std::array<FaultEntry, 8> kFaults{{
    {Fault::usage, "usage", 2, 400},
    {Fault::not_found, "not_found", 4, 404},
    {Fault::denied, "denied", 5, 403},
    {Fault::busy, "busy", 6, 409},
    {Fault::io, "io", 7, 500},
    {Fault::corrupt, "corrupt", 8, 500},
    {Fault::unavailable, "unavailable", 9, 503},
    {Fault::bug, "bug", 70, 500},
}};
static_assert(kFaults.size() == static_cast<std::size_t>(Fault::bug) + 1);

inline constexpr int kExitDone = 0;
inline constexpr int kExitInPart = 3;
inline constexpr int kExitInterrupted = 130;

constexpr const FaultEntry& entry_of(Fault fault) {
  return kFaults[static_cast<std::size_t>(fault)];
}

class Error : public std::exception {
 public:
  /// `message` says what failed and why, `hint` what to do; both in the user's language, one line.
  Error(Fault fault, std::string message, std::string hint = {});

  [[nodiscard]] Fault fault() const { return fault_; }
  [[nodiscard]] const std::string& message() const { return message_; }
  [[nodiscard]] const std::string& hint() const { return hint_; }
  /// The message with its context, outermost first: "taking in a.pdf: cannot read: …".
  [[nodiscard]] const char* what() const noexcept override { return what_.c_str(); }

  /// Adds what was being done when the error passed; returns itself for `throw`.
  Error& add_context(std::string_view doing);

 private:
  Fault fault_;
  std::string message_;
  std::string hint_;
  std::string what_;
};

/// Runs `action`; an Error leaving it is told what was being done.
template <class Action>
auto while_doing(std::string_view doing, Action&& action) -> decltype(action()) {
  try {
    return std::forward<Action>(action)();
  } catch (Error& error) {
    error.add_context(doing);
    throw;
  }
}

/// An Error of fault io (or denied, unavailable for no space) for the current `errno`.
Error system_error(int error_number, std::string_view what_failed);

}  // namespace fonds
