/// UprightBox: where something stands on a page as people look at it: turned upright, of any size.
///
/// Frame: shares (0 … 1) of the width and height of the upright picture, origin top left, x right,
/// y down; so it holds for a thumbnail and for a picture of any scale. Threads: value type, pure.
#pragma once

#include "model/document.h"
#include "model/page.h"

namespace fonds {

struct UprightBox {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
  bool operator==(const UprightBox&) const = default;
};

/// `box` in the frame of page.h, of an image of width × height pixels that a clockwise turn by
/// `rotation` (0, 90, 180, 270 degrees) makes upright. Cut to the page; empty when the page has no
/// size.
UprightBox upright_box(const Box& box, int width, int height, int rotation);
/// The same on a page the catalogue knows: of a Decision's source, a hit, a word.
UprightBox upright_box(const Box& box, const PageRecord& page);

}  // namespace fonds
