/// event_words: what the events of the journal are called, for people.
///
/// Threads: pure.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/messages.h"

namespace fonds {

/// "document.accepted" in words; an event without words as it stands in the journal.
std::string words_of_event(std::string_view event);

/// What an entry tells besides: {"pages": 2, "via": "web"} → "pages: 2, via: web".
std::string words_of_details(std::string_view details);

/// Events that belong together, to choose from.
struct EventArea {
  std::string_view beginning;
  const char* title;
};
inline constexpr std::array<EventArea, 12> kEventAreas{{
    {"document.", tr_later("documents")},
    {"search.", tr_later("searches")},
    {"student.", tr_later("students")},
    {"achievement.", tr_later("achievements")},
    {"consent.", tr_later("consents")},
    {"disclosure.", tr_later("applications for results")},
    {"case.", tr_later("cases")},
    {"act.", tr_later("acts")},
    {"inventory.", tr_later("inventories")},
    {"user.", tr_later("accounts")},
    {"job.", tr_later("jobs")},
    {"index.", tr_later("the index")},
}};

}  // namespace fonds
