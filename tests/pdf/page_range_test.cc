#include "pdf/page_range.h"

#include <gmock/gmock.h>

#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFWriter.hh>

#include "base/error.h"
#include "pdf/pixel_packer.h"
#include "pdf/stacked_pdf.h"

namespace fonds {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

Error error_of(const std::string& bytes, int first = 0, int count = 1) {
  try {
    pages_of_pdf(bytes, first, count);
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "nothing was thrown";
  return {Fault::bug, "nothing was thrown"};
}

void expect_only_page_0(const Stack& stack, const char* marker = "SECRET") {
  const std::string whole = stacked_pdf(stack);
  const std::string part = pages_of_pdf(whole, 0, 1);
  EXPECT_THAT(part, AllOf(HasSubstr("CONTENT-0"), HasSubstr("PICTURE-0")));
  for (const char* other : {"CONTENT-1", "CONTENT-2", "PICTURE-1", "PICTURE-2", marker}) {
    EXPECT_THAT(part, Not(HasSubstr(other)));
  }
  // Else the test could not fail.
  EXPECT_THAT(whole, HasSubstr(marker));
}

TEST(PageRange, GivesThePagesAskedForInTheirOrder) {
  OpenPdf part(pages_of_pdf(stacked_pdf(), 1, 2));

  ASSERT_EQ(part.pages.size(), 2U);
  EXPECT_THAT(raw_data(part.page(0).getKey("/Contents")), HasSubstr("CONTENT-1"));
  EXPECT_THAT(raw_data(part.page(1).getKey("/Contents")), HasSubstr("CONTENT-2"));
  EXPECT_THAT(part.bytes, Not(HasSubstr("CONTENT-0")));
  EXPECT_TRUE(part.pdf.getWarnings().empty());
}

TEST(PageRange, CopiesDataBitForBit) {
  const std::string packed = deflate_bytes(std::string(999, '\x55'));
  const std::string contents = deflate_bytes("q /P Do Q");
  std::string noise;
  for (int i = 0; i < 1000; ++i) noise += static_cast<char>(i * 37);
  const std::string entries =
      "/Type /XObject /Subtype /Image /Width 27 /Height 37 /ColorSpace /DeviceGray "
      "/BitsPerComponent 8 ";
  Stack stack;
  stack.first_page = "/Contents [6 0 R 12 0 R] /Resources << /XObject << /P 13 0 R /N 14 0 R >> >>";
  stack.first_content = "/N Do";
  stack.more = {
      pdf_stream(contents, "/Filter /FlateDecode"),
      pdf_stream(packed, entries + "/Filter /FlateDecode /DecodeParms << /Predictor 1 >>"),
      pdf_stream(noise, entries + "/Filter [/DCTDecode]")};

  OpenPdf part(pages_of_pdf(stacked_pdf(stack), 0, 1));

  EXPECT_EQ(raw_data(part.resource("/XObject", "/P")), packed);
  EXPECT_EQ(raw_data(part.resource("/XObject", "/N")), noise);
  EXPECT_EQ(part.resource("/XObject", "/P").getDict().getKey("/DecodeParms").unparse(),
            "<< /Predictor 1 >>");
  EXPECT_TRUE(part.resource("/XObject", "/N").getDict().getKey("/Filter").isArray());
  QPDFObjectHandle streams = part.page(0).getKey("/Contents");
  ASSERT_EQ(streams.getArrayNItems(), 2);
  EXPECT_EQ(raw_data(streams.getArrayItem(1)), contents);
  EXPECT_THAT(raw_data(streams.getArrayItem(0)), StartsWith("% CONTENT-0\nq 100 0 0 200"));
}

TEST(PageRange, SameInputGivesSameBytes) {
  const std::string whole = stacked_pdf();

  EXPECT_EQ(pages_of_pdf(whole, 0, 2), pages_of_pdf(whole, 0, 2));
  EXPECT_NE(pages_of_pdf(whole, 0, 2), pages_of_pdf(whole, 1, 2));
}

TEST(PageRange, WhatThePageTreeSaysHoldsForThePage) {
  OpenPdf part(pages_of_pdf(stacked_pdf({"", "/CropBox [1 2 90 190]"}), 2, 1));

  EXPECT_EQ(part.page(0).getKey("/MediaBox").unparseResolved(), "[ 0 0 100 200 ]");
  EXPECT_EQ(part.page(0).getKey("/CropBox").unparseResolved(), "[ 1 2 90 190 ]");
  EXPECT_EQ(part.page(0).getKey("/Rotate").getIntValue(), 90);
  EXPECT_EQ(raw_data(part.resource("/XObject", "/I2")), "PICTURE-2");
}

TEST(PageRange, PicturesOfOtherPagesInSharedResourcesStayBehind) {
  expect_only_page_0({}, "PICTURE-1");
}

TEST(PageRange, PicturesInTheResourcesOfAFormStayBehind) {
  Stack stack;
  stack.first_content = "/F Do";
  stack.resources = "/ProcSet [/PDF]";
  stack.first_page = "/Resources 13 0 R";
  stack.more = {
      pdf_stream("/I0 Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources 13 0 R"),
      "<< /XObject << /I0 9 0 R /F 12 0 R /I1 10 0 R /X 14 0 R >> >>", pdf_stream("SECRET")};

  expect_only_page_0(stack);
}

TEST(PageRange, LinksToOtherPagesLeadNowhere) {
  const std::string rest = " /Subtype /Link /Rect [0 0 9 9] /P 3 0 R >> ";
  Stack stack;
  stack.first_page = "/Annots [<< /Dest [4 0 R /Fit]" + rest +
                     "<< /A << /S /GoTo /D [5 0 R /Fit] >>" + rest + "<< /Dest (SECRET)" + rest +
                     "<< /A << /S /URI /URI (http://a.b/) /Next << /S /GoTo /D (SECRET) >> >>" +
                     rest + "<< /AA << /D << /S /JavaScript /JS (SECRET) >> >> /Border [0 0 1]" +
                     rest + "]";

  expect_only_page_0(stack);
  OpenPdf part(pages_of_pdf(stacked_pdf(stack), 0, 1));
  QPDFObjectHandle links = part.page(0).getKey("/Annots");
  ASSERT_EQ(links.getArrayNItems(), 5);
  EXPECT_EQ(links.getArrayItem(3).getKey("/A").getKey("/URI").getStringValue(), "http://a.b/");
  EXPECT_EQ(links.getArrayItem(4).getKey("/Border").getArrayNItems(), 3);
  EXPECT_FALSE(links.getArrayItem(0).hasKey("/Dest"));
}

TEST(PageRange, NotesAndStampsStayWithTheirLook) {
  Stack stack;
  stack.first_page =
      "/Annots [<< /Subtype /Stamp /Rect [0 0 9 9] /Contents (received) /AP << /N 12 0 R >> "
      "/Popup 13 0 R /IRT 14 0 R /Parent 14 0 R >> 13 0 R]";
  stack.more = {pdf_stream("/I0 Do",
                           "/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /I0 9 0 R /I1 "
                           "10 0 R /I2 11 0 R >> >>"),
                "<< /Subtype /Popup /Rect [0 0 9 9] /Contents (SECRET) >>",
                "<< /Subtype /Text /P 5 0 R /Contents (SECRET) >>"};

  expect_only_page_0(stack);
  OpenPdf part(pages_of_pdf(stacked_pdf(stack), 0, 1));
  QPDFObjectHandle annotations = part.page(0).getKey("/Annots");
  ASSERT_EQ(annotations.getArrayNItems(), 1);
  EXPECT_EQ(annotations.getArrayItem(0).getKey("/Contents").getStringValue(), "received");
  EXPECT_EQ(raw_data(annotations.getArrayItem(0).getKey("/AP").getKey("/N")), "/I0 Do");
}

TEST(PageRange, WhatBelongsToTheFileStaysBehind) {
  Stack stack;
  stack.catalogue =
      "/Outlines 12 0 R /Names << /Dests << /Names [(SECRET) [4 0 R /Fit]] >> /JavaScript << "
      "/Names [(a) << /S /JavaScript /JS (SECRET) >>] >> >> /Dests << /SECRET [5 0 R /Fit] >> "
      "/StructTreeRoot 13 0 R /Threads [14 0 R] /OpenAction [4 0 R /Fit] /Metadata 15 0 R "
      "/PageLabels << /Nums [0 << /P (SECRET) >>] >> /AcroForm << /Fields [16 0 R] >>";
  stack.page =
      "/StructParents 0 /B [14 0 R] /Thumb 17 0 R /PieceInfo << /X 17 0 R >> /AA << /O << "
      "/S /GoTo /D [4 0 R /Fit] >> >> /Metadata 15 0 R /Trans << /S /R >> /LastOne 5 0 R";
  stack.more = {"<< /Title (SECRET) /Dest [4 0 R /Fit] >>",
                "<< /Type /StructTreeRoot /K << /S /P /Pg 4 0 R /ActualText (SECRET) >> >>",
                "<< /P 4 0 R /N 14 0 R /V 14 0 R /T (SECRET) >>",
                pdf_stream("<x>SECRET</x>"),
                "<< /FT /Tx /V (SECRET) >>",
                pdf_stream("SECRET", "/Width 1 /Height 1")};

  expect_only_page_0(stack);
}

TEST(PageRange, OutlastsReferencesFromWithinThePage) {
  Stack stack;
  stack.first_content = "/Span /Tag BDC EMC /S gs";
  stack.resources =
      "/Properties << /Tag << /MCID 0 /PieceInfo 12 0 R /Page 4 0 R >> >> /ExtGState << /S << "
      "/CA 1 /AF [12 0 R] >> /T << /X 12 0 R >> >>";
  stack.more = {pdf_stream("SECRET")};

  expect_only_page_0(stack);
}

TEST(PageRange, TheVersionIsNoLowerThanThatOfTheFile) {
  EXPECT_THAT(pages_of_pdf(stacked_pdf(), 0, 1), StartsWith("%PDF-1.4\n"));
  EXPECT_THAT(pages_of_pdf(stacked_pdf({"/Version /1.7"}), 0, 1), StartsWith("%PDF-1.7\n"));
  EXPECT_THAT(pages_of_pdf(stacked_pdf({"/Version /(x)"}), 0, 1), StartsWith("%PDF-1.4\n"));
}

TEST(PageRange, OutputIntentsStay) {
  Stack stack;
  stack.catalogue = "/OutputIntents [<< /S /GTS_PDFA1 /DestOutputProfile 12 0 R >>]";
  stack.more = {pdf_stream("PROFILE", "/N 3")};

  OpenPdf part(pages_of_pdf(stacked_pdf(stack), 1, 1));

  QPDFObjectHandle intents = part.pdf.getRoot().getKey("/OutputIntents");
  EXPECT_EQ(raw_data(intents.getArrayItem(0).getKey("/DestOutputProfile")), "PROFILE");
}

TEST(PageRange, APageWithoutContentsIsAPage) {
  std::string whole = stacked_pdf();
  whole.replace(whole.find("/Contents 6 0 R"), 15, "               ");

  EXPECT_EQ(OpenPdf(pages_of_pdf(whole, 0, 2)).pages.size(), 2U);
}

std::string encrypted(const std::string& bytes, const char* user_password) {
  QPDF pdf;
  pdf.processMemoryFile("plain", bytes.data(), bytes.size());
  std::string out;
  Pl_String to("out", nullptr, out);
  QPDFWriter writer(pdf);
  writer.setOutputPipeline(&to);
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.setR6EncryptionParameters(user_password, "owner", true, true, true, true, true, true,
                                   qpdf_r3p_full, true);
  writer.write();
  return out;
}

TEST(PageRange, AnEncryptionThatOpensWithoutAPasswordIsTakenOff) {
  const std::string whole = encrypted(stacked_pdf(), "");
  ASSERT_THAT(whole, Not(HasSubstr("PICTURE-1")));

  OpenPdf part(pages_of_pdf(whole, 1, 1));

  EXPECT_FALSE(part.pdf.isEncrypted());
  EXPECT_EQ(raw_data(part.resource("/XObject", "/I1")), "PICTURE-1");
  EXPECT_EQ(pages_of_pdf(whole, 1, 1), part.bytes);
}

TEST(PageRange, ALockedFileIsSaidToBeLocked) {
  for (const std::string& whole : {encrypted_pdf(), encrypted(stacked_pdf(), "secret")}) {
    const Error error = error_of(whole);
    EXPECT_EQ(error.fault(), Fault::corrupt);
    EXPECT_THAT(error.message(), HasSubstr("password"));
  }
}

TEST(PageRange, DamagedFilesAreCorrupt) {
  const std::string whole = stacked_pdf();
  for (const std::string& bytes :
       {std::string(), std::string("%PDF-1.4 and nothing more"), looping_page_tree_pdf(),
        whole.substr(0, whole.find("3 0 obj"))}) {
    EXPECT_EQ(error_of(bytes).fault(), Fault::corrupt) << bytes.substr(0, 60);
  }
  // The last page's kid is gone: there are fewer pages than somebody else may count.
  EXPECT_EQ(error_of(whole.substr(0, whole.find("5 0 obj")), 2).fault(), Fault::corrupt);
}

TEST(PageRange, ContentsThatCannotBeUnpackedAreCorrupt) {
  Stack stack;
  stack.first_page = "/Contents 12 0 R";
  stack.more = {pdf_stream("no zlib at all", "/Filter /FlateDecode")};

  EXPECT_EQ(error_of(stacked_pdf(stack)).fault(), Fault::corrupt);
}

TEST(PageRange, AnyTruncationIsAFaultOrAPart) {
  const std::string whole = stacked_pdf();
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    try {
      pages_of_pdf(whole.substr(0, size), 0, 1);
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::corrupt) << size << ": " << error.what();
    }
  }
  EXPECT_NO_THROW(OpenPdf(pages_of_pdf(recursive_objects_pdf(), 0, 1)));
}

TEST(PageRange, ARangeOutsideTheFileIsABug) {
  const std::string whole = stacked_pdf();

  EXPECT_EQ(error_of(whole, -1, 1).fault(), Fault::bug);
  EXPECT_EQ(error_of(whole, 0, 0).fault(), Fault::bug);
  EXPECT_EQ(error_of(whole, 0, 4).fault(), Fault::bug);
  EXPECT_EQ(error_of(whole, 3, 1).fault(), Fault::bug);
  EXPECT_EQ(error_of(whole, 1, 2'147'483'647).fault(), Fault::bug);
}

TEST(PageRange, AFileThatMustStayWholeIsRefused) {
  const Error error = error_of(stacked_pdf({"/AcroForm << /SigFlags 3 /Fields [] >>"}));

  EXPECT_EQ(error.fault(), Fault::usage);
  EXPECT_THAT(error.message(), HasSubstr("signed"));
  EXPECT_THAT(error.hint(), HasSubstr("whole"));
}

}  // namespace
}  // namespace fonds
