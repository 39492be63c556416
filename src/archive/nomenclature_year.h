/// ArchiveNomenclatureYear: what happens to an approved nomenclature in its year and at the end of
/// it (DOMAIN §1.3): headings for reserve indexes, the record of totals, the lock, the draft of the
/// next year.
///
/// Threads: one per Archive. Faults: denied, not_found, usage, busy, and those of the catalogue.
#pragma once

#include <string>

#include "archive/archive.h"
#include "model/actor.h"
#include "model/nomenclature.h"

namespace fonds {

/// A heading that came up within the year, as its row would stand in a spreadsheet.
struct NewHeading {
  std::string index;
  std::string title;
  std::string period;
  std::string article;  ///< or the protocol of the commission that set the period
  std::string note;
};

class ArchiveNomenclatureYear {
 public:
  explicit ArchiveNomenclatureYear(Archive& archive) : archive_(archive) {}

  /// Gives an index in reserve its heading. The head decides on it as on the list itself.
  NomenclatureItem add_heading(const Actor& actor, int year, const NewHeading& heading);
  /// Volumes opened under it (итоговая запись), as things stand.
  NomenclatureTotals totals(const Actor& actor, int year);
  /// Closes a year that is over: no volume is opened under it any more. Refused while a volume
  /// whose time is over is open.
  NomenclatureCard lock(const Actor& actor, int year);
  /// The draft of the next year: the same headings, indexes in reserve again in reserve, ongoing
  /// cases noted. Gives the draft. Refused when the next year has a list already.
  Nomenclature roll_over(const Actor& actor, int year);

 private:
  Archive& archive_;
};

/// The heading as an item, read as a row of a spreadsheet is. Fault usage.
NomenclatureItem item_from(const NewHeading& heading);

/// The approved list of a year that is not locked: volumes are opened under it, headings added.
/// Fault usage.
NomenclatureCard nomenclature_in_force(Archive& archive, int year);

}  // namespace fonds
