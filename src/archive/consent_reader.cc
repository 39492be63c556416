#include "archive/consent_reader.h"

#include <algorithm>

#include "base/data_file.h"
#include "base/error.h"
#include "base/text.h"
#include "ingest/document_kinds.h"

namespace fonds {
namespace {

Pattern pattern_from(const DataTable& table, std::string_view key, const char* after = "") {
  try {
    return word_pattern(table.text(key) + after);
  } catch (const Error& error) {
    table.refuse(error.message(), error.hint());
  }
}

bool names(const std::vector<std::string>& kinds, std::string_view kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace

ConsentReader::Words ConsentReader::words_from(const DataTable& table) {
  return {table.texts("kinds"), pattern_from(table, "words")};
}

const ConsentReader& ConsentReader::shipped() {
  constexpr std::string_view kFile = "consents.toml";
  static const ConsentReader reader(DataTable::parse(shipped_data(kFile), kFile));
  return reader;
}

ConsentReader::ConsentReader(const DataTable& data)
    : publication_(words_from(data.table("publication"))),
      withdrawal_(words_from(data.table("withdrawal"))),
      refused_(pattern_from(data.table("publication"), "refused")),
      until_(pattern_from(data.table("until"), "words",
                          "(?<day>[0-9]{2})[.](?<month>[0-9]{2})[.](?<year>[0-9]{4})")) {
  data.expect_only({"publication", "withdrawal", "until"});
  data.table("publication").expect_only({"kinds", "words", "refused"});
  data.table("withdrawal").expect_only({"kinds", "words"});
  data.table("until").expect_only({"words"});
}

bool ConsentReader::reads(std::string_view kind) const {
  return names(publication_.kinds, kind) || names(withdrawal_.kinds, kind);
}

ConsentReading ConsentReader::read(std::string_view kind, std::string_view text) const {
  const std::string folded = fold(text);
  const PatternText ready(folded);
  ConsentReading reading;
  // Whoever withdraws names what they had consented to.
  if (names(withdrawal_.kinds, kind)) {
    if (const auto found = withdrawal_.pattern.find(ready)) {
      reading.says = ConsentSays::withdrawal;
      reading.words = found->whole.of(folded);
      return reading;
    }
  }
  if (!names(publication_.kinds, kind) || refused_.find(ready)) return reading;
  const auto found = publication_.pattern.find(ready);
  if (!found) return reading;
  reading.says = ConsentSays::publication;
  reading.words = found->whole.of(folded);
  if (const auto until = until_.find(ready)) {
    const auto part = [&](const char* name) {
      return std::string(until->groups[until_.group(name)]->of(folded));
    };
    reading.until = calendar_date_from(part("year") + '-' + part("month") + '-' + part("day"));
  }
  return reading;
}

}  // namespace fonds
