/// What a Database holds, for the sources of this folder that open and end transactions.
///
/// Threads: as Database.
#pragma once

#include <soci/soci.h>

#include <list>
#include <string>
#include <utility>

#include "catalogue/database.h"

namespace fonds {

struct Database::Connection {
  const Clock& clock;
  bool is_sqlite = true;
  soci::session session;
  bool in_transaction = false;
  bool failed = false;  ///< a statement of the open transaction failed: it must not be committed
  bool lost = false;    ///< the server went away: connect again before the next statement
  /// Statements prepared and not in use, by their texts, the last used first.
  std::list<std::pair<std::string, soci::statement>> prepared{};
};

}  // namespace fonds
