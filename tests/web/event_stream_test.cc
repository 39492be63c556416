// What an open page is told arrives in order, wakes a resting connection once, and ends when either
// side ends.
#include "web/event_stream.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace fonds {
namespace {

struct Reader {
  EventStream& stream;
  int rested = 0;
  int woken = 0;

  EventStream::Read read(std::string& text) {
    std::array<char, 16> piece{};
    std::size_t taken = 0;
    const auto how = stream.read(
        piece.data(), piece.size(), taken, [this] { ++rested; }, [this] { ++woken; });
    text.append(piece.data(), taken);
    return how;
  }
};

TEST(EventStream, GivesItsEventsInPiecesAndThenRests) {
  EventStream stream;
  Reader reader{stream};
  stream.send("state", "{\"done\":1}");
  std::string text;
  while (reader.read(text) == EventStream::Read::some) {
  }
  EXPECT_EQ(text, "event: state\ndata: {\"done\":1}\n\n");
  EXPECT_EQ(reader.rested, 1);
  EXPECT_EQ(reader.woken, 0);
}

TEST(EventStream, WakesAReaderThatRestsOnceOnly) {
  EventStream stream;
  Reader reader{stream};
  std::string text;
  EXPECT_EQ(reader.read(text), EventStream::Read::nothing_yet);
  stream.send_sign_of_life();
  stream.send_sign_of_life();
  EXPECT_EQ(reader.woken, 1);
}

TEST(EventStream, SendsWhatWaitsBeforeItEnds) {
  EventStream stream;
  Reader reader{stream};
  stream.send("a", "1");
  stream.close();
  stream.send("b", "2");  // too late
  std::string text;
  while (reader.read(text) == EventStream::Read::some) {
  }
  EXPECT_EQ(text, "event: a\ndata: 1\n\n");
  EXPECT_EQ(reader.read(text), EventStream::Read::end);
}

TEST(EventStream, NeverWakesAConnectionThatHasGone) {
  EventStream stream;
  Reader reader{stream};
  std::string text;
  EXPECT_EQ(reader.read(text), EventStream::Read::nothing_yet);
  stream.gone();
  stream.send("a", "1");
  stream.close();
  EXPECT_EQ(reader.woken, 0);
  EXPECT_TRUE(stream.is_gone());
}

}  // namespace
}  // namespace fonds
