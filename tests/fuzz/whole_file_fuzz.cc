// Whether a file was written to its end: walks TIFF, JPEG, PNG, PDF, ZIP and the rest.
#include <cstdint>
#include <string>

#include "ingest/whole_file.h"
#include "support/bytes_in_memory.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fonds::FileBytes file =
      fonds::bytes_in_memory(std::string(reinterpret_cast<const char*>(data), size));
  fonds::is_whole(file);
  return 0;
}
