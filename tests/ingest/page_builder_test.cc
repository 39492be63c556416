#include "ingest/page_builder.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "support/sane_backend.h"

namespace fonds {
namespace {

using namespace std::string_literals;
using Colour = FrameForm::Colour;

std::string build(const FrameForm& form, const std::string& bytes) {
  PageBuilder page(300);
  page.begin(form);
  page.add(bytes);
  page.end();
  return unpack_png(page.finish().png).samples;
}

TEST(PageBuilder, LeavesThePaddingOfRowsOut) {
  EXPECT_EQ(build({Colour::grey, 3, 5, 8}, "abc__def__"), "abcdef");
  EXPECT_EQ(build({Colour::rgb, 1, 4, 8}, "abc_def_"), "abcdef");
}

TEST(PageBuilder, PutsRowsTogetherHoweverTheyAreCut) {
  const std::string bytes = "abc__def__ghi__";
  for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
    PageBuilder page(300);
    page.begin({Colour::grey, 3, 5, 8});
    for (std::size_t at = 0; at < bytes.size(); at += piece) page.add(bytes.substr(at, piece));
    page.end();
    EXPECT_EQ(unpack_png(page.finish().png).samples, "abcdefghi") << piece;
  }
}

TEST(PageBuilder, KeepsALastRowThatIsCutShort) {
  EXPECT_EQ(build({Colour::grey, 3, 3, 8}, "abcd"), "abcd\xFF\xFF");
  EXPECT_EQ(build({Colour::grey, 16, 2, 1}, "\xF0"), "\x0F\xFF");
}

TEST(PageBuilder, TurnsBlackAndWhiteAsPngHasIt) {
  EXPECT_EQ(build({Colour::grey, 8, 1, 1}, "\x80"), "\x7F");
  EXPECT_EQ(build({Colour::rgb, 2, 3, 1}, "\x80\x40\xC0"), "\xFF\0\xFF\0\xFF\xFF"s);
}

TEST(PageBuilder, PutsTheMostSignificantByteFirst) {
  const std::uint16_t samples[] = {0x0102, 0xFFFE};
  const std::string bytes(reinterpret_cast<const char*>(samples), sizeof samples);
  EXPECT_EQ(build({Colour::grey, 2, 4, 16}, bytes), "\x01\x02\xFF\xFE");
}

TEST(PageBuilder, JoinsThreePassesInAnyOrder) {
  PageBuilder page(300);
  for (const auto& [colour, bytes] : {std::pair{Colour::blue, "zZ"s}, std::pair{Colour::red, "xX"s},
                                      std::pair{Colour::green, "yY"s}}) {
    page.begin({colour, 1, 1, 8});
    page.add(bytes);
    page.end();
  }
  EXPECT_EQ(unpack_png(page.finish().png).samples, "xyzXYZ");
}

TEST(PageBuilder, RefusesPicturesThatCannotBe) {
  for (const FrameForm form :
       {FrameForm{Colour::grey, 0, 10, 8}, FrameForm{Colour::grey, -5, 10, 8},
        FrameForm{Colour::grey, 11, 10, 8}, FrameForm{Colour::rgb, 4, 11, 8},
        FrameForm{Colour::grey, 6, 10, 16}, FrameForm{Colour::grey, 4, 4, 12},
        FrameForm{Colour::red, 4, 0, 8}}) {
    PageBuilder page(300);
    EXPECT_THROW(page.begin(form), Error);
  }
}

TEST(PageBuilder, RefusesAPageWithoutRows) {
  PageBuilder none(300);
  EXPECT_THROW(none.finish(), Error);

  PageBuilder empty(300);
  empty.begin({Colour::grey, 3, 3, 8});
  empty.end();
  EXPECT_THROW(empty.finish(), Error);

  PageBuilder two_passes(300);
  for (const Colour colour : {Colour::red, Colour::green}) {
    two_passes.begin({colour, 1, 1, 8});
    two_passes.add("x");
    two_passes.end();
  }
  EXPECT_THROW(two_passes.finish(), Error);
}

}  // namespace
}  // namespace fonds
