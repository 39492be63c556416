#include "ingest/pdf_page.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "ingest/small_pdf.h"

namespace fonds {
namespace {

TEST(PdfFile, GivesItsTextInRowsWithBoxesAt300Dpi) {
  const std::string bytes = pdf_of_text({{"The first line", "the second one"}});
  const PdfFile pdf(bytes, {});

  const auto lines = pdf.own_text(0);

  ASSERT_EQ(lines.size(), 2U);
  ASSERT_EQ(lines[0].words.size(), 3U);
  EXPECT_EQ(lines[0].words[0].text, "The");
  EXPECT_NEAR(lines[0].words[0].box.left, 72 * 300 / 72, 4);
  EXPECT_NEAR(lines[0].words[0].box.top + lines[0].words[0].box.height, (842 - 760) * 300 / 72, 20);
  EXPECT_EQ(pdf.size(0).width, 2479);
}

TEST(PdfFile, IsDrawnWithinTheSideAskedForAndItsFrame) {
  const std::string bytes = pdf_of_text({{"The first line"}});
  const PdfFile pdf(bytes, {});

  EXPECT_EQ(pixGetHeight(pdf.render_within(0, 500).get()), 500);
  EXPECT_EQ(pixGetWidth(pdf.render_within(0, 500).get()), 353);
  EXPECT_EQ(pixGetHeight(pdf.render_within(0, 99'999).get()), pdf.size(0).height);
}

TEST(PdfFile, SaysThatAPasswordIsInTheWay) {
  const std::string bytes = locked_pdf();

  try {
    const PdfFile pdf(bytes, {});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::corrupt);
    EXPECT_THAT(error.message(), ::testing::HasSubstr("password"));
    EXPECT_FALSE(error.hint().empty());
  }
}

TEST(PdfFile, RefusesMorePagesThanAllowed) {
  const std::string bytes = pdf_of_text({{"a"}, {"b"}, {"c"}});
  ReadLimits limits;
  limits.pages = 2;

  EXPECT_THROW(PdfFile(bytes, limits), Error);
}

TEST(PdfFile, RefusesAPageOfHugeSizeBeforeDrawingIt) {
  const std::string bytes =
      pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
              "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 14400 14400] >>"});
  const PdfFile pdf(bytes, {});

  try {
    static_cast<void>(pdf.render(0));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::usage);
  }
}

TEST(PdfFile, BytesThatAreNoPdfAreDamaged) {
  const std::string bytes = "%PDF-1.4 and nothing more";

  EXPECT_THROW(PdfFile(bytes, {}), Error);
}

TEST(PdfFile, DrawsInkWhereTheWordsAre) {
  const std::string bytes = pdf_of_text({{"MMMMMMMM"}});
  const PdfFile pdf(bytes, {});
  const Box box = pdf.own_text(0).at(0).words.at(0).box;

  const PixPtr page(pixConvertTo8(pdf.render(0).get(), 0));
  ::Box* where = boxCreate(box.left, box.top, box.width, box.height);
  const PixPtr word(pixClipRectangle(page.get(), where, nullptr));
  boxDestroy(&where);

  l_float32 inside = 255;
  pixGetAverageMasked(word.get(), nullptr, 0, 0, 1, L_MEAN_ABSVAL, &inside);
  EXPECT_LT(inside, 230);
}

}  // namespace
}  // namespace fonds
