// The record an index keeps with each document: corrupt, or what was written.
#include "fuzz_input.h"
#include "indexer/record.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string_view bytes = input_of(data, size);
  runs({Fault::corrupt}, [&] {
    const IndexRecord record = record_from(bytes);
    const std::string written = to_bytes(record);
    require(to_bytes(record_from(written)) == written);
  });
  return 0;
}
