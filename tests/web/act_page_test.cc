#include "web/act_page.h"

#include "web/retention_desk.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ActPage : public RetentionDesk {};

TEST_F(ActPage, SaysHowTheActStandsAndWhatComesNext) {
  const std::string volume = closed_volume("02-03");
  const std::string path = act();
  sign_in_as(Role::archivist);
  const Response shown = get(path);
  const std::string said = words(shown);
  EXPECT_THAT(said, HasSubstr("The commission considers it"));
  EXPECT_THAT(said, HasSubstr("G6 its turn has not come"));
  EXPECT_THAT(said, HasSubstr(volume));
  EXPECT_THAT(shown.body, Not(HasSubstr("<script>alert")));
}

TEST_F(ActPage, SaysFromWhichDayOnItMayBeCarriedOut) {
  (void)closed_volume("02-03");
  const std::string path = act(ActState::approved);
  const CalendarDate today = day_here(archive().clock().now());
  const auto waits = static_cast<int>(archive().settings().integer("retention.waiting_days"));
  sign_in_as(Role::archivist);
  EXPECT_THAT(words(get(path)), HasSubstr("from " + to_text(days_after(today, waits)) + " on"));
  EXPECT_THAT(words(get(path + "/carry-out")),
              HasSubstr("from " + to_text(days_after(today, waits))));
  EXPECT_FALSE(HtmlPage(get(path + "/carry-out").body).has_form(path + "/carry-out"));
}

TEST_F(ActPage, AHoldClosesAGateAndItIsSaid) {
  const std::string volume = closed_volume("02-03");
  const std::string path = act();
  sign_in_as(Role::archivist);
  (void)post("/retention/holds", {{"subject", "volume"}, {"target", volume}, {"reason", "спор"}});
  const std::string said = words(get(path));
  EXPECT_THAT(said, HasSubstr("A closed gate holds the act up."));
  EXPECT_THAT(said, HasSubstr("G7 CLOSED"));
  EXPECT_THAT(said, HasSubstr("lift the hold"));
}

TEST_F(ActPage, SpeaksRussian) {
  (void)closed_volume("02-03");
  const std::string path = act();
  sign_in_as(Role::archivist);
  speak(Language::russian);
  EXPECT_THAT(words(get(path)), HasSubstr("Внести согласование комиссии"));
}

}  // namespace
}  // namespace fonds
