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

void silence_image_libraries() {
  setMsgSeverity(L_SEVERITY_NONE);
  TIFFSetWarningHandler(nullptr);
  TIFFSetErrorHandler(nullptr);
}

}  // namespace fonds
