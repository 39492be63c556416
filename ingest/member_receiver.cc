#include "ingest/member_receiver.h"

#include "ingest/wire.h"
#include "ingest/worker_protocol.h"

namespace fonds {
namespace {

void expect(bool in_order) {
  if (!in_order) refuse_message("members out of order");
}

}  // namespace

void MemberReceiver::operator()(const Message& message) {
  switch (static_cast<MessageType>(message.type)) {
    case MessageType::member_begin:
      return begin(message.body);
    case MessageType::member_bytes:
      return bytes(message.body);
    case MessageType::member_end:
      return end();
    case MessageType::member_refused:
      return refuse(message.body);
    default:
      refuse_message("an answer nobody asked for");
  }
}

void MemberReceiver::finish() const { expect(!open_); }

void MemberReceiver::begin(std::string_view name) {
  count_entry();
  expect(!open_);
  open_ = true;
  member_ = 0;
  sink_.begin(decode_member_name(name));
}

void MemberReceiver::bytes(std::string_view bytes) {
  expect(open_);
  member_ += bytes.size();
  total_ += bytes.size();
  if (member_ > limits_.member_bytes || total_ > limits_.total_bytes) refuse_message("too much");
  sink_.write(bytes);
}

void MemberReceiver::end() {
  expect(open_);
  open_ = false;
  sink_.end();
}

void MemberReceiver::refuse(std::string_view refused) {
  if (!open_) count_entry();
  open_ = false;
  const RefusedMember member = decode_refused(refused);
  sink_.refuse(member.name, member.why);
}

void MemberReceiver::count_entry() {
  if (++entries_ > limits_.entries) refuse_message("too many members");
}

}  // namespace fonds
