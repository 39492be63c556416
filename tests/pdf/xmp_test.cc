#include "pdf/xmp.h"

#include <gmock/gmock.h>

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(Xmp, SaysWhatKindOfPdfItIs) {
  const std::string xmp = write_xmp("2026-000001", "Fonds");

  EXPECT_THAT(xmp, StartsWith("<?xpacket begin=\"\xEF\xBB\xBF\""));
  EXPECT_THAT(xmp, HasSubstr("<pdfaid:part>1</pdfaid:part>"));
  EXPECT_THAT(xmp, HasSubstr("<pdfaid:conformance>B</pdfaid:conformance>"));
  EXPECT_THAT(xmp, HasSubstr("<?xpacket end=\"w\"?>"));
}

TEST(Xmp, EscapesTheTitle) {
  EXPECT_THAT(write_xmp("</rdf:li> & <б>", "Fonds"),
              HasSubstr("\"x-default\">&lt;/rdf:li&gt; &amp; &lt;б&gt;</rdf:li>"));
}

}  // namespace
}  // namespace fonds
