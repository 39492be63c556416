/// What the database engines throw, as Error: the one place that knows their codes.
///
/// Messages never carry SQL, parameters or row values (they may hold personal data).
/// Threads: pure.
#pragma once

#include <exception>

#include "base/error.h"

namespace fonds {

/// Lets error_from() tell a full or read-only disk from a failing one. Call before the first SQLite
/// connection of the process; calls after that do nothing.
void listen_to_sqlite();

/// The Error for an exception of SOCI.
Error error_from(const std::exception& cause);

/// The Error for an exception of an attempt to connect to PostgreSQL.
Error unreachable(const std::exception& cause);

/// Whether the connection to the server is gone, so that only a new one helps.
bool is_lost_connection(const std::exception& cause);

}  // namespace fonds
