#include <thread>

#include "web/desk_fixture.h"
#include "web/scan_runs.h"
#include "web/virtual_scanner.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;
using std::chrono_literals::operator""ms;

/// On SANE's own virtual scanner, a feeder of ten sheets.
class ScannerPagesTest : public DeskTest {
 protected:
  ScannerPagesTest() { sign_in_as(Role::clerk); }
  Json ended(const std::string& path) {
    for (int i = 0; i < 1200; ++i) {
      Json state = Json::parse(body(get(path + "/state")));
      if (!state["running"].get<bool>()) return state;
      std::this_thread::sleep_for(50ms);
    }
    ADD_FAILURE() << path << " does not end";
    return {};
  }
  /// Looks for scanners; the address of the form that offers them.
  std::string look() {
    const std::string form = location(post("/scan/scanners"));
    ended("/scan/runs/" + form.substr(form.find('=') + 1));
    return form;
  }
  VirtualScanner scanner_;  // NOLINT(*-non-private-*)
};

TEST_F(ScannerPagesTest, ScannersAreOfferedAfterALook) {
  EXPECT_THAT(words(get("/scan")), Not(HasSubstr("Points to the inch")));
  const Response shown = get(look());
  EXPECT_THAT(words(shown), HasSubstr("test:0"));
  EXPECT_THAT(words(shown), HasSubstr("Points to the inch"));
  const Response again = get("/scan?device=test%3A0&source=adf&dpi=150&mode=grey&sheet=a5");
  const FormFields form = HtmlPage(body(again)).form("/scan/runs");
  EXPECT_THAT(form, testing::Contains(testing::Pair("source", "adf")));
  EXPECT_THAT(form, testing::Contains(testing::Pair("dpi", "150")));
  EXPECT_THAT(form, testing::Contains(testing::Pair("mode", "grey")));
  EXPECT_THAT(form, testing::Contains(testing::Pair("sheet", "a5")));
}

TEST_F(ScannerPagesTest, SettingsAreKeptAsAPresetForAllWhoScan) {
  look();
  const FormFields settings{{"device", "test:0"}, {"source", "adf"}, {"dpi", "200"},
                            {"mode", "grey"},     {"sheet", "a5"},   {"one_paper", "yes"}};
  FormFields named = settings;
  named.emplace_back("preset", "Грамоты <b>А5</b>");
  const std::string kept = location(post("/scan/presets", named));
  const Response shown = get(kept);
  const FormFields form = HtmlPage(body(shown)).form("/scan/runs");
  for (const auto& setting : named) EXPECT_THAT(form, testing::Contains(setting));
  EXPECT_THAT(body(shown), Not(HasSubstr("<b>А5"))) << "a title is text";
  EXPECT_EQ(post("/scan/presets", settings).status, 400) << "without a title";

  sign_in_as(Role::archivist);
  EXPECT_THAT(HtmlPage(body(get("/scan"))).links(), testing::Contains(kept));
  EXPECT_EQ(post("/scan/presets/removal", {{"preset", "грамоты <b>а5</b>"}}).status, 303);
  EXPECT_EQ(post("/scan/presets/removal", {{"preset", "грамоты <b>а5</b>"}}).status, 404);
  EXPECT_THAT(HtmlPage(body(get("/scan"))).links(), Not(testing::Contains(kept)));
}

TEST_F(ScannerPagesTest, PagesAreToldAsTheyComeAndAreSafe) {
  look();
  const std::string run = location(
      post("/scan/runs",
           {{"device", "test:0"}, {"source", "adf"}, {"dpi", "150"}, {"label", "feeder"}}));
  ASSERT_THAT(run, testing::StartsWith("/scan/runs/"));
  const Json state = ended(run);
  EXPECT_EQ(state["problem"], "");
  EXPECT_EQ(state["papers"].size(), 10U);
  const std::string said = words(get(run));
  EXPECT_THAT(said, HasSubstr("The scan has ended"));
  EXPECT_THAT(said, HasSubstr("10 papers are safe"));
  EXPECT_THAT(words(get(state["delivery_path"].get<std::string>())), HasSubstr("feeder"));
  int papers = 0;
  ArchiveDocuments documents(archive());
  documents.list(local_archivist(), {}, [&](const Document&) { ++papers; });
  EXPECT_EQ(papers, 10);
  EXPECT_EQ(documents.history(local_archivist(), "1").front().actor, "d.clerk");
}

TEST_F(ScannerPagesTest, ARunIsItsOwnersAndEndsWhenAsked) {
  look();
  const std::string run =
      location(post("/scan/runs", {{"device", "test:0"}, {"source", "adf"}, {"dpi", "600"}}));
  EXPECT_EQ(post("/scan/runs", {{"device", "test:0"}}).status, 409) << "one at a time";
  sign_in_as(Role::archivist);
  EXPECT_EQ(get(run).status, 404);
  EXPECT_EQ(post(run + "/cancel").status, 404);
  sign_in_as(Role::clerk);
  EXPECT_EQ(location(post(run + "/cancel")), run);
  post(run + "/cancel");
  EXPECT_THAT(ended(run)["problem"].get<std::string>(), HasSubstr("ended before its time"));
}

TEST_F(ScannerPagesTest, OnlyAScannerThatWasFoundIsUsed) {
  const Response answer = post("/scan/runs", {{"device", "airscan:escl:x:http://10.0.0.1/"}});
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(words(answer), HasSubstr("that scanner was not found"));
  sign_in_as(Role::administrator);
  EXPECT_EQ(post("/scan/scanners").status, 403);
}

}  // namespace
}  // namespace fonds
