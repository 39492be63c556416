#include "pdf/colour_profile.h"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string_view>

#include "base/error.h"

namespace fonds {
namespace {

struct CloseProfile {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, CloseProfile>;
struct FreeCurve {
  void operator()(cmsToneCurve* curve) const { cmsFreeToneCurve(curve); }
};
struct FreeTexts {
  void operator()(cmsMLU* texts) const { cmsMLUfree(texts); }
};

/// Points of the transfer curve. Between them a straight line is nowhere off by more than half of
/// what 16 bits can tell; with more points, programs that turn the curve round (Poppler) take
/// longer to open a file than to read it.
constexpr int kCurvePoints = 256;

/// The transfer function of IEC 61966-2-1.
double linear_of(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

Profile make_profile() {
  std::array<cmsUInt16Number, kCurvePoints> table{};
  for (int i = 0; i < kCurvePoints; ++i) {
    const double linear = linear_of(static_cast<double>(i) / (kCurvePoints - 1));
    table[static_cast<std::size_t>(i)] = static_cast<cmsUInt16Number>(std::lround(65535 * linear));
  }
  const std::unique_ptr<cmsToneCurve, FreeCurve> curve(
      cmsBuildTabulatedToneCurve16(nullptr, kCurvePoints, table.data()));
  std::array<cmsToneCurve*, 3> curves{curve.get(), curve.get(), curve.get()};
  const cmsCIExyY white{0.3127, 0.3290, 1};
  const cmsCIExyYTRIPLE primaries{{0.6400, 0.3300, 1}, {0.3000, 0.6000, 1}, {0.1500, 0.0600, 1}};
  Profile profile(cmsCreateRGBProfile(&white, &primaries, curves.data()));
  const std::unique_ptr<cmsMLU, FreeTexts> name(cmsMLUalloc(nullptr, 1));
  if (!curve || !profile || !name ||
      cmsMLUsetASCII(name.get(), "en", "US", "sRGB IEC61966-2.1") == 0 ||
      cmsWriteTag(profile.get(), cmsSigProfileDescriptionTag, name.get()) == 0) {
    throw Error(Fault::bug, "the sRGB profile cannot be made");
  }
  cmsSetProfileVersion(profile.get(), 2.1);
  return profile;
}

/// Where the profile's header holds its date (ICC.1:1998-09, 6.1.7), and 2000-01-01 in that form.
constexpr std::size_t kDateAt = 24;
constexpr std::string_view kFixedDate{"\x07\xD0\x00\x01\x00\x01\x00\x00\x00\x00\x00\x00", 12};

}  // namespace

std::string make_srgb_profile() {
  const Profile profile = make_profile();
  cmsUInt32Number size = 0;
  if (cmsSaveProfileToMem(profile.get(), nullptr, &size) == 0) {
    throw Error(Fault::bug, "the sRGB profile cannot be measured");
  }
  std::string bytes(size, '\0');
  if (cmsSaveProfileToMem(profile.get(), bytes.data(), &size) == 0) {
    throw Error(Fault::bug, "the sRGB profile cannot be written");
  }
  bytes.resize(size);
  // The library writes the present time; equal papers must give equal access copies.
  bytes.replace(kDateAt, kFixedDate.size(), kFixedDate);
  return bytes;
}

}  // namespace fonds
