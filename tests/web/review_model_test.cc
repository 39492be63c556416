#include "web/review_model.h"

#include "web/review_desk.h"

namespace fonds {
namespace {

class ReviewModelTest : public ReviewDesk {
 protected:
  Json model(Role role = Role::clerk) {
    const Actor actor = sign_in_as(role);
    Workplace place(archive().reopen(), site());
    const Request request;
    Visit visit{request, place};
    visit.session = OpenSession{actor, "d"};
    return review_model(visit, ArchiveReview(*place.archive).show(actor, document_.accession), 1);
  }
  static Json field(const Json& list, std::string_view name) {
    for (const Json& each : list) {
      if (each["name"] == name) return each;
    }
    return {};
  }
};

TEST_F(ReviewModelTest, WhatIsAskedComesBeforeWhatTheKindOfPaperMayNotHave) {
  const Json all = model();
  EXPECT_EQ(field(all["decide"], "number")["can_accept"], true);
  EXPECT_EQ(field(all["decide"], "date")["can_accept"], false) << "it has no value";
  EXPECT_EQ(field(all["more"], "nomination")["known"], false);
  EXPECT_TRUE(field(all["decide"], "nomination").is_null());
  EXPECT_EQ(field(all["more"], "event")["completions"], "/review/completions/event");
}

TEST_F(ReviewModelTest, CandidatesHaveKeysAndWhatTellsThemApart) {
  const Json all = model();
  ASSERT_EQ(all["persons"].size(), 1U);
  const Json& students = all["persons"][0]["students"];
  ASSERT_EQ(students.size(), 2U);
  EXPECT_EQ(students[0]["key"], 1);
  EXPECT_EQ(students[1]["key"], 2);
  EXPECT_EQ(students[0]["birth"], "2012-03-12");
  EXPECT_EQ(students[0]["can_link"], true);
  EXPECT_EQ(all["has_rows"], false);
}

TEST_F(ReviewModelTest, APlaceOnAnotherPageIsNotDrawnButNamed) {
  PaperReading reading = diploma();
  reading.number.source = PlaceOnPage{2, {1, 1, 9, 9}};
  store(reading);
  const Json all = model();
  if (document_.pages.size() > 1) {
    EXPECT_EQ(field(all["decide"], "number")["sheet"], 2);
  } else {
    EXPECT_EQ(field(all["decide"], "number")["sheet"], false);
  }
  for (const Json& box : all["boxes"]) EXPECT_NE(box["target"], "field-number");
}

}  // namespace
}  // namespace fonds
