#include "pdf/pdf_a_marks.h"

#include <gmock/gmock.h>

#include <chrono>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <thread>

#include "pdf/colour_profile.h"
#include "support/hostile_pdfs.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// A small file, marked, as it is written and as another program opens it.
struct Marked {
  explicit Marked(const std::string& title, const std::string& from = small_pdf()) {
    QPDF source;
    source.processMemoryFile("source", from.data(), from.size());
    mark_as_pdf_a(source, title);
    Pl_String pipeline("bytes", nullptr, bytes);
    write_pdf_a(source, pipeline);
    pdf.processMemoryFile("written", bytes.data(), bytes.size());
  }
  QPDFObjectHandle info() { return pdf.getTrailer().getKey("/Info"); }
  static std::string text_of(QPDFObjectHandle stream) {
    const auto data = stream.getStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
  }
  std::string xmp() { return text_of(pdf.getRoot().getKey("/Metadata")); }

  std::string bytes;
  QPDF pdf;
};

TEST(PdfAMarks, TheFileIsOfVersion14WithATableOfPlainObjects) {
  const Marked marked("x");

  EXPECT_THAT(marked.bytes, StartsWith("%PDF-1.4\n%"));
  EXPECT_GE(static_cast<unsigned char>(marked.bytes[10]), 128);  // the comment that says: binary
  EXPECT_THAT(marked.bytes, HasSubstr("\nxref\n"));
  EXPECT_THAT(marked.bytes, Not(HasSubstr("/ObjStm")));
}

TEST(PdfAMarks, TheOutputIntentIsSrgb) {
  Marked marked("x");

  QPDFObjectHandle intents = marked.pdf.getRoot().getKey("/OutputIntents");
  ASSERT_EQ(intents.getArrayNItems(), 1);
  QPDFObjectHandle intent = intents.getArrayItem(0);
  EXPECT_EQ(intent.getKey("/S").getName(), "/GTS_PDFA1");
  QPDFObjectHandle profile = intent.getKey("/DestOutputProfile");
  EXPECT_EQ(profile.getDict().getKey("/N").getIntValue(), 3);
  EXPECT_EQ(Marked::text_of(profile), make_srgb_profile());
}

TEST(PdfAMarks, MetadataTellTheTitleInBothPlaces) {
  Marked marked("Акт № 3 <о> & «б»\n.\xEF\xBF\xBE");

  EXPECT_EQ(marked.info().getKey("/Title").getUTF8Value(), "Акт № 3 <о> & «б»?.?");
  EXPECT_EQ(marked.info().getKey("/Producer").getUTF8Value(), "Fonds");
  EXPECT_THAT(marked.xmp(), HasSubstr(">Акт № 3 &lt;о&gt; &amp; «б»?.?</rdf:li>"));
  EXPECT_THAT(marked.xmp(), HasSubstr("<pdf:Producer>Fonds</pdf:Producer>"));
  EXPECT_FALSE(marked.pdf.getRoot().getKey("/Metadata").getDict().hasKey("/Filter"));
}

TEST(PdfAMarks, AnEndlessTitleIsCutInBothPlacesAlike) {
  std::string title;
  for (int i = 0; i < 40'000; ++i) title += "ж";

  Marked marked(title);

  const std::string cut = marked.info().getKey("/Title").getUTF8Value();
  EXPECT_EQ(cut.size(), 2000U);
  EXPECT_THAT(marked.xmp(), HasSubstr(">" + cut + "<"));
}

TEST(PdfAMarks, WhatStoodThereBeforeIsGone) {
  const std::string from = write_pdf(
      {"<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R /OutputIntents [5 0 R] >>",
       "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
       pdf_stream("BEFORE", "/Type /Metadata /Subtype /XML"), "<< /S /GTS_PDFX /Info (BEFORE) >>"});

  EXPECT_THAT(Marked("x", from).bytes, Not(HasSubstr("BEFORE")));
}

TEST(PdfAMarks, TheIdIsAHashOfTheContent) {
  const auto id_of = [](Marked& marked) {
    return marked.pdf.getTrailer().getKey("/ID").getArrayItem(0).getStringValue();
  };
  Marked first("x");
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));  // IDs of the clock change
  Marked same("x");
  Marked another("y");

  EXPECT_TRUE(first.bytes == same.bytes);
  EXPECT_EQ(id_of(first).size(), 16U);
  EXPECT_NE(id_of(first), id_of(another));
}

}  // namespace
}  // namespace fonds
