/// ArchiveScanPresets: how the clerks scan what comes again and again ("diplomas, A4, colour"),
/// kept under a title for everybody who takes papers in.
///
/// Threads: one per Archive. Faults: denied, not_found, usage (no title, too many), and those of
/// the catalogue.
#pragma once

#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "catalogue/scan_presets.h"
#include "model/actor.h"

namespace fonds {

class ArchiveScanPresets {
 public:
  explicit ArchiveScanPresets(Archive& archive) : archive_(archive) {}

  /// In place of one of this title. Settings are the caller's: whoever scans checks them again.
  ScanPreset save(const Actor& actor, ScanPreset preset);
  void remove(const Actor& actor, std::string_view title);
  std::vector<ScanPreset> list(const Actor& actor);

 private:
  Archive& archive_;
};

}  // namespace fonds
