/// Papers as achievements are derived from, made by hand; all names are invented.
///
/// Threads: pure.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "archive/achievement_rules.h"
#include "archive/card_words.h"
#include "base/data_file.h"

namespace fonds {

inline constexpr StudentId kProhor{15};
inline constexpr StudentId kAnna{16};

inline void put(ProofPaper& paper, std::string field, std::string value, double confidence = 0.95) {
  FieldValue made;
  made.field = std::move(field);
  made.value = std::move(value);
  made.confidence = confidence;
  paper.card.values.push_back(std::move(made));
}

/// A paper of a kind about a municipal contest in May 2024.
inline ProofPaper proof_paper(const std::string& kind) {
  ProofPaper paper;
  paper.document = {123};
  paper.accession = "2026-000123";
  put(paper, "kind", kind);
  put(paper, "date", "2024-05-15");
  put(paper, "event", "конкурс «Шаг в науку»");
  put(paper, "level", "municipal");
  put(paper, "place", "1");
  paper.students[kProhor] = {"Зябликов Прохор",
                             {{"Лира", "", "", 2023, {}, {}}, {"Парус", "", "", 2022, {}, {}}}};
  paper.students[kAnna] = {"Чижова Анна", {}};
  return paper;
}

inline ProofLink proof_link(StudentId student, std::optional<PersonRole> role,
                            std::string result = "") {
  ProofLink link;
  link.student = student;
  link.record = student;
  link.state = LinkState::linked;
  link.role = role;
  link.result = std::move(result);
  return link;
}

inline ProofLink persons_link(StudentId student, LinkState state) {
  ProofLink link = proof_link(student, std::nullopt);
  link.origin = Origin::person;
  link.state = state;
  return link;
}

inline const AchievementRules& rules_as_shipped() {
  static const ValueWords kWords = card_words(DocumentKinds::shipped());
  static const AchievementRules kRules(
      DataTable::parse(shipped_data("achievements.toml"), "achievements.toml"),
      DocumentKinds::shipped(), ReviewRules::shipped(), kWords);
  return kRules;
}

inline std::vector<Achievement> derived(const ProofPaper& paper,
                                        const AchievementRules::Attendance& attending = {}) {
  return rules_as_shipped().derive(paper, [&](const std::string&) { return attending; });
}

}  // namespace fonds
