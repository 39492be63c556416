/// AchievementRules: which achievements a paper proves, and their facts.
///
/// Why a derivation and not a table of achievements: a card is corrected, read anew, its students
/// are merged and parted; a copy would have to follow each of these ways and would be wrong where
/// one is forgotten. So achievements are what these rules make of cards and links at the moment
/// somebody asks, and only what cannot be derived is stored: a person's word (AchievementWord),
/// which wins for ever. What must not change any more is frozen (catalogue/frozen_banks.h).
///
/// Invariant: derive() is pure: equal papers give equal records. Only facts count (ReviewRules):
/// a paper whose kind or student waits for a person proves nothing yet.
/// Threads: immutable; use one from all threads. Faults: usage (a data file is wrong, with its
/// line).
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "archive/archive.h"
#include "archive/review_rules.h"
#include "catalogue/proofs.h"
#include "indexer/value_words.h"
#include "ingest/document_kinds.h"
#include "model/achievement.h"

namespace fonds {

class AchievementRules {
 public:
  /// config/achievements.toml as compiled in, and the kinds of papers the archive knows. The
  /// archive outlives what is made.
  static AchievementRules of(Archive& archive);
  /// `review` and `words` outlive this object.
  AchievementRules(const DataTable& data, DocumentKinds kinds, const ReviewRules& review,
                   const ValueWords& words);

  using Attendance = std::vector<std::pair<StudentId, Membership>>;
  /// `attending`: who attends the collective the paper names, and when; asked for only where the
  /// collective itself is awarded.
  [[nodiscard]] std::vector<Achievement> derive(
      const ProofPaper& paper,
      const std::function<Attendance(const std::string&)>& attending) const;

  /// Days of the year on which the bank is due to be frozen, in order.
  struct YearDay {
    int month = 1;
    int day = 1;
  };
  [[nodiscard]] const std::vector<YearDay>& snapshot_days() const { return days_; }

 private:
  [[nodiscard]] Achievement common(const ProofPaper& paper, const PaperKind* kind) const;
  [[nodiscard]] std::string place_from(const std::string& result) const;
  DocumentKinds kinds_;
  const ReviewRules& review_;
  const ValueWords& words_;
  std::map<std::string, Scope> scopes_;  ///< by level
  std::vector<YearDay> days_;
};

}  // namespace fonds
