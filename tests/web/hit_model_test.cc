#include "web/hit_model.h"

#include "archive/documents.h"
#include "web/desk_fixture.h"

namespace fonds {
namespace {

class HitModelTest : public DeskTest {
 protected:
  SearchHit hit() {
    const auto reports = temp_.add(quick_sample());
    EXPECT_EQ(reports.size(), 1U);
    temp_.work();
    ArchiveSearch search(archive());
    const FoundPapers found = search.search(local_archivist(), {"и", 0, 5, 100});
    EXPECT_FALSE(found.hits.empty());
    return found.hits.at(0);
  }
  Json model_of(Role role, const std::vector<SearchHit>& hits) {
    const Actor actor = sign_in_as(role);
    const Request request;
    Visit visit{request, place_};
    visit.session = OpenSession{actor, ""};
    return hits_model(visit, hits);
  }
  Workplace place_{archive().reopen(), site()};
};

TEST_F(HitModelTest, APaperIsShownWithItsPlaceAndTheWordsMarked) {
  SearchHit found = hit();
  found.snippet.text = "до <b> слово после";
  found.snippet.marks = {{7, 17}};
  const Json model = model_of(Role::clerk, {found});
  ASSERT_EQ(model.size(), 1U);
  EXPECT_EQ(model[0]["path"], "/documents/" + found.accession);
  EXPECT_FALSE(model[0]["title"].get<std::string>().empty());
  std::string text;
  for (const Json& part : model[0]["snippet"]) text += part["text"].get<std::string>();
  EXPECT_EQ(text, found.snippet.text);
  EXPECT_EQ(model[0]["snippet"].size(), 3U);
  EXPECT_TRUE(model[0]["snippet"][1]["mark"]);
  EXPECT_FALSE(model[0]["snippet"][2]["mark"]);
}

TEST_F(HitModelTest, AHitThatIsHiddenOrGoneIsLeftOut) {
  SearchHit found = hit();
  SearchHit gone = found;
  gone.document = {999'999};
  EXPECT_EQ(model_of(Role::archivist, {gone, found}).size(), 1U);
  EXPECT_EQ(model_of(Role::teacher, {found}).size(), 0U) << "of no learner of theirs";
}

}  // namespace
}  // namespace fonds
