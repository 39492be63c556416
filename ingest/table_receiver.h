/// TableReceiver keeps the tables a reading process answers with, within their limits and in order.
///
/// The process is not trusted: every row belongs to a sheet that was begun, and no limit of a table
/// is passed.
/// Threads: one. Faults: unavailable (an answer nobody asked for, too much, out of order).
#pragma once

#include <string_view>
#include <vector>

#include "base/message_channel.h"
#include "ingest/table_reader.h"
#include "model/table.h"

namespace fonds {

class TableReceiver {
 public:
  explicit TableReceiver(const TableLimits& limits) : limits_(limits) {}

  void operator()(const Message& message);
  /// After the last answer.
  std::vector<Table> take() { return std::move(tables_); }

 private:
  void rows(std::string_view body);

  TableLimits limits_;
  std::vector<Table> tables_;
  std::size_t cells_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace fonds
