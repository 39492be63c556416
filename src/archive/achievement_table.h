/// A bank of achievements as a table for people: headings and values in the chosen language.
///
/// Threads: pure.
#pragma once

#include "archive/achievement_view.h"
#include "indexer/value_words.h"
#include "model/table.h"

namespace fonds {

/// One row a record: its id, then the facts in the order of kAchievementFacts. A student's
/// collective is the one the paper names, else those attended on the date.
Table table_of(const AchievementBank& bank, const ValueWords& words);
/// A fact in words ("муниципальный", "15.05.2024"); empty: not known.
std::string in_words(const Achievement& achievement, const AchievementFact& fact,
                     const ValueWords& words);

}  // namespace fonds
