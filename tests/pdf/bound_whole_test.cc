#include "pdf/bound_whole.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "pdf/stacked_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

/// Why the first page may not be taken out; empty when it may.
std::string refusal(const Stack& stack, int first = 0) {
  OpenPdf whole(stacked_pdf(stack));
  try {
    refuse_bound_whole(whole.pdf, first, 1);
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::usage);
    EXPECT_FALSE(error.hint().empty());
    return error.message();
  }
  return {};
}

Stack catalogue(const std::string& entries, std::vector<std::string> more = {}) {
  Stack stack;
  stack.catalogue = entries;
  stack.more = std::move(more);
  return stack;
}

Stack first_page(const std::string& entries) {
  Stack stack;
  stack.first_page = entries;
  return stack;
}

TEST(BoundWhole, APlainStackMayBeParted) {
  EXPECT_EQ(refusal({}), "");
  EXPECT_EQ(refusal(catalogue("/AcroForm << /SigFlags 0 /Fields [] >> /Perms << >>")), "");
  EXPECT_EQ(refusal(catalogue("/Names << /EmbeddedFiles << /Names [] >> >>")), "");
  EXPECT_EQ(refusal(catalogue("/OCProperties << /OCGs [] /D << /OFF [] >> >>")), "");
  EXPECT_EQ(refusal(catalogue("/AcroForm (x) /Names 7 /OCProperties [] /Perms 3")), "");
}

TEST(BoundWhole, ASignatureStays) {
  const auto is_signed = HasSubstr("signed");
  EXPECT_THAT(refusal(catalogue("/AcroForm << /SigFlags 1 >>")), is_signed);
  EXPECT_THAT(refusal(catalogue("/Perms << /DocMDP << /Type /Sig >> >>")), is_signed);
  EXPECT_THAT(refusal(catalogue("/AcroForm << /Fields [<< /FT /Sig >>] >>")), is_signed);
  EXPECT_THAT(refusal(catalogue("/AcroForm 12 0 R",
                                {"<< /Fields [13 0 R] >>", "<< /T (a) /Kids [13 0 R 14 0 R] >>",
                                 "<< /FT /Sig /Parent 13 0 R >>"})),
              is_signed);
  EXPECT_THAT(refusal(first_page("/Annots [<< /Subtype /Widget /FT /Sig >>]"), 2), is_signed);
}

TEST(BoundWhole, FieldsThatContainThemselvesEnd) {
  EXPECT_EQ(refusal(catalogue("/AcroForm << /Fields [12 0 R] >>", {"<< /Kids [12 0 R] >>"})), "");
}

TEST(BoundWhole, AttachedFilesStay) {
  const auto attached = HasSubstr("attached");
  EXPECT_THAT(refusal(catalogue("/Names << /EmbeddedFiles << /Names [(a) << >>] >> >>")), attached);
  EXPECT_THAT(refusal(catalogue("/Names << /EmbeddedFiles << /Kids [<< >>] >> >>")), attached);
  EXPECT_THAT(refusal(catalogue("/AF [<< >>]")), attached);
  EXPECT_THAT(refusal(catalogue("/Collection << >>")), attached);
  EXPECT_THAT(refusal(first_page("/Annots [<< /Subtype /FileAttachment >>]"), 2), attached);
  EXPECT_THAT(refusal(first_page("/AF [<< >>]"), 1), attached);
}

TEST(BoundWhole, HiddenLayersStayHidden) {
  const auto hides = HasSubstr("layers");
  EXPECT_THAT(refusal(catalogue("/OCProperties << /D << /OFF [12 0 R] >> >>", {"<< >>"})), hides);
  EXPECT_THAT(refusal(catalogue("/OCProperties << /D << /BaseState /OFF >> >>")), hides);
}

TEST(BoundWhole, FieldsMatterOnThePagesTakenOnly) {
  const Stack stack = first_page("/Annots [<< /Subtype /Widget /FT /Tx >>]");

  EXPECT_THAT(refusal(stack, 0), HasSubstr("fields"));
  EXPECT_EQ(refusal(stack, 1), "");
  EXPECT_EQ(refusal(first_page("/Annots 9")), "");
  EXPECT_EQ(refusal(first_page("/Annots [7 (x) << >>]")), "");
}

}  // namespace
}  // namespace fonds
