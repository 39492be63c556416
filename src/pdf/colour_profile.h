/// The sRGB colour profile that PDF/A names as its output intent.
///
/// Threads: pure. Faults: bug (the colour library refuses).
#pragma once

#include <string>

namespace fonds {

/// An ICC profile of version 2.1 (PDF/A-1 knows no newer one); the same bytes every time.
std::string make_srgb_profile();

}  // namespace fonds
