#include "pdf/pdf_a.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "base/error.h"
#include "pdf/pixel_packer.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

PdfPage grey_page(std::vector<PdfLine> lines = {{{"Слово", 10, 20, 50, 12}}}) {
  PixelPacker packer(100, 200, PdfColour::grey);
  for (int y = 0; y < 200; ++y) packer.add_row(std::string(100, static_cast<char>(y)));
  PdfPage page;
  page.image = packer.finish();
  page.width = 24;
  page.height = 48;
  page.text_width = 100;
  page.text_height = 200;
  page.lines = std::move(lines);
  return page;
}

std::string written(int pages, const std::string& title = "2026-000001") {
  PdfA pdf;
  for (int i = 0; i < pages; ++i) pdf.add(grey_page());
  std::string bytes;
  pdf.finish(title, [&](std::string_view piece) { bytes += piece; });
  return bytes;
}

std::string written_of(PdfPage&& page) {
  PdfA pdf;
  pdf.add(std::move(page));
  std::string bytes;
  pdf.finish("x", [&](std::string_view piece) { bytes += piece; });
  return bytes;
}

TEST(PdfA, SamePagesGiveSameBytes) {
  EXPECT_EQ(written(3), written(3));
  EXPECT_NE(written(3), written(2));
}

TEST(PdfA, IsAFileOfVersion14WithATableOfPlainObjects) {
  const std::string bytes = written(1);

  EXPECT_THAT(bytes, StartsWith("%PDF-1.4\n%"));
  EXPECT_GE(static_cast<unsigned char>(bytes[10]), 128);  // the comment that says: binary
  EXPECT_THAT(bytes, HasSubstr("\nxref\n"));
  EXPECT_THAT(bytes, Not(HasSubstr("/ObjStm")));
  EXPECT_THAT(bytes, HasSubstr("/ID ["));
}

TEST(PdfA, TurnsAPageByItsContentNotByAFlag) {
  PdfPage page = grey_page();
  page.turn = 90;

  const std::string bytes = written_of(std::move(page));

  EXPECT_THAT(bytes, HasSubstr("/MediaBox [ 0 0 48 24 ]"));
  EXPECT_THAT(bytes, Not(HasSubstr("/Rotate")));
}

TEST(PdfA, NamesNoFontWhereNothingIsWritten) {
  EXPECT_THAT(written_of(grey_page({})), Not(HasSubstr("/Font")));
  EXPECT_THAT(written_of(grey_page()), HasSubstr("/FondsGlyphless"));
}

TEST(PdfA, TellsTheTitleInBothPlacesWithoutControlCharacters) {
  const std::string bytes = written(1, "a\nб<\x1b");

  EXPECT_THAT(bytes, HasSubstr("\"x-default\">a?б&lt;?</rdf:li>"));
  QPDF pdf;
  pdf.processMemoryFile("written", bytes.data(), bytes.size());
  EXPECT_EQ(pdf.getTrailer().getKey("/Info").getKey("/Title").getUTF8Value(), "a?б<?");
}

TEST(PdfA, HoldsManyPages) {
  const std::string bytes = written(300);

  QPDF pdf;
  pdf.processMemoryFile("written", bytes.data(), bytes.size());
  EXPECT_EQ(QPDFPageDocumentHelper(pdf).getAllPages().size(), 300U);
  EXPECT_TRUE(pdf.getWarnings().empty());
}

TEST(PdfA, GivesALargeFileInPieces) {
  PdfA pdf;
  PdfPage page = grey_page();
  page.image.coding = PdfCoding::jpeg;
  page.image.data.assign(1'000'000, 'x');
  pdf.add(std::move(page));
  int pieces = 0;

  pdf.finish("x", [&](std::string_view) { ++pieces; });

  EXPECT_GE(pieces, 2);
}

TEST(PdfA, RefusesAPageThatCannotBe) {
  const auto refuses = [](auto change) {
    PdfPage page = grey_page();
    change(page);
    PdfA pdf;
    EXPECT_THROW(pdf.add(std::move(page)), Error);
  };
  refuses([](PdfPage& page) { page.width = 0; });
  refuses([](PdfPage& page) { page.height = -1; });
  refuses([](PdfPage& page) { page.image.width = 0; });
  refuses([](PdfPage& page) { page.turn = 45; });
}

TEST(PdfA, PassesTheFaultOfTheReceiverOn) {
  PdfA pdf;
  pdf.add(grey_page());

  try {
    pdf.finish("x", [](std::string_view) { throw Error(Fault::io, "the disk is full"); });
    FAIL() << "the fault was lost";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::io);
  }
}

}  // namespace
}  // namespace fonds
