/// portfolio_papers: which papers a student's portfolio holds, and what their files are called.
///
/// They are the student's own as disclosure_content.h has it, a copy of which may be given: awards
/// of one holder, linked to this student by a fact, naming no other learner. Protocols, journals,
/// lists, consents and applications are never among them, nor is what the viewer does not see.
/// Threads: as Archive. Faults: those of the catalogue; usage, not_found (what is asked for).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/disclosure_content.h"
#include "archive/viewer.h"
#include "indexer/value_words.h"
#include "model/calendar_date.h"
#include "model/control.h"
#include "model/document.h"
#include "model/student.h"

namespace fonds {

/// Of all own papers which are wanted.
struct PortfolioChoice {
  std::optional<CalendarDate> from;  ///< a paper without a date is in no period
  std::optional<CalendarDate> to;
  std::vector<std::string> papers;  ///< by accession number or id; none: all
  std::optional<Scope> scope;       ///< a paper of which that is not known is of neither
  bool birth_date = false;          ///< whether it is told
};

struct PortfolioPaper {
  Document document;
  DisclosedPaper said;  ///< what the paper says, for people
  std::string level;    ///< likewise
};

struct PortfolioPapers {
  std::vector<PortfolioPaper> papers;  ///< the latest first, undated last; at least one
  int undecided = 0;                   ///< may be theirs: a person has to decide first
};

/// So many papers go into one portfolio: their files are open at once.
inline constexpr std::size_t kMostPortfolioPapers = 300;

/// Faults: not_found (no such paper, or none at all), usage (too many, a time that ends before it
/// begins).
PortfolioPapers portfolio_papers(Archive& archive, const Viewer& viewer, StudentId student,
                                 const PortfolioChoice& choice);

/// A choice as a person or a program writes it; what is empty chooses nothing.
struct PortfolioWishes {
  std::string year{};  ///< "2023/2024", "2024"
  std::string from{};  ///< a day; not beside a year
  std::string to{};
  std::string scope{};                ///< by its name or in words
  std::vector<std::string> papers{};  ///< empty texts among them say nothing
  bool birth_date = false;
};
/// Fault usage: what is wrong, and how it is written.
PortfolioChoice portfolio_choice(const ValueWords& words, const PortfolioWishes& wishes);

/// "2024-05-15 Диплом 17 2026-000123-02.jpg": of original number `which` (from 1). Made of the card
/// alone, never of the name the file came with, it is safe in every file system, and no other
/// paper's.
std::string file_name_of(const PortfolioPaper& paper, int which);

}  // namespace fonds
