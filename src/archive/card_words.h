/// The words people use for values of fields, kinds of papers among them.
///
/// Threads: pure. Faults: usage (a data file is wrong, with its line).
#pragma once

#include <string>
#include <string_view>

#include "indexer/value_words.h"
#include "ingest/document_kinds.h"
#include "model/card.h"

namespace fonds {

/// config/value_words.toml and the titles of `kinds`.
ValueWords card_words(const DocumentKinds& kinds);

/// A canonical value of a card's field as people here write it: a day as 15.05.2024, a named value
/// by its name, anything else as it is.
std::string value_in_words(const ValueWords& words, std::string_view field,
                           const std::string& value);

/// What stands in a field, as people are shown it: also that there is none, or that it is not
/// clear.
std::string shown(const FieldValue& value, const ValueWords& words);
/// The name of a field of kCardFields for people.
std::string field_title(std::string_view name);
std::string title_of(LinkState state);
std::string title_of(PersonRole role);

}  // namespace fonds
