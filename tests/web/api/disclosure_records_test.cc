#include "web/api/disclosure_records.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

CheckedDisclosure application() {
  CheckedDisclosure made;
  made.disclosure.number = 3;
  made.disclosure.student = {15};
  made.disclosure.applicant.name = "Кравец Анна";
  made.student_name = "Кравец Тимофей";
  made.obstacles = {Obstacle::identity_unseen};
  made.due = {2026, 5, 20};
  DisclosedPaper paper;
  paper.accession = "2026-000003";
  paper.kind = "Диплом";
  made.content.papers = {paper};
  made.content.undecided = 1;
  return made;
}

TEST(DisclosureRecords, WhatIsNotSaidIsNull) {
  const CheckedDisclosure made = application();
  const Json record = record_of(static_cast<const ListedDisclosure&>(made));
  EXPECT_EQ(record["number"], 3);
  EXPECT_EQ(record["applicant"]["name"], "Кравец Анна");
  EXPECT_EQ(record["applicant"]["authority_until"], nullptr);
  EXPECT_EQ(record["obstacles"], Json::array({name_of(Obstacle::identity_unseen)}));
  EXPECT_EQ(record["due"], "2026-05-20");
  for (const char* key :
       {"asked", "from", "to", "document", "approved_by", "decided_on", "given"}) {
    EXPECT_EQ(record.at(key), nullptr) << key;
  }
  EXPECT_FALSE(record.contains("content"));
}

TEST(DisclosureRecords, AsCheckedWithWhatWouldBeGiven) {
  const Json record = record_of(application());
  EXPECT_EQ(record["content"]["undecided"], 1);
  const Json& paper = record["content"]["papers"][0];
  EXPECT_EQ(paper["accession"], "2026-000003");
  EXPECT_EQ(paper["event"], nullptr);
  EXPECT_EQ(paper["copy"], false);
}

TEST(DisclosureRecords, ARestriction) {
  GuardianRestriction restriction;
  restriction.id = 2;
  restriction.student = {15};
  restriction.name = "Кравец Пётр";
  EXPECT_EQ(record_of(restriction)["student"], 15);
  EXPECT_EQ(record_of(restriction)["name"], "Кравец Пётр");
}

}  // namespace
}  // namespace fonds
