// Pages taken out of a hostile PDF: a fault, or a PDF of as many pages, the same every time.
#include <qpdf/QPDF.hh>
#include <string>

#include "fuzz_input.h"
#include "pdf/page_range.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string_view bytes = input_of(data, size);
  // A bug is a range outside the file: there is no such page.
  runs({Fault::corrupt, Fault::usage, Fault::bug}, [&] {
    const std::string part = pages_of_pdf(bytes, 0, 1);
    require(pages_of_pdf(bytes, 0, 1) == part);
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("part", part.data(), part.size());
    require(pdf.getAllPages().size() == 1 && !pdf.isEncrypted());
  });
  return 0;
}
