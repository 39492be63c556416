// An open page is told what changes, and nothing when nothing does; a fault of a look ends it.
#include "web/watcher.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <string>
#include <thread>

#include "base/error.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

using std::chrono::milliseconds;

/// Reads until `enough` says so, for ten seconds at most.
template <class Enough>
std::string read_until(EventStream& stream, Enough enough) {
  std::string text;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (std::chrono::steady_clock::now() < end) {
    std::array<char, 64> piece{};
    std::size_t taken = 0;
    const auto how = stream.read(
        piece.data(), piece.size(), taken, [] {}, nullptr);
    text.append(piece.data(), taken);
    if (enough(text) || how == EventStream::Read::end) break;
    if (how == EventStream::Read::nothing_yet) std::this_thread::sleep_for(milliseconds(2));
  }
  return text;
}

TEST(Watcher, TellsTheStateAtOnceAndEachTimeItDiffers) {
  TempArchive home;
  Watcher watcher(home.archive(), milliseconds(5));
  std::atomic<int> state = 1;
  const auto stream = watcher.watch([&](Archive&) { return std::to_string(state.load()); });
  EXPECT_EQ(read_until(*stream, [](const auto& text) { return text.ends_with("\n\n"); }),
            "event: state\ndata: 1\n\n");
  state = 2;
  EXPECT_EQ(read_until(*stream, [](const auto& text) { return text.ends_with("data: 2\n\n"); }),
            "event: state\ndata: 2\n\n");
}

TEST(Watcher, EndsAStreamWhoseLookIsRefused) {
  TempArchive home;
  Watcher watcher(home.archive(), milliseconds(5));
  const auto stream = watcher.watch(
      [](Archive&) -> std::string { throw Error(Fault::denied, "a right was taken away"); });
  EXPECT_EQ(read_until(*stream, [](const auto&) { return false; }), "");
  std::array<char, 8> piece{};
  std::size_t taken = 0;
  EXPECT_EQ(stream->read(
                piece.data(), piece.size(), taken, [] {}, nullptr),
            EventStream::Read::end);
}

TEST(Watcher, EndsItsStreamsWithItself) {
  TempArchive home;
  std::shared_ptr<EventStream> stream;
  {
    Watcher watcher(home.archive(), milliseconds(5));
    stream = watcher.watch([](Archive&) { return std::string("{}"); });
  }
  const std::string text = read_until(*stream, [](const auto&) { return false; });
  EXPECT_TRUE(text.empty() || text == "event: state\ndata: {}\n\n") << text;
}

}  // namespace
}  // namespace fonds
