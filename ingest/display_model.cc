#include "ingest/display_model.h"

// The file as it is: half a megabyte takes a compiler seconds in any other form.
asm(".section .rodata\n"
    "fonds_display_model:\n"
    ".incbin \"" FONDS_DISPLAY_MODEL
    "\"\n"
    "fonds_display_model_end:\n"
    ".byte 0\n"
    ".previous\n");

extern const char fonds_display_model[] asm("fonds_display_model");
extern const char fonds_display_model_end[] asm("fonds_display_model_end");

namespace fonds {

std::string_view display_model() {
  return {fonds_display_model,
          static_cast<std::size_t>(fonds_display_model_end - fonds_display_model)};
}

}  // namespace fonds
