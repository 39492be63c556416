/// ArchiveTransferActs: what becomes of packages handed over: the receiver's act of acceptance is
/// recorded, after which the volumes are that archive's; the act that is printed (F8).
///
/// Cards and papers of a transferred volume stay readable; it is not filed into, lent, destroyed
/// here any more. Threads: one per Archive. Faults: denied, not_found, usage (accepted before, a
/// volume that has changed since the package was made, that is handed out or in a living act), and
/// those of the catalogue.
#pragma once

#include <string>
#include <vector>

#include "archive/archive.h"
#include "forms/transfer_act_form.h"
#include "model/actor.h"
#include "model/transfer.h"

namespace fonds {

struct AcceptanceWords {
  std::string act;  ///< of the receiver: number and day
  CalendarDate day;
  std::string receiver{};  ///< empty: as it was said when the package was made
};

/// With the keys of its volumes, in the order of the package.
struct ShownTransfer {
  Transfer transfer;
  std::vector<VolumeKey> units;
};

class ArchiveTransferActs {
 public:
  explicit ArchiveTransferActs(Archive& archive) : archive_(archive) {}

  /// The receiver has accepted the package.
  ShownTransfer record(const Actor& actor, std::int64_t number, const AcceptanceWords& words);
  /// In order of numbers, without units.
  std::vector<Transfer> list(const Actor& actor);
  ShownTransfer show(const Actor& actor, std::int64_t number);
  /// By inventories; volumes in none share a row. Journalled as a read.
  TransferActForm form(const Actor& actor, std::int64_t number);

 private:
  Transfer existing(std::int64_t number);
  ShownTransfer shown(const Transfer& transfer);
  Archive& archive_;
};

}  // namespace fonds
