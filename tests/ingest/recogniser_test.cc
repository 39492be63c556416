#include "ingest/recogniser.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "ingest/synthetic_page.h"

namespace fonds {
namespace {

const char* const kTessdata = "/usr/share/tesseract-ocr/5/tessdata";

TEST(Recogniser, ReadsALineWithBoxesOfItsPicture) {
  Recogniser recogniser(kTessdata);
  const PixPtr line = blank_page(496, 52);
  print(line, 10, 38, "The quick brown fox");

  const auto lines = recogniser.recognise(line, 150, Layout::line, "eng");

  ASSERT_EQ(lines.size(), 1U);
  ASSERT_EQ(lines[0].words.size(), 4U);
  EXPECT_EQ(lines[0].words[1].text, "quick");
  EXPECT_GT(lines[0].words[1].box.left, lines[0].words[0].box.left);
  EXPECT_GT(mean_confidence(lines), 0.8);
}

TEST(Recogniser, BoxesOfALargeLineAreInItsOwnPixels) {
  Recogniser recogniser(kTessdata);
  const PixPtr line = blank_page(496, 52);
  print(line, 10, 38, "The quick brown fox");
  const PixPtr large(pixScale(line.get(), 3, 3));

  const auto once = recogniser.recognise(line, 150, Layout::line, "eng");
  const auto thrice = recogniser.recognise(large, 450, Layout::line, "eng");

  ASSERT_EQ(once.size(), 1U);
  ASSERT_EQ(thrice.size(), 1U);
  ASSERT_EQ(thrice[0].words.size(), once[0].words.size());
  for (std::size_t i = 0; i < once[0].words.size(); ++i) {
    EXPECT_EQ(thrice[0].words[i].text, once[0].words[i].text);
    EXPECT_NEAR(thrice[0].words[i].box.left, 3 * once[0].words[i].box.left, 12);
  }
  EXPECT_NEAR(thrice[0].box.height, pixGetHeight(large.get()), 12);
}

TEST(Recogniser, SaysWhichLanguageDataAreMissing) {
  Recogniser recogniser(kTessdata);
  const PixPtr line = blank_page(90, 90);

  try {
    recogniser.recognise(line, 150, Layout::line, "qqq");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::unavailable);
    EXPECT_NE(error.message().find("qqq"), std::string::npos);
  }
}

TEST(Recogniser, KnowsWhichLanguagesAreInstalled) {
  const Recogniser recogniser(kTessdata);

  EXPECT_TRUE(recogniser.has("rus"));
  EXPECT_TRUE(recogniser.has(kDisplayLanguage)) << "comes with the program";
  EXPECT_FALSE(recogniser.has("qqq"));
}

TEST(Recogniser, TheEngineTellsItsVersion) {
  EXPECT_EQ(engine_version().substr(0, 2), "5.") << "the language data are those of version 5";
}

TEST(Recogniser, MeanConfidenceCountsLettersNotWords) {
  const Line line{{}, {{"ab", {}, 1.0}, {"abcdef", {}, 0.5}}};

  EXPECT_DOUBLE_EQ(mean_confidence({line}), (2 * 1.0 + 6 * 0.5) / 8);
  EXPECT_EQ(mean_confidence({}), 0);
}

}  // namespace
}  // namespace fonds
