#include "ingest/odf_text.h"

#include <gtest/gtest.h>

#include "ingest/office_xml.h"

namespace fonds {
namespace {

TEST(OdfText, SpacesAndTabsAreElements) {
  const OfficeXml xml("<p>а<s c='2'/>б<tab/>в<line-break/>г</p>");
  EXPECT_EQ(odf_text(xml.root()), "а  б в г");
}

TEST(OdfText, PiecesOfFormattedTextKeepTheSpaceBetween) {
  const OfficeXml xml("<p><span>Дом</span> <span>детства<a>!</a></span></p>");
  EXPECT_EQ(odf_text(xml.root()), "Дом детства!");
}

TEST(OdfText, CommentsAreNoText) {
  const OfficeXml xml("<c><annotation><p>note</p></annotation><p>а</p><p>б</p><h>в</h></c>");
  EXPECT_EQ(odf_paragraphs(xml.root()), "а б в");
}

TEST(OdfText, WhatIsNestedTooDeepIsPassedOver) {
  std::string deep = "<p>";
  for (int i = 0; i < 100'000; ++i) deep += "<s1>";
  deep += "x";
  for (int i = 0; i < 100'000; ++i) deep += "</s1>";
  const OfficeXml xml(deep + "</p>");
  EXPECT_EQ(odf_text(xml.root()), "");
}

}  // namespace
}  // namespace fonds
