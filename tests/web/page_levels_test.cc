#include "web/page_levels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "web/static_files.h"

namespace fonds {
namespace {

using testing::HasSubstr;

/// A scan of one page, as recognition has measured it.
Document scan(int width, int height, int rotation = 0) {
  Document document;
  document.accession = "2026-000001";
  document.originals.resize(1);
  document.originals[0].kind = FileKind::jpeg;
  PageRecord page;
  page.width = width;
  page.height = height;
  page.rotation = rotation;
  document.pages = {page};
  return document;
}

Json model_of(const Document& document, int page = 1) {
  Json model = Json::object();
  tell_picture(document, page, model);
  return model;
}

Json levels_of(const Document& document) {
  return Json::parse(model_of(document)["levels"].get<std::string>());
}

TEST(PageLevelsTest, TheSmallestIsThePictureOfThePageAndTheLargestIsNoLargerThanThePaper) {
  const Json model = model_of(scan(2480, 3508));
  EXPECT_EQ(model["picture"], "/documents/2026-000001/pages/1?side=1600");
  EXPECT_EQ(model["large"], "/documents/2026-000001/pages/1?side=4096");
  EXPECT_EQ(model["width"], 2480);
  const Json levels = levels_of(scan(2480, 3508));
  ASSERT_EQ(levels.size(), 2U);
  EXPECT_EQ(levels[0]["path"], model["picture"]) << "it is there already, and is not fetched again";
  EXPECT_EQ(levels[0]["width"], 1131);
  EXPECT_EQ(levels[0]["height"], 1600);
  EXPECT_EQ(levels[1]["path"], model["large"]);
  EXPECT_EQ(levels[1]["height"], 3508);
  EXPECT_EQ(levels_of(scan(9921, 14031))[1]["height"], 4096);
}

TEST(PageLevelsTest, ASmallPictureHasOneLevelAndATurnedPageItsSidesChanged) {
  const Json small = levels_of(scan(600, 800));
  ASSERT_EQ(small.size(), 1U);
  EXPECT_EQ(small[0]["width"], 600);
  EXPECT_EQ(levels_of(scan(1200, 1600)).size(), 1U);
  const Json turned = levels_of(scan(2480, 3508, 270));
  EXPECT_EQ(turned[0]["width"], 1600);
  EXPECT_EQ(turned[0]["height"], 1131);
  EXPECT_EQ(model_of(scan(2480, 3508, 90))["width"], 3508);
  EXPECT_EQ(levels_of(scan(4000, 1))[0]["height"], 1) << "a strip has a height, too";
}

TEST(PageLevelsTest, WhatIsNotKnownIsNotSaid) {
  Document unread = scan(0, 0);
  EXPECT_FALSE(model_of(unread).contains("levels"));
  unread.pages.clear();
  const Json model = model_of(unread, 3);
  EXPECT_EQ(model["picture"], "/documents/2026-000001/pages/3?side=1600");
  EXPECT_FALSE(model.contains("width"));
  EXPECT_FALSE(model.contains("levels"));
  Document electronic = scan(100, 100);
  electronic.originals[0].kind = FileKind::docx;
  EXPECT_TRUE(model_of(electronic).empty());
  Document gone = scan(2480, 3508);
  gone.tombstone.emplace();
  EXPECT_TRUE(model_of(gone).empty());
}

TEST(PageLevelsTest, TheViewerIsNamedOnlyWhereTheProgramHasOne) {
  const Json model = model_of(scan(2480, 3508));
  EXPECT_EQ(model.contains("viewer"), !page_viewer_path().empty());
  if (model.contains("viewer")) {
    EXPECT_THAT(model["viewer"].get<std::string>(), HasSubstr("/static/"));
  }
}

}  // namespace
}  // namespace fonds
