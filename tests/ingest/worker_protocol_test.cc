#include "ingest/worker_protocol.h"

#include <gtest/gtest.h>

#include "ingest/wire.h"
#include "support/hostile_files.h"

namespace fonds {
namespace {

RecognisedPage some_page() {
  RecognisedPage page;
  page.number = 3;
  page.geometry = {1000, 1400, 300, 90, -1.5, {10, 10, 900, 1300}};
  page.source = TextSource::recognised;
  page.languages = "rus+eng";
  page.variant = "red";
  page.lines = {
      {{10, 10, 200, 30}, {{"Почётная", {10, 10, 90, 30}, 0.9}, {"7", {120, 10, 9, 30}, 0.4}}}};
  page.confidence = 0.85;
  page.timings = {0.1, 0.2, 3};
  page.barcodes = {{"FONDS1;T=case;CASE=02-08", {700, 1200, 150, 150}}, {"Ёж", {0, 0, 9, 9}}};
  page.warnings = {PageWarning::upside_down, PageWarning::faint};
  return page;
}
const std::string kThumbnail = "\xFF\xD8\xFF jpeg";

TEST(WorkerProtocol, APageComesOutAsItWentIn) {
  const RecognisedPage page = some_page();

  const SentPage sent = decode_page(encode(page, kThumbnail));

  EXPECT_EQ(sent.thumbnail, kThumbnail);
  EXPECT_EQ(sent.page.number, 3);
  EXPECT_EQ(sent.page.geometry.rotation, 90);
  EXPECT_EQ(sent.page.geometry.skew, -1.5);
  EXPECT_EQ(sent.page.geometry.content, page.geometry.content);
  EXPECT_EQ(sent.page.source, TextSource::recognised);
  EXPECT_EQ(sent.page.languages, "rus+eng");
  EXPECT_EQ(sent.page.variant, "red");
  EXPECT_EQ(text_of(sent.page), text_of(page));
  EXPECT_EQ(sent.page.lines[0].words[1].box, page.lines[0].words[1].box);
  EXPECT_EQ(sent.page.lines[0].words[0].confidence, 0.9);
  EXPECT_EQ(sent.page.confidence, 0.85);
  EXPECT_EQ(sent.page.timings.recognise, 3);
  ASSERT_EQ(sent.page.barcodes.size(), 2U);
  EXPECT_EQ(sent.page.barcodes[0].text, "FONDS1;T=case;CASE=02-08");
  EXPECT_EQ(sent.page.barcodes[0].box, page.barcodes[0].box);
  EXPECT_EQ(sent.page.barcodes[1].text, "Ёж");
  EXPECT_EQ(sent.page.warnings, page.warnings);
}

TEST(WorkerProtocol, BarcodesAreHarmlessOrRefused) {
  RecognisedPage page = some_page();
  page.barcodes = {{"", {0, 0, 9, 9}}, {"a\x1B[2J\n", {-50, 10, 5000, 5000}}};

  const SentPage sent = decode_page(encode(page, {}));

  ASSERT_EQ(sent.page.barcodes.size(), 1U);
  EXPECT_EQ(sent.page.barcodes[0].text, "a?[2J?");
  EXPECT_EQ(sent.page.barcodes[0].box, (Box{0, 10, 1000, 1390}));
}

TEST(WorkerProtocol, BoxesAreCutToThePage) {
  RecognisedPage page = some_page();
  page.lines[0].words[0].box = {-5, -5, 20, 5000};

  const SentPage sent = decode_page(encode(page, {}));

  EXPECT_EQ(sent.page.lines[0].words[0].box, (Box{0, 0, 15, 1400}));
}

TEST(WorkerProtocol, WordsHoldNoSpaceAndNoControlCharacter) {
  RecognisedPage page = some_page();
  page.lines[0].words[0].text = "two words\x1B[2J";
  page.lines[0].words[1].text = " ";

  const SentPage sent = decode_page(encode(page, {}));

  ASSERT_EQ(sent.page.lines[0].words.size(), 1U);
  EXPECT_EQ(sent.page.lines[0].words[0].text, "twowords?[2J");
}

TEST(WorkerProtocol, APageThatCannotBeIsRefused) {
  const auto refused = [](const std::function<void(RecognisedPage&)>& spoil) {
    RecognisedPage page = some_page();
    spoil(page);
    EXPECT_THROW(decode_page(encode(page, {})), Error);
  };

  refused([](RecognisedPage& page) { page.number = 0; });
  refused([](RecognisedPage& page) { page.geometry.rotation = 45; });
  refused([](RecognisedPage& page) { page.geometry.width = -1; });
  refused([](RecognisedPage& page) { page.confidence = 1.01; });
  refused([](RecognisedPage& page) { page.source = static_cast<TextSource>(9); });
  refused([](RecognisedPage& page) { page.lines[0].words[0].text = std::string(2000, 'x'); });
  refused([](RecognisedPage& page) { page.lines[0].box.left = 2'000'000'000; });
  refused([](RecognisedPage& page) { page.barcodes.assign(101, {"x", {}}); });
  refused([](RecognisedPage& page) { page.barcodes[0].text = std::string(4000, 'x'); });
  refused([](RecognisedPage& page) { page.barcodes[0].box.top = 2'000'000'000; });
  refused([](RecognisedPage& page) { page.warnings = {static_cast<PageWarning>(4)}; });
  EXPECT_THROW(decode_page(encode(some_page(), "<svg onload=…>")), Error);
}

TEST(WorkerProtocol, DamagedPagesAreRefusedOrHarmless) {
  const std::string whole = encode(some_page(), kThumbnail);
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    const std::string damaged = flip_bits(whole, 3, seed);
    try {
      const SentPage sent = decode_page(damaged);
      for (const Line& line : sent.page.lines) {
        for (const Word& word : line.words) {
          EXPECT_GE(word.box.left, 0);
          EXPECT_LE(word.box.left + word.box.width, sent.page.geometry.width);
        }
      }
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::unavailable);
    }
  }
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_THROW(decode_page(whole.substr(0, size)), Error) << size;
  }
}

TEST(WorkerProtocol, NamesOfMembersStayInside) {
  EXPECT_EQ(decode_member_name("класс/скан 1.jpg"), "класс/скан 1.jpg");
  for (const char* name :
       {"", "/etc/passwd", "..", "a/../b", "a//b", "a/", "./a", "a\nb", "\xFF"}) {
    EXPECT_THROW(decode_member_name(name), Error) << name;
  }
  EXPECT_THROW(decode_member_name(std::string(5000, 'x')), Error);
}

TEST(WorkerProtocol, OnlyThePapersFaultsAreBelieved) {
  const auto told = [](Fault fault) {
    return decode_error(encode(Error(fault, "message", "hint")));
  };

  EXPECT_EQ(told(Fault::corrupt).fault(), Fault::corrupt);
  EXPECT_EQ(told(Fault::usage).fault(), Fault::usage);
  EXPECT_EQ(told(Fault::corrupt).message(), "message");
  EXPECT_EQ(told(Fault::corrupt).hint(), "hint");
  for (const Fault fault : {Fault::io, Fault::denied, Fault::busy, Fault::not_found, Fault::bug}) {
    EXPECT_EQ(told(fault).fault(), Fault::unavailable);
  }
}

TEST(WorkerProtocol, RequestsComeOutAsTheyWentIn) {
  Hello hello;
  hello.parent = 77;
  hello.reading.languages = "rus";
  hello.reading.limits.pages = 5;
  hello.memory = 1ULL << 33;
  hello.russian = true;
  hello.catalogue_folder = "/usr/share/locale";

  const Hello heard = decode_hello(encode(hello));

  EXPECT_EQ(heard.parent, 77);
  EXPECT_EQ(heard.reading.limits.pages, 5);
  EXPECT_EQ(heard.memory, 1ULL << 33);
  EXPECT_TRUE(heard.russian);
  EXPECT_FALSE(heard.allow_unsandboxed);
  EXPECT_EQ(heard.catalogue_folder, "/usr/share/locale");
  EXPECT_EQ(decode_kind(encode(FileKind::tar_gz)), FileKind::tar_gz);
  const auto request =
      decode_request(encode(RecogniseRequest{"F-1", WorkerHandle::Products::pages_only}));
  EXPECT_EQ(request.title, "F-1");
  EXPECT_EQ(request.products, WorkerHandle::Products::pages_only);
  const PartRequest part = decode_part(encode(PartRequest{7, 12}));
  EXPECT_EQ(part.first, 7);
  EXPECT_EQ(part.count, 12);
}

TEST(WorkerProtocol, APartThatCannotBeIsNotAskedFor) {
  for (const PartRequest& request : {PartRequest{-1, 1}, {0, 0}, {0, -1}, {2'000'000, 1}}) {
    EXPECT_THROW(decode_part(encode(request)), Error);
  }
  EXPECT_THROW(decode_part(encode(PartRequest{0, 1}) + "x"), Error);
  EXPECT_THROW(decode_part(encode(PartRequest{0, 1}).substr(1)), Error);
}

TEST(WorkerProtocol, APictureThatCannotBeIsNotAskedFor) {
  const PictureRequest picture = decode_picture(encode(PictureRequest{7, 270, 1600}));
  EXPECT_EQ(picture.page, 7);
  EXPECT_EQ(picture.rotation, 270);
  EXPECT_EQ(picture.longest_side, 1600);
  for (const PictureRequest& request : {PictureRequest{-1, 0, 1600},
                                        {2'000'000, 0, 1600},
                                        {0, 45, 1600},
                                        {0, 360, 1600},
                                        {0, -90, 1600},
                                        {0, 0, kLeastPictureSide - 1},
                                        {0, 0, kMostPictureSide + 1}}) {
    EXPECT_THROW(decode_picture(encode(request)), Error);
  }
  EXPECT_THROW(decode_picture(encode(PictureRequest{}) + "x"), Error);
}

TEST(WorkerProtocol, NumbersOfMessagesStay) {
  EXPECT_EQ(static_cast<int>(MessageType::hello), 1);
  EXPECT_EQ(static_cast<int>(MessageType::table_rows), 19);
  EXPECT_EQ(static_cast<int>(MessageType::part), 20);
  EXPECT_EQ(static_cast<int>(MessageType::part_piece), 21);
  EXPECT_EQ(static_cast<int>(MessageType::picture), 22);
  EXPECT_EQ(static_cast<int>(MessageType::picture_piece), 23);
}

TEST(WorkerProtocol, FiguresAndRefusalsComeOutAsTheyWentIn) {
  const WorkerUsage usage = decode_usage(encode(WorkerUsage{123, 4.5}));
  EXPECT_EQ(usage.peak_memory, 123U);
  EXPECT_EQ(usage.cpu_seconds, 4.5);
  const Probe probe = decode_probe(encode(Probe{12, FileKind::docx, "2024-05-15T18:30:05"}));
  EXPECT_EQ(probe.pages, 12);
  EXPECT_EQ(probe.kind, FileKind::docx);
  EXPECT_EQ(probe.made_at, "2024-05-15T18:30:05");
  EXPECT_THROW(decode_probe(encode(Probe{1, FileKind::jpeg, "tomorrow"})), Error);
  const RefusedMember refused = decode_refused(encode(RefusedMember{"a", "a link"}));
  EXPECT_EQ(refused.name, "a");
  EXPECT_EQ(refused.why, "a link");
}

}  // namespace
}  // namespace fonds
