/// ArchivePortfolio: a student's own papers put together, as one PDF or as a ZIP.
///
/// The PDF is PDF/A-1b: a list of the achievements, then the access copies of their papers. It is
/// for whoever may see these scans page by page (DOMAIN 5.3: of the own collectives, of all). The
/// ZIP holds the originals as they were received, the PDF and a list with SHA-256: what leaves the
/// archive so is a copy of it, for whoever may take copies out. Which papers: portfolio_papers.h.
/// The journal says what is given, by ids and counts, before a byte of it is.
/// Memory: the list; papers and files are copied in pieces.
/// Threads: one per Archive. Faults: denied, not_found (no such student, paper; none at all), usage
/// (see portfolio_papers.h), corrupt (a stored file is damaged), and those of catalogue and store.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/portfolio_papers.h"
#include "base/unique_fd.h"
#include "model/actor.h"

namespace fonds {

struct MadePortfolio {
  UniqueFd file;          ///< unnamed, at its beginning
  std::string file_name;  ///< suggestion: "portfolio-15.pdf"; names nobody
  StudentId student;
  std::vector<DocumentId> papers;
  int pages = 0;  ///< of the PDF
  int files = 0;  ///< originals in the ZIP
  std::uint64_t size = 0;
  std::string sha256;
  int undecided = 0;  ///< papers left out until a person has decided
};

class ArchivePortfolio {
 public:
  explicit ArchivePortfolio(Archive& archive) : archive_(archive) {}

  MadePortfolio pdf(const Actor& actor, StudentId student, const PortfolioChoice& choice);
  MadePortfolio zip(const Actor& actor, StudentId student, const PortfolioChoice& choice);

 private:
  Archive& archive_;
};

}  // namespace fonds
