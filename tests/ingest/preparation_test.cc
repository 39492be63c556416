#include "ingest/preparation.h"

#include <gtest/gtest.h>

#include <numbers>

#include "ingest/synthetic_page.h"

namespace fonds {
namespace {

PageImage image_of(PixPtr pix, double dpi = 150) { return {std::move(pix), dpi, 0}; }

TEST(Preparation, SkewHasTheSignThatMakesLinesLevel) {
  for (const double degrees : {-3.0, -1.0, 1.0, 3.0}) {
    const auto radians = static_cast<float>(degrees * std::numbers::pi / 180);
    PixPtr page(pixRotateAMGray(printed_page().get(), radians, 255));

    const Pose pose = find_pose(image_of(std::move(page)));

    EXPECT_NEAR(pose.geometry.skew, -degrees, 0.25) << degrees;
    EXPECT_EQ(pose.geometry.rotation % 180, 0);
  }
}

TEST(Preparation, LinesThatRunUpwardsAreLaidLevel) {
  PixPtr page(pixRotateOrth(printed_page().get(), 1));

  EXPECT_EQ(find_pose(image_of(std::move(page))).geometry.rotation % 180, 90);
}

TEST(Preparation, PointsOfThePictureLeadBackToTheImage) {
  PixPtr page(pixRotateOrth(printed_page().get(), 3));
  const PageImage image = image_of(std::move(page));
  const Pose pose = find_pose(image);
  const PixPtr flat = flat_picture(image, pose, Projection::luminance);
  EXPECT_EQ(pixGetWidth(flat.get()), pose.width);
  EXPECT_EQ(pixGetHeight(flat.get()), pose.height);

  // The darkest place of the picture is dark in the image too.
  const Transform back = pose.to_picture.inverse();
  int checked_points = 0;
  for (int y = 20; y < pose.height - 20; y += 7) {
    for (int x = 20; x < pose.width - 20; x += 7) {
      l_uint32 level = 255;
      pixGetPixel(flat.get(), x, y, &level);
      if (level > 10) continue;
      const Point p = back.apply({x + 0.5, y + 0.5});
      pixGetPixel(image.pix.get(), static_cast<l_int32>(p.x), static_cast<l_int32>(p.y), &level);
      EXPECT_LT(level, 128U) << x << ' ' << y;
      ++checked_points;
    }
  }
  EXPECT_GT(checked_points, 50);
}

TEST(Preparation, LightWritingOnADarkBandBecomesDark) {
  PixPtr page = printed_page();
  PixPtr band = blank_page(1240, 300);
  print(band, 150, 150, "white letters on dark ground");
  pixInvert(band.get(), band.get());
  pixRasterop(page.get(), 0, 1300, 1240, 300, PIX_SRC, band.get(), 0, 0);
  const PageImage image = image_of(std::move(page));
  Pose pose = find_pose(image);

  const PixPtr flat = flat_picture(image, pose, Projection::luminance);

  l_uint32 ground = 0;
  pixGetPixel(flat.get(), 900, 1560, &ground);
  EXPECT_GT(ground, 200U);
}

TEST(Preparation, ColouredInkIsNoBlackInk) {
  PixPtr page(pixConvertTo32(blank_page(400, 300, 240).get()));
  const auto paint = [&](int left, l_int32 red, l_int32 green, l_int32 blue) {
    for (int y = 100; y < 130; ++y) {
      for (int x = left; x < left + 10; ++x) pixSetRGBPixel(page.get(), x, y, red, green, blue);
    }
  };
  paint(100, 60, 70, 170);  // a blue stamp
  paint(200, 30, 30, 32);   // print
  paint(300, 15, 18, 40);   // the stamp over print
  const PageImage image{std::move(page), 100, 0};
  Pose pose;
  pose.geometry.width = 400;
  pose.geometry.height = 300;
  pose.geometry.dpi = 100;
  pose.dpi = 100;

  const PixPtr flat = flat_picture(image, pose, Projection::black_ink);

  const auto level = [&](int x) {
    l_uint32 value = 0;
    pixGetPixel(flat.get(), x, 115, &value);
    return value;
  };
  EXPECT_GT(level(105), 220U);
  EXPECT_LT(level(205), 100U);
  EXPECT_LT(level(305), 120U);
}

TEST(Preparation, TheGreyEdgeOfAColouredStrokeIsNoBlackInk) {
  PixPtr page(pixConvertTo32(blank_page(400, 300, 240).get()));
  const auto paint = [&](int left, int width, int red, int green, int blue) {
    for (int y = 100; y < 130; ++y) {
      for (int x = left; x < left + width; ++x) {
        pixSetRGBPixel(page.get(), x, y, red, green, blue);
      }
    }
  };
  paint(100, 6, 60, 70, 170);
  paint(106, 1, 150, 150, 155);  // colours of JPEG are coarser than its brightness
  paint(200, 1, 150, 150, 155);  // the same by itself: pale print
  Pose pose;
  pose.geometry.width = 400;
  pose.geometry.height = 300;
  pose.geometry.dpi = 100;
  pose.dpi = 100;

  const PixPtr flat = flat_picture({std::move(page), 100, 0}, pose, Projection::black_ink);

  const auto level = [&](int x) {
    l_uint32 value = 0;
    pixGetPixel(flat.get(), x, 115, &value);
    return value;
  };
  EXPECT_GT(level(106), 220U);
  EXPECT_LT(level(200), 200U);
}

TEST(Preparation, ThumbnailIsUprightAndSmall) {
  const std::string jpeg = make_thumbnail(image_of(printed_page()), 90);

  const PixPtr thumbnail(pixReadMem(reinterpret_cast<const l_uint8*>(jpeg.data()), jpeg.size()));
  ASSERT_NE(thumbnail, nullptr);
  EXPECT_EQ(pixGetWidth(thumbnail.get()), 320);
  EXPECT_LT(pixGetHeight(thumbnail.get()), 320);
}

}  // namespace
}  // namespace fonds
