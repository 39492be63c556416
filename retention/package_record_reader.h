/// Reads the records of a transfer package that somebody else gives us: strictly, and never more
/// than package_layout.h allows.
///
/// An unknown or missing name, a wrong type, a value that is none, a place that package_layout.h
/// would not have chosen: all are refused with their name, in one line. Texts come back as they
/// stand: show them with printable(). Threads: pure. Faults: corrupt.
#pragma once

#include <string_view>

#include "retention/transfer_package.h"

namespace fonds {

/// package.json. Of its volumes only the keys are known.
TransferPackage package_from(std::string_view record);
/// volume.json of the volume with `key`. Of its documents only places and accession numbers are
/// known.
PackageVolume volume_from(std::string_view record, const VolumeKey& key);
/// metadata.json of the document that volume.json names, whole but for the openers of its files.
PackageDocument document_from(std::string_view record, const VolumeKey& key,
                              const PackageDocument& named);

}  // namespace fonds
