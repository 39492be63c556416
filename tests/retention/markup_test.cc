#include "retention/markup.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(Markup, NestsAndIndents) {
  Markup xml("<?xml?>\n");
  xml.open("a", {{"x", "1 & \"2\""}}).element("b", "<c>").known("d", "").element("e", "").close();
  EXPECT_EQ(xml.take(),
            "<?xml?>\n<a x=\"1 &amp; &quot;2&quot;\">\n  <b>&lt;c&gt;</b>\n  <e></e>\n</a>\n");
}

TEST(Markup, IsTakenPieceByPiece) {
  Markup html("");
  html.open("p");
  EXPECT_EQ(html.take(), "<p>\n");
  html.lone("br", {{"class", "x"}}).close();
  EXPECT_EQ(html.take(), "  <br class=\"x\">\n</p>\n");
}

}  // namespace
}  // namespace fonds
