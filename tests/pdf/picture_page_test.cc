#include "pdf/picture_page.h"

#include <gtest/gtest.h>

#include "pdf/pixel_packer.h"
#include "support/hostile_pdfs.h"

namespace fonds {
namespace {

using namespace std::string_literals;

/// A JPEG header of 16 × 32 pixels; nobody decodes it here.
std::string jpeg(char components) {
  std::string body = "\x08\0\x20\0\x10"s + components;
  for (char i = 1; i <= components; ++i) body += i + "\x11\0"s;
  return "\xFF\xD8\xFF\xC0\0"s + static_cast<char>(body.size() + 2) + body + "\xFF\xD9";
}

const std::string kDct = "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode";

struct Parts {
  std::string content = "q 100 0 0 200 0 0 cm /I Do Q";
  std::string image_entries = kDct;
  std::string data = jpeg(3);
  std::string page = "";
  std::string resources = "";
};

std::string pdf_of(const Parts& parts) {
  return write_pdf(
      {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 200] /Contents 4 0 R /Resources << "
       "/XObject << /I 5 0 R /Form 6 0 R >> " +
           parts.resources + " >> " + parts.page + " >>",
       pdf_stream(parts.content),
       pdf_stream(parts.data,
                  "/Type /XObject /Subtype /Image /Width 16 /Height 32 " + parts.image_entries),
       pdf_stream("", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")});
}

std::optional<PicturePage> page_of(const Parts& parts) {
  const std::string bytes = pdf_of(parts);
  return PictureFile(bytes).picture_page(0);
}

TEST(PictureFile, TakesTheJpegOfAScannedPageAsItIs) {
  const auto page = page_of({});

  ASSERT_TRUE(page);
  EXPECT_EQ(page->image.data, jpeg(3));
  EXPECT_EQ(page->image.coding, PdfCoding::jpeg);
  EXPECT_EQ(page->width, 100);
  EXPECT_EQ(page->height, 200);
}

TEST(PictureFile, TakesPagesOnWhichNothingElseIsSeen) {
  const auto takes = [](const std::string& content, const std::string& resources = "") {
    EXPECT_TRUE(page_of({content, kDct, jpeg(3), "", resources})) << content;
  };
  takes("q q 1 0 0 1 0 0 cm Q 100 0 0 200 0 0 cm /I Do Q Q Q");
  takes("q 0 0 100 200 re W n 100 0 0 200 0 0 cm /I Do Q");
  takes("/Artifact BMC 100 0 0 200 0 0 cm /I Do EMC");
  takes("BT 3 Tr /F 9 Tf 1 0 0 1 9 9 Tm (old) Tj [(words) 9] TJ ET 100 0 0 200 0 0 cm /I Do");
  takes("0 g 1 w 100 0 0 200 0 0 cm /I Do");
  takes("/G gs 100 0 0 200 0 0 cm /I Do",
        "/ExtGState << /G << /Type /ExtGState /ca 1 /BM /Normal "
        "/SMask /None >> >>");
}

TEST(PictureFile, LeavesPagesOnWhichMoreIsSeenToARenderer) {
  const std::string shown = "100 0 0 200 0 0 cm /I Do";
  const auto leaves = [](const std::string& content, const std::string& resources = "") {
    EXPECT_FALSE(page_of({content, kDct, jpeg(3), "", resources})) << content;
  };
  leaves("");
  leaves("0 0 10 10 re f " + shown);
  leaves("q 10 0 0 10 0 0 cm /I Do Q " + shown);
  leaves("BT /F 9 Tf (stamp) Tj ET " + shown);
  leaves("q BT 3 Tr ET Q BT (seen again) ' ET " + shown);
  leaves("BT 7 Tr (clips) Tj ET " + shown);
  leaves("q 0 0 100 90 re W n 100 0 0 200 0 0 cm /I Do Q");
  leaves("0 0 m 100 0 l 100 200 l h W n " + shown);
  leaves("0.7 0.7 -0.7 0.7 0 0 cm 0 0 100 200 re W n " + shown);
  leaves("0 0 50 200 re 50 0 50 200 re W n " + shown);
  leaves("/Form Do " + shown);
  leaves("/Missing Do");
  leaves("/S sh " + shown);
  leaves("BI /W 1 /H 1 /BPC 8 /CS /G ID x EI " + shown);
  leaves("/OC /Layer BDC " + shown + " EMC");
  leaves("/G gs " + shown);
  leaves("/G gs " + shown, "/ExtGState << /G << /ca 0.5 >> >>");
  leaves("/G gs " + shown, "/ExtGState << /G << /SMask << /S /Alpha >> >> >>");
  leaves("/G gs " + shown, "/ExtGState << /G << /TR /Identity >> >>");
  leaves("cm " + shown);
  leaves("(not) (numbers) 1 2 3 4 cm " + shown);
}

TEST(PictureFile, LeavesPicturesThatThePageMayNotHold) {
  const auto leaves = [](const std::string& entries, const std::string& data = jpeg(3)) {
    EXPECT_FALSE(page_of({Parts().content, entries, data, "", ""})) << entries;
  };
  leaves("/ColorSpace /DeviceCMYK /BitsPerComponent 8 /Filter /DCTDecode", jpeg(4));
  leaves("/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /JPXDecode");
  leaves("/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode");
  leaves("/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode");  // three components
  leaves(kDct + " /SMask 5 0 R");
  leaves(kDct + " /Mask [0 9 0 9 0 9]");
  leaves(kDct + " /Decode [1 0 1 0 1 0]");
  leaves(
      "/ColorSpace [/Indexed /DeviceRGB 1 <000000FFFFFF>] /BitsPerComponent 8 /Filter "
      "/FlateDecode",
      deflate_bytes(std::string(16 * 32, '\0')));
  leaves(kDct, "no jpeg");
  leaves("/ImageMask true /Filter /CCITTFaxDecode /DecodeParms << /K 0 /Columns 16 >>", "x");
  leaves("/ImageMask true /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 99 >>", "x");
  leaves("/ImageMask true /Filter /CCITTFaxDecode", "x");
}

TEST(PictureFile, LeavesAStencilPaintedInColour) {
  const std::string g4 =
      "/ImageMask true /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 16 >>";

  EXPECT_TRUE(page_of({"100 0 0 200 0 0 cm /I Do", g4, "x", "", ""}));
  EXPECT_TRUE(page_of({"0 0 0 rg 100 0 0 200 0 0 cm /I Do", g4, "x", "", ""}));
  EXPECT_FALSE(page_of({"1 0 0 rg 100 0 0 200 0 0 cm /I Do", g4, "x", "", ""}));
  EXPECT_FALSE(page_of({"/CS cs 0 scn 100 0 0 200 0 0 cm /I Do", g4, "x", "", ""}));
}

TEST(PictureFile, TellsWhichInkACodedBlackMeans) {
  const auto ink = [](const std::string& entries) {
    const auto page =
        page_of({Parts().content,
                 "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode " + entries,
                 "x", "", ""});
    return page.value().image.ink;
  };
  EXPECT_EQ(ink("/DecodeParms << /K -1 /Columns 16 >>"), FaxInk::black);
  EXPECT_EQ(ink("/DecodeParms << /K -1 /Columns 16 /BlackIs1 true >>"), FaxInk::white);
  EXPECT_EQ(ink("/DecodeParms << /K -1 /Columns 16 >> /Decode [1 0]"), FaxInk::white);
  EXPECT_EQ(ink("/DecodeParms << /K -1 /Columns 16 /BlackIs1 true >> /Decode [1 0]"),
            FaxInk::black);
}

TEST(PictureFile, PacksOtherPixelsAgainWithoutLoss) {
  std::string pixels;
  for (int i = 0; i < 16 * 32; ++i) pixels += static_cast<char>(i * 7);
  PixelPacker packer(16, 32, PdfColour::grey);
  for (std::size_t y = 0; y < 32; ++y) packer.add_row(pixels.substr(16 * y, 16));

  const auto page = page_of({Parts().content,
                             "/ColorSpace [/CalGray << /WhitePoint [1 1 1] >>] /BitsPerComponent 8 "
                             "/Filter /FlateDecode",
                             deflate_bytes(pixels), "", ""});

  ASSERT_TRUE(page);
  EXPECT_EQ(page->image.data, packer.finish().data);
}

TEST(PictureFile, LeavesAPictureWithRowsMissing) {
  EXPECT_FALSE(
      page_of({Parts().content, "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode",
               deflate_bytes(std::string(16 * 31, 'x')), "", ""}));
}

TEST(PictureFile, LeavesPagesWithSeenAnnotations) {
  const auto page_with = [](const std::string& subtype) {
    return page_of({Parts().content, kDct, jpeg(3),
                    "/Annots [<< /Type /Annot /Subtype /" + subtype + " /Rect [0 0 9 9] >>]", ""});
  };
  EXPECT_FALSE(page_with("Stamp"));
  EXPECT_FALSE(page_with("Widget"));
  EXPECT_TRUE(page_with("Link"));
}

TEST(PictureFile, MeasuresThePageAsItIsShown) {
  Parts parts;
  parts.page = "/CropBox [10 20 90 120] /Rotate -90";

  const auto page = page_of(parts);

  ASSERT_TRUE(page);
  EXPECT_EQ(page->width, 100);
  EXPECT_EQ(page->height, 80);
  // The picture's lower left corner is 10 left of and 20 below the part that is shown; turned
  // counter-clockwise it is right of and below it.
  const Corners corner = map_box(page->placement, {0, 0, 0, 0});
  EXPECT_DOUBLE_EQ(corner.left, 120);
  EXPECT_DOUBLE_EQ(corner.bottom, -10);
}

TEST(PictureFile, FindsNothingInHostileFiles) {
  for (const std::string& bytes :
       {std::string(), std::string("%PDF-1.4 nothing"), looping_page_tree_pdf(),
        recursive_objects_pdf(), encrypted_pdf(), small_pdf(3)}) {
    PictureFile file(bytes);
    for (const int index : {-1, 0, 1, 2, 3, 1000}) EXPECT_FALSE(file.picture_page(index));
  }
}

TEST(PictureFile, SurvivesAnEndAnywhere) {
  const std::string whole = pdf_of({});
  for (std::size_t length = 0; length < whole.size(); length += 7) {
    const std::string part(whole.data(), length);
    PictureFile(part).picture_page(0);
  }
}

TEST(PictureFile, LeavesAPageWithEndlessOperators) {
  std::string content;
  for (int i = 0; i < 40'000; ++i) content += "q Q ";

  EXPECT_FALSE(page_of({content + "100 0 0 200 0 0 cm /I Do", kDct, jpeg(3), "", ""}));
}

}  // namespace
}  // namespace fonds
