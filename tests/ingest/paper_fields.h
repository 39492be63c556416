/// Reads the fields of papers of the tests with the data the program ships.
///
/// Threads: from one.
#pragma once

#include <string>

#include "ingest/extractor.h"
#include "sample_paper.h"

namespace fonds {

inline PaperReading reading_of(const std::string& text, double confidence = 0.95) {
  static const Extractor kExtractor = Extractor::shipped();
  return kExtractor.extract(paper_of(text, confidence));
}

/// What a field says, "?" when it abstains or there is none.
inline std::string said(const Decision<std::string>& decision) {
  return decision.value.value_or("?");
}
inline std::string said(const Decision<DateSpan>& decision) {
  return decision.value ? to_text(*decision.value) : "?";
}
inline std::string said(const Decision<Level>& decision) {
  return decision.value ? std::string(name_of(*decision.value)) : "?";
}
/// "laureate 2"
inline std::string said(const Decision<AwardPlace>& decision) {
  if (!decision.value) return "?";
  std::string text(name_of(decision.value->rank));
  if (decision.value->degree > 0) text += " " + std::to_string(decision.value->degree);
  return text;
}
inline std::string said(const Decision<int>& decision) {
  return decision.value ? std::to_string(*decision.value) : "?";
}

}  // namespace fonds
