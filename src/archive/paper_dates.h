/// PaperDates: the days of the papers filed in a volume, by what counts of their cards now.
///
/// A volume keeps the extreme dates it was closed with; a card may be corrected or read anew later.
/// Where a term decides whether something is destroyed, the later of the two counts.
/// Threads: as Database. Faults: those of the catalogue.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "catalogue/retention_records.h"
#include "catalogue/volumes.h"
#include "model/calendar_date.h"

namespace fonds {

struct PaperDates {
  std::optional<CalendarDate> first;
  std::optional<CalendarDate> last;
  int undated = 0;
};

PaperDates paper_dates_in(Database& database, VolumeId volume);

/// Lets the last day of the record be no earlier than that of the papers.
void heed_papers(Database& database, RetentionRecord& record);

/// Calls `visit` with the documents of the volume in their order, some hundreds at a time.
void each_filed(Database& database, VolumeId volume,
                const std::function<void(const std::vector<FiledDocument>&)>& visit);
std::vector<DocumentId> ids_of(const std::vector<FiledDocument>& filings);

}  // namespace fonds
