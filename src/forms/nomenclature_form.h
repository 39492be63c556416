/// The nomenclature of files (номенклатура дел, form F1 of DOMAIN §3) to be printed, signed and
/// approved: heads, the table of items by sections, agreement, and the record of totals that is
/// filled in at the end of the year.
///
/// Texts are as printed, valid UTF-8. Threads: pure, but for the language of the user. Faults:
/// those of FormPdf.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "forms/form_captions.h"
#include "forms/printed_form.h"
#include "model/nomenclature.h"

namespace fonds {

struct NomenclatureFormRow {
  std::string index;  ///< empty: the title of a section
  std::string title;
  std::string units;   ///< how many there are; empty until the end of the year
  std::string period;  ///< with the article
  std::string note;
};

struct NomenclatureForm {
  std::string institution;  ///< may be empty
  int year = 0;
  std::string number;  ///< of the approval; empty: to be written by hand, as the next two
  std::string day;
  std::string agreed;  ///< protocol of the commission: number and day
  std::vector<NomenclatureFormRow> rows;
  /// Of the record of totals; nothing: it is filled in by hand.
  std::optional<NomenclatureTotals> totals{};
  FormCaption caption{};
};

/// A4, as PDF, in the language of the user.
PrintedForm printed_nomenclature(const NomenclatureForm& facts);

}  // namespace fonds
