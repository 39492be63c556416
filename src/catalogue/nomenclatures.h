/// Nomenclatures: the lists of case headings of each year, and what became of them.
///
/// Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <optional>
#include <vector>

#include "catalogue/database.h"
#include "model/actor.h"
#include "model/nomenclature.h"

namespace fonds {

class Nomenclatures {
 public:
  explicit Nomenclatures(Database& database) : database_(database) {}

  /// Puts the list in place of that of its year, if there was one, as a draft nobody has agreed to.
  /// That the one before was not approved must be known.
  void put_draft(Transaction& transaction, const Actor& actor, const Nomenclature& nomenclature);
  /// Replaces what became of `card.year`: state, agreed, approval, approved_on and approved_by.
  void set_state(Transaction& transaction, const Actor& actor, const NomenclatureCard& card);
  /// Replaces the item of that index and raises the revision.
  void set_item(Transaction& transaction, const Actor& actor, int year,
                const NomenclatureItem& item);
  std::optional<NomenclatureCard> card(int year);
  /// In order of years.
  std::vector<NomenclatureCard> list();
  std::optional<Nomenclature> find(int year);

 private:
  Database& database_;
};

}  // namespace fonds
