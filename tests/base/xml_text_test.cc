#include "base/xml_text.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(XmlText, WhatXmlForbidsIsLeftOut) {
  std::string every;
  for (int c = 0; c < 0x20; ++c) every += static_cast<char>(c);
  EXPECT_EQ(xml_escaped(every), "&#9;&#10;&#13;");
  EXPECT_EQ(xml_escaped("a\xEF\xBF\xBE\xEF\xBF\xBF"
                        "b\xEF\xBF\xBD"),
            "ab\xEF\xBF\xBD");
  EXPECT_EQ(xml_escaped("\xED\xA0\x80|\xFF|ё№𝄞"),
            "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD|\xEF\xBF\xBD|ё№𝄞")
      << "a surrogate is no character";
  EXPECT_EQ(xml_escaped("]]>"), "]]&gt;");
}

TEST(XmlText, WhatXmlWouldMisreadIsAnEntity) {
  EXPECT_EQ(xml_escaped("a<b>&\"c\""), "a&lt;b&gt;&amp;&quot;c&quot;");
}

}  // namespace
}  // namespace fonds
