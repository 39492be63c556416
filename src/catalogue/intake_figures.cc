#include "catalogue/intake_figures.h"

#include <string>
#include <tuple>

#include "catalogue/sql.h"

namespace fonds {

std::vector<std::pair<Moment, std::int64_t>> IntakeFigures::by_hour(Moment from) {
  constexpr const char* kBeginning = ":00:00.000Z";
  std::vector<std::pair<Moment, std::int64_t>> hours;
  std::string hour;
  long long papers = 0;
  each_row(
      database_,
      "SELECT substr(accepted_at, 1, 13) AS hour, count(*) FROM documents "
      "WHERE accepted_at >= :from GROUP BY substr(accepted_at, 1, 13) ORDER BY 1",
      std::tie(hour, papers),
      [&] { hours.emplace_back(moment_from_text(hour + kBeginning), papers); }, to_text(from));
  return hours;
}

std::int64_t IntakeFigures::original_bytes() {
  // PostgreSQL sums whole numbers to a decimal, which is no number for the driver.
  return number_from(database_,
                     "SELECT CAST(coalesce(sum(size), 0) AS BIGINT) FROM "
                     "(SELECT sha256, max(size) AS size FROM originals GROUP BY sha256) files",
                     0);
}

}  // namespace fonds
