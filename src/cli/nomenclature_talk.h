/// Nomenclature talk: nomenclatures of files, their items and findings as records and lines.
///
/// Threads: pure but for printing.
#pragma once

#include <string>
#include <vector>

#include "cli/session.h"
#include "model/nomenclature.h"
#include "retention/nomenclature_lint.h"
#include "retention/nomenclature_table.h"

namespace fonds {

void print_card(const Session& session, const NomenclatureCard& card);
/// The record of totals (итоговая запись).
void print_totals(const Session& session, int year, const NomenclatureTotals& totals);
/// Sections and items in the order of the list.
void print_items(const Session& session, const Nomenclature& nomenclature);
void print_problems(const Session& session, const std::vector<NomenclatureProblem>& problems);
void print_findings(const Session& session, const std::vector<NomenclatureFinding>& findings);

}  // namespace fonds
