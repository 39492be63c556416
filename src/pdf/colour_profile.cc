#include "pdf/colour_profile.h"

#include <lcms2.h>

#include <memory>

#include "base/error.h"

namespace fonds {
namespace {

struct CloseProfile {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};

/// Where the profile's header holds its date (ICC.1:1998-09, 6.1.7): 12 bytes.
constexpr std::size_t kDateAt = 24;
constexpr char kFixedDate[] = "\x07\xD0\x00\x01\x00\x01\x00\x00\x00\x00\x00";  // 2000-01-01

}  // namespace

std::string make_srgb_profile() {
  const std::unique_ptr<void, CloseProfile> profile(cmsCreate_sRGBProfile());
  cmsUInt32Number size = 0;
  if (!profile) throw Error(Fault::bug, "the sRGB profile cannot be made");
  cmsSetProfileVersion(profile.get(), 2.1);
  if (!cmsSaveProfileToMem(profile.get(), nullptr, &size)) {
    throw Error(Fault::bug, "the sRGB profile cannot be measured");
  }
  std::string bytes(size, '\0');
  if (!cmsSaveProfileToMem(profile.get(), bytes.data(), &size)) {
    throw Error(Fault::bug, "the sRGB profile cannot be written");
  }
  bytes.resize(size);
  // The library writes the present time; equal papers must give equal access copies.
  static_assert(sizeof kFixedDate == 12);
  bytes.replace(kDateAt, sizeof kFixedDate, kFixedDate, sizeof kFixedDate);
  return bytes;
}

}  // namespace fonds
