#include "web/disclosure_page.h"

#include "web/disclosure_desk.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class DisclosurePage : public DisclosureDesk {};

TEST_F(DisclosurePage, SaysWhatIsAskedAndWhatWouldBeGiven) {
  const std::string path = opened(by_mother());
  const Response shown = get(path);
  const std::string said = words(shown);
  EXPECT_THAT(said, HasSubstr("Nothing forbids to grant it."));
  EXPECT_THAT(said, HasSubstr(document_.accession));
  EXPECT_THAT(said, HasSubstr("Кравец Ольга Петровна"));
  EXPECT_THAT(said, HasSubstr("<script>"));
  EXPECT_THAT(shown.body, Not(HasSubstr("<script>alert")));
}

TEST_F(DisclosurePage, SaysWhatForbidsToGrantIt) {
  const std::string path = opened(by_grandmother());
  const std::string said = words(get(path));
  EXPECT_THAT(said, HasSubstr("It can not be granted:"));
  EXPECT_THAT(said, Not(HasSubstr(document_.accession))) << "nothing of it is shown";
  sign_in_as(Role::director);
  EXPECT_FALSE(HtmlPage(get(path).body).has_form(path + "/approval"));
}

}  // namespace
}  // namespace fonds
