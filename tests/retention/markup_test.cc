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

TEST(Markup, WhatXmlForbidsIsLeftOut) {
  std::string every;
  for (int c = 0; c < 0x20; ++c) every += static_cast<char>(c);
  EXPECT_EQ(markup_escaped(every), "\t\n&#13;");
  EXPECT_EQ(markup_escaped("a\xEF\xBF\xBE\xEF\xBF\xBF"
                           "b\xEF\xBF\xBD"),
            "ab\xEF\xBF\xBD");
  EXPECT_EQ(markup_escaped("\xED\xA0\x80|\xFF|ё№𝄞"),
            "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD|\xEF\xBF\xBD|ё№𝄞")
      << "a surrogate is no character";
  EXPECT_EQ(markup_escaped("]]>"), "]]&gt;");
}

}  // namespace
}  // namespace fonds
