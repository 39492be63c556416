#include "web/pages/review_page.h"

#include <algorithm>

#include "web/review_desk.h"
#include "web/static_files.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

class ReviewPageTest : public ReviewDesk {
 protected:
  static const HtmlPage::Element* with_id(const HtmlPage& page, std::string_view id) {
    for (const HtmlPage::Element& each : page.elements()) {
      if (each.attribute("id") == id) return &each;
    }
    return nullptr;
  }
};

TEST_F(ReviewPageTest, ThePaperItsValuesAndWhoItMayBeStandTogether) {
  const Response shown = get(here());
  EXPECT_EQ(shown.status, 200);
  const std::string said = words(shown);
  EXPECT_THAT(said, HasSubstr("To decide: date, number, 1 name"));
  EXPECT_THAT(said, HasSubstr("the title says ДИПЛОМ"));
  EXPECT_THAT(said, HasSubstr("two dates stand on the paper: 15.05.2024"));
  EXPECT_THAT(said, HasSubstr("«Кравцу Тимофею»"));
  EXPECT_THAT(said, HasSubstr("2012-03-12"));
  EXPECT_THAT(said, HasSubstr("2009-09-01"));
  const HtmlPage page(body(shown));
  ASSERT_NE(with_id(page, "value-number"), nullptr);
  EXPECT_EQ(with_id(page, "value-number")->attribute("value"), "A-I3l2/99");
  EXPECT_EQ(with_id(page, "value-kind")->attribute("list"), "values-kind");
  EXPECT_NE(with_id(page, "values-kind"), nullptr);
  EXPECT_EQ(with_id(page, "field-number")->attribute("class"), "field open");
  EXPECT_EQ(with_id(page, "field-kind")->attribute("class"), "field");
  EXPECT_EQ(page.all("h1").size(), 1U);
}

TEST_F(ReviewPageTest, ThePageViewerIsThereBeforeTheScriptThatAsksForIt) {
  const HtmlPage page(body(get(here())));
  ASSERT_NE(with_id(page, "sheet-view"), nullptr);
  const Json levels = Json::parse(with_id(page, "sheet-view")->attribute("data-levels"));
  ASSERT_FALSE(levels.empty());
  const auto pictures = page.all("img");
  ASSERT_EQ(pictures.size(), 1U);
  EXPECT_EQ(levels[0]["path"], pictures[0].attribute("src"));
  std::vector<std::string> scripts;
  const auto all = page.all("script");
  for (const auto& script : all) scripts.push_back(script.attribute("src"));
  const auto viewer = std::find(scripts.begin(), scripts.end(), page_viewer_path());
  const auto review = std::find(scripts.begin(), scripts.end(), static_path("review.js"));
  ASSERT_NE(review, scripts.end());
  if (page_viewer_path().empty()) {
    EXPECT_EQ(viewer, scripts.end());
  } else {
    EXPECT_LT(viewer, review) << "scripts run in the order in which they stand";
  }
}

TEST_F(ReviewPageTest, PlacesOfValuesAreDrawnOnThePicture) {
  const HtmlPage page(body(get(here())));
  std::vector<std::string> targets;
  const auto boxes = page.all("rect");
  for (const auto& box : boxes) {
    targets.push_back(box.attribute("data-target"));
    const double left = std::stod(box.attribute("x"));
    EXPECT_GT(left, 0);
    EXPECT_LT(left, 1);
  }
  EXPECT_THAT(targets, testing::Contains("field-number"));
  EXPECT_THAT(targets, testing::Contains("name-1"));
  EXPECT_THAT(targets, Not(testing::Contains("field-date")));
}

TEST_F(ReviewPageTest, TheRowsOfAListStandInATable) {
  PaperReading protocol = diploma();
  protocol.persons = {named("Кравец Тимофей", PersonRole::listed, 1, "зачёт"),
                      named("Дрозд О.В.", PersonRole::other)};
  store(protocol, {link(first_, LinkState::linked, 0.99)});
  const std::string said = words(get(here()));
  EXPECT_THAT(said, HasSubstr("зачёт"));
  EXPECT_THAT(said, Not(HasSubstr("Дрозд"))) << "whoever signed is nobody of the register";
  EXPECT_EQ(HtmlPage(body(get(here()))).all("table").size(), 1U);
}

TEST_F(ReviewPageTest, WhatStandsOnPapersIsTextAndNothingElse) {
  PaperReading hostile = diploma("<script>alert(1)</script>");
  hostile.number = decided(std::string("\"><script>alert(2)</script>"), 0.4);
  store(hostile, {link(first_, LinkState::offered, 0.6)});
  EXPECT_THAT(body(get(here())), Not(HasSubstr("<script>alert")));
  EXPECT_THAT(words(get(here())), HasSubstr("<script>alert(1)</script>"));
}

TEST_F(ReviewPageTest, InRussianToo) {
  speak(Language::russian);
  const std::string said = words(get(here()));
  EXPECT_THAT(said, HasSubstr("Нужно решить"));
  EXPECT_THAT(said, HasSubstr("15.05.2024"));
}

TEST_F(ReviewPageTest, WhatIsNotThereIsNotFound) {
  EXPECT_EQ(get("/review/2020-000001").status, 404);
}

}  // namespace
}  // namespace fonds
