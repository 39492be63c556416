// The stored ALTO of a document, perhaps damaged on the disk: corrupt, or pages that are written
// and read again as the same.
#include <string>

#include "base/text.h"
#include "fuzz_input.h"
#include "ingest/alto.h"
#include "ingest/alto_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  runs({Fault::corrupt}, [&] {
    const auto pages = read_alto(input_of(data, size));
    require(!pages.empty());
    for (const RecognisedPage& page : pages) {
      require(page.confidence >= 0 && page.confidence <= 1);
      for (const Line& line : page.lines) {
        for (const Word& word : line.words) {
          require(!word.text.empty() && is_valid_utf8(word.text));
          require(word.confidence >= 0 && word.confidence <= 1);
        }
      }
    }
    const std::string once = write_alto(pages, "F-1");
    const std::string twice = write_alto(read_alto(once), "F-1");
    require(once == twice);
  });
  return 0;
}
