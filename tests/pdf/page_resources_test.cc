// What a page uses stays, whatever the way it is named; what it does not use goes.
#include "pdf/page_resources.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "pdf/page_range.h"
#include "pdf/stacked_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string part_of(const Stack& stack) { return pages_of_pdf(stacked_pdf(stack), 0, 1); }

Stack page_saying(const std::string& content, const std::string& resources,
                  std::vector<std::string> more = {}) {
  Stack stack;
  stack.first_content = content;
  stack.resources = resources;
  stack.more = std::move(more);
  return stack;
}

const std::string kForm = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] ";

TEST(PageResources, EveryKindOfResourceStaysWhenNamedAndGoesWhenNot) {
  const struct {
    const char* kind;
    const char* content;
  } kinds[] = {{"/Font", "BT /R 9 Tf ET"},     {"/ExtGState", "/R gs"},
               {"/ColorSpace", "/R cs"},       {"/ColorSpace", "/R CS"},
               {"/Pattern", "/R scn"},         {"/Pattern", "0.5 /R SCN"},
               {"/Shading", "/R sh"},          {"/Properties", "/Span /R BDC EMC"},
               {"/Properties", "/Span /R DP"}, {"/XObject", "/R Do"}};
  for (const auto& [kind, content] : kinds) {
    const std::string resources =
        std::string(kind) + " << /R << /A (NAMED) >> /Q << /A (UNNAMED) >> >>";
    const bool shared = std::string(kind) == "/XObject";
    Stack stack = page_saying(content, shared ? "" : resources);
    if (shared) stack.first_page = "/Resources << " + resources + " >>";

    const std::string part = part_of(stack);

    EXPECT_THAT(part, HasSubstr("(NAMED)")) << content;
    EXPECT_THAT(part, Not(HasSubstr("UNNAMED"))) << content;
  }
}

TEST(PageResources, ANameOfOneKindIsNoneOfAnother) {
  const std::string part =
      part_of(page_saying("BT /I1 9 Tf ET", "/Font << /I1 << /A (NAMED) >> >>"));

  EXPECT_THAT(part, HasSubstr("(NAMED)"));
  EXPECT_THAT(part, Not(HasSubstr("PICTURE-1")));
}

TEST(PageResources, ColourSpacesThatNobodyNamesButAllUseStay) {
  const std::string part = part_of(page_saying(
      "BI /W 1 /H 1 /BPC 8 /CS /Inline ID x EI",
      "/ColorSpace << /DefaultRGB [/CalRGB << /A (DEFAULT) >>] /Inline [/CalGray << /A (INLINE) "
      ">>] /Other [/CalGray << /A (UNNAMED) >>] >>"));

  EXPECT_THAT(part, HasSubstr("(DEFAULT)"));
  EXPECT_THAT(part, HasSubstr("(INLINE)"));
  EXPECT_THAT(part, Not(HasSubstr("UNNAMED")));
}

TEST(PageResources, WhatAFormLacksIsLookedUpInThePage) {
  // Without resources of its own, and with ones that lack the name.
  for (const std::string own : {"", "/Resources << /Font << /Z 9 0 R >> >>"}) {
    Stack stack = page_saying("/F Do", "", {pdf_stream("/I2 Do", kForm + own)});
    stack.first_page = "/Resources << /XObject << /I0 9 0 R /I1 10 0 R /I2 11 0 R /F 12 0 R >> >>";

    OpenPdf part(part_of(stack));

    EXPECT_EQ(raw_data(part.resource("/XObject", "/I2")), "PICTURE-2") << own;
    EXPECT_THAT(part.bytes, Not(HasSubstr("PICTURE-1")));
  }
}

TEST(PageResources, APatternAMaskAndAGlyphNameTheirOwn) {
  const std::string all = "/Resources << /XObject << /I1 10 0 R /I2 11 0 R >> >>";
  const auto holds_only_2 = [&](const Stack& stack) {
    const std::string part = part_of(stack);
    EXPECT_THAT(part, HasSubstr("PICTURE-2"));
    EXPECT_THAT(part, Not(HasSubstr("PICTURE-1")));
  };
  holds_only_2(page_saying("/Pattern cs /T scn", "/Pattern << /T 12 0 R >>",
                           {pdf_stream("/I2 Do", "/PatternType 1 /BBox [0 0 9 9] " + all)}));
  holds_only_2(page_saying("/G gs", "/ExtGState << /G << /SMask << /S /Alpha /G 12 0 R >> >> >>",
                           {pdf_stream("/I2 Do", kForm + all)}));
  const std::string font =
      "<< /Type /Font /Subtype /Type3 /CharProcs << /AF 13 0 R /Ref 14 0 R >> ";
  const std::string glyph = pdf_stream("% GLYPH\n/I2 Do");
  const Stack own = page_saying("BT /F 9 Tf ET", "/Font << /F 12 0 R >>",
                                {font + all + " >>", pdf_stream("1 0 d0"), glyph});
  holds_only_2(own);
  EXPECT_THAT(part_of(own), HasSubstr("GLYPH"));
  holds_only_2(page_saying("BT /F 9 Tf ET", "/Font << /F 12 0 R >>",
                           {font + " >>", pdf_stream("1 0 d0"), glyph}));
}

TEST(PageResources, AFormUsedByTwoPagesServesBoth) {
  Stack stack;
  stack.page = "/Resources << /XObject << /I0 9 0 R /I1 10 0 R /I2 11 0 R /F 12 0 R >> >>";
  stack.more = {pdf_stream("/I2 Do", kForm)};
  std::string whole = stacked_pdf(stack);
  for (int i = 0; i < 2; ++i) {
    const std::string shown = "/I" + std::to_string(i) + " Do";
    whole.replace(whole.find(shown), shown.size(), "/F  Do");
  }

  OpenPdf part(pages_of_pdf(whole, 0, 2));

  for (std::size_t i = 0; i < 2; ++i) {
    QPDFObjectHandle pictures = part.page(i).getKey("/Resources").getKey("/XObject");
    EXPECT_EQ(raw_data(pictures.getKey("/I2")), "PICTURE-2") << i;
  }
  EXPECT_THAT(part.bytes, Not(HasSubstr("PICTURE-1")));
}

TEST(PageResources, APictureKeepsItsMaskAndLosesWhatIsNoPartOfIt) {
  Stack stack;
  stack.first_content = "/P Do";
  stack.first_page = "/Resources << /XObject << /P 12 0 R /I0 9 0 R >> >>";
  stack.more = {pdf_stream("MAIN",
                           "/Subtype /Image /SMask 13 0 R /Metadata 14 0 R /StructParent 7 "
                           "/Resources << /XObject << /X 14 0 R >> >>"),
                pdf_stream("MASK", "/Subtype /Image"), pdf_stream("SECRET")};

  const std::string part = part_of(stack);

  EXPECT_THAT(part, HasSubstr("MAIN"));
  EXPECT_THAT(part, HasSubstr("MASK"));
  EXPECT_THAT(part, Not(HasSubstr("SECRET")));
}

TEST(PageResources, FormsWithinFormsEnd) {
  const std::string self = "/Resources << /XObject << /F 12 0 R /I1 10 0 R /I2 11 0 R >> >>";
  Stack stack = page_saying("/F Do", "", {pdf_stream("/F Do /I2 Do", kForm + self)});
  stack.first_page = "/Resources << /XObject << /F 12 0 R >> >>";
  EXPECT_THAT(part_of(stack), HasSubstr("PICTURE-2"));
  EXPECT_THAT(part_of(stack), Not(HasSubstr("PICTURE-1")));

  Stack deep = page_saying("/F Do", "");
  deep.first_page = stack.first_page;
  for (int i = 0; i < 500; ++i) {
    deep.more.push_back(pdf_stream(
        "/F Do", kForm + "/Resources << /XObject << /F " + std::to_string(13 + i) + " 0 R >> >>"));
  }
  try {
    part_of(deep);
    FAIL() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::corrupt);
  }
}

}  // namespace
}  // namespace fonds
