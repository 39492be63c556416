/// RetentionQuestion: a rule, facts and a day as one JSON object, and the verdict as another; so
/// that `fonds retention evaluate` can be asked without an archive.
///
///   {"rule": {"kind": "years", "years": 5, "trigger": "case_closed", "mark": "none|EK|EPK",
///             "condition": "none|audit", "note": "",
///             "authority": {"act": "236", "edition": "2019", "article": "19", "letter": "б",
///                           "verified": false},
///             "local": {"ek_protocol": "№ 2 от 14.01.2025", "years": 7}},
///    "facts": {"closed": "2024-08-31", "one_matter": false, "matter_closed": "2024-12-30",
///              "events": {"learner_left": "2023-11-15"}, "not_needed": "2026-02-02",
///              "liquidated": "2030-06-30", "is_source": false, "audited": false,
///              "inventoried": "2026-03-01",
///              "decision": {"outcome": "keep|prolong|destroy", "protocol": "№ 3 от 12.03.2025",
///                           "until": "2030-12-31"},
///              "obstacles": [{"kind": "hold", "why": "спор", "until": "2027-01-31"}]},
///    "day": "2026-01-01"}
///
/// The names of values are those of model/retention_rule.h and model/verdict.h; only `rule.kind`
/// must be there. null is as good as nothing; an unknown name is refused, so that no fact is lost
/// by a slip of the pen. Threads: any. Faults: usage, with what is wrong and where.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/verdict.h"

namespace fonds {

struct RetentionQuestion {
  RetentionRule rule;
  RetentionFacts facts;
  std::optional<CalendarDate> day;
};

RetentionQuestion question_from_json(std::string_view line);

/// {"state": "running", "date": "2030-01-01", "reasons": [{"code": "closed", "text": "…"}, …]},
/// in the language chosen.
std::string answer_as_json(const RetentionQuestion& question, const Verdict& verdict);

}  // namespace fonds
