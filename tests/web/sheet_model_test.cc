#include "web/sheet_model.h"

#include "web/card_model.h"
#include "web/paper_desk.h"

namespace fonds {
namespace {

using testing::Contains;
using testing::HasSubstr;

class SheetModelTest : public PaperDesk {
 protected:
  Json model(const WantedSheet& wanted, Role role = Role::clerk) {
    const Actor actor = sign_in_as(role);
    Workplace place(archive().reopen(), site());
    const Request request;
    Visit visit{request, place};
    visit.session = OpenSession{actor, "d"};
    const Reviewed reviewed = ArchiveReview(*place.archive).show(actor, document_.accession);
    return sheet_model(visit, reviewed, card_model(visit, reviewed), wanted);
  }
  static int count(const Json& boxes, std::string_view kind) {
    int found = 0;
    for (const Json& each : boxes) found += each["kind"] == kind ? 1 : 0;
    return found;
  }
};

TEST_F(SheetModelTest, WordsOfTheSearchAreDrawnInAllTheirForms) {
  const Json sheet = model({1, "протокола", ""});
  EXPECT_GE(count(sheet["boxes"], "hit"), 1);
  const Json& box = sheet["boxes"][0];
  EXPECT_GT(box["width"].get<double>(), 0);
  EXPECT_LE(box["left"].get<double>() + box["width"].get<double>(), 1);
  EXPECT_GE(sheet["hits"].get<int>(), 1);
  bool marked = false;
  for (const Json& line : sheet["lines"]) {
    for (const Json& part : line["parts"]) marked = marked || part["mark"].get<bool>();
  }
  EXPECT_TRUE(marked) << "in the text as well";
  EXPECT_EQ(count(model({1, "", ""})["boxes"], "hit"), 0);
  EXPECT_EQ(count(model({1, "бегемотик", ""})["boxes"], "hit"), 0);
}

TEST_F(SheetModelTest, ThePlaceOfAValueIsDrawnAndTheOneWantedStandsOut) {
  store(diploma());
  const Json sheet = model({1, "", "number"});
  EXPECT_EQ(count(sheet["boxes"], "field"), 3);
  int now = 0;
  for (const Json& each : sheet["boxes"]) {
    if (!each["now"].get<bool>()) continue;
    ++now;
    EXPECT_THAT(each["title"].get<std::string>(), HasSubstr("A-I3l2/99"));
  }
  EXPECT_EQ(now, 1);
  EXPECT_EQ(count(model({1, "", "name-1"})["boxes"], "field"), 4);
}

TEST_F(SheetModelTest, AStudentsNameIsDrawnHoweverThePaperPrintsIt) {
  const StudentId kravets = student("Кравец", "Тимофей");
  store(diploma(), {link(kravets, LinkState::linked, 0.98)});
  EXPECT_EQ(count(model({1, "кравец", ""})["boxes"], "hit"), 1);
  store(diploma(), {link(kravets, LinkState::refused, 0.1)});
  EXPECT_EQ(count(model({1, "кравец", ""})["boxes"], "hit"), 0);
}

TEST_F(SheetModelTest, PagesAreWalkedThroughAndNoPageIsBeyondTheLast) {
  const int pages = count_pages(document_);
  const Json sheet = model({1, "протокол", ""});
  EXPECT_EQ(sheet["pages"].size(), static_cast<std::size_t>(pages));
  EXPECT_FALSE(sheet.contains("previous"));
  EXPECT_EQ(sheet["picture"], path() + "/pages/1?side=1600");
  EXPECT_GT(sheet["width"].get<int>(), 0);
  EXPECT_THAT(sheet["pages"][0]["path"].get<std::string>(), HasSubstr("q=%D0%BF"));
  Document unread;
  unread.originals.resize(3);
  EXPECT_EQ(count_pages(unread), 3);
}

}  // namespace
}  // namespace fonds
