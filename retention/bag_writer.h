/// Writes a transfer package as a bag (RFC 8493, BagIt 1.0), laid out as package_layout.h says, in
/// a new folder.
///
///   bagit.txt  bag-info.txt  manifest-sha256.txt  tagmanifest-sha256.txt  data/…
///
/// `sha256sum -c manifest-sha256.txt` checks it without Fonds. The same package gives the same
/// bytes (in the same language of the user).
/// Invariant: a folder of the target's name is a whole package. It is filled beside the target as
/// `<name>.fonds-unfinished`, every file and folder synced, then renamed; what an interrupted
/// writing left under that name is removed first.
/// Every file is hashed while it is written and must have the size, and the SHA-256, if promised.
/// Threads:  one writer for a target at a time.
/// Faults:   usage (there is something at the target; a package check_layout() refuses), corrupt (a
///           file has other bytes than promised: nothing is made), io, and those of the openers.
#pragma once

#include <boost/filesystem/path.hpp>
#include <string>

#include "base/disk.h"
#include "retention/bag_reader.h"
#include "retention/transfer_package.h"

namespace fonds {

struct WrittenBag {
  PayloadOxum payload;
  std::string tag_manifest;  ///< SHA-256 of tagmanifest-sha256.txt: it stands for the whole bag
};

/// Returns when all of it is durable. `progress` counts the bytes of the documents' files.
WrittenBag write_bag(Disk& disk, const TransferPackage& package,
                     const boost::filesystem::path& target, const BagProgress& progress = {});

}  // namespace fonds
