#include "pdf/joined_pdf.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include "base/error.h"
#include "pdf/pdf_a.h"
#include "pdf/pixel_packer.h"
#include "pdf/stacked_pdf.h"
#include "support/fault_of.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// A file with pages of these heights, one grey point each.
std::string paper(const std::vector<int>& heights, const std::string& title) {
  PdfA made;
  for (const int height : heights) {
    PdfPage page;
    page.image.width = 1;
    page.image.height = 1;
    page.image.coding = PdfCoding::flate;
    page.image.colour = PdfColour::grey;
    page.image.data = deflate_bytes(std::string("\0\x80", 2));
    page.width = 100;
    page.height = height;
    made.add(std::move(page));
  }
  std::string bytes;
  made.finish(title, [&](std::string_view piece) { bytes += piece; });
  return bytes;
}

class JoinedPdfTest : public ::testing::Test {
 protected:
  UniqueFd opened(const std::string& bytes) {
    const auto path = folder_.file("paper" + std::to_string(++files_) + ".pdf", bytes);
    return UniqueFd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  }
  static std::string finished(JoinedPdf& joined, const std::string& front) {
    std::string bytes;
    const int pages =
        joined.finish(front, "Portfolio", [&](std::string_view piece) { bytes += piece; });
    EXPECT_EQ(static_cast<std::size_t>(pages), OpenPdf(bytes).pages.size());
    return bytes;
  }
  static double height_of(OpenPdf& pdf, std::size_t page) {
    return pdf.page(page).getKey("/MediaBox").getArrayItem(3).getNumericValue();
  }
  TempFolder folder_;
  int files_ = 0;
};

TEST_F(JoinedPdfTest, TheFrontComesFirstAndThePapersInTheirOrder) {
  JoinedPdf joined;
  EXPECT_EQ(joined.add(opened(paper({210, 220}, "SECRET"))), 2);
  EXPECT_EQ(joined.add(opened(paper({230}, "SECRET"))), 1);
  OpenPdf whole(finished(joined, paper({201}, "SECRET")));
  ASSERT_EQ(whole.pages.size(), 4U);
  const std::vector<double> heights{201, 210, 220, 230};
  for (std::size_t i = 0; i < heights.size(); ++i) EXPECT_EQ(height_of(whole, i), heights[i]);
  EXPECT_TRUE(whole.pdf.getWarnings().empty());
  EXPECT_THAT(whole.bytes, Not(HasSubstr("SECRET"))) << "titles of the single files go";
  EXPECT_THAT(whole.bytes, HasSubstr("Portfolio"));
  EXPECT_TRUE(whole.pdf.getRoot().getKey("/OutputIntents").isArray());
  EXPECT_TRUE(whole.pdf.getRoot().getKey("/Metadata").isStream());
}

TEST_F(JoinedPdfTest, PicturesAreCopiedBitForBitAndWhatIsInheritedIsKept) {
  JoinedPdf joined;
  joined.add(opened(stacked_pdf()));
  OpenPdf whole(finished(joined, paper({201}, "")));
  ASSERT_EQ(whole.pages.size(), 4U);
  EXPECT_EQ(raw_data(whole.page(1).getKey("/Resources").getKey("/XObject").getKey("/I0")),
            "PICTURE-0");
  EXPECT_EQ(whole.page(1).getKey("/Rotate").getIntValue(), 90);
}

TEST_F(JoinedPdfTest, TheSameFilesGiveTheSameBytes) {
  std::string before;
  for (int round = 0; round < 2; ++round) {
    JoinedPdf joined;
    joined.add(opened(paper({210}, "")));
    const std::string bytes = finished(joined, paper({201}, ""));
    EXPECT_TRUE(round == 0 || bytes == before);
    before = bytes;
  }
}

TEST_F(JoinedPdfTest, ADamagedFileIsTold) {
  const std::string whole = paper({210, 220}, "");
  for (const std::string& bytes :
       {std::string(), std::string("no PDF at all"), whole.substr(0, whole.size() / 2)}) {
    EXPECT_EQ(fault_of([&] { JoinedPdf().add(opened(bytes)); }), Fault::corrupt);
  }
}

TEST_F(JoinedPdfTest, AFaultOfTheReceiverIsItsOwn) {
  JoinedPdf joined;
  joined.add(opened(paper({210}, "")));
  const auto full = [](std::string_view /*unused*/) { throw Error(Fault::unavailable, "full"); };
  EXPECT_EQ(fault_of([&] { joined.finish(paper({201}, ""), "", full); }), Fault::unavailable);
}

}  // namespace
}  // namespace fonds
