#include "model/upright_box.h"

#include <gtest/gtest.h>

#include <climits>

namespace fonds {
namespace {

/// An image of 200 × 400 pixels, on it a box near its top left corner.
constexpr int kWidth = 200;
constexpr int kHeight = 400;
constexpr Box kBox{20, 40, 60, 80};

void expect_box(const UprightBox& box, const UprightBox& expected) {
  EXPECT_DOUBLE_EQ(box.left, expected.left);
  EXPECT_DOUBLE_EQ(box.top, expected.top);
  EXPECT_DOUBLE_EQ(box.width, expected.width);
  EXPECT_DOUBLE_EQ(box.height, expected.height);
}

TEST(UprightBox, APageThatStandsUprightKeepsItsBoxes) {
  expect_box(upright_box(kBox, kWidth, kHeight, 0), {0.1, 0.1, 0.3, 0.2});
}

TEST(UprightBox, AClockwiseQuarterTurnBringsTheTopLeftToTheTopRight) {
  // The picture is 400 wide then: what was 40 to 120 from the top is 280 to 360 from the left.
  expect_box(upright_box(kBox, kWidth, kHeight, 90), {0.7, 0.1, 0.2, 0.3});
}

TEST(UprightBox, HeadDownTheTopLeftIsTheBottomRight) {
  expect_box(upright_box(kBox, kWidth, kHeight, 180), {0.6, 0.7, 0.3, 0.2});
}

TEST(UprightBox, ACounterclockwiseQuarterTurnBringsTheTopLeftToTheBottomLeft) {
  expect_box(upright_box(kBox, kWidth, kHeight, 270), {0.1, 0.6, 0.2, 0.3});
}

TEST(UprightBox, TheWholePageIsTheWholePictureHoweverItLay) {
  for (const int rotation : {0, 90, 180, 270}) {
    expect_box(upright_box({0, 0, kWidth, kHeight}, kWidth, kHeight, rotation), {0, 0, 1, 1});
  }
}

TEST(UprightBox, WhatReachesOverTheEdgeIsCutAtIt) {
  for (const int rotation : {0, 90, 180, 270}) {
    expect_box(upright_box({-50, -50, 1000, 1000}, kWidth, kHeight, rotation), {0, 0, 1, 1});
  }
  expect_box(upright_box({150, 300, INT_MAX, INT_MAX}, kWidth, kHeight, 0),
             {0.75, 0.75, 0.25, 0.25});
  EXPECT_EQ(upright_box({500, 500, 10, 10}, kWidth, kHeight, 0).width, 0);
  EXPECT_EQ(upright_box({10, 10, -5, 10}, kWidth, kHeight, 0).width, 0);
}

TEST(UprightBox, APageWithoutASizeHasNoPlaces) {
  EXPECT_EQ(upright_box(kBox, 0, kHeight, 90), UprightBox{});
  EXPECT_EQ(upright_box(kBox, kWidth, -1, 0), UprightBox{});
}

TEST(UprightBox, ThePagesRecordTellsHowItLay) {
  PageRecord page;
  page.width = kWidth;
  page.height = kHeight;
  page.rotation = 270;
  EXPECT_EQ(upright_box(kBox, page), upright_box(kBox, kWidth, kHeight, 270));
}

}  // namespace
}  // namespace fonds
