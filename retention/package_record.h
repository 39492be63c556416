/// The records of a transfer package: package.json, one volume.json for each volume, one
/// metadata.json for each document. They hold everything but the bytes of the files; where
/// something lies is said for other programs, package_layout.h decides it.
///
/// Written with the order of names below, indented, UTF-8; the same package gives the same bytes.
/// Days are "2024-05-15", moments RFC 3339 in UTC; what is not known is "" or null. They are read
/// by package_record_reader.
///
/// package.json   {"format": "fonds-transfer", "version": 1, "id", "day", "act", "institution",
///                 "address", "contact_name", "contact_phone", "contact_email", "receiver",
///                 "fonds_number", "fonds_title", "program", "journal_entry", "journal_hash",
///                 "volumes": [{"key": "02-05/2024/1", "folder", "documents": 12}]}
/// volume.json    {"key", "title", "item_title", "section_code", "section_title", "period",
///                 "first_day", "last_day", "sheets", "carrier", "inventory", "unit",
///                 "documents": [{"place", "accession", "folder"}]}
/// metadata.json  {"volume", "place", "accession", "id", "sheets", "recognised", "kind",
///                 "kind_title", "date", "date_printed", "number", "title", "students": [""],
///                 "files": [{"role", "file", "kind", "source_name", "media_type", "size",
///                            "sha256"}],
///                 "events": [{"number", "at", "actor", "event", "details", "hash"}]}
///
/// Threads: pure. Faults: usage (larger than a reader must be able to hold).
#pragma once

#include <string>
#include <string_view>

#include "retention/transfer_package.h"

namespace fonds {

/// What "format" and "version" of package.json say.
inline constexpr std::string_view kPackageFormat = "fonds-transfer";
inline constexpr int kPackageVersion = 1;

std::string package_record(const TransferPackage& package);
std::string volume_record(const PackageVolume& volume);
std::string document_record(const PackageVolume& volume, const PackageDocument& document);

}  // namespace fonds
