/// store_reading: what the machine understood of a paper becomes its card.
///
/// Threads: as the transaction's Database. Faults: as Database.
#pragma once

#include <vector>

#include "catalogue/database.h"
#include "model/actor.h"
#include "model/card.h"
#include "model/ids.h"
#include "model/paper.h"

namespace fonds {

/// Replaces what the machine said of the document before; a person's word stays. Journalled as
/// document.understood. Part of the transaction that records recognition.
void store_reading(Transaction& transaction, const Actor& actor, DocumentId document, int run,
                   const PaperReading& reading, const std::vector<StudentLink>& links);

}  // namespace fonds
