// Bytes of unknown origin become text: valid, stable, and no longer than asked.
#include <string>

#include "base/clock.h"
#include "base/text.h"
#include "fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string_view bytes = input_of(data, size);
  const std::string valid = to_valid_utf8(bytes);
  require(is_valid_utf8(valid));
  if (is_valid_utf8(bytes)) require(valid == bytes);

  const std::string line = printable(bytes);
  require(is_valid_utf8(line) && printable(line) == line);
  require(line.find_first_of("\n\r\t\x1B") == std::string::npos);

  const std::string normal = normalise(valid);
  require(is_valid_utf8(normal) && normalise(normal) == normal);
  const std::string folded = fold(normal);
  require(is_valid_utf8(folded) && fold(folded) == folded);
  require(is_valid_utf8(decode_file_name(bytes)));

  const std::size_t all = count_characters(valid);
  const std::string first = first_characters(valid, 3);
  require(valid.starts_with(first) && count_characters(first) == std::min<std::size_t>(all, 3));

  runs({Fault::corrupt}, [&] { require(to_text(moment_from_text(bytes)) == bytes); });
  return 0;
}
