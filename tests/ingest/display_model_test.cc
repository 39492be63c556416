#include "ingest/display_model.h"

#include <gtest/gtest.h>

#include "ingest/recogniser.h"
#include "ingest/synthetic_page.h"

namespace fonds {
namespace {

TEST(DisplayModel, IsAllThereAndReadsFigures) {
  EXPECT_GT(display_model().size(), 400000U);
  // No language data are installed where it looks for them.
  Recogniser recogniser("/nowhere");
  EXPECT_TRUE(recogniser.has(kDisplayLanguage));
  const PixPtr line = blank_page(300, 52);
  print(line, 10, 38, "0274/2023");

  const auto lines = recogniser.recognise(line, 150, Layout::line, kDisplayLanguage);

  ASSERT_EQ(lines.size(), 1U);
  ASSERT_EQ(lines[0].words.size(), 1U);
  EXPECT_EQ(lines[0].words[0].text, "0274/2023");
  EXPECT_GT(lines[0].words[0].confidence, 0.5);
}

}  // namespace
}  // namespace fonds
