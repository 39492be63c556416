// FileReceiver: a file that is none, or without end, goes no further.
#include "ingest/file_receiver.h"

#include "ingest/worker_fixture.h"
#include "ingest/worker_protocol.h"

namespace fonds {
namespace {

using testing::HasSubstr;

struct Answer {
  std::string body;
  MessageType type = MessageType::part_piece;
};

void give(FileReceiver& receiver, const Answer& answer) {
  Message message;
  message.type = static_cast<std::uint8_t>(answer.type);
  message.body = answer.body;
  receiver(message);
}

/// What was given on before the fault, whose message goes to `why`.
std::string refused(const std::vector<Answer>& answers, std::string& why,
                    FileKind kind = FileKind::pdf, std::uint64_t bytes = 100) {
  std::string given;
  const FileReceiver::Sink sink = [&](std::string_view piece) { given += piece; };
  FileReceiver receiver(sink, {MessageType::part_piece, kind, bytes});
  const Error error = error_of([&] {
    for (const Answer& each : answers) give(receiver, each);
    receiver.finish();
  });
  EXPECT_EQ(error.fault(), Fault::unavailable);
  why = error.message();
  return given;
}

TEST(FileReceiver, PiecesAreGivenOnAsTheyCome) {
  std::vector<std::string> given;
  const FileReceiver::Sink sink = [&](std::string_view piece) { given.emplace_back(piece); };
  FileReceiver receiver(sink, {MessageType::part_piece, FileKind::pdf, 15});

  give(receiver, {"%PDF-1.4 "});
  give(receiver, {"%%EOF\n"});
  receiver.finish();

  EXPECT_THAT(given, testing::ElementsAre("%PDF-1.4 ", "%%EOF\n"));
}

TEST(FileReceiver, OnlyPiecesOfWhatWasAskedForAreTaken) {
  std::string given;
  const FileReceiver::Sink sink = [&](std::string_view piece) { given += piece; };
  FileReceiver receiver(sink, {MessageType::picture_piece, FileKind::jpeg, 100});

  give(receiver, {"\xFF\xD8\xFF\xE0 picture", MessageType::picture_piece});

  EXPECT_EQ(error_of([&] {
              give(receiver, {"more", MessageType::part_piece});
            }).fault(),
            Fault::unavailable);
  EXPECT_EQ(given, "\xFF\xD8\xFF\xE0 picture");
}

TEST(FileReceiver, TooMuchIsRefused) {
  std::string why;
  EXPECT_EQ(refused({Answer{"%PDF-1.4 "}, Answer{"%%EOF\n"}}, why, FileKind::pdf, 14), "%PDF-1.4 ");
  EXPECT_THAT(why, HasSubstr("too much"));
}

TEST(FileReceiver, WhatIsNoFileOfTheKindIsRefused) {
  std::string why;
  for (const char* body : {"<html>", "%", "II*"}) {
    EXPECT_EQ(refused({Answer{body}}, why), "");
    EXPECT_THAT(why, HasSubstr("another kind"));
  }
  EXPECT_EQ(refused({Answer{"%PDF-1.4 "}}, why, FileKind::tiff), "");
}

TEST(FileReceiver, NothingAtAllIsRefused) {
  std::string why;
  EXPECT_EQ(refused({}, why), "");
  EXPECT_THAT(why, HasSubstr("no answer"));
  EXPECT_EQ(refused({Answer{""}}, why), "");
}

TEST(FileReceiver, AnAnswerNobodyAskedForIsRefused) {
  std::string why;
  for (const int type :
       {0, static_cast<int>(MessageType::part), static_cast<int>(MessageType::access_copy_piece),
        static_cast<int>(MessageType::picture_piece), 255}) {
    EXPECT_EQ(refused({Answer{"%PDF-1.4 ", static_cast<MessageType>(type)}}, why), "");
  }
}

}  // namespace
}  // namespace fonds
