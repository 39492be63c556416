/// Where everything lies in a transfer package. Names are made of keys and numbers only: ASCII,
/// lower case, without personal data, never two alike, and never leaving the package.
///
///   data/package.json                             who, to whom, when; the volumes
///   data/inventory.csv  data/index.html           the same for people
///   data/<02-05_2024_1>/volume.json               the volume; its documents
///   data/<volume>/<0001-2026-000123>/original.pdf   or original-001.jpg, original-002.jpg, …
///                                    access.pdf  recognised.alto.xml  text.txt
///                                    metadata.json  metadata.xml
///
/// Threads: pure. Faults: usage (a package that is not fit to be laid out so).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "retention/transfer_package.h"

namespace fonds {

inline constexpr std::string_view kPayloadFolder = "data";
inline constexpr std::string_view kPackageRecord = "data/package.json";
inline constexpr std::string_view kPackageInventory = "data/inventory.csv";
inline constexpr std::string_view kPackageIndex = "data/index.html";
inline constexpr std::string_view kVolumeRecord = "volume.json";
inline constexpr std::string_view kDocumentRecord = "metadata.json";
inline constexpr std::string_view kDocumentDescription = "metadata.xml";

// What a reader must be able to hold; a writer makes nothing larger.
inline constexpr std::size_t kMostPackageVolumes = 10'000;
inline constexpr std::size_t kMostPackageDocuments = 100'000;  ///< of all volumes
inline constexpr std::size_t kMostVolumeDocuments = 20'000;
inline constexpr std::size_t kMostDocumentFiles = 2'000;  ///< of one document
inline constexpr std::size_t kMostDocumentEvents = 5'000;
inline constexpr std::size_t kMostDocumentStudents = 10'000;
inline constexpr std::size_t kMostRecordBytes = 16U << 20U;    ///< of one JSON file
inline constexpr std::size_t kMostRecordsBytes = 256U << 20U;  ///< of all of them

/// Whether `text` has the form of an accession number, "2026-000123".
bool is_accession(std::string_view text);
/// "02-05_2024_1".
std::string folder_of(const VolumeKey& key);
/// "0001-2026-000123".
std::string folder_of(const PackageDocument& document);
/// The names of `document.files` in its folder: "original.pdf", "access.pdf".
std::vector<std::string> file_names_of(const PackageDocument& document);
/// "data/02-05_2024_1", "data/02-05_2024_1/0001-2026-000123".
std::string folder_path(const PackageVolume& volume);
std::string folder_path(const PackageVolume& volume, const PackageDocument& document);
/// "data/02-05_2024_1/".
std::string path_of(const PackageVolume& volume);
/// "data/02-05_2024_1/0001-2026-000123/".
std::string path_of(const PackageVolume& volume, const PackageDocument& document);

/// RFC 6838 type of a file.
std::string_view media_type_of(const PackageFile& file);
/// Files and bytes of all documents, as promised.
struct PackageExtent {
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
};
PackageExtent extent_of(const TransferPackage& package);

/// Refuses a package in which two things would lie in one place, a key or number is none, a
/// document has no original or two access copies, a digest is none, or which is too large.
void check_layout(const TransferPackage& package);

}  // namespace fonds
