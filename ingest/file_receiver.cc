#include "ingest/file_receiver.h"

#include "ingest/wire.h"

namespace fonds {

void FileReceiver::operator()(const Message& message) {
  if (static_cast<MessageType>(message.type) != expected_.pieces || message.body.empty()) {
    refuse_message("an answer nobody asked for");
  }
  if (message.body.size() > expected_.bytes) refuse_message("too much");
  expected_.bytes -= message.body.size();
  const std::string_view piece = message.body;
  if (!begun_ && tell_kind(piece.substr(0, kKindBytes)) != expected_.kind) {
    refuse_message("a file of another kind");
  }
  begun_ = true;
  sink_(piece);
}

void FileReceiver::finish() const {
  if (!begun_) refuse_message("no answer");
}

}  // namespace fonds
