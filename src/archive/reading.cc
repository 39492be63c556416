#include "archive/reading.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "archive/review_rules.h"
#include "base/text.h"
#include "catalogue/cards.h"
#include "catalogue/journal.h"
#include "catalogue/stacks.h"

namespace fonds {
namespace {

/// What a PDF's own text layer may hold and a catalogue must not.
void make_storable(std::string& text) {
  if (!is_valid_utf8(text)) text = to_valid_utf8(text);
  std::replace(text.begin(), text.end(), '\0', ' ');
}

void make_storable(PersonMention& mention) {
  for (std::string* text :
       {&mention.printed, &mention.parts.last, &mention.parts.first, &mention.parts.middle,
        &mention.result, &mention.organisation, &mention.teacher}) {
    make_storable(*text);
  }
}

std::string details_of(int run, const std::vector<FieldValue>& values, std::size_t mentions,
                       const std::vector<StudentLink>& links) {
  nlohmann::ordered_json details{{"run", run}, {"fields", nlohmann::ordered_json::array()}};
  for (const FieldValue& value : values) details["fields"].push_back(value.field);
  details["mentions"] = mentions;
  for (const LinkState state : {LinkState::linked, LinkState::offered}) {
    details[std::string(name_of(state))] = std::count_if(
        links.begin(), links.end(), [&](const StudentLink& link) { return link.state == state; });
  }
  return details.dump();
}

}  // namespace

void store_reading(Transaction& transaction, const Actor& actor, DocumentId document, int run,
                   const PaperReading& reading, const std::vector<StudentLink>& links) {
  Database& database = transaction.database();
  std::vector<FieldValue> values = values_of(reading);
  for (FieldValue& value : values) make_storable(value.value);
  std::vector<PersonMention> mentions = reading.persons;
  for (PersonMention& mention : mentions) make_storable(mention);
  Journal(database).append(transaction, actor, "document.understood",
                           fmt::format("document/{}", document.value),
                           details_of(run, values, mentions.size(), links));
  Cards cards(database);
  cards.record_reading(transaction, document, run, values, mentions, links);
  Stacks(database).propose(transaction, document, reading.parts);
  const OpenDecisions open = ReviewRules::shipped().open(cards.load(document).card);
  cards.close_change(transaction, document, open.urgency());
}

}  // namespace fonds
