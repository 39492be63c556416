/// Strong ids: a DocumentId is not a JobId, and neither is a number.
///
/// Threads: value types.
#pragma once

#include <compare>
#include <cstdint>

namespace fonds {

template <class Tag>
struct Id {
  std::int64_t value = 0;
  auto operator<=>(const Id&) const = default;  // NOLINT(modernize-use-nullptr)
};

using DocumentId = Id<struct DocumentTag>;
using IntakeId = Id<struct IntakeTag>;
using JobId = Id<struct JobTag>;

/// The place of a journal entry in the one list, from 1; 0 is "before the first".
using EntryNumber = std::int64_t;

}  // namespace fonds
