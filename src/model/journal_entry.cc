#include "model/journal_entry.h"

#include <fmt/format.h>

#include "base/digest.h"

namespace fonds {

const std::string kFirstHash(64, '0');

std::string hash_of(const JournalEntry& entry) {
  std::string text;
  const std::string number = std::to_string(entry.number);
  const std::string at = to_text(entry.at);
  for (const std::string* field : {&entry.previous_hash, &number, &at, &entry.actor, &entry.event,
                                   &entry.subject, &entry.details}) {
    text += fmt::format("{}:{}", field->size(), *field);
  }
  return sha256(text);
}

}  // namespace fonds
