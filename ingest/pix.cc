#include "ingest/pix.h"

#include <tiffio.h>

#include <string>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {

PixPtr checked(Pix* pix, std::string_view doing) {
  if (pix == nullptr) {
    throw Error(Fault::bug, say(tr("the page image cannot be prepared ({})"), doing),
                tr("the page may be too large for the memory of the worker"));
  }
  return PixPtr(pix);
}

PixPtr cut(const PixPtr& picture, const Box& box) {
  ::Box* where = boxCreate(box.left, box.top, box.width, box.height);
  Pix* part = pixClipRectangle(picture.get(), where, nullptr);
  boxDestroy(&where);
  return checked(part, "cutting");
}

int count_pixels(const PixPtr& bits) {
  l_int32 count = 0;
  pixCountPixels(bits.get(), &count, nullptr);
  return count;
}

void silence_image_libraries() {
  setMsgSeverity(L_SEVERITY_NONE);
  TIFFSetWarningHandler(nullptr);
  TIFFSetErrorHandler(nullptr);
}

}  // namespace fonds
