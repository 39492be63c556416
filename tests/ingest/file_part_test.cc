#include "ingest/file_part.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "ingest/page_image.h"
#include "ingest/pdf_page.h"
#include "ingest/sample_pictures.h"
#include "ingest/small_pdf.h"
#include "ingest/written_tiff.h"
#include "support/hostile_pdfs.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

Error error_of(const SourceFile& file, int first = 0, int count = 1,
               const ReadLimits& limits = {}) {
  try {
    part_of(file, first, count, limits);
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "nothing was thrown";
  return {Fault::bug, "nothing was thrown"};
}

bool same(const PixPtr& a, const PixPtr& b) {
  l_int32 equal = 0;
  return pixEqual(a.get(), b.get(), &equal) == 0 && equal == 1;
}

const std::vector<std::vector<std::string>> kPapers{
    {"Diploma of Ivanov"}, {"Diploma of Petrov", "second prize"}, {"Diploma of Sidorov"}};

TEST(FilePart, APartOfAPdfHasItsPagesAndNoOthers) {
  const SourceFile whole{FileKind::pdf, pdf_of_text(kPapers)};

  const std::string part = part_of(whole, 1, 1, {});

  EXPECT_THAT(part, HasSubstr("Petrov"));
  EXPECT_THAT(part, Not(HasSubstr("Ivanov")));
  EXPECT_THAT(part, Not(HasSubstr("Sidorov")));
  const PdfFile a(whole.bytes, {});
  const PdfFile b(part, {});
  ASSERT_EQ(b.pages(), 1);
  EXPECT_TRUE(same(a.render(1), b.render(0)));
  EXPECT_EQ(part_of(whole, 1, 1, {}), part);
}

TEST(FilePart, EveryLayoutOfATiffLooksTheSame) {
  for (const TiffLayout& layout : every_layout()) {
    const SourceFile whole{FileKind::tiff, written_tiff(layout, 3)};
    if (layout.tile > 0) {
      // Such pages are not read, so nobody could tell that a part is right.
      EXPECT_EQ(error_of(whole).fault(), Fault::corrupt) << layout.name;
      continue;
    }
    const SourceFile part{FileKind::tiff, part_of(whole, 1, 2, {})};

    ASSERT_EQ(count_images(part, {}), 2) << layout.name;
    const PageImage was = decode_image(whole, 2, {});
    const PageImage is = decode_image(part, 1, {});
    EXPECT_TRUE(same(was.pix, is.pix)) << layout.name;
    EXPECT_EQ(is.dpi, 400) << layout.name;
    // Else the comparison could not fail.
    EXPECT_FALSE(same(was.pix, decode_image(whole, 1, {}).pix)) << layout.name;
  }
}

TEST(FilePart, TurnedPagesStayTurned) {
  TiffLayout layout;
  layout.more = [](TIFF* tiff, int) {
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_RIGHTTOP);
  };

  const SourceFile part{FileKind::tiff,
                        part_of({FileKind::tiff, written_tiff(layout, 2)}, 0, 1, {})};

  EXPECT_EQ(decode_image(part, 0, {}).turn_hint, 90);
}

TEST(FilePart, EverySamplePageOutlivesItsParting) {
  int parted = 0;
  for (const SamplePage& sample : sample_pages()) {
    if (sample.file.kind != FileKind::pdf && sample.file.kind != FileKind::tiff) continue;
    const std::string part = part_of(sample.file, 0, 1, {});
    EXPECT_THAT(part, HasSubstr(sample.kept)) << sample.name;
    ++parted;
  }
  EXPECT_GE(parted, 15);
}

TEST(FilePart, APartThatLooksOtherwiseIsNotGiven) {
  // A layer shown or not by what the catalogue alone says of another one.
  const std::string catalogue =
      "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R] /D << /ON [5 0 R] >> >> >>";
  const std::string page =
      "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Properties << /L << /Type /OCMD "
      "/OCGs [5 0 R] /P /AllOff >> >> >> >>";
  const SourceFile hidden{
      FileKind::pdf,
      write_pdf({catalogue, "<< /Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 100 100] >>",
                 page, pdf_stream("/OC /L BDC 10 10 60 60 re f EMC"),
                 "<< /Type /OCG /Name (layer) >>"})};

  const Error error = error_of(hidden);

  EXPECT_EQ(error.fault(), Fault::corrupt);
  EXPECT_THAT(error.message(), HasSubstr("page 1"));
  EXPECT_THAT(error.hint(), HasSubstr("whole"));
}

TEST(FilePart, SignedAndLockedAndDamagedFilesAreSaid) {
  EXPECT_EQ(error_of({FileKind::pdf, locked_pdf()}).fault(), Fault::corrupt);
  EXPECT_THAT(error_of({FileKind::pdf, encrypted_pdf()}).message(), HasSubstr("password"));
  EXPECT_EQ(error_of({FileKind::pdf, "%PDF-1.4 and no more"}).fault(), Fault::corrupt);
  EXPECT_EQ(error_of({FileKind::tiff, "II*"}).fault(), Fault::corrupt);
  const SourceFile with_signature{
      FileKind::pdf, write_pdf({"<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 >> >>",
                                "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>"})};
  EXPECT_EQ(error_of(with_signature).fault(), Fault::usage);
}

TEST(FilePart, ATiffCutOffIsCorrupt) {
  std::string bytes = written_tiff({}, 3);
  bytes.resize(bytes.size() * 2 / 3);

  EXPECT_EQ(error_of({FileKind::tiff, bytes}).fault(), Fault::corrupt);
}

TEST(FilePart, ARangeOutsideTheFileAndAKindWithoutPagesAreBugs) {
  const SourceFile pdf{FileKind::pdf, pdf_of_text(kPapers)};
  const SourceFile tiff{FileKind::tiff, written_tiff({}, 3)};
  for (const SourceFile& file : {pdf, tiff}) {
    for (const auto& [first, count] :
         {std::pair{-1, 1}, {0, 0}, {0, 4}, {3, 1}, {1, 2'147'483'647}}) {
      EXPECT_EQ(error_of(file, first, count).fault(), Fault::bug) << first << " " << count;
    }
  }
  EXPECT_EQ(error_of({FileKind::jpeg, ""}).fault(), Fault::bug);
}

TEST(FilePart, LimitsHold) {
  ReadLimits limits;
  limits.pages = 2;
  EXPECT_EQ(error_of({FileKind::pdf, pdf_of_text(kPapers)}, 0, 1, limits).fault(), Fault::usage);
  limits.pages = 10;
  limits.pixels = 100;
  EXPECT_EQ(error_of({FileKind::tiff, written_tiff({}, 3)}, 0, 1, limits).fault(), Fault::usage);
}

}  // namespace
}  // namespace fonds
