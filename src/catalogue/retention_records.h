/// RetentionRecords: all the catalogue knows of volumes that their rules ask for, many at a time.
///
/// What may forbid to destroy a volume errs towards keeping it: a hold on a student, or an
/// application of theirs, covers every volume with a paper that is, or may be, linked to any record
/// of that person; a hold on a paper covers the volumes of all papers that came on one scan with
/// it.
/// Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/database.h"
#include "model/case_file.h"
#include "model/verdict.h"

namespace fonds {

struct RetentionRecord {
  VolumeId volume;
  VolumeKey key;
  VolumeState state = VolumeState::open;
  std::optional<CalendarDate> first_day;  ///< of its documents, once it is closed
  /// Whether the institution is a source of an archive, or was liquidated, the catalogue does not
  /// know.
  RetentionFacts facts;
};

class RetentionRecords {
 public:
  /// Holds, applications, loans and matters are those of now.
  explicit RetentionRecords(Database& database);

  /// In order of id, above `after`, at most `limit`.
  std::vector<RetentionRecord> page(VolumeId after, int limit);
  std::optional<RetentionRecord> of(VolumeId volume);
  /// Those of `volumes` there are, in order of id.
  std::vector<RetentionRecord> of(std::vector<VolumeId> volumes);

 private:
  struct Matter {
    std::string last_day;  ///< of its volumes; empty: one of them is open
  };
  struct HeldItem {
    std::string index;
    std::int64_t year = 0;  ///< 0: of all years
    DisposalObstacle obstacle;
  };
  void load_holds();
  void load_requests();
  void load_loans();
  void load_matters();
  std::vector<RetentionRecord> load(const std::string& condition, std::int64_t from,
                                    std::int64_t to);
  void fill(std::vector<RetentionRecord>& records);
  void block(const std::string& query, DisposalObstacleKind kind);

  Database& database_;
  std::map<VolumeId, std::vector<DisposalObstacle>> obstacles_;
  std::vector<HeldItem> held_items_;
  std::map<VolumeId, Matter> matters_;
};

}  // namespace fonds
