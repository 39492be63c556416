// What a strict validator says of real forms is tried in tests/forms/every_form_test.cc.
#include "pdf/archivable.h"

#include <gmock/gmock.h>

#include <qpdf/Buffer.hh>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFWriter.hh>

#include "pdf/glyphless_font.h"
#include "pdf/pixel_packer.h"
#include "pdf/stacked_pdf.h"
#include "support/fault_of.h"

namespace fonds {
namespace {

using Handle = QPDFObjectHandle;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string kGroup = "/Group << /Type /Group /S /Transparency /I true /CS /DeviceRGB >>";

/// A page as Cairo writes it, and what may be different in it.
struct Drawn {
  std::string state = "/CA 1 /ca 1";
  std::string made = "(D:20261225120000Z)";
  std::string program = "/FontFile2 8 0 R";
  std::string drawing = "q 1 0 0 rg 10 10 50 50 re f Q BT /F0 12 Tf <0001> Tj ET /X0 Do /I0 Do";
};

std::string drawn_pdf(const Drawn& drawn = {}) {
  return write_pdf({
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " + kGroup +
          " /Resources << /ExtGState << /a0 << " + drawn.state +
          " >> >> /Font << /F0 5 0 R >> /XObject << /X0 9 0 R /I0 10 0 R >> >> >>",
      pdf_stream(deflate_bytes(drawn.drawing), "/Filter /FlateDecode"),
      "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+DejaVuSans /Encoding /Identity-H "
      "/DescendantFonts [6 0 R] >>",
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+DejaVuSans /CIDSystemInfo << "
      "/Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /W [0 [500 "
      "500]] >>",
      "<< /Type /FontDescriptor /FontName /ABCDEF+DejaVuSans /Flags 4 " + drawn.program + " >>",
      pdf_stream(GlyphlessFont::program()),
      pdf_stream("0 0 5 5 re f", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + kGroup),
      pdf_stream("\x10\x20\x30",
                 "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB "
                 "/BitsPerComponent 8 /Interpolate true /SMask 11 0 R"),
      pdf_stream("\x90",
                 "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
                 "/BitsPerComponent 8 /Interpolate true"),
      "<< /Creator (Cairo) /CreationDate " + drawn.made + " >>",
  });
}

/// The same with its twelfth object as what describes it; however else the writer is told to.
std::string described_pdf(const Drawn& drawn, const std::function<void(QPDFWriter&)>& tell) {
  const std::string plain = drawn_pdf(drawn);
  QPDF pdf;
  pdf.processMemoryFile("drawn", plain.data(), plain.size());
  pdf.getTrailer().replaceKey("/Info", pdf.getObjectByID(12, 0));
  std::string bytes;
  Pl_String pipeline("bytes", nullptr, bytes);
  QPDFWriter writer(pdf);
  writer.setOutputPipeline(&pipeline);
  tell(writer);
  writer.write();
  return bytes;
}

TEST(Archivable, IsAFileOfVersion14WithPlainObjectsAndAnOutputIntent) {
  const std::string bytes = as_pdf_a(described_pdf({},
                                                   [](QPDFWriter& writer) {
                                                     writer.forcePDFVersion("1.7");
                                                     writer.setObjectStreamMode(qpdf_o_generate);
                                                   }),
                                     "x");

  OpenPdf opened(bytes);
  EXPECT_EQ(opened.pdf.getPDFVersion(), "1.4");
  EXPECT_FALSE(opened.pdf.getRoot().hasKey("/Version"));
  EXPECT_THAT(bytes, Not(HasSubstr("/ObjStm")));
  EXPECT_TRUE(opened.pdf.getRoot().getKey("/OutputIntents").isArray());
  EXPECT_TRUE(opened.pdf.getTrailer().getKey("/ID").isArray());
  EXPECT_TRUE(opened.pdf.getWarnings().empty());
}

TEST(Archivable, TheTitleIsWhatIsSaidAndNothingTellsOfTheDay) {
  OpenPdf opened(as_pdf_a(described_pdf({}, [](QPDFWriter&) {}), "Акт № 3"));

  Handle info = opened.pdf.getTrailer().getKey("/Info");
  EXPECT_EQ(info.getKeys(), (std::set<std::string>{"/Producer", "/Title"}));
  EXPECT_EQ(info.getKey("/Title").getUTF8Value(), "Акт № 3");
  EXPECT_THAT(opened.bytes, HasSubstr(">Акт № 3</rdf:li>"));
  EXPECT_THAT(opened.bytes, Not(HasSubstr("CreationDate")));
}

TEST(Archivable, NoTransparencyIsLeft) {
  const std::string bytes = as_pdf_a(drawn_pdf(), "x");

  EXPECT_THAT(bytes, Not(HasSubstr("/Transparency")));
  EXPECT_THAT(bytes, Not(HasSubstr("/SMask")));
  EXPECT_THAT(bytes, Not(HasSubstr("/Interpolate")));
  EXPECT_THAT(bytes, HasSubstr("/ImageMask true"));
}

TEST(Archivable, WhatIsDrawnStaysByteForByte) {
  const Drawn drawn;
  OpenPdf opened(as_pdf_a(drawn_pdf(drawn), "x"));

  ASSERT_EQ(opened.pages.size(), 1U);
  const auto content = opened.page(0).getKey("/Contents").getRawStreamData();
  EXPECT_EQ(std::string(reinterpret_cast<const char*>(content->getBuffer()), content->getSize()),
            deflate_bytes(drawn.drawing));
  EXPECT_EQ(opened.page(0).getKey("/MediaBox").unparse(), "[ 0 0 595 842 ]");
}

TEST(Archivable, FontsAreEmbeddedAndTellTheirGlyphs) {
  OpenPdf opened(as_pdf_a(drawn_pdf(), "x"));

  Handle font = opened.page(0).getKey("/Resources").getKey("/Font").getKey("/F0");
  Handle descendant = font.getKey("/DescendantFonts").getArrayItem(0);
  EXPECT_TRUE(descendant.getKey("/CIDToGIDMap").isNameAndEquals("/Identity"));
  EXPECT_TRUE(descendant.getKey("/FontDescriptor").getKey("/FontFile2").isStream());
  EXPECT_TRUE(descendant.getKey("/FontDescriptor").getKey("/CIDSet").isStream());
}

TEST(Archivable, TheSameDrawingGivesTheSameBytesOnAnyDay) {
  const auto drawn_on = [](const char* day) {
    return as_pdf_a(described_pdf({"/CA 1 /ca 1", day}, [](QPDFWriter&) {}), "x");
  };

  const std::string first = drawn_on("(D:20261225120000Z)");

  EXPECT_TRUE(first == drawn_on("(D:20300101000000Z)"));
  EXPECT_FALSE(first == as_pdf_a(drawn_pdf(), "y"));
}

TEST(Archivable, ASecondTimeChangesNothing) {
  const std::string once = as_pdf_a(drawn_pdf(), "x");

  EXPECT_TRUE(as_pdf_a(once, "x") == once);
}

TEST(Archivable, WhatIsNoWholePdfIsRefused) {
  const std::string whole = drawn_pdf();
  for (const std::string& bytes : {std::string(), std::string("%PDF-1.4"), std::string("no PDF"),
                                   std::string(5000, '\xFF'), looping_page_tree_pdf()}) {
    EXPECT_EQ(fault_of([&] { (void)as_pdf_a(bytes, "x"); }), Fault::bug) << bytes.substr(0, 20);
  }
  const std::size_t last = whole.rfind("%%EOF");
  for (std::size_t size = 0; size < last; size += 5) {
    EXPECT_EQ(fault_of([&] { (void)as_pdf_a(whole.substr(0, size), "x"); }), Fault::bug) << size;
  }
}

TEST(Archivable, OneDamagedByteIsRefusedOrHarmless) {
  const std::string whole = drawn_pdf();
  for (std::size_t at = 0; at < whole.size(); at += 3) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x15);
    try {
      EXPECT_FALSE(as_pdf_a(damaged, "x").empty());
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::bug);
      EXPECT_THAT(error.what(), HasSubstr("making a PDF archivable: "));
    }
  }
}

TEST(Archivable, WhatPdfAForbidsIsRefused) {
  const auto refuses = [](const Drawn& drawn) {
    return fault_of([&] { (void)as_pdf_a(drawn_pdf(drawn), "x"); });
  };
  for (const char* state : {"/ca 0.5", "/CA 0", "/BM /Multiply", "/BM [/Multiply /Normal]",
                            "/SMask << /S /Alpha /G 9 0 R >>"}) {
    EXPECT_EQ(refuses({state}), Fault::bug) << state;
  }
  EXPECT_NO_THROW((void)as_pdf_a(drawn_pdf({"/ca 1.0 /BM /Normal /SMask /None"}), "x"));
  Drawn with_foreign_font;
  with_foreign_font.program = "";
  EXPECT_EQ(refuses(with_foreign_font), Fault::bug);
  EXPECT_EQ(fault_of([] { (void)as_pdf_a(encrypted_pdf(), "x"); }), Fault::bug);
  const std::string readable = described_pdf({}, [](QPDFWriter& writer) {
    writer.setR3EncryptionParametersInsecure("", "owner", true, true, true, true, true, true,
                                             qpdf_r3p_full);
  });
  EXPECT_EQ(fault_of([&] { (void)as_pdf_a(readable, "x"); }), Fault::bug);
}

}  // namespace
}  // namespace fonds
