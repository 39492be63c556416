#include "pdf/colour_profile.h"

#include <gtest/gtest.h>
#include <lcms2.h>

#include <array>
#include <cmath>
#include <memory>

namespace fonds {
namespace {

TEST(ColourProfile, IsAnRgbDisplayProfileOfVersionTwo) {
  const std::string profile = make_srgb_profile();

  ASSERT_GT(profile.size(), 128U);
  EXPECT_EQ(profile[8], 2);  // ICC.1:1998-09 is what PDF/A-1 knows
  EXPECT_EQ(profile.substr(12, 8), "mntrRGB ");
  EXPECT_EQ(profile.substr(36, 4), "acsp");
  EXPECT_LT(profile.size(), 1200U);  // in every file we make
}

TEST(ColourProfile, IsTheLibrarysOwnSrgbToTheEye) {
  const std::string bytes = make_srgb_profile();
  const auto close = [](void* profile) { cmsCloseProfile(profile); };
  const std::unique_ptr<void, decltype(close)> ours(
      cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())), close);
  const std::unique_ptr<void, decltype(close)> theirs(cmsCreate_sRGBProfile(), close);
  const auto free = [](void* transform) { cmsDeleteTransform(transform); };
  const std::unique_ptr<void, decltype(free)> transform(
      cmsCreateTransform(ours.get(), TYPE_RGB_8, theirs.get(), TYPE_RGB_8,
                         INTENT_RELATIVE_COLORIMETRIC, 0),
      free);
  ASSERT_TRUE(transform);
  for (int value = 0; value < 256; ++value) {
    const std::array<unsigned char, 3> in{static_cast<unsigned char>(value), 128,
                                          static_cast<unsigned char>(255 - value)};
    std::array<unsigned char, 3> out{};
    cmsDoTransform(transform.get(), in.data(), out.data(), 1);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(in[i], out[i], 1);
  }
}

/// What a line through the points of the curve gives, at `value` of 0 … 1.
double along_the_points(const cmsToneCurve* curve, double value) {
  const cmsUInt16Number* points = cmsGetToneCurveEstimatedTable(curve);
  const double place = value * (cmsGetToneCurveEstimatedTableEntries(curve) - 1);
  const auto at = static_cast<std::size_t>(place);
  const double part = place - static_cast<double>(at);
  return part == 0 ? points[at] : points[at] * (1 - part) + points[at + 1] * part;
}

TEST(ColourProfile, ItsCurveIsExactToSixteenBits) {
  const std::string bytes = make_srgb_profile();
  const auto close = [](void* profile) { cmsCloseProfile(profile); };
  const std::unique_ptr<void, decltype(close)> profile(
      cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())), close);
  const auto* curve =
      static_cast<const cmsToneCurve*>(cmsReadTag(profile.get(), cmsSigGreenTRCTag));
  ASSERT_NE(curve, nullptr);

  for (int i = 0; i <= 10'000; ++i) {
    const double value = i / 10'000.0;
    const double linear = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    EXPECT_NEAR(along_the_points(curve, value), 65535 * linear, 1) << value;
  }
}

TEST(ColourProfile, HoldsNoPresentTime) {
  using namespace std::string_literals;

  const std::string profile = make_srgb_profile();

  EXPECT_EQ(profile.substr(24, 12), "\x07\xD0\0\1\0\1\0\0\0\0\0\0"s);
  EXPECT_EQ(profile, make_srgb_profile());
}

}  // namespace
}  // namespace fonds
