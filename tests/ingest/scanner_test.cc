#include "ingest/scanner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>
#include <future>
#include <set>
#include <thread>

#include "base/error.h"
#include "ingest/scan_options.h"
#include "support/sane_backend.h"

namespace fonds {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

ScanOptions with_test_scanner() {
  ScanOptions options;
  options.device = "test:0";
  options.dpi = 20;
  return options;
}

/// Pages that fit into the backend's pipe: after a fault its reader has come to its end by the time
/// it is cancelled, and dies holding none of the sanitizer's locks.
ScanOptions from_feeder(std::vector<std::pair<std::string, std::string>> extra = {}) {
  ScanOptions options = with_test_scanner();
  options.source = ScanSource::adf;
  options.extra = {{"br-x", "10"}, {"br-y", "10"}};
  options.extra.insert(options.extra.end(), extra.begin(), extra.end());
  return options;
}

template <class Action>
Error error_of(Action&& action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "no fault";
  return {Fault::bug, ""};
}

class ScannerWithTestBackend : public ::testing::Test {
 protected:
  SaneBackend backend_{"test"};
};

TEST_F(ScannerWithTestBackend, IsListed) {
  const std::vector<ScannerDevice> found = list_scanners();

  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].name, "test:0");
  EXPECT_EQ(found[0].vendor, "Noname");
  EXPECT_FALSE(found[0].type.empty());
}

TEST_F(ScannerWithTestBackend, TheFirstOneIsTakenWhenNoneIsNamed) {
  ScanOptions options = with_test_scanner();
  options.device.clear();

  EXPECT_EQ(Scanner(options).device(), "test:0");
}

TEST_F(ScannerWithTestBackend, AFlatbedGivesOnePageOfTheWholeGlass) {
  ScanOptions options = with_test_scanner();
  options.source = ScanSource::flatbed;
  options.dpi = 100;
  Scanner scanner(options);

  const std::optional<ScannedPage> page = scanner.next();
  ASSERT_TRUE(page);
  const UnpackedPng png = unpack_png(page->png);

  // The test scanner sees 200 × 200 mm.
  EXPECT_NEAR(page->width, 787, 1);
  EXPECT_NEAR(page->height, 787, 1);
  EXPECT_EQ(png.width, page->width);
  EXPECT_EQ(png.height, page->height);
  EXPECT_EQ(png.channels, 3);
  EXPECT_EQ(png.depth, 8);
  EXPECT_NEAR(png.dpi, 100, 0.1);
  EXPECT_EQ(page->dpi, 100);
  EXPECT_FALSE(scanner.next());
  EXPECT_FALSE(scanner.next());
}

TEST_F(ScannerWithTestBackend, ASheetOfASizeIsAllThatComes) {
  ScanOptions options = with_test_scanner();
  options.source = ScanSource::flatbed;
  options.dpi = 100;
  options.sheet = sheet_of_name("a6");
  {
    Scanner scanner(options);
    const std::optional<ScannedPage> page = scanner.next();
    ASSERT_TRUE(page);
    EXPECT_NEAR(page->width, 105 / 25.4 * 100, 4);
    EXPECT_NEAR(page->height, 148 / 25.4 * 100, 4);
    EXPECT_THAT(scanner.warnings(), IsEmpty());
  }
  options.sheet = sheet_of_name("a4");
  EXPECT_THAT(Scanner(options).warnings(), ElementsAre(HasSubstr("200 × 200 mm")));
}

TEST_F(ScannerWithTestBackend, AFeederGivesPagesUntilItIsEmpty) {
  Scanner scanner(from_feeder());
  int pages = 0;
  while (scanner.next()) ++pages;

  EXPECT_EQ(pages, 10);
  EXPECT_FALSE(scanner.next());
}

TEST_F(ScannerWithTestBackend, EveryModeAndDepthGivesItsPicture) {
  struct Case {
    ScanMode mode;
    const char* depth;
    int channels;
    int png_depth;
  };
  for (const Case& one : {Case{ScanMode::colour, "8", 3, 8}, Case{ScanMode::colour, "16", 3, 16},
                          Case{ScanMode::colour, "1", 3, 8}, Case{ScanMode::grey, "8", 1, 8},
                          Case{ScanMode::grey, "16", 1, 16}, Case{ScanMode::lineart, "1", 1, 1}}) {
    for (const char* picture : {"Solid black", "Solid white"}) {
      ScanOptions options = with_test_scanner();
      options.mode = one.mode;
      options.extra = {{"depth", one.depth}, {"test-picture", picture}};
      const std::optional<ScannedPage> page = Scanner(options).next();
      ASSERT_TRUE(page);
      const UnpackedPng png = unpack_png(page->png);

      EXPECT_EQ(png.channels, one.channels);
      EXPECT_EQ(png.depth, one.png_depth);
      const char wanted = std::string(picture) == "Solid black" ? '\0' : '\xFF';
      EXPECT_EQ(png.samples.front(), wanted) << picture << " " << one.depth;
      EXPECT_EQ(png.samples[png.samples.size() / 2], wanted) << picture << " " << one.depth;
    }
  }
}

TEST_F(ScannerWithTestBackend, ThreePassesInAnyOrderGiveTheSamePicture) {
  for (const char* depth : {"1", "8", "16"}) {
    ScanOptions options = with_test_scanner();
    options.extra = {{"test-picture", "Color pattern"}, {"depth", depth}};
    const std::string one_pass = unpack_png(Scanner(options).next()->png).samples;
    for (const char* order : {"RGB", "GBR", "BRG"}) {
      options.extra = {{"test-picture", "Color pattern"},
                       {"depth", depth},
                       {"three-pass", "yes"},
                       {"three-pass-order", order}};
      EXPECT_TRUE(unpack_png(Scanner(options).next()->png).samples == one_pass)
          << order << " " << depth;
    }
  }
}

TEST_F(ScannerWithTestBackend, AHandScannerOfUnknownHeightWorks) {
  ScanOptions options = with_test_scanner();
  options.dpi = 100;
  options.extra = {{"hand-scanner", "yes"}, {"test-picture", "Grid"}};
  Scanner scanner(options);
  const std::optional<ScannedPage> page = scanner.next();

  ASSERT_TRUE(page);
  EXPECT_GT(page->height, 100);
  EXPECT_EQ(unpack_png(page->png).height, page->height);
}

TEST_F(ScannerWithTestBackend, PaddedRowsSmallReadsAndSlowReadsChangeNothing) {
  ScanOptions options = with_test_scanner();
  options.extra = {{"test-picture", "Grid"}};
  const UnpackedPng plain = unpack_png(Scanner(options).next()->png);

  options.extra = {{"test-picture", "Grid"}, {"read-limit", "yes"}, {"read-limit-size", "7"}};
  EXPECT_TRUE(unpack_png(Scanner(options).next()->png).samples == plain.samples);

  options.extra = {{"test-picture", "Grid"}, {"fuzzy-parameters", "yes"}};
  EXPECT_TRUE(unpack_png(Scanner(options).next()->png).samples == plain.samples);

  options.extra = {{"test-picture", "Grid"}, {"ppl-loss", "11"}};
  const UnpackedPng narrow = unpack_png(Scanner(options).next()->png);
  EXPECT_EQ(narrow.width, plain.width - 11);
  EXPECT_TRUE(narrow.samples.substr(0, 100) == plain.samples.substr(0, 100));
}

TEST_F(ScannerWithTestBackend, EveryStatusOfTheScannerHasItsOwnFaultMessageAndHint) {
  const std::pair<const char*, Fault> statuses[] = {{"SANE_STATUS_UNSUPPORTED", Fault::usage},
                                                    {"SANE_STATUS_CANCELLED", Fault::unavailable},
                                                    {"SANE_STATUS_DEVICE_BUSY", Fault::busy},
                                                    {"SANE_STATUS_INVAL", Fault::usage},
                                                    {"SANE_STATUS_EOF", Fault::io},
                                                    {"SANE_STATUS_JAMMED", Fault::io},
                                                    {"SANE_STATUS_NO_DOCS", Fault::unavailable},
                                                    {"SANE_STATUS_COVER_OPEN", Fault::unavailable},
                                                    {"SANE_STATUS_IO_ERROR", Fault::io},
                                                    {"SANE_STATUS_NO_MEM", Fault::unavailable},
                                                    {"SANE_STATUS_ACCESS_DENIED", Fault::denied}};
  std::set<std::string> messages;
  for (const auto& [status, fault] : statuses) {
    Scanner scanner(from_feeder({{"read-return-value", status}}));
    const Error error = error_of([&] { scanner.next(); });

    EXPECT_EQ(error.fault(), fault) << status;
    EXPECT_FALSE(error.hint().empty()) << status;
    messages.insert(error.message());
  }
  EXPECT_THAT(messages, SizeIs(std::size(statuses)));
}

TEST_F(ScannerWithTestBackend, EveryStatusInTheMiddleOfABatchKeepsThePagesBefore) {
  for (const char* status :
       {"SANE_STATUS_UNSUPPORTED", "SANE_STATUS_CANCELLED", "SANE_STATUS_DEVICE_BUSY",
        "SANE_STATUS_INVAL", "SANE_STATUS_JAMMED", "SANE_STATUS_NO_DOCS", "SANE_STATUS_COVER_OPEN",
        "SANE_STATUS_IO_ERROR", "SANE_STATUS_NO_MEM", "SANE_STATUS_ACCESS_DENIED"}) {
    for (const int before : {1, 4}) {
      Scanner scanner(from_feeder({{"test-picture", "Grid"}}));
      std::vector<ScannedPage> pages;
      for (int i = 0; i < before; ++i) pages.push_back(*scanner.next());
      scanner.set("read-return-value", status);

      EXPECT_FALSE(error_of([&] { scanner.next(); }).hint().empty()) << status;

      for (const ScannedPage& page : pages) {
        EXPECT_EQ(unpack_png(page.png).height, page.height);
      }
      scanner.set("read-return-value", "Default");
      EXPECT_TRUE(scanner.next()) << "the batch goes on after " << status;
    }
  }
}

TEST_F(ScannerWithTestBackend, AScannerGoesOnAfterAFault) {
  Scanner scanner(from_feeder({{"read-return-value", "SANE_STATUS_JAMMED"}}));
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(error_of([&] { scanner.next(); }).fault(), Fault::io);
  }
}

TEST_F(ScannerWithTestBackend, CancelEndsASlowPageSoonAndGivesNothing) {
  ScanOptions options = with_test_scanner();
  options.dpi = 300;
  options.extra = {{"read-delay", "yes"},
                   {"read-delay-duration", "200000"},
                   {"read-limit", "yes"},
                   {"read-limit-size", "1000"}};
  Scanner scanner(options);
  auto canceller = std::async(std::launch::async, [&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    scanner.cancel();
  });
  const auto start = std::chrono::steady_clock::now();

  EXPECT_FALSE(scanner.next());

  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
  EXPECT_TRUE(scanner.cancelled());
  EXPECT_FALSE(scanner.next());
}

TEST_F(ScannerWithTestBackend, WhatItCannotDoIsSaidInWords) {
  ScanOptions options = with_test_scanner();
  options.source = ScanSource::duplex;
  Error error = error_of([&] { const Scanner scanner(options); });
  EXPECT_EQ(error.fault(), Fault::usage);
  EXPECT_THAT(error.hint(), HasSubstr("Automatic Document Feeder"));

  options = with_test_scanner();
  options.extra = {{"no-such-setting", "1"}};
  error = error_of([&] { const Scanner scanner(options); });
  EXPECT_EQ(error.fault(), Fault::usage);
  EXPECT_THAT(error.message(), HasSubstr("no-such-setting"));

  options = with_test_scanner();
  options.device = "test:99";
  error = error_of([&] { const Scanner scanner(options); });
  EXPECT_EQ(error.fault(), Fault::unavailable);
  EXPECT_THAT(error.hint(), HasSubstr("fonds scan --list"));
}

TEST_F(ScannerWithTestBackend, TheNearestResolutionIsTakenWithAWarning) {
  ScanOptions options = with_test_scanner();
  options.dpi = 5000;
  Scanner scanner(options);

  EXPECT_THAT(scanner.warnings(), ElementsAre(HasSubstr("1200")));
}

TEST(ScannerWithoutAny, SaysThatNoneWasFound) {
  const SaneBackend none("");
  EXPECT_THAT(list_scanners(), IsEmpty());
  EXPECT_EQ(error_of([&] { const Scanner scanner({}); }).fault(), Fault::unavailable);
}

class ScannerWithPictures : public ::testing::Test {
 protected:
  static std::string pattern(std::size_t size) {
    std::string samples(size, '\0');
    for (std::size_t i = 0; i < size; ++i) samples[i] = static_cast<char>(i * i / 7 + i);
    return samples;
  }

  SaneBackend backend_{"pnm"};
  TempFolder folder_;
};

TEST_F(ScannerWithPictures, GiveTheirPixelsBackExactly) {
  for (const PnmColour colour : {PnmColour::grey, PnmColour::rgb}) {
    const int channels = colour == PnmColour::rgb ? 3 : 1;
    const std::string samples = pattern(static_cast<std::size_t>(301 * 203 * channels));
    const auto file = folder_.file(channels == 3 ? "Диплом №7.ppm" : "Протокол.pgm",
                                   make_pnm(301, 203, colour, samples));
    ScanOptions options;
    options.device = "pnm:0";
    options.extra = {{"filename", file.string()}};
    Scanner scanner(options);
    const std::optional<ScannedPage> page = scanner.next();

    ASSERT_TRUE(page);
    EXPECT_EQ(page->width, 301);
    EXPECT_EQ(page->height, 203);
    EXPECT_EQ(page->dpi, 300);
    EXPECT_TRUE(unpack_png(page->png).samples == samples);
    EXPECT_FALSE(scanner.next());
  }
}

TEST_F(ScannerWithPictures, ThreePassesAndUnknownHeightGiveThemBackToo) {
  const std::string samples = pattern(std::size_t{100} * 80 * 3);
  const auto file = folder_.file("page.ppm", make_pnm(100, 80, PnmColour::rgb, samples));
  for (const auto& extra : {std::pair<std::string, std::string>{"three-pass", "yes"},
                            std::pair<std::string, std::string>{"hand-scanner", "yes"}}) {
    ScanOptions options;
    options.device = "pnm:0";
    options.extra = {{"filename", file.string()}, extra};
    const std::optional<ScannedPage> page = Scanner(options).next();

    ASSERT_TRUE(page);
    EXPECT_TRUE(unpack_png(page->png).samples == samples) << extra.first;
  }
}

TEST_F(ScannerWithPictures, AMissingOrBrokenPictureIsAFault) {
  for (const std::string& name :
       {(folder_ / "missing.ppm").string(), folder_.file("broken.ppm", "no picture").string()}) {
    ScanOptions options;
    options.device = "pnm:0";
    options.extra = {{"filename", name}};
    Scanner scanner(options);
    EXPECT_FALSE(error_of([&] { scanner.next(); }).hint().empty());
  }
}

}  // namespace
}  // namespace fonds
