#include "ingest/table_receiver.h"

#include <iterator>

#include "ingest/wire.h"
#include "ingest/worker_protocol.h"

namespace fonds {

void TableReceiver::operator()(const Message& message) {
  switch (static_cast<MessageType>(message.type)) {
    case MessageType::table_begin:
      if (tables_.size() >= limits_.sheets) refuse_message("too many sheets");
      tables_.push_back({decode_sheet_name(message.body), {}});
      return;
    case MessageType::table_rows:
      return rows(message.body);
    default:
      refuse_message("an answer nobody asked for");
  }
}

void TableReceiver::rows(std::string_view body) {
  if (tables_.empty()) refuse_message("rows of no sheet");
  std::vector<TableRow> more = decode_rows(body, limits_);
  for (const TableRow& row : more) {
    cells_ += row.size();
    for (const std::string& cell : row) bytes_ += cell.size();
  }
  std::vector<TableRow>& all = tables_.back().rows;
  if (all.size() + more.size() > limits_.rows || cells_ > limits_.cells ||
      bytes_ > limits_.total_bytes) {
    refuse_message("too much");
  }
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace fonds
