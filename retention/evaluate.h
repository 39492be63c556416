/// evaluate: what a retention rule says of a volume of a case on a day, and why.
///
/// Pure and total: any rule and facts give a verdict with at least one reason; nothing is read but
/// the arguments. Sources: DOMAIN §2.1 (kinds of periods), §2.3 (gates), §2.6 (test vectors).
/// - A term of N years runs from 1 January after the year of the last document, or of the event it
///   is counted from, whichever is later: first day in an act = 1 January of (year + N + 1).
/// - Periods can only be lengthened: the longer of the list's and the commission's counts.
/// - A term that is over is no leave to destroy where a commission must decide (ЭК, ЭПК, and always
///   for employees' records) or an audit is missing; an obstacle blocks whatever the term.
/// - A decision to prolong lasts to the end of its year; then the commission decides again.
/// Threads: any. Faults: none.
#pragma once

#include "model/verdict.h"

namespace fonds {

Verdict evaluate(const RetentionRule& rule, const RetentionFacts& facts, const CalendarDate& today);

}  // namespace fonds
