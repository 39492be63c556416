/// NomenclatureRecords: nomenclatures of files, their items and periods, totals of a year, findings
/// and rows that are none, in JSON. Stable names: only add.
///
/// Threads: pure.
#pragma once

#include "model/nomenclature.h"
#include "retention/nomenclature_lint.h"
#include "retention/nomenclature_table.h"
#include "web/api/json.h"

namespace fonds {

Json record_of(const NomenclatureCard& card);
Json record_of(const NomenclatureItem& item);
Json record_of(const RetentionRule& rule);
/// The record of totals (итоговая запись) of a year.
Json record_of(const NomenclatureTotals& totals, int year);
Json record_of(const NomenclatureFinding& finding);
/// In the form of a finding.
Json record_of(const NomenclatureProblem& problem);

}  // namespace fonds
