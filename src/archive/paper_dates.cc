#include "archive/paper_dates.h"

#include <algorithm>

#include "archive/review_rules.h"
#include "catalogue/cards.h"

namespace fonds {

void each_filed(Database& database, VolumeId volume,
                const std::function<void(const std::vector<FiledDocument>&)>& visit) {
  constexpr int kPage = 500;
  Volumes volumes(database);
  int after = 0;
  for (;;) {
    const std::vector<FiledDocument> page = volumes.documents_of(volume, after, kPage);
    if (page.empty()) return;
    visit(page);
    after = page.back().place;
  }
}

std::vector<DocumentId> ids_of(const std::vector<FiledDocument>& filings) {
  std::vector<DocumentId> ids;
  ids.reserve(filings.size());
  for (const FiledDocument& each : filings) ids.push_back(each.document);
  return ids;
}

PaperDates paper_dates_in(Database& database, VolumeId volume) {
  PaperDates found;
  each_filed(database, volume, [&](const std::vector<FiledDocument>& page) {
    for (const auto& [document, card] : Cards(database).load_facts(ids_of(page))) {
      const auto date = date_span_from(ReviewRules::shipped().fact(card, "date"));
      if (!date) {
        ++found.undated;
        continue;
      }
      found.first = found.first ? std::min(*found.first, date->from) : date->from;
      found.last = found.last ? std::max(*found.last, date->to) : date->to;
    }
  });
  return found;
}

void heed_papers(Database& database, RetentionRecord& record) {
  if (!record.facts.closed) return;
  const PaperDates papers = paper_dates_in(database, record.volume);
  if (papers.last) record.facts.closed = std::max(*record.facts.closed, *papers.last);
}

}  // namespace fonds
