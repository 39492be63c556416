#include "pdf/colour_profile.h"

#include <gtest/gtest.h>
#include <lcms2.h>

#include <array>
#include <memory>

namespace fonds {
namespace {

TEST(ColourProfile, IsAnRgbDisplayProfileOfVersionTwo) {
  const std::string profile = make_srgb_profile();

  ASSERT_GT(profile.size(), 128U);
  EXPECT_EQ(profile[8], 2);  // ICC.1:1998-09 is what PDF/A-1 knows
  EXPECT_EQ(profile.substr(12, 8), "mntrRGB ");
  EXPECT_EQ(profile.substr(36, 4), "acsp");
  EXPECT_LT(profile.size(), 3000U);  // in every access copy
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

TEST(ColourProfile, HoldsNoPresentTime) {
  using namespace std::string_literals;

  const std::string profile = make_srgb_profile();

  EXPECT_EQ(profile.substr(24, 12), "\x07\xD0\0\1\0\1\0\0\0\0\0\0"s);
  EXPECT_EQ(profile, make_srgb_profile());
}

}  // namespace
}  // namespace fonds
