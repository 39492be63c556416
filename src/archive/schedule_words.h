/// Words for scheduled jobs, as people read them, in the language chosen: what a job does, what
/// came of it.
///
/// Threads: any.
#pragma once

#include <string>

#include "model/scheduled_job.h"

namespace fonds {

const char* title_of(ScheduledJob job);
const char* title_of(RunOutcome outcome);
/// "volumes: 3, changed: 1", or what went wrong: one printable line; what is empty is left out.
std::string report_in_words(const ScheduleRun& run);

}  // namespace fonds
