// The program worker_test starts instead of `fonds`: a worker that serves, or one that misbehaves
// as its name says.
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "base/message_channel.h"
#include "base/process.h"
#include "base/sandbox.h"
#include "ingest/worker.h"
#include "ingest/worker_protocol.h"

namespace fonds {
namespace {

constexpr std::size_t kMegabyte = 1U << 20;

void send(MessageChannel& channel, MessageType type, std::string_view body = {}) {
  if (channel.send(static_cast<std::uint8_t>(type), body) != MessageChannel::Outcome::done) {
    ::_exit(0);
  }
}

RecognisedPage page_numbered(int number) {
  RecognisedPage page;
  page.number = number;
  page.geometry.width = 100;
  page.geometry.height = 100;
  return page;
}

void write_raw(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(kHandedDescriptor, bytes.data(), bytes.size());
    if (written <= 0) ::_exit(0);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

[[noreturn]] void wait_for_ever() {
  for (;;) ::pause();
}

/// Memory that is really there, for ever more.
[[noreturn]] void eat() {
  for (;;) {
    void* const block =
        ::mmap(nullptr, 16 * kMegabyte, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (block == MAP_FAILED) wait_for_ever();
    std::memset(block, 1, 16 * kMegabyte);
    ::usleep(20'000);
  }
}

/// What a process of the name `kind` does when it is asked for anything.
void misbehave(const std::string& kind, MessageChannel& channel) {
  if (kind == "crash") {
    rlimit none{};
    ::setrlimit(RLIMIT_CORE, &none);
    std::abort();
  }
  if (kind == "vanish") ::_exit(5);
  if (kind == "hang") wait_for_ever();
  if (kind == "eat") eat();
  if (kind == "noise") write_raw(std::string(4096, 'x'));
  if (kind == "cut") {
    write_raw(std::string("Fd\x0C\0\xFF\0\0\0half", 12));
    ::_exit(0);
  }
  if (kind == "huge") write_raw(std::string("Fd\x0C\0\xFF\xFF\xFF\xFF", 8));
  if (kind == "trickle") {
    write_raw(std::string("Fd\x0C\0\xFF\xFF\0\0", 8));
    for (;;) {
      write_raw("x");
      ::usleep(50'000);
    }
  }
  if (kind == "flood") {
    for (;;) send(channel, MessageType::access_copy_piece, std::string(kMegabyte, 'x'));
  }
  if (kind == "pages") {
    for (int number = 1;; ++number)
      send(channel, MessageType::page, encode(page_numbered(number), {}));
  }
  if (kind == "disorder") send(channel, MessageType::page, encode(page_numbered(7), {}));
  if (kind == "parts") {
    for (;;) send(channel, MessageType::part_piece, "%PDF-1.4" + std::string(kMegabyte, 'x'));
  }
  if (kind == "false_part") send(channel, MessageType::part_piece, "<html><script>");
  if (kind == "no_part") send(channel, MessageType::done, encode(WorkerUsage{}));
  if (kind == "pictures") {
    for (;;)
      send(channel, MessageType::picture_piece, "\xFF\xD8\xFF" + std::string(kMegabyte, 'x'));
  }
  if (kind == "false_picture") send(channel, MessageType::picture_piece, "<svg onload=...>");
  if (kind == "climb") send(channel, MessageType::member_begin, "../../etc/cron.d/evil");
  if (kind == "blame") {
    send(channel, MessageType::failed, encode(Error(Fault::io, "your disk\x1B[2J is broken")));
    send(channel, MessageType::done, encode(WorkerUsage{}));
  }
  wait_for_ever();
}

int serve_badly(const std::string& kind) {
  MessageChannel channel(UniqueFd(kHandedDescriptor), MessageChannel::Descriptors::accept,
                         kLongestBody);
  Message message;
  if (channel.receive(message) != MessageChannel::Outcome::done) return 1;
  end_with_parent(decode_hello(message.body).parent);
  send(channel, MessageType::ready, "none at all");
  while (channel.receive(message) == MessageChannel::Outcome::done) {
    if (message.type != static_cast<std::uint8_t>(MessageType::input)) misbehave(kind, channel);
  }
  return 0;
}

}  // namespace
}  // namespace fonds

int main(int argc, char** argv) {
  const std::string path = argv[0];
  const std::string kind = path.substr(path.rfind('/') + 1);
  if (argc != 2 || std::string_view(argv[1]) != "worker") return 2;
  return kind == "fonds_test_worker" ? fonds::serve_worker(3) : fonds::serve_badly(kind);
}
