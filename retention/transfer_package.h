/// TransferPackage: volumes handed over to another archive, with all that is known of their
/// documents, so that the archive can keep and find them without Fonds.
///
/// It is written by bag_writer and read back by package_reader. It holds personal data: whoever
/// takes the papers over takes over whom they are about. Texts are valid UTF-8, days are days of
/// the calendar, moments UTC. Threads: value types; openers are called by the thread that writes.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/unique_fd.h"
#include "model/calendar_date.h"
#include "model/case_file.h"
#include "model/file_kind.h"
#include "model/ids.h"
#include "model/named.h"

namespace fonds {

enum class PackageFileRole {
  original,     ///< as it was taken in
  access_copy,  ///< PDF/A with its text
  alto,         ///< recognised text with the boxes of its words, ALTO 4
  text,         ///< pages parted by form feeds
};
inline constexpr std::array<std::string_view, 4> kPackageFileRoles{"original", "access_copy",
                                                                   "alto", "text"};
constexpr std::string_view name_of(PackageFileRole role) {
  return kPackageFileRoles[static_cast<std::size_t>(role)];
}
inline std::optional<PackageFileRole> package_file_role_from(std::string_view name) {
  return named<PackageFileRole>(kPackageFileRoles, name);
}

struct PackageFile {
  PackageFileRole role = PackageFileRole::original;
  FileKind kind = FileKind::other;  ///< of an original; what the others are their role says
  std::string source_name;          ///< of an original, as delivered; may hold personal data
  std::uint64_t size = 0;           ///< bytes
  std::string sha256;  ///< 64 lower-case hex digits; empty of what was made: as it is written
  /// Opens it for reading, at its beginning; may be called more than once.
  std::function<UniqueFd()> open;
};

/// An entry of the journal about the document.
struct PackageEvent {
  EntryNumber number = 0;
  Moment at{};
  std::string actor;    ///< login
  std::string event;    ///< "document.accepted"
  std::string details;  ///< a JSON object, as journalled
  std::string hash;     ///< of the entry, see model/journal_entry.h; may be empty
};

struct PackageDocument {
  DocumentId id;          ///< in the archive that hands it over
  std::string accession;  ///< "2026-000123"
  int place = 0;          ///< in its volume, from 1
  int sheets = 0;         ///< of paper; 0: it has none
  bool recognised = false;
  std::string kind;        ///< id of config/document_kinds.toml, "diploma"; may be empty
  std::string kind_title;  ///< "диплом"
  std::optional<DateSpan> date;
  std::string number;  ///< registration number, without №
  std::string title;
  std::vector<std::string> students;  ///< whom it is about, by their names
  std::vector<PackageFile> files;     ///< originals in page order, then what was made of them
  std::vector<PackageEvent> events;   ///< oldest first
};

struct PackageVolume {
  VolumeKey key;
  std::string title;       ///< заголовок дела
  std::string item_title;  ///< of its item of the nomenclature
  std::string section_code;
  std::string section_title;
  std::string period;  ///< срок хранения, in words: "Постоянно, ст. 19а"
  std::optional<CalendarDate> first_day;  ///< крайние даты
  std::optional<CalendarDate> last_day;
  int sheets = 0;
  Carrier carrier = Carrier::paper;
  std::string inventory;                   ///< number of the inventory (опись); may be empty
  int unit = 0;                            ///< its number there (ед. хр.); 0: it has none
  std::vector<PackageDocument> documents;  ///< by their places
};

struct TransferPackage {
  std::string id;    ///< unique for the receiver: "fonds-17-transfer-3"
  CalendarDate day;  ///< it is made on
  std::string act;   ///< number of the act of handing over
  // Who hands over, and to whom; what is not known is empty.
  std::string institution;
  std::string address;
  std::string contact_name;
  std::string contact_phone;
  std::string contact_email;
  std::string receiver;
  std::string fonds_number;  ///< Фонд № of the institution in the receiving archive
  std::string fonds_title;
  std::string program;            ///< that made it: "Fonds 0.1.0"
  EntryNumber journal_entry = 0;  ///< head of the journal when it was made
  std::string journal_hash;
  std::vector<PackageVolume> volumes;  ///< in the order of the inventory
};

}  // namespace fonds
