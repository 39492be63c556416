/// PixPtr owns one Leptonica image; checked() turns Leptonica's null answers into an Error.
///
/// Only files of ingest/ that work on pictures include this. Threads: as the image: one.
#pragma once

#include <leptonica/allheaders.h>

#include <memory>
#include <string_view>

#include "model/page.h"

namespace fonds {

struct PixDestroyer {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<Pix, PixDestroyer>;

struct BoxaDestroyer {
  void operator()(Boxa* boxa) const { boxaDestroy(&boxa); }
};
using BoxaPtr = std::unique_ptr<Boxa, BoxaDestroyer>;

struct PixaDestroyer {
  void operator()(Pixa* pixa) const { pixaDestroy(&pixa); }
};
using PixaPtr = std::unique_ptr<Pixa, PixaDestroyer>;

/// Takes what a Leptonica function returned. Leptonica answers null for exhausted memory and for
/// arguments out of range; both are ours to answer for: fault bug, `doing` says where.
PixPtr checked(Pix* pix, std::string_view doing);

/// The same image once more (Leptonica counts references; nobody may write to either).
inline PixPtr share(const PixPtr& pix) { return PixPtr(pixClone(pix.get())); }

/// The part of `picture` in `box`, which lies within it.
PixPtr cut(const PixPtr& picture, const Box& box);

/// How many pixels of `bits` (1 bit a pixel) are set.
int count_pixels(const PixPtr& bits);

/// Silences Leptonica and libtiff, which would write to standard error whatever a hostile file
/// makes them say. Cheap; call before the first use.
void silence_image_libraries();

}  // namespace fonds
