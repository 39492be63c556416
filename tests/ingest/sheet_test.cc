#include "ingest/sheet.h"

#include <gtest/gtest.h>

#include "ingest/synthetic_page.h"

namespace fonds {
namespace {

TEST(Sheet, IsFoundOnADarkerDesk) {
  const PixPtr photo = blank_page(900, 1200, 90);
  fill(photo, 100, 120, 680, 960, 230);

  const auto corners = find_sheet(photo);

  ASSERT_TRUE(corners);
  EXPECT_NEAR((*corners)[0].x, 100, 8);
  EXPECT_NEAR((*corners)[0].y, 120, 8);
  EXPECT_NEAR((*corners)[2].x, 780, 8);
  EXPECT_NEAR((*corners)[2].y, 1080, 8);
}

TEST(Sheet, PaperThatFillsThePictureIsNone) { EXPECT_FALSE(find_sheet(printed_page())); }

TEST(Sheet, ADarkBandOfThePrintedDesignIsNotTheDesk) {
  const PixPtr page = blank_page(900, 1200, 235);
  fill(page, 0, 0, 900, 300, 40);

  EXPECT_FALSE(find_sheet(page));
}

TEST(Sheet, WarpTakesACornerWhereTheTransformSays) {
  const PixPtr source = blank_page(100, 100, 200);
  fill(source, 40, 60, 10, 10, 20);
  const auto turn = Transform::turn(90, 100, 100);

  const PixPtr turned = warp(source, turn, 100, 100);

  const Point centre = turn.apply({45, 65});
  l_uint32 level = 0;
  pixGetPixel(turned.get(), static_cast<l_int32>(centre.x), static_cast<l_int32>(centre.y), &level);
  EXPECT_EQ(level, 20U);
}

}  // namespace
}  // namespace fonds
