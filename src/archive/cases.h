/// ArchiveCases: volumes of cases of an approved nomenclature: opened, closed, parted, looked at.
///
/// A volume is opened only under an item of a nomenclature that is approved and whose year is not
/// locked. Two people at once: the second finds what the first has done. Threads: one per Archive.
/// Faults: denied, not_found, usage (what is allowed is said), and those of the catalogue.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "archive/viewer.h"
#include "catalogue/volumes.h"
#include "model/actor.h"
#include "model/case_file.h"

namespace fonds {

struct NewVolume {
  std::string index{};
  int year = 0;                      ///< of the nomenclature; 0: this year
  std::string title{};               ///< its own; empty: that of its item
  std::optional<Carrier> carrier{};  ///< nothing: that of its item
  std::string shelf{};
  std::string continues{};  ///< a volume of the same index: both are one matter
  StudentId student{};      ///< whose personal file it is
  bool first_only = false;  ///< where the case has an open volume, that one is given
};

struct ClosingWords {
  std::optional<CalendarDate>
      first;  ///< of its documents; nothing: by their dates, which are known then
  std::optional<CalendarDate> last;
  std::optional<int> sheets;  ///< counted; nothing: by what is filed
};

struct ClosedVolume {
  Volume volume;
  int undated = 0;  ///< papers filed in it whose date is not known
};

/// A volume with the item it stands under. Of its documents only those are counted that the viewer
/// sees; sheets, extreme dates and places are those of the volume as it stands on the shelf.
struct ShownVolume {
  Volume volume;
  std::string heading;  ///< of its item
  std::string period;   ///< as printed, with its article
  bool thick = false;   ///< it has more sheets than a volume should have
};

/// A document of a volume, as far as the viewer may see it.
struct ShownFiling {
  FiledDocument filing;
  std::string accession;
  std::string kind;  ///< in words; empty: not known
  std::string date;  ///< as kept; empty: not known
  std::string number;
  std::string about;  ///< event or collective; may be empty
};

class ArchiveCases {
 public:
  explicit ArchiveCases(Archive& archive) : archive_(archive) {}

  ShownVolume open(const Actor& actor, const NewVolume& words);
  /// Gives it another title or place on the shelves; what is nothing stays.
  ShownVolume correct(const Actor& actor, std::string_view reference,
                      const std::optional<std::string>& title,
                      const std::optional<std::string>& shelf);
  ClosedVolume close(const Actor& actor, std::string_view reference, const ClosingWords& words);
  ShownVolume reopen(const Actor& actor, std::string_view reference);
  /// Documents from `place` on go into a new volume behind it; `one_matter`: both are kept as long
  /// as the last. Gives the new one.
  ShownVolume split(const Actor& actor, std::string_view reference, int place, bool one_matter);

  /// In order of year, index and number. Journalled as a read.
  void list(const Actor& actor, const VolumeFilter& filter,
            const std::function<void(const ShownVolume&)>& visit);
  /// Journalled as a read.
  ShownVolume show(const Actor& actor, std::string_view reference);
  /// Of a volume that was just shown: not journalled.
  void documents(const Actor& actor, const Volume& volume,
                 const std::function<void(const ShownFiling&)>& visit);

 private:
  /// Without what the viewer does not see.
  Volume as_seen(const Viewer& viewer, const Volume& volume);
  Archive& archive_;
};

/// Headings and periods of volumes, each nomenclature read once.
class Headings {
 public:
  explicit Headings(Archive& archive);
  [[nodiscard]] ShownVolume shown(const Volume& volume);
  /// Null: its nomenclature has no such index.
  [[nodiscard]] const NomenclatureItem* item(const VolumeKey& key);

 private:
  Archive& archive_;
  std::map<int, Nomenclature> read_;  ///< by year
};

/// The item of an approved nomenclature, to open a volume under. Faults: usage, not_found.
NomenclatureItem item_to_open(Archive& archive, int year, std::string_view index);

}  // namespace fonds
