#include "web/pages/scan_pages.h"

#include <boost/filesystem/operations.hpp>

#include "archive/spool.h"
#include "base/disk.h"
#include "support/hostile_archives.h"
#include "web/desk_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

class ScanPagesTest : public DeskTest {
 protected:
  ScanPagesTest() { sign_in_as(Role::clerk); }
  Response send(const std::vector<SentFile>& files, const FormFields& fields = {}) {
    return post("/scan/files", fields, files);
  }
  /// As scan.js asks.
  Json told(const SentFile& sent, const FormFields& fields = {}) {
    Request request = request_of(Method::post, "/scan/files");
    request.headers["accept"] = "application/json";
    request.form = fields;
    request.form.emplace_back("form", form_token());
    UploadedFile file{sent.field, sent.name, static_cast<std::int64_t>(sent.bytes.size()),
                      spool_file(archive().incoming())};
    write_all(file.fd.get(), sent.bytes);
    rewind(file.fd.get());
    request.files.push_back(std::move(file));
    return Json::parse(respond(request).body);
  }
  const std::string pdf_ = read_file(quick_sample());  // NOLINT(*-non-private-*)
};

TEST_F(ScanPagesTest, EveryFileEndsInExactlyOneReport) {
  const Response answer = send({{"file", "one.pdf", pdf_},
                                {"file", "again.pdf", pdf_},
                                {"photo", "<script>notes</script>.txt", "just words"},
                                {"file", "empty.jpg", ""}},
                               {{"label", "awards of May"}});
  EXPECT_EQ(answer.status, 200);
  const std::string said = words(answer);
  EXPECT_THAT(said, HasSubstr("1 paper is safe"));
  EXPECT_THAT(said, HasSubstr("one.pdf ✓ safe: "));
  EXPECT_THAT(said, HasSubstr("again.pdf it is there already: "));
  EXPECT_THAT(said, HasSubstr("refused: "));
  EXPECT_THAT(said, HasSubstr("the file is empty"));
  EXPECT_THAT(body(answer), Not(HasSubstr("<script>notes")));
  const HtmlPage page(body(answer));
  int reports = 0;
  int ticks = 0;
  const auto items = page.all("li");
  for (const auto& item : items) {
    reports += item.attribute("class") == "upload" ? 1 : 0;
    ticks += item.text.find("✓") != std::string::npos ? 1 : 0;
  }
  EXPECT_EQ(reports, 4);
  EXPECT_EQ(ticks, 1) << "for what is safe alone";
  EXPECT_THAT(page.links(), testing::Contains(testing::StartsWith("/scan/deliveries/")));
}

TEST_F(ScanPagesTest, ABatchIsToldPaperByPaper) {
  const Response answer =
      send({{"file", "batch.zip", make_zip({{"a.pdf", pdf_}, {"b.txt", "words"}})}});
  EXPECT_THAT(words(answer), HasSubstr("batch.zip!/a.pdf ✓ safe: "));
  EXPECT_THAT(words(answer), HasSubstr("batch.zip!/b.txt refused: "));
}

TEST_F(ScanPagesTest, NothingChosenIsTold) {
  const Response answer = send({}, {{"label", "my label"}});
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(words(answer), HasSubstr("No file was chosen"));
  EXPECT_THAT(body(answer), HasSubstr("my label"));
}

TEST_F(ScanPagesTest, FilesSentOneByOneJoinTheDeliveryOfTheSamePerson) {
  const Json first = told({"file", "one.pdf", pdf_}, {{"label", "awards of May"}});
  EXPECT_EQ(first["reports"][0]["outcome"], "accepted");
  const auto delivery = std::to_string(first["delivery"].get<int>());
  const Json second = told({"file", "two.pdf", pdf_ + "\n"}, {{"delivery", delivery}});
  EXPECT_EQ(second["delivery"], first["delivery"]);
  EXPECT_THAT(words(get("/scan/deliveries/" + delivery)), HasSubstr("awards of May"));

  sign_in_as(Role::archivist);
  EXPECT_EQ(
      post("/scan/files", {{"delivery", delivery}}, {{"file", "x.pdf", pdf_ + "\n\n"}}).status, 404)
      << "nobody puts papers into another's delivery";
}

TEST_F(ScanPagesTest, AFullDiskIsToldOfEveryFileThatWasNotTakenIn) {
  boost::filesystem::remove(temp_.folder() / "fonds.toml");
  static_cast<void>(
      temp_.beside().file("archive/fonds.toml", "[intake]\nreserve_megabytes = 999999999\n"));
  Archive full(temp_.ground(), temp_.folder());
  Site site(full, 1, "");
  Request request = request_of(Method::post, "/scan/files");
  request.form.emplace_back("form", form_token());
  for (const char* name : {"one.pdf", "two.pdf"}) {
    UploadedFile file{"file", name, 1, spool_file(archive().incoming())};
    write_all(file.fd.get(), pdf_);
    rewind(file.fd.get());
    request.files.push_back(std::move(file));
  }
  const std::string said = words(site.respond(request, 0));
  EXPECT_THAT(said, HasSubstr("0 papers are safe"));
  EXPECT_THAT(said, HasSubstr("one.pdf refused: less than"));
  EXPECT_THAT(said, HasSubstr("two.pdf refused: less than"));
}

TEST_F(ScanPagesTest, WhoMayNotTakeInIsRefused) {
  for (const Role role : {Role::auditor, Role::administrator}) {
    sign_in_as(role);
    EXPECT_EQ(get("/scan").status, 403);
    EXPECT_EQ(send({{"file", "one.pdf", pdf_}}).status, 403);
  }
  sign_in_as(Role::teacher);
  EXPECT_EQ(get("/scan").status, 200);
}

TEST_F(ScanPagesTest, AHiddenPaperIsNotNamedToWhoeverBringsItAgain) {
  const Json first = told({"file", "one.pdf", pdf_});
  sign_in_as(Role::teacher);
  const Response answer = send({{"file", "mine.pdf", pdf_}});
  EXPECT_THAT(words(answer), HasSubstr("it is there already"));
  EXPECT_THAT(words(answer), Not(HasSubstr(first["reports"][0]["accession"].get<std::string>())));
}

}  // namespace
}  // namespace fonds
