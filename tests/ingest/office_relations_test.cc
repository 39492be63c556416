#include "ingest/office_relations.h"

#include <gtest/gtest.h>

#include "support/small_office.h"

namespace fonds {
namespace {

TEST(OfficeRelations, TargetsAreRelativeToThePartOrToThePackage) {
  const std::string zip =
      make_zip({{"a/_rels/b.xml.rels",
                 "<Relationships><Relationship Id='1' Type='x/y/styles' Target='s/c.xml'/>"
                 "<Relationship Id='2' Type='x/image' Target='../m/d.png'/>"
                 "<Relationship Id='3' Type='x/sheet' Target='/e.xml'/>"
                 "<Relationship Id='4' Type='x/link' TargetMode='External' Target='http://f'/>"
                 "</Relationships>"}});
  const OfficePackage package(zip);
  const OfficeRelations relations(package, "a/b.xml");

  EXPECT_EQ(relations.target("1"), "a/s/c.xml");
  EXPECT_EQ(relations.target("2"), "m/d.png");
  EXPECT_EQ(relations.target("3"), "e.xml");
  EXPECT_EQ(relations.target("4"), "");
  EXPECT_EQ(relations.of_type("styles"), "a/s/c.xml");
  EXPECT_EQ(relations.of_type("theme"), "");
  EXPECT_EQ(OfficeRelations(package, "c.xml").target("1"), "");
}

}  // namespace
}  // namespace fonds
