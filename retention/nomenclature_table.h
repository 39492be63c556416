/// nomenclature_from: a nomenclature of files out of the rows of a spreadsheet, in the form
/// institutions keep it (DOMAIN §1.1).
///
/// Above the headings may stand anything («на 2025 год» tells the year). The headings are known by
/// their words, in any order: Индекс, Заголовок, Срок хранения, Статья (or both in one column:
/// «5 лет ЭПК, ст. 154»), Примечание; the count of units is not looked at. A row of column numbers
/// is passed over; a row with one filled cell, or with «02» for an index, opens a section. What
/// stands under the list («Итоговая запись», signatures) ends it.
/// In place of an article «L» or the commission's protocol («протокол ЭК № 4 от 01.12.2024») says
/// that the institution set the period. Threads: any. Faults: none; what is wrong is a problem with
/// its row.
#pragma once

#include <string>
#include <vector>

#include "model/nomenclature.h"
#include "model/table.h"
#include "retention/period_words.h"

namespace fonds {

struct NomenclatureProblem {
  std::size_t row = 0;  ///< of the sheet, from 1; 0: of all of it
  std::string what;
  std::string hint;
};

struct ReadNomenclature {
  Nomenclature nomenclature;
  std::vector<NomenclatureProblem> problems;  ///< rows with any are left out
};

/// Of the first sheet that has the headings.
ReadNomenclature nomenclature_from(const std::vector<Table>& tables, const PeriodWords& words);

/// The list as such a sheet, which nomenclature_from reads back.
Table table_of(const Nomenclature& nomenclature, const PeriodWords& words);

/// «19а», «ст. 182г», «РКН № 179», «L»: an article as a nomenclature names it. Never verified.
Authority authority_from(std::string_view printed);

}  // namespace fonds
