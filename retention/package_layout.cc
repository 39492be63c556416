#include "retention/package_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/digest.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "retention/bag_folder.h"

namespace fonds {
namespace {

constexpr std::size_t kDigitsOfYear = 4;
constexpr std::size_t kMostDigitsOfAccession = 12;
constexpr std::size_t kMostBytesOfId = 200;
/// No sum of sizes below it leaves 64 bits: files of a package are fewer than 2^28.
constexpr std::uint64_t kMostBytesOfFile = 1ULL << 35U;
/// Files and folders of a package besides those of its volumes.
constexpr std::size_t kEntriesOfPackage = 16;
constexpr int kMostPlaces = 1'000'000;

Error unfit(const std::string& what) {
  return {Fault::usage, say(tr("the package cannot be made: {}"), what),
          tr("correct the records of the volume, then repeat")};
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::size_t count_of(const PackageDocument& document, PackageFileRole role) {
  return static_cast<std::size_t>(
      std::count_if(document.files.begin(), document.files.end(),
                    [&](const PackageFile& file) { return file.role == role; }));
}

std::string_view name_of_derived(PackageFileRole role) {
  if (role == PackageFileRole::access_copy) return "access.pdf";
  return role == PackageFileRole::alto ? "recognised.alto.xml" : "text.txt";
}

void check_files(const PackageDocument& document) {
  const auto refuse = [&](const char* what) {
    return unfit(say(tr("document {}: {}"), document.accession, what));
  };
  if (count_of(document, PackageFileRole::original) == 0) throw refuse(tr("it has no original"));
  for (const auto role :
       {PackageFileRole::access_copy, PackageFileRole::alto, PackageFileRole::text}) {
    if (count_of(document, role) > 1) throw refuse(tr("it has two files of one name"));
  }
  for (const PackageFile& file : document.files) {
    const bool may_lack = file.role != PackageFileRole::original && file.sha256.empty();
    if (!may_lack && !is_sha256(file.sha256)) throw refuse(tr("a file has no digest"));
    if (file.size > kMostBytesOfFile) throw refuse(tr("a file is too large"));
  }
  if (document.files.size() > kMostDocumentFiles || document.events.size() > kMostDocumentEvents ||
      document.students.size() > kMostDocumentStudents) {
    throw refuse(tr("it has too many files, events or students"));
  }
}

void check_volume(const PackageVolume& volume) {
  const std::string key = to_text(volume.key);
  if (volume.key.year == 0 || volume.key.number == 0 || volume_key_from(key) != volume.key) {
    throw unfit(say(tr("“{}” is not the key of a volume"), printable(key)));
  }
  if (volume.documents.size() > kMostVolumeDocuments) {
    throw unfit(say(tr("volume {} has too many documents"), key));
  }
  std::set<int> places;
  for (const PackageDocument& document : volume.documents) {
    if (!is_accession(document.accession)) {
      throw unfit(say(tr("“{}” is not an accession number"), printable(document.accession)));
    }
    if (document.place < 1 || document.place > kMostPlaces ||
        !places.insert(document.place).second) {
      throw unfit(say(tr("volume {}: two documents in place {}"), key, document.place));
    }
    check_files(document);
  }
}

}  // namespace

bool is_accession(std::string_view text) {
  return text.size() > kDigitsOfYear + 1 && text[kDigitsOfYear] == '-' &&
         is_digits(text.substr(0, kDigitsOfYear)) && is_digits(text.substr(kDigitsOfYear + 1)) &&
         text.size() <= kDigitsOfYear + 1 + kMostDigitsOfAccession;
}

std::string folder_of(const VolumeKey& key) {
  return fmt::format("{}_{}_{}", key.index, key.year, key.number);
}

std::string folder_of(const PackageDocument& document) {
  return fmt::format("{:04}-{}", document.place, document.accession);
}

std::vector<std::string> file_names_of(const PackageDocument& document) {
  const bool one = count_of(document, PackageFileRole::original) == 1;
  int originals = 0;
  std::vector<std::string> names;
  for (const PackageFile& file : document.files) {
    if (file.role != PackageFileRole::original) {
      names.emplace_back(name_of_derived(file.role));
      continue;
    }
    const std::string_view ending =
        file.kind == FileKind::other ? std::string_view(".bin") : entry_of(file.kind).ending;
    names.push_back(one ? fmt::format("original{}", ending)
                        : fmt::format("original-{:03}{}", ++originals, ending));
  }
  return names;
}

std::string folder_path(const PackageVolume& volume) {
  return fmt::format("{}/{}", kPayloadFolder, folder_of(volume.key));
}

std::string folder_path(const PackageVolume& volume, const PackageDocument& document) {
  return path_of(volume) + folder_of(document);
}

std::string path_of(const PackageVolume& volume) { return folder_path(volume) + '/'; }

std::string path_of(const PackageVolume& volume, const PackageDocument& document) {
  return folder_path(volume, document) + '/';
}

std::string_view media_type_of(const PackageFile& file) {
  switch (file.role) {
    case PackageFileRole::access_copy:
      return entry_of(FileKind::pdf).media_type;
    case PackageFileRole::alto:
      return "application/xml";
    case PackageFileRole::text:
      return "text/plain";
    case PackageFileRole::original:
      break;
  }
  return entry_of(file.kind).media_type;
}

PackageExtent extent_of(const TransferPackage& package) {
  PackageExtent extent;
  for (const PackageVolume& volume : package.volumes) {
    for (const PackageDocument& document : volume.documents) {
      extent.files += document.files.size();
      for (const PackageFile& file : document.files) extent.bytes += file.size;
    }
  }
  return extent;
}

void check_layout(const TransferPackage& package) {
  if (package.id.empty() || package.id.size() > kMostBytesOfId) {
    throw unfit(tr("it needs a name of its own, not too long"));
  }
  if (package.volumes.size() > kMostPackageVolumes) throw unfit(tr("it has too many volumes"));
  std::set<std::string> keys;
  std::set<std::string> accessions;
  std::size_t entries = kEntriesOfPackage;
  for (const PackageVolume& volume : package.volumes) {
    check_volume(volume);
    if (!keys.insert(to_text(volume.key)).second) {
      throw unfit(say(tr("volume {} is in it twice"), to_text(volume.key)));
    }
    for (const PackageDocument& document : volume.documents) {
      if (!accessions.insert(document.accession).second) {
        throw unfit(say(tr("document {} is in it twice"), document.accession));
      }
    }
    entries += 2;
    for (const PackageDocument& document : volume.documents) entries += document.files.size() + 3;
    if (accessions.size() > kMostPackageDocuments || entries > kMostBagFiles) {
      throw unfit(tr("it has too many documents"));
    }
  }
}

}  // namespace fonds
