/// ArchiveOwnPapers: forms that Fonds has printed become documents of the archive, in the case of
/// the nomenclature that is kept for them (acts of destruction, inventories, acts of handing over).
///
/// What is filed is the form as a file, PDF/A; the signed sheet is scanned and filed like any
/// paper. Threads: one per Archive. Faults: denied, not_found, usage (the volume is closed, the
/// same form is filed already), and those of store and catalogue.
#pragma once

#include <string>
#include <string_view>

#include "archive/archive.h"
#include "archive/filing.h"
#include "model/actor.h"

namespace fonds {

struct OwnPaper {
  std::string name;         ///< of the file, "act-3.pdf"
  std::string description;  ///< what it is, for people; names nobody
  std::string pdf;
};

class ArchiveOwnPapers {
 public:
  explicit ArchiveOwnPapers(Archive& archive) : archive_(archive) {}

  FiledPaper file(const Actor& actor, const OwnPaper& paper, std::string_view volume);

 private:
  Archive& archive_;
};

}  // namespace fonds
