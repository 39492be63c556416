/// How long a rule keeps a case, by itself: to compare rules and to tell long periods from short.
///
/// Threads: pure.
#pragma once

#include "model/retention_rule.h"

namespace fonds {

/// Above all numbers of years: permanent, or until the liquidation of the institution.
inline constexpr int kKeptForEver = 1'000'000;

/// Years named by the rule or, when that is longer, by the commission; 0: none.
int years_of(const RetentionRule& rule);
/// How many years it keeps a case at least, whatever happens.
int surely_kept(const RetentionRule& rule);

}  // namespace fonds
