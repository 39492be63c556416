#include "ingest/pipeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <new>
#include <stdexcept>

#include "base/disk.h"
#include "base/version.h"
#include "ingest/recogniser.h"
#include "support/hostile_images.h"
#include "support/hostile_pdfs.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

TEST(Attempt, WhatWentWellGivesNothing) {
  EXPECT_FALSE(attempt([] {}).has_value());
}

TEST(Attempt, AnErrorIsKeptAsItWas) {
  const auto error = attempt([] { throw Error(Fault::corrupt, "torn", "glue it"); });

  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->fault(), Fault::corrupt);
  EXPECT_EQ(error->message(), "torn");
  EXPECT_EQ(error->hint(), "glue it");
}

TEST(Attempt, AForeignExceptionIsABug) {
  const auto error = attempt([] { throw std::runtime_error("vector::at"); });

  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->fault(), Fault::bug);
  EXPECT_THAT(error->message(), testing::HasSubstr("vector::at"));
}

TEST(AttemptDeathTest, OutOfMemoryEndsTheProcessWithItsCode) {
  EXPECT_EXIT(attempt([] { throw std::bad_alloc(); }), testing::ExitedWithCode(kExitOutOfMemory),
              "");
}

TEST(ReadingPipeline, TheDescriptorIsReadFromItsBeginningWhereverItStands) {
  const TempFolder folder;
  const OpenOriginal original{open_for_reading(folder.file("two.pdf", small_pdf(2))),
                              FileKind::pdf};
  ASSERT_EQ(::lseek(original.file.get(), 7, SEEK_SET), 7);
  ReadingPipeline pipeline({});

  EXPECT_EQ(pipeline.probe(original).pages, 2);
  EXPECT_EQ(pipeline.probe(original).pages, 2);
  EXPECT_EQ(::lseek(original.file.get(), 0, SEEK_CUR), 7);
}

TEST(ReadingPipeline, PartsAFileWithinItsLimits) {
  const TempFolder folder;
  const OpenOriginal original{open_for_reading(folder.file("three.pdf", small_pdf(3))),
                              FileKind::pdf};
  std::string part;
  const auto sink = [&](std::string_view bytes) { part += bytes; };

  ReadingPipeline({}).part(original, 1, 2, sink);

  const OpenOriginal parted{open_for_reading(folder.file("two.pdf", part)), FileKind::pdf};
  EXPECT_EQ(ReadingPipeline({}).probe(parted).pages, 2);
  ReadOptions strict;
  strict.limits.pages = 2;
  const auto error = attempt([&] { ReadingPipeline(strict).part(original, 1, 2, sink); });
  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->fault(), Fault::usage);
}

TEST(ReadingPipeline, AFileOverTheLimitIsRefusedUnread) {
  const TempFolder folder;
  const auto path = folder.file("huge.jpg", "");
  ASSERT_EQ(::truncate(path.c_str(), static_cast<off_t>(kLongestOriginal + 1)), 0);
  const OpenOriginal original{open_for_reading(path), FileKind::jpeg};

  const auto error = attempt([&] { ReadingPipeline({}).probe(original); });

  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->fault(), Fault::usage);
}

TEST(ReadingPipeline, TheTextSaysWhatMadeIt) {
  struct Alto : RecognitionSink {
    void page(RecognisedPage&&, std::string&&) override {}
    void alto(std::string_view bytes) override { xml = bytes; }
    void access_copy(std::string_view) override {}
    std::string xml;
  };
  const TempFolder folder;
  std::vector<OpenOriginal> originals;
  originals.push_back(
      {open_for_reading(folder.file("a.png", white_png(300, 300, PngColour::rgb))), FileKind::png});
  Alto sink;

  ReadingPipeline({}).recognise(originals, "", WorkerHandle::Products::everything, sink);

  EXPECT_THAT(sink.xml, testing::HasSubstr("<softwareName>Fonds</softwareName><softwareVersion>" +
                                           std::string(program_version()) + "<"));
  EXPECT_THAT(sink.xml, testing::HasSubstr("<softwareName>Tesseract</softwareName>"
                                           "<softwareVersion>" +
                                           engine_version() + "<"));
}

TEST(ReadingPipeline, PagesAreNumberedThroughAllOriginals) {
  struct Numbers : RecognitionSink {
    void page(RecognisedPage&& page, std::string&&) override { numbers.push_back(page.number); }
    void alto(std::string_view) override { ++products; }
    void access_copy(std::string_view) override { ++products; }
    std::vector<int> numbers;
    int products = 0;
  };
  const TempFolder folder;
  std::vector<OpenOriginal> originals;
  for (const char* name : {"a.png", "b.png", "c.png"}) {
    const auto path = folder.file(name, white_png(300, 300, PngColour::rgb));
    originals.push_back({open_for_reading(path), FileKind::png});
  }
  Numbers sink;

  ReadingPipeline({}).recognise(originals, "", WorkerHandle::Products::pages_only, sink);

  EXPECT_EQ(sink.numbers, (std::vector{1, 2, 3}));
  EXPECT_EQ(sink.products, 0);
}

}  // namespace
}  // namespace fonds
