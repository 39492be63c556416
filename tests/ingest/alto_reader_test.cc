#include "ingest/alto_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "ingest/alto.h"

namespace fonds {
namespace {

RecognisedPage page(int number) {
  RecognisedPage made;
  made.number = number;
  made.geometry.width = 2480;
  made.geometry.height = 3508;
  made.source = TextSource::recognised;
  made.languages = "rus";
  made.confidence = 0.8125;
  Line line;
  line.box = {10, 20, 500, 40};
  line.words = {{"«15»", {10, 20, 80, 40}, 0.5}, {"мая\t&<", {100, 20, 90, 40}, 1}};
  made.lines = {line, line};
  return made;
}

std::string changed(std::string xml, std::string_view from, std::string_view to) {
  const std::size_t at = xml.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return xml.replace(at, from.size(), to);
}

TEST(AltoReader, WhatWasWrittenComesBack) {
  const std::vector<RecognisedPage> written{page(1), page(2)};
  const std::vector<RecognisedPage> read = read_alto(write_alto(written, "2026-000001"));
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(text_of(read), text_of(written));
  EXPECT_EQ(read[1].number, 2);
  EXPECT_EQ(read[0].geometry.width, 2480);
  EXPECT_EQ(read[0].geometry.height, 3508);
  EXPECT_EQ(read[0].confidence, 0.8125);
  EXPECT_EQ(read[0].languages, "rus");
  ASSERT_EQ(read[0].lines.size(), 2U);
  EXPECT_EQ(read[0].lines[0].box, written[0].lines[0].box);
  EXPECT_EQ(read[0].lines[0].words[1].box, written[0].lines[0].words[1].box);
  EXPECT_EQ(read[0].lines[0].words[0].confidence, 0.5);
}

TEST(AltoReader, ABlankPageIsAPageWithoutLines) {
  RecognisedPage blank;
  blank.geometry.width = 100;
  blank.geometry.height = 100;
  const auto read = read_alto(write_alto({blank}, ""));
  ASSERT_EQ(read.size(), 1U);
  EXPECT_TRUE(read[0].lines.empty());
}

TEST(AltoReader, WhatIsNoAltoOfOursIsRefused) {
  const std::string good = write_alto({page(1)}, "x");
  for (const std::string& bad :
       {std::string(), std::string("not XML"), std::string("<alto/>"),
        good.substr(0, good.size() / 2), changed(good, "0.5\" HPOS=\"10\"", "0.5\" HPOS=\"-10\""),
        changed(good, "0.5\" HPOS=\"10\"", "0.5\" HPOS=\"99999999999\""),
        changed(good, "0.5\" HPOS=\"10\"", "0.5\""), changed(good, "WC=\"0.5\"", "WC=\"7\""),
        changed(good, "WC=\"0.5\"", "WC=\"nan\""),
        changed(good, "CONTENT=\"«15»\"", "CONTENT=\"\""),
        changed(good, "CONTENT=\"«15»\"", "CONTENT=\"\xFF\"")}) {
    EXPECT_THROW(read_alto(bad), Error) << bad;
  }
}

}  // namespace
}  // namespace fonds
