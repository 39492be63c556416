/// Inventories: inventories of cases (model/case_inventory.h) and the numbers their units have.
///
/// Living: not cancelled. Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/database.h"
#include "model/actor.h"
#include "model/case_inventory.h"

namespace fonds {

class Inventories {
 public:
  explicit Inventories(Database& database) : database_(database) {}

  /// A draft; of `inventory` count kind, list, year, title, preface, signers and units. Returns its
  /// id.
  std::int64_t add(Transaction& transaction, const Actor& actor, const CaseInventory& inventory);
  /// Replaces what became of it, title page, preface and signers; raises its revision.
  void update(Transaction& transaction, const Actor& actor, const CaseInventory& inventory);
  std::optional<CaseInventory> find(std::int64_t id);
  /// In order of ids, without their units.
  std::vector<CaseInventory> list();

  /// The living inventory the volume is in.
  std::optional<std::int64_t> living_with(VolumeId volume);
  /// The highest number of a unit in the living inventories of the list whose id is below `before`;
  /// 0: there is none.
  int last_number(std::string_view list, std::int64_t before);
  /// Of a volume in an approved one.
  std::optional<ArchiveCode> code_of(VolumeId volume);
  /// Closed volumes whose last day lies in the year, in order of id: those in no living inventory,
  /// or in no approved one.
  enum class Listed { in_living, in_approved };
  std::vector<VolumeId> unlisted(int year, Listed listed);
  /// The size of the files of a volume's documents, in bytes.
  std::uint64_t bytes_of(VolumeId volume);

 private:
  Database& database_;
};

}  // namespace fonds
