#include "archive/review.h"

#include "web/review_desk.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

class ReviewPagesTest : public ReviewDesk {
 protected:
  /// Another paper that waits, less urgently.
  Document another() {
    const Document made = temp_.add(sample("doc-0011.tif")).at(0).document;
    Transaction transaction(archive().catalogue());
    PaperReading reading = diploma();
    reading.persons.clear();
    store_reading(transaction, recognition_actor(), made.id, 1, reading, {});
    transaction.commit();
    return made;
  }
};

TEST_F(ReviewPagesTest, TheQueueSaysWhatWaitsInWords) {
  const Document second = another();
  const Response shown = get("/review");
  const std::string said = words(shown);
  EXPECT_THAT(said, HasSubstr("2 papers wait for a person"));
  EXPECT_THAT(said, HasSubstr("To decide: date, number, 1 name"));
  EXPECT_LT(said.find(document_.accession), said.find(second.accession))
      << "papers of children come first";
  const HtmlPage page(body(shown));
  EXPECT_THAT(page.links(), testing::Contains(here()));
  EXPECT_THAT(body(shown), HasSubstr("/documents/" + document_.accession + "/thumbnails/1"));
}

TEST_F(ReviewPagesTest, AnEmptyQueueSaysSo) {
  store({}, {});
  EXPECT_THAT(words(get("/review")), HasSubstr("Nothing waits for a person."));
}

TEST_F(ReviewPagesTest, OneGoesFromPaperToPaperAndBack) {
  const std::string other = "/review/" + another().accession;
  EXPECT_EQ(location(get("/review/next")), here());
  EXPECT_EQ(location(get("/review/next?after=" + document_.accession)), other);
  EXPECT_EQ(location(get("/review/next?step=before&after=" + other.substr(8))), here());
  EXPECT_EQ(location(get("/review/next?step=before&after=" + document_.accession)), here());
  Response wrapped = get("/review/next?after=" + other.substr(8));
  EXPECT_EQ(location(wrapped), here());
  EXPECT_THAT(words(follow(wrapped)), HasSubstr("That was the last paper"));
  EXPECT_EQ(location(get("/review/next?after=2020-000001")), here()) << "from the beginning";
}

TEST_F(ReviewPagesTest, AfterTheLastPaperThereIsTheQueue) {
  store({}, {});
  EXPECT_EQ(location(get("/review/next")), "/review");
  EXPECT_THAT(words(follow(get("/review/next?after=" + document_.accession + "&urgency=1003"))),
              HasSubstr("Every paper is checked."));
}

TEST_F(ReviewPagesTest, StudentsAreOfferedWhileOneTypes) {
  const Json offered = Json::parse(body(get("/review/completions/student?q=%D0%BA%D1%80%D0%B0")));
  ASSERT_EQ(offered.size(), 2U);
  EXPECT_EQ(offered[0]["text"], "Кравец Тимофей");
  EXPECT_NE(offered[0]["about"], offered[1]["about"]) << "namesakes are told apart";
  EXPECT_TRUE(offered[0]["student"].is_number());
  EXPECT_EQ(body(get("/review/completions/level?q=x")), "[]\n");
}

TEST_F(ReviewPagesTest, WhoMayNotDecideDoesNotComeIn) {
  for (const Role role : {Role::teacher, Role::auditor, Role::administrator}) {
    sign_in_as(role);
    for (const std::string& path : {std::string("/review"), std::string("/review/next"), here(),
                                    std::string("/review/completions/student?q=kra")}) {
      const Response answer = get(path);
      EXPECT_EQ(answer.status, 403) << path;
      EXPECT_THAT(body(answer), Not(HasSubstr("Крав")));
    }
  }
  sign_out();
  EXPECT_THAT(location(get("/review")), HasSubstr("/sign-in"));
}

}  // namespace
}  // namespace fonds
