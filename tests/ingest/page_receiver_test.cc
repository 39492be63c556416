// PageReceiver: answers that lie about their number or size go no further.
#include "ingest/page_receiver.h"

#include "ingest/worker_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;

constexpr std::uint64_t kPlenty = 1U << 20;

Message answer(MessageType type, std::string body) {
  Message message;
  message.type = static_cast<std::uint8_t>(type);
  message.body = std::move(body);
  return message;
}

Message page_numbered(int number, const std::string& thumbnail = "\xFF\xD8\xFF small") {
  RecognisedPage page;
  page.number = number;
  return answer(MessageType::page, encode(page, thumbnail));
}

TEST(PageReceiver, WhatComesInOrderIsGivenOn) {
  Pages sink;
  PageReceiver receiver(sink, kPlenty, 2);

  receiver(page_numbered(1));
  receiver(page_numbered(2));
  receiver(answer(MessageType::alto_piece, "<alto"));
  receiver(answer(MessageType::alto_piece, "/>"));
  EXPECT_EQ(sink.altos, 0) << "it is given whole";
  receiver(answer(MessageType::access_copy_piece, "%PDF"));
  receiver(answer(MessageType::access_copy_piece, "-1.4"));
  receiver.finish();

  ASSERT_EQ(sink.pages.size(), 2U);
  EXPECT_EQ(sink.pages[1].number, 2);
  EXPECT_EQ(sink.thumbnails[0], "\xFF\xD8\xFF small");
  EXPECT_EQ(sink.altos, 1);
  EXPECT_EQ(sink.alto_xml, "<alto/>");
  EXPECT_EQ(sink.pdf, "%PDF-1.4");
}

TEST(PageReceiver, AltoWithoutAnAccessCopyIsGivenAtTheEnd) {
  Pages sink;
  PageReceiver receiver(sink, kPlenty, 1);
  receiver(answer(MessageType::alto_piece, "<alto/>"));

  receiver.finish();

  EXPECT_EQ(sink.alto_xml, "<alto/>");
}

TEST(PageReceiver, APageTwiceMissingOrTooManyIsRefused) {
  const auto refused = [](std::size_t most, const std::vector<int>& numbers) {
    Pages sink;
    PageReceiver receiver(sink, kPlenty, most);
    const Error error = error_of([&] {
      for (const int number : numbers) receiver(page_numbered(number));
    });
    EXPECT_EQ(error.fault(), Fault::unavailable);
    EXPECT_THAT(error.message(), HasSubstr("a page out of order"));
    EXPECT_EQ(sink.pages.size(), numbers.size() - 1);
  };

  refused(9, {2});
  refused(9, {1, 1});
  refused(9, {1, 3});
  refused(2, {1, 2, 3});
  refused(0, {1});
}

TEST(PageReceiver, AllAnswersTogetherKeepToTheLimitOfBytes) {
  Pages sink;
  PageReceiver receiver(sink, 10, 1);
  receiver(answer(MessageType::access_copy_piece, "12345"));
  receiver(answer(MessageType::alto_piece, "12345"));

  const Error error = error_of([&] { receiver(answer(MessageType::access_copy_piece, "6")); });

  EXPECT_THAT(error.message(), HasSubstr("too much"));
  EXPECT_EQ(sink.pdf, "12345");
}

TEST(PageReceiver, AnAnswerNobodyAskedForIsRefused) {
  for (const int type : {0, static_cast<int>(MessageType::hello),
                         static_cast<int>(MessageType::member_begin), 255}) {
    Pages sink;
    PageReceiver receiver(sink, kPlenty, 1);
    const Error error = error_of([&] { receiver(answer(static_cast<MessageType>(type), "")); });
    EXPECT_EQ(error.fault(), Fault::unavailable) << type;
  }
}

}  // namespace
}  // namespace fonds
