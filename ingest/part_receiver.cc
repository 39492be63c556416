#include "ingest/part_receiver.h"

#include "ingest/wire.h"
#include "ingest/worker_protocol.h"

namespace fonds {

void PartReceiver::operator()(const Message& message) {
  if (static_cast<MessageType>(message.type) != MessageType::part_piece || message.body.empty()) {
    refuse_message("an answer nobody asked for");
  }
  if (message.body.size() > bytes_left_) refuse_message("too much");
  bytes_left_ -= message.body.size();
  const std::string_view piece = message.body;
  if (!begun_ && tell_kind(piece.substr(0, kKindBytes)) != kind_) {
    refuse_message("a part of another kind");
  }
  begun_ = true;
  sink_(piece);
}

void PartReceiver::finish() const {
  if (!begun_) refuse_message("no answer");
}

}  // namespace fonds
