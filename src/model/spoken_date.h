/// Days and moments as people here write them: 15.05.2024 in Russian, 2024-05-15 in English.
///
/// For people only; records for programs keep to_text(). Threads: any.
#pragma once

#include <string>

#include "base/clock.h"
#include "model/calendar_date.h"

namespace fonds {

std::string spoken(const CalendarDate& day);
/// "15.05.2024", "12.04.2024–14.04.2024", "05.2024"; years as they are kept.
std::string spoken(const DateSpan& span);
/// "15.05.2024 18:30:05" by the clock of the place where the program runs (TZ).
std::string spoken(Moment moment);

}  // namespace fonds
