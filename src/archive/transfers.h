/// ArchiveTransfers: packages of volumes for another archive (BagIt, retention/transfer_package.h).
///
/// A package is a copy: making one changes nothing here but that the transfer is on record
/// (archive/transfer_acts). Threads: one per Archive. Faults: denied,
/// not_found, usage (a volume that is open, not here, or holds what the actor does not see; too
/// much for the disk), and those of stores, catalogue and bag_writer.
#pragma once

#include <boost/filesystem/path.hpp>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "model/actor.h"
#include "retention/bag_writer.h"

namespace fonds {

/// What the papers of the handing over say.
struct TransferWords {
  std::string act;           ///< its number; may be empty
  std::string receiver;      ///< may be empty
  std::string fonds_number;  ///< Фонд №; empty: that of the settings
};

struct MadePackage {
  std::int64_t number = 0;  ///< of the transfer, for the act of acceptance
  std::string package;      ///< its id
  WrittenBag written;
};

class ArchiveTransfers {
 public:
  explicit ArchiveTransfers(Archive& archive) : archive_(archive) {}

  /// Of closed volumes, with originals, access copies, texts, cards and the journal of each
  /// document, into a new folder. Journalled with the hash that stands for the whole package.
  MadePackage make(const Actor& actor, const std::vector<std::string>& volumes,
                   const boost::filesystem::path& target, const TransferWords& words,
                   const BagProgress& progress = {});

 private:
  Archive& archive_;
};

}  // namespace fonds
