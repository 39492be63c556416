/// KeptTables: a sink of tables that keeps what it is given.
///
/// Threads: one test, one thread.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ingest/table_reader.h"

namespace fonds {

struct KeptTables : TableSink {
  void sheet(std::string name) override { tables.push_back({std::move(name), {}}); }
  void row(TableRow row) override { tables.back().rows.push_back(std::move(row)); }
  std::vector<Table> tables;
};

}  // namespace fonds
