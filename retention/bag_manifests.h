/// BagManifests: all manifests of a bag and its fetch.txt, read into tables; what is wrong with
/// them becomes findings (RFC 8493 §2.1.3, §2.2.1, §2.2.3).
///
/// Threads: a value type; read_manifests() as BagFolder. Faults: io, where a manifest cannot be
/// read at all it is a finding.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "retention/bag_folder.h"
#include "retention/bag_report.h"

namespace fonds {

inline constexpr std::uint64_t kMostManifestBytes = 128U << 20U;   ///< of one of them
inline constexpr std::uint64_t kMostManifestsBytes = 256U << 20U;  ///< of all, fetch.txt with them
/// No system that Fonds runs on opens a longer one.
inline constexpr std::size_t kLongestBagPath = 4096;

struct BagManifest {
  std::string name;                                      ///< "manifest-sha256.txt"
  std::string algorithm;                                 ///< "sha256"
  bool of_tags = false;                                  ///< tagmanifest-*.txt
  std::map<std::string, std::string, std::less<>> sums;  ///< by path; safe paths only

  /// Whether its checksums can be computed here.
  [[nodiscard]] bool is_known() const { return algorithm == "sha256" || algorithm == "sha512"; }
};

struct BagManifests {
  std::vector<BagManifest> manifests;          ///< sorted by name
  std::set<std::string, std::less<>> fetched;  ///< paths of fetch.txt
};

BagManifests read_manifests(const BagFolder& folder, const BagFolderContent& content,
                            BagReport& report);

/// The text of a tag file of at most `limit` bytes; empty, with a finding, when it cannot be had.
std::string read_tag_file(const BagFolder& folder, const std::string& name, BagReport& report,
                          std::uint64_t limit = kMostManifestBytes);

}  // namespace fonds
