/// ArchiveFiling: papers are filed into volumes of cases; until then they lie in the inbox.
///
/// Where a paper is filed is a person's word: its card says the case from then on. Of papers whose
/// case and date are settled the volume is proposed, and a person may let all those be filed at
/// once; what is not sure is left (DESIGN §1.2). Threads: one per Archive. Faults: denied,
/// not_found, usage, and those of the catalogue.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "archive/cases.h"
#include "archive/viewer.h"
#include "model/actor.h"
#include "model/case_file.h"
#include "model/document.h"

namespace fonds {

/// What a clerk should look at; the paper is filed all the same.
enum class FilingNote {
  thick,       ///< the volume has more sheets than it should
  other_year,  ///< the paper's date is not of the volume's year
};
inline constexpr std::array<std::string_view, 2> kFilingNotes{"thick", "other_year"};
constexpr std::string_view name_of(FilingNote note) {
  return kFilingNotes[static_cast<std::size_t>(note)];
}

struct FiledPaper {
  Volume volume;
  FiledDocument filing;
  std::string accession;
  std::vector<FilingNote> notes;
};

/// Whether a paper of the inbox can be filed by what is known of it.
enum class Placing {
  ready,            ///< into `key`
  unread,           ///< it was not recognised yet
  no_case,          ///< its case is not known, or not sure
  no_date,          ///< its date is not
  no_nomenclature,  ///< of that year none is approved
  no_item,          ///< that of the year has no such index
  several_volumes,  ///< a person says which
  volume_closed,    ///< the only volumes are closed
};
inline constexpr std::array<std::string_view, 8> kPlacings{
    "ready",           "unread",  "no_case",         "no_date",
    "no_nomenclature", "no_item", "several_volumes", "volume_closed"};
constexpr std::string_view name_of(Placing placing) {
  return kPlacings[static_cast<std::size_t>(placing)];
}

struct InboxPaper {
  DocumentId document;
  std::string accession;
  std::string kind;  ///< in words; empty: not known
  std::string date;  ///< as kept
  Placing placing = Placing::unread;
  VolumeKey key;  ///< as far as it is known; number 0: a volume is to be opened
};

class ArchiveFiling {
 public:
  explicit ArchiveFiling(Archive& archive) : archive_(archive), headings_(archive) {}

  /// `sheets` of paper; nothing: as many as it has pages.
  FiledPaper file(const Actor& actor, std::string_view volume, std::string_view document,
                  std::optional<int> sheets = {});
  /// Gives the volume it was in.
  Volume unfile(const Actor& actor, std::string_view document);
  /// Where a document that was just shown is filed; nothing: in no volume, or nobody asks who may
  /// know. Not journalled.
  std::optional<FiledPaper> where(const Actor& actor, const Document& document);
  /// Papers in no volume that the viewer sees, oldest first, at most `limit`. Returns how many
  /// were given. Journalled as a read.
  std::int64_t inbox(const Actor& actor, int limit,
                     const std::function<void(const InboxPaper&)>& visit);
  /// Files those of the inbox that are ready, each in a transaction of its own; opens the first
  /// volume of a case where there is none. Returns how many were filed.
  std::int64_t file_ready(const Actor& actor, const std::function<void(const FiledPaper&)>& visit);

 private:
  FiledPaper file(const Actor& actor, VolumeId volume, DocumentId document,
                  std::optional<int> sheets);
  void each_unfiled(const Viewer& viewer, std::int64_t limit,
                    const std::function<void(const InboxPaper&)>& visit);
  Archive& archive_;
  Headings headings_;
};

}  // namespace fonds
