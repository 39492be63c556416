/// Reads a transfer package back out of its bag: the same values that bag_writer was given.
///
/// Verify the bag first (bag_reader): here only what the records say is compared with the manifest,
/// not the bytes. Every file that a record names must lie where package_layout.h puts it, with the
/// size and checksum promised, and every file of the payload must be named by one: nothing that was
/// handed over is passed over. The openers of the files read from the bag, without following links;
/// whoever copies from them compares the checksum again.
/// Threads: any; the openers, too, while the bag lies there. Faults: not_found and io for the
/// folder, corrupt for everything that is not as it must be, a bag of another program among it.
#pragma once

#include <boost/filesystem/path.hpp>

#include "retention/transfer_package.h"

namespace fonds {

TransferPackage read_package(const boost::filesystem::path& bag);

}  // namespace fonds
