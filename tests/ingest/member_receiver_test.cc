// MemberReceiver: members that overlap, climb out or never end go no further.
#include "ingest/member_receiver.h"

#include "ingest/worker_fixture.h"
#include "ingest/worker_protocol.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr auto kBegin = MessageType::member_begin;
constexpr auto kBytes = MessageType::member_bytes;
constexpr auto kEnd = MessageType::member_end;
constexpr auto kRefused = MessageType::member_refused;

struct Answer {
  MessageType type;
  std::string body;
};

void give(MemberReceiver& receiver, const std::vector<Answer>& answers) {
  for (const Answer& each : answers) {
    Message message;
    message.type = static_cast<std::uint8_t>(each.type);
    message.body = each.body;
    receiver(message);
  }
  receiver.finish();
}

std::string refusal(const std::string& name) { return encode(RefusedMember{name, "a link"}); }

TEST(MemberReceiver, MembersComeOutAsTheyWentIn) {
  Members sink;
  MemberReceiver receiver(sink);

  give(receiver, {{kBegin, "класс/1.jpg"},
                  {kBytes, "ab"},
                  {kBytes, "c"},
                  {kEnd, ""},
                  {kRefused, refusal("link")},
                  {kBegin, "2.jpg"},
                  {kBytes, "d"},
                  {kRefused, refusal("2.jpg")}});

  EXPECT_THAT(sink.names, ElementsAre("класс/1.jpg", "2.jpg"));
  EXPECT_THAT(sink.refused, ElementsAre("link", "2.jpg"));
  EXPECT_EQ(sink.content, "abcd");
  EXPECT_EQ(sink.ended, 1);
}

TEST(MemberReceiver, MembersOutOfOrderAreRefused) {
  for (const std::vector<Answer>& answers : std::vector<std::vector<Answer>>{
           {{kBegin, "a"}, {kBegin, "b"}},
           {{kBytes, "x"}},
           {{kEnd, ""}},
           {{kBegin, "a"}, {kEnd, ""}, {kBytes, "x"}},
           {{kBegin, "a"}, {kRefused, refusal("a")}, {kEnd, ""}},
           {{kBegin, "a"}, {kBytes, "x"}},
       }) {
    Members sink;
    MemberReceiver receiver(sink);
    const Error error = error_of([&] { give(receiver, answers); });
    EXPECT_EQ(error.fault(), Fault::unavailable);
    EXPECT_THAT(error.message(), HasSubstr("members out of order"));
  }
}

TEST(MemberReceiver, ANameOutsideTheContainerReachesNobody) {
  for (const char* name : {"../a", "/etc/passwd", "a/../../b", ""}) {
    Members sink;
    MemberReceiver receiver(sink);
    EXPECT_EQ(error_of([&] { give(receiver, {{kBegin, name}}); }).fault(), Fault::unavailable);
    EXPECT_TRUE(sink.names.empty()) << name;
  }
}

TEST(MemberReceiver, TheLimitsOfAContainerHold) {
  const auto refused = [](const std::vector<Answer>& answers) {
    ContainerLimits limits;
    limits.entries = 2;
    limits.member_bytes = 3;
    limits.total_bytes = 5;
    Members sink;
    MemberReceiver receiver(sink, limits);
    const Error error = error_of([&] { give(receiver, answers); });
    EXPECT_THAT(error.message(), HasSubstr("too m"));
    EXPECT_LE(sink.content.size(), 5U);
  };

  refused({{kBegin, "a"}, {kBytes, "12"}, {kBytes, "34"}});
  refused({{kBegin, "a"}, {kBytes, "123"}, {kEnd, ""}, {kBegin, "b"}, {kBytes, "456"}});
  refused({{kBegin, "a"}, {kEnd, ""}, {kRefused, refusal("b")}, {kBegin, "c"}});
  refused({{kRefused, refusal("a")}, {kRefused, refusal("b")}, {kRefused, refusal("c")}});
}

TEST(MemberReceiver, AnAnswerNobodyAskedForIsRefused) {
  Members sink;
  MemberReceiver receiver(sink);

  const Error error = error_of([&] { give(receiver, {{MessageType::page, ""}}); });

  EXPECT_THAT(error.message(), HasSubstr("nobody asked for"));
}

}  // namespace
}  // namespace fonds
