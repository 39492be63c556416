#include "base/message_channel.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <boost/filesystem/operations.hpp>
#include <thread>

#include "base/disk.h"
#include "base/error.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using Descriptors = MessageChannel::Descriptors;
using Outcome = MessageChannel::Outcome;
using std::chrono_literals::operator""ms;

constexpr std::size_t kLongest = 1000;

auto in(std::chrono::milliseconds time) { return std::chrono::steady_clock::now() + time; }

std::size_t open_descriptors() {
  return static_cast<std::size_t>(
      std::distance(boost::filesystem::directory_iterator("/proc/self/fd"),
                    boost::filesystem::directory_iterator()));
}

struct Pair {
  explicit Pair(Descriptors wanted = Descriptors::accept) : Pair(make_socket_pair(), wanted) {}
  Pair(std::pair<UniqueFd, UniqueFd> ends, Descriptors wanted)
      : here(std::move(ends.first), Descriptors::accept, kLongest),
        raw(ends.second.get()),
        there(std::move(ends.second), wanted, kLongest) {}

  void write_raw_to_here(std::string_view bytes) const {
    ASSERT_EQ(::write(raw, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  }

  MessageChannel here;
  int raw;
  MessageChannel there;
};

TEST(MessageChannel, MessagesArriveWholeAndInOrder) {
  Pair pair;
  const std::string bytes("a\0b", 3);
  ASSERT_EQ(pair.here.send(3, bytes), Outcome::done);
  ASSERT_EQ(pair.here.send(200, ""), Outcome::done);

  Message first;
  Message second;
  ASSERT_EQ(pair.there.receive(first), Outcome::done);
  ASSERT_EQ(pair.there.receive(second), Outcome::done);

  EXPECT_EQ(first.type, 3);
  EXPECT_EQ(first.body, bytes);
  EXPECT_EQ(second.type, 200);
  EXPECT_TRUE(second.body.empty());
}

TEST(MessageChannel, ADescriptorTravelsWithItsMessage) {
  const TempFolder folder;
  const UniqueFd file = open_for_reading(folder.file("paper", "words"));
  Pair pair;
  ASSERT_EQ(pair.here.send(1, "body", file.get()), Outcome::done);

  Message message;
  ASSERT_EQ(pair.there.receive(message), Outcome::done);

  std::string text(5, '\0');
  ASSERT_EQ(::pread(message.descriptor.get(), text.data(), text.size(), 0), 5);
  EXPECT_EQ(text, "words");
  EXPECT_NE(::fcntl(message.descriptor.get(), F_GETFD) & FD_CLOEXEC, 0);
}

TEST(MessageChannel, ARefusedDescriptorIsNotEvenOpened) {
  Pair pair(Descriptors::refuse);
  const std::size_t before = open_descriptors();
  ASSERT_EQ(pair.here.send(1, "body", STDIN_FILENO), Outcome::done);

  Message message;
  ASSERT_EQ(pair.there.receive(message), Outcome::done);

  EXPECT_FALSE(message.descriptor.valid());
  EXPECT_EQ(open_descriptors(), before);
}

TEST(MessageChannel, WhatIsNotThereInTimeIsLateAndMayStillCome) {
  Pair pair;
  pair.write_raw_to_here(std::string("Fd\x05\0\x04\0\0\0ab", 10));
  Message message;
  ASSERT_EQ(pair.here.receive(message, in(10ms)), Outcome::late);

  pair.write_raw_to_here("cd");

  ASSERT_EQ(pair.here.receive(message, in(1000ms)), Outcome::done);
  EXPECT_EQ(message.type, 5);
  EXPECT_EQ(message.body, "abcd");
}

TEST(MessageChannel, AnEndInTheMiddleOfAMessageIsAnEnd) {
  auto ends = make_socket_pair();
  MessageChannel channel(std::move(ends.first), Descriptors::accept, kLongest);
  ASSERT_EQ(::write(ends.second.get(), "Fd", 2), 2);
  ends.second.reset();

  Message message;
  EXPECT_EQ(channel.receive(message), Outcome::closed);
  EXPECT_EQ(channel.send(1, "anybody there?"), Outcome::closed);
}

TEST(MessageChannel, WhatIsNoMessageIsGarbage) {
  for (const std::string& bytes :
       {std::string("GET / HTTP"), std::string("Fd\x01\x01\0\0\0\0", 8),
        std::string("Fd\x01\0\xFF\xFF\xFF\xFF", 8), std::string("Fd\x01\0\xE9\x03\0\0", 8)}) {
    Pair pair;
    pair.write_raw_to_here(bytes);
    Message message;
    EXPECT_EQ(pair.here.receive(message), Outcome::garbage);
  }
}

TEST(MessageChannel, TheLongestMessagePassesAndALongerOneIsABug) {
  Pair pair;
  Message message;

  ASSERT_EQ(pair.here.send(1, std::string(kLongest, 'x')), Outcome::done);
  ASSERT_EQ(pair.there.receive(message), Outcome::done);

  EXPECT_EQ(message.body.size(), kLongest);
  EXPECT_THROW((void)pair.here.send(1, std::string(kLongest + 1, 'x')), Error);
}

TEST(MessageChannel, NobodyTakingMessagesIsLate) {
  Pair pair;
  Outcome sent = Outcome::done;

  for (int i = 0; i < 100'000 && sent == Outcome::done; ++i) {
    sent = pair.here.send(1, std::string(kLongest, 'x'), -1, in(20ms));
  }

  EXPECT_EQ(sent, Outcome::late);
}

}  // namespace
}  // namespace fonds
