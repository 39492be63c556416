#include "archive/deliveries.h"

#include "archive/made_papers.h"
#include "archive/workers.h"
#include "base/disk.h"
#include "web/desk_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

class DeliveryPagesTest : public DeskTest {
 protected:
  DeliveryPagesTest() { sign_in_as(Role::clerk); }
  /// The page of the delivery the files became.
  std::string deliver(const std::vector<SentFile>& files, const FormFields& fields = {}) {
    const auto links = HtmlPage(body(post("/scan/files", fields, files))).links();
    for (const std::string& link : links) {
      if (link.starts_with("/scan/deliveries/")) return link;
    }
    return "";
  }
  Json state(const std::string& path) { return Json::parse(body(get(path + "/state"))); }
  const std::string pdf_ = read_file(quick_sample());  // NOLINT(*-non-private-*)
};

TEST_F(DeliveryPagesTest, ADeliveryTellsHowFarItsPapersAre) {
  const std::string path =
      deliver({{"file", "one.pdf", pdf_}}, {{"label", "<b>awards</b> of May"}});
  const Response waiting = get(path);
  EXPECT_THAT(words(waiting), HasSubstr("<b>awards</b> of May"));
  EXPECT_THAT(words(waiting), HasSubstr("0 of 1 paper is read"));
  EXPECT_THAT(body(waiting), HasSubstr("data-state=\"" + path + "/state\""));
  EXPECT_THAT(body(waiting), HasSubstr("http-equiv=\"refresh\""));
  const Json before = state(path);
  EXPECT_EQ(before["waiting"], 1);
  temp_.work();
  const Json after = state(path);
  EXPECT_EQ(after["recognised"], 1);
  EXPECT_NE(after["mark"], before["mark"]);
  const Response read = get(path);
  EXPECT_THAT(words(read), HasSubstr("1 of 1 paper is read"));
  EXPECT_THAT(body(read), Not(HasSubstr("data-state"))) << "nothing changes any more";
  EXPECT_THAT(body(read), HasSubstr("/thumbnails/1"));
  EXPECT_THAT(words(get("/scan/deliveries")), HasSubstr("awards"));
}

TEST_F(DeliveryPagesTest, WhatIsWrongWithScansAndCountsIsTold) {
  const auto sheet = printed_batch_sheet({SheetKind::case_sheet, "02-08", {}, "", 5}).pdf;
  const std::string path =
      deliver({{"file", "1.pdf", sheet}, {"file", "2.pdf", paper_pdf(diploma_text("Лужин Яков"))}});
  temp_.work();
  const std::string said = words(get(path));
  EXPECT_THAT(said, HasSubstr("a separator sheet; it says: case 02-08"));
  EXPECT_THAT(said, HasSubstr("by the sheet"));
  EXPECT_THAT(said, HasSubstr("5 papers expected, 1 came"));
}

TEST_F(DeliveryPagesTest, OthersDoNotSeeWhatTheyMayNot) {
  const std::string path = deliver({{"file", "one.pdf", pdf_}});
  sign_in_as(Role::teacher);
  EXPECT_EQ(get(path).status, 404);
  EXPECT_EQ(get(path + "/state").status, 404);
  EXPECT_THAT(words(get("/scan/deliveries")), HasSubstr("Nothing came in yet."));
  const std::string own = deliver({{"file", "two.pdf", pdf_ + "\n"}});
  EXPECT_THAT(words(get(own)), HasSubstr("You do not see its papers yet"));
  EXPECT_EQ(state(own)["waiting"], 1);
  sign_in_as(Role::administrator);
  EXPECT_EQ(get(path).status, 403);
  EXPECT_EQ(get("/scan/deliveries").status, 403);
}

TEST_F(DeliveryPagesTest, WhatIsNoDeliveryIsNotFound) {
  for (const char* wrong : {"99", "0", "-1", "x", "1x"}) {
    EXPECT_EQ(get(std::string("/scan/deliveries/") + wrong).status, 404) << wrong;
  }
}

}  // namespace
}  // namespace fonds
