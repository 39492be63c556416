#include "ingest/page_receiver.h"

#include <utility>

#include "ingest/wire.h"

namespace fonds {
namespace {

constexpr std::size_t kLongestAlto = 512U << 20;
constexpr std::size_t kLongestWords = 256U << 20;  // bytes of all pages' words

}  // namespace

void PageReceiver::operator()(const Message& message) {
  spend(message.body.size());
  switch (static_cast<MessageType>(message.type)) {
    case MessageType::page:
      return page(decode_page(message.body), message.body.size());
    case MessageType::alto_piece:
      if (message.body.size() > kLongestAlto - alto_.size()) refuse_message("too much ALTO");
      alto_ += message.body;
      return;
    case MessageType::access_copy_piece:
      give_alto();
      return sink_.access_copy(message.body);
    default:
      refuse_message("an answer nobody asked for");
  }
}

void PageReceiver::spend(std::size_t bytes) {
  if (bytes > bytes_left_) refuse_message("too much");
  bytes_left_ -= bytes;
}

void PageReceiver::page(SentPage&& sent, std::size_t size) {
  if (sent.page.number != ++number_ || pages_left_-- == 0) refuse_message("a page out of order");
  words_ += size - sent.thumbnail.size();
  if (words_ > kLongestWords) refuse_message("too many words");
  sink_.page(std::move(sent.page), std::move(sent.thumbnail));
}

void PageReceiver::give_alto() {
  if (alto_.empty()) return;
  sink_.alto(alto_);
  alto_ = {};
}

}  // namespace fonds
