// A text document or a presentation as it came: the inside of its body. Pages within the limits, or
// a refusal.
#include <string>

#include "base/text.h"
#include "fuzz_input.h"
#include "ingest/office_pages.h"
#include "support/small_office.h"

namespace fonds {
namespace {

void read(FileKind kind, const std::string& bytes) {
  ReadLimits limits;
  limits.pages = 20;
  int pages = 0;
  runs({Fault::corrupt, Fault::usage}, [&] {
    read_office_pages({kind, bytes}, limits, [&](RecognisedPage&& page) {
      require(page.number == ++pages && pages <= limits.pages);
      for (const Line& line : page.lines) {
        require(!line.words.empty());
        for (const Word& word : line.words) {
          require(!word.text.empty() && is_valid_utf8(word.text));
          require(word.box.left + word.box.width <= page.geometry.width);
          require(word.box.top + word.box.height <= page.geometry.height);
        }
      }
    });
  });
}

}  // namespace
}  // namespace fonds

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string input(input_of(data, size));
  read(FileKind::docx, small_docx(input));
  read(FileKind::odt, small_odf("text", input));
  read(FileKind::odp, small_odf("presentation", input));
  read(FileKind::pptx, small_pptx({input, input}));
  return 0;
}
