/// A nomenclature of files in a spreadsheet (CSV, XLSX, ODS), read with or without an archive.
///
/// The file is parsed in a sandboxed worker. Threads: one.
/// Faults: usage (no table), corrupt (damaged), not_found, io, unavailable (no worker can be
/// started, or the file killed it).
#pragma once

#include <boost/filesystem/path.hpp>

#include <string_view>

#include "ingest/worker.h"
#include "retention/nomenclature_table.h"
#include "retention/retention_list.h"

namespace fonds {

ReadNomenclature read_nomenclature_file(const WorkerOptions& options,
                                        const boost::filesystem::path& file);

/// Of an open file, read from its beginning; `name` is told with what is wrong.
ReadNomenclature read_nomenclature_file(const WorkerOptions& options, int file,
                                        std::string_view name);

/// config/retention_list.csv as compiled in; read once. Any thread.
const RetentionList& shipped_retention_list();

/// "row 7: “02-5” is no index of a case": one problem for a person.
std::string line_of(const NomenclatureProblem& problem);

}  // namespace fonds
