/// Hostile files for tests: all that hostile_archives, hostile_images and hostile_pdfs make, and
/// what can be done to any bytes.
///
/// Invariant: everything is made by code and the same on every run. Threads: pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/hostile_archives.h"
#include "support/hostile_images.h"
#include "support/hostile_pdfs.h"

namespace fonds {

/// The first `share` (0 … 1) of `bytes`.
std::string cut_off(std::string_view bytes, double share);
/// `bytes` with `count` bits turned at places that depend on `seed` only.
std::string flip_bits(std::string_view bytes, int count, std::uint32_t seed);
/// Names no program expects: new lines, control characters, invalid UTF-8, a leading dash, very
/// long, only spaces. As bytes; none holds '/' or NUL.
std::vector<std::string> hostile_names();

}  // namespace fonds
