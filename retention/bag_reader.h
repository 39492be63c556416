/// Verifies a bag, whoever made it: complete and valid as RFC 8493 §3 says, telling everything that
/// is wrong instead of stopping at the first.
///
/// Read from outside as hostile: nothing is opened but regular files below the folder, no link is
/// followed, nothing is fetched, no size that the bag tells is believed, memory is bounded by
/// kMostBagFiles names. SHA-256 and SHA-512 are computed; manifests of other algorithms are checked
/// for what they list, and are a finding where there is no other. Bags before 1.0 are judged by
/// their rules: a file needs to be in one manifest only.
/// Threads: any. Faults: not_found, io and denied for the folder itself, usage (it is a file),
/// corrupt (more files than can be checked); a file that cannot be read is a finding.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <functional>

#include "retention/bag_report.h"

namespace fonds {

/// Told how many of how many bytes are done; must not throw.
using BagProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

BagReport verify_bag(const boost::filesystem::path& folder, const BagProgress& progress = {});

}  // namespace fonds
