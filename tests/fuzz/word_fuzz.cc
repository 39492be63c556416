// What the recogniser or a PDF's text layer calls a word.
#include <string>

#include "base/text.h"
#include "fuzz_input.h"
#include "ingest/sifting.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string word = to_valid_utf8(input_of(data, size));
  const double plausible = plausibility(word);
  require(plausible >= 0 && plausible <= 1);
  mixes_scripts(word);
  may_be_roman(word);
  if (is_roman(word)) require(word.find_first_not_of("IVXL") == std::string::npos);
  const double worth = worth_of({{word, {0, 0, 10, 10}, 0.5}, {"дом", {20, 0, 10, 10}, 0.9}});
  require(worth >= 0 && worth <= 1);
  return 0;
}
