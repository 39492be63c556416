/// BagReport: what verifying a bag found, file by file.
///
/// Paths are as the bag gives them: show them with told(). Threads: value types; told() as tr().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "retention/bag_text.h"

namespace fonds {

enum class BagProblem {
  no_declaration,        ///< bagit.txt is missing
  bad_declaration,       ///< or has not its two lines
  unsupported_version,   ///< newer than 1.x
  unsupported_encoding,  ///< of the tag files; or their bytes are not in it
  no_payload,            ///< data/ is missing
  no_manifest,           ///< no manifest-*.txt
  unknown_algorithm,     ///< no manifest has checksums that can be computed here
  bad_line,              ///< of a tag file
  unsafe_path,           ///< would leave the bag on some system
  misplaced,             ///< a manifest lists what it must not
  listed_twice,          ///< in one manifest
  name_clash,            ///< differs from another path in case only
  not_a_file,            ///< a link, pipe or device
  missing,               ///< listed, not there
  not_fetched,           ///< listed in fetch.txt, not there; nothing is ever fetched
  not_listed,            ///< there, but in no manifest that must list it
  altered,               ///< its bytes do not have their checksum
  unreadable,
  wrong_total,  ///< Payload-Oxum says otherwise
  too_large,    ///< a tag file that nobody can be made to hold
};
/// Stable, in JSON: "not_listed".
std::string_view name_of(BagProblem problem);

struct BagFinding {
  std::string path;
  BagProblem problem = BagProblem::missing;
  std::size_t line = 0;  ///< of the file, from 1; 0: all of it
};
/// One line for people: "data/a.pdf: its bytes were changed".
std::string told(const BagFinding& finding);

/// More findings are counted, not kept.
inline constexpr std::size_t kMostBagFindings = 1000;

struct BagReport {
  BagDeclaration declaration;           ///< as far as there is one
  std::vector<BagInfoField> info;       ///< bag-info.txt
  std::vector<std::string> algorithms;  ///< by which files were checked: "sha256"
  std::vector<std::string> unchecked;   ///< manifests of other algorithms, beside those
  PayloadOxum payload;                  ///< as it lies there
  std::string tag_manifest;             ///< SHA-256 of tagmanifest-sha256.txt; empty: there is none
  std::vector<BagFinding> findings;
  std::uint64_t more_findings = 0;

  void add(std::string path, BagProblem problem, std::size_t line = 0);
  /// Everything is there that must be, and nothing else (RFC 8493 §3).
  [[nodiscard]] bool complete() const;
  /// And every checksum holds.
  [[nodiscard]] bool valid() const { return findings.empty(); }
};

}  // namespace fonds
