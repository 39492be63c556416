/// ArchiveLoans: volumes handed out for a time, and taken back: the book of issue (книга выдачи).
///
/// A volume that is out can not be destroyed. Two people at once: a volume is handed out once.
/// Threads: one per Archive. Faults: denied, not_found, usage, and those of the catalogue.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "model/actor.h"
#include "model/case_file.h"

namespace fonds {

struct ShownLoan {
  Loan loan;
  VolumeKey key;
  std::string heading;   ///< of its item
  bool overdue = false;  ///< it is out, and its last day is over
};

class ArchiveLoans {
 public:
  explicit ArchiveLoans(Archive& archive) : archive_(archive) {}

  /// `loan`: taker, purpose and due_on; it begins today.
  ShownLoan issue(const Actor& actor, std::string_view volume, const Loan& loan);
  ShownLoan take_back(const Actor& actor, std::string_view volume);
  /// In order of numbers: all, or what is out. Journalled as a read.
  std::vector<ShownLoan> list(const Actor& actor, bool only_out);

 private:
  ShownLoan shown(const Loan& loan, const Volume& volume);
  Archive& archive_;
};

}  // namespace fonds
