#include "base/disk.h"
#include "web/api/api_desk.h"
#include "web/paper_desk.h"

namespace fonds {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* kDocuments = "/api/v1/documents";

class ApiDocumentsTest : public ApiOn<PaperDesk> {
 protected:
  ApiDocumentsTest() { sign_in_as(Role::clerk); }
  [[nodiscard]] std::string here() const { return "/api/v1" + path(); }
  static std::string file(const std::string& query) { return kDocuments + ("?" + query); }
  const std::string pdf_ = read_file(quick_sample());  // NOLINT(*-non-private-*)
};

TEST_F(ApiDocumentsTest, TheListGoesOnBehindItsLast) {
  const json first = get_json("/api/v1/documents?limit=1");
  ASSERT_EQ(first["items"].size(), 1U);
  EXPECT_EQ(first["items"][0]["accession"], document_.accession);
  EXPECT_EQ(first["next"], document_.id.value);
  const json rest = get_json("/api/v1/documents?after=" + first["next"].dump());
  EXPECT_TRUE(rest["items"].empty());
  EXPECT_TRUE(rest["next"].is_null());
  EXPECT_EQ(get_json("/api/v1/documents?state=recognised")["items"].size(), 1U);
  EXPECT_TRUE(get_json("/api/v1/documents?state=quarantined")["items"].empty());
  EXPECT_EQ(get_json("/api/v1/documents?state=lost", 400)["error"]["hint"],
            "send accepted, recognised, quarantined");
  get_json("/api/v1/documents?offset=1", 400);
  sign_in_as(Role::auditor);
  get_json(kDocuments, 403);
}

TEST_F(ApiDocumentsTest, ADocumentIsToldWithItsCardAndText) {
  store(diploma());
  const json shown = get_json(here());
  EXPECT_EQ(shown["accession"], document_.accession);
  EXPECT_EQ(shown["card"]["fields"][0]["value"], "diploma");
  EXPECT_EQ(shown["card"]["mentions"][0]["printed"], "Кравцу Тимофею");
  EXPECT_TRUE(shown["volume"].is_null());
  EXPECT_THAT(shown["text"].get<std::string>(), HasSubstr("ПРОТОКОЛ"));
  EXPECT_EQ(get_json(here() + "/history")["items"][0]["event"], "document.accepted");
  get_json("/api/v1/documents/2020-999999", 404);
  get_json(here() + "?all=true", 400);
  sign_in_as(Role::teacher);
  get_json(here(), 404);
}

TEST_F(ApiDocumentsTest, TextWordsAndPicturesOfPages) {
  const Response text = ask(Method::get, here() + "/text");
  EXPECT_EQ(header(text, "Content-Type"), "text/plain; charset=utf-8");
  EXPECT_THAT(text.body, HasSubstr("ПРОТОКОЛ"));
  const json page = get_json(here() + "/pages/1");
  EXPECT_EQ(page["page"], 1);
  EXPECT_EQ(page["lines"][0]["line"], 1);
  EXPECT_EQ(page["lines"][0]["words"][0]["box"].size(), 4U);
  EXPECT_TRUE(page["lines"][0]["corrected_by"].is_null());
  get_json(here() + "/pages/99", 404);
  get_json(here() + "/pages/x", 404);
  const Response picture = ask(Method::get, here() + "/pages/1/picture?side=300");
  EXPECT_EQ(header(picture, "Content-Type"), "image/jpeg");
  EXPECT_THAT(picture.body, StartsWith("\xFF\xD8\xFF"));
  get_json(here() + "/pages/1/picture?side=1", 400);
  const Document waiting = temp_.add(sample("scan_0028.jpg")).at(0).document;
  get_json("/api/v1/documents/" + waiting.accession + "/text", 404);
}

TEST_F(ApiDocumentsTest, FilesAreGivenToWhoMayTakeCopies) {
  get_json(here() + "/files/original", 403);
  sign_in_as(Role::archivist);
  const Response original = ask(Method::get, here() + "/files/original");
  EXPECT_EQ(header(original, "Content-Type"), "application/pdf");
  EXPECT_EQ(body(original), pdf_);
  get_json(here() + "/files/original?which=9", 400);
  get_json(here() + "/files/thumbnail", 404);
}

TEST_F(ApiDocumentsTest, AFileIsTakenInOnce) {
  const std::string one = file("name=folder%2Fone.pdf&label=May&description=a+list");
  const json taken = send_file(one, pdf_ + "\n", 201)["items"];
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_EQ(taken[0]["outcome"], "accepted");
  EXPECT_EQ(taken[0]["originals"][0]["name"], "one.pdf");
  EXPECT_EQ(taken[0]["description"], "a list");
  const json again = send_file(one, pdf_ + "\n", 200)["items"];
  EXPECT_EQ(again[0]["outcome"], "duplicate");
  EXPECT_EQ(again[0]["accession"], taken[0]["accession"]);
  const std::string delivery = "&delivery=" + taken[0]["intake"].dump();
  const json joined = send_file(file("name=two.pdf" + delivery), pdf_ + "\n\n", 201)["items"];
  EXPECT_EQ(joined[0]["intake"], taken[0]["intake"]);
  const json refused = send_file(file("name=notes.txt"), "just words", 200)["items"];
  EXPECT_EQ(refused[0]["outcome"], "refused");

  send(Method::post, file("name=none.pdf"), nullptr, 400);
  send_file(file("label=x"), pdf_, 400);
  send_file(file("name=x.pdf&state=accepted"), pdf_, 400);
  sign_in_as(Role::archivist);
  send_file(file("name=x.pdf" + delivery), pdf_ + "\n\n\n", 404);
  sign_in_as(Role::auditor);
  send_file(one, pdf_, 403);
}

TEST_F(ApiDocumentsTest, AHiddenDocumentIsNotNamedToWhoeverBringsItAgain) {
  sign_in_as(Role::teacher);
  const json again = send_file(file("name=mine.pdf"), pdf_, 200)["items"];
  EXPECT_EQ(again[0], json({{"outcome", "duplicate"}, {"name", "mine.pdf"}}));
}

TEST_F(ApiDocumentsTest, AFileOfSeveralPapersIsPartedOrStaysWhole) {
  EXPECT_EQ(send(Method::post, here() + "/whole")["done"], true);
  for (const json& wrong :
       {json::array({99}), json::array({0}), json::array({"2"}), json("2"), json::array()}) {
    send(Method::post, here() + "/parts", {{"first_pages", wrong}}, 400);
  }
  send(Method::post, here() + "/parts", {{"pages", json::array({2})}}, 400);
  const json papers =
      send(Method::post, here() + "/parts", {{"first_pages", json::array({2})}}, 201);
  ASSERT_EQ(papers["items"].size(), 2U);
  EXPECT_EQ(papers["items"][1]["stack_page"], 2);
  EXPECT_EQ(get_json(here())["parted"], true);
  send(Method::post, "/api/v1/documents/2020-999999/parts", {{"first_pages", json::array({2})}},
       404);
  sign_in_as(Role::teacher);
  send(Method::post, here() + "/parts", {{"first_pages", json::array({2})}}, 403);
}

}  // namespace
}  // namespace fonds
