/// Log: what Fonds says to its operator, on standard error. Never names, texts or file names of
/// papers: ids only (personal data of children is what we hold).
///
/// Threads: any.
#pragma once

#include <spdlog/spdlog.h>

namespace fonds {

enum class LogLevel { quiet, normal, detailed };

/// Sends all logging to standard error with one line a message. Call once, before any thread.
void set_up_log(LogLevel level);

}  // namespace fonds
