/// ArchiveTransferIntake: a package of another Fonds becomes volumes and papers of this archive.
///
/// The package is verified first, and all of it is taken or nothing: originals are made durable,
/// then documents, their cards, volumes and the journal entry are one transaction. Cut off, the
/// command is repeated. What the giver knew of kind, date and number of a paper counts as a
/// person's word; its text is recognised here, and whose it is this archive's register says.
/// A volume stands under an item of this archive's nomenclature: its period is that of the item.
/// Threads: one per Archive. Faults: denied, usage (accepted before, no item), corrupt (the package
/// is not whole), and those of stores and catalogue.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "model/actor.h"
#include "model/case_file.h"
#include "retention/bag_reader.h"

namespace fonds {

struct AcceptedPackage {
  struct Unit {
    VolumeKey theirs;
    VolumeKey ours;
    std::int64_t documents = 0;
  };
  std::string package;  ///< its id
  std::string institution;
  std::string tag_manifest;  ///< hash that stands for what was accepted
  std::vector<Unit> units;
};

class ArchiveTransferIntake {
 public:
  explicit ArchiveTransferIntake(Archive& archive) : archive_(archive) {}

  /// `into`: the case all volumes become volumes of, "05-01/2026"; empty: that of the same index
  /// and year.
  AcceptedPackage accept(const Actor& actor, const boost::filesystem::path& folder,
                         const std::string& into, const BagProgress& progress = {});

 private:
  Archive& archive_;
};

}  // namespace fonds
