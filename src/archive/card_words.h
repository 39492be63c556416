/// The words people use for values of fields, kinds of papers among them.
///
/// Threads: pure. Faults: usage (a data file is wrong, with its line).
#pragma once

#include "indexer/value_words.h"
#include "ingest/document_kinds.h"

namespace fonds {

/// config/value_words.toml and the titles of `kinds`.
ValueWords card_words(const DocumentKinds& kinds);

}  // namespace fonds
