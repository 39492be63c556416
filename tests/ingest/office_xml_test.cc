#include "ingest/office_xml.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace fonds {
namespace {

TEST(OfficeXml, NamesCountWithoutTheirPrefix) {
  const OfficeXml xml("<x:a xmlns:x='u' x:n='7'><y:b/><c/></x:a>");

  EXPECT_EQ(local_name(xml.root()), "a");
  EXPECT_TRUE(child_of(xml.root(), "b"));
  EXPECT_FALSE(child_of(xml.root(), "d"));
  EXPECT_EQ(attribute_of(xml.root(), "n"), "7");
  EXPECT_EQ(attribute_of(xml.root(), "m"), "");
}

TEST(OfficeXml, ACountIsANumberOrWhatElseIsMeant) {
  const OfficeXml xml("<a n='7' bad='7x' minus='-1' huge='99999999999999999999999'/>");

  EXPECT_EQ(count_of(xml.root(), "n", 1), 7U);
  EXPECT_EQ(count_of(xml.root(), "bad", 1), 1U);
  EXPECT_EQ(count_of(xml.root(), "minus", 1), 1U);
  EXPECT_EQ(count_of(xml.root(), "huge", 1), 1U);
  EXPECT_EQ(count_of(xml.root(), "none", 1), 1U);
}

TEST(OfficeXml, NoEntityOfTheFileIsEverRead) {
  const OfficeXml xml("<!DOCTYPE a [<!ENTITY b SYSTEM '/etc/passwd'>]><a>&b;&amp;</a>");
  EXPECT_EQ(std::string(xml.root().child_value()), "&b;&");
}

TEST(OfficeXml, WhatIsNoXmlIsDamage) {
  for (const char* bad : {"", "text", "<a>", "<a", "<a></b>"}) {
    EXPECT_THROW(OfficeXml{bad}, Error) << bad;
  }
}

}  // namespace
}  // namespace fonds
