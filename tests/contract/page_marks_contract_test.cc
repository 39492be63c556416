#include "catalogue/page_marks.h"

#include <gtest/gtest.h>

#include "catalogue/documents.h"
#include "catalogue_fixture.h"

namespace fonds {
namespace {

class PageMarksContract : public CatalogueFixture {
 protected:
  DocumentId add(const std::vector<std::vector<int>>& pages) {
    Transaction transaction(database());
    const IntakeId intake = Documents(database()).add_intake(transaction, "file", "");
    const DocumentId id = Documents(database()).add(transaction, intake, {original()}).id;
    std::vector<MarkedPage> marked;
    for (const auto& each : pages) {
      marked.push_back({static_cast<int>(marked.size()) + 1, each});
    }
    marks().record(transaction, id, marked);
    transaction.commit();
    return id;
  }
  PageMarks marks() { return PageMarks(database()); }
};
FONDS_ON_BOTH_ENGINES(PageMarksContract);

TEST_P(PageMarksContract, PagesThatShareMarksAreFoundMostFirst) {
  const DocumentId some = add({{7, 8, 9}, {1, 2, 900'000}});
  const DocumentId all = add({{1, 2, 3}});
  add({{3}});

  const auto found = marks().sharing({1, 2, 3}, {0}, 2, 10);

  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].document, all);
  EXPECT_EQ(found[0].shared, 3);
  EXPECT_EQ(found[1].document, some);
  EXPECT_EQ(found[1].page, 2);
  EXPECT_EQ(marks().sharing({1, 2, 3}, {0}, 1, 1).size(), 1U);
}

TEST_P(PageMarksContract, APageIsNotLikeItselfAndNothingIsLikeNothing) {
  const DocumentId id = add({{1, 2, 3}, {}});

  EXPECT_TRUE(marks().sharing({1, 2, 3}, id, 1, 10).empty());
  EXPECT_TRUE(marks().sharing({}, {0}, 0, 10).empty());
}

TEST_P(PageMarksContract, AnotherRecognitionReplacesWhatWasThere) {
  const DocumentId id = add({{1, 2, 3}});
  Transaction transaction(database());
  marks().record(transaction, id, {{1, {4, 5}}});
  transaction.commit();

  EXPECT_TRUE(marks().sharing({1, 2, 3}, {0}, 1, 10).empty());
  EXPECT_EQ(marks().sharing({4, 5}, {0}, 2, 10).size(), 1U);
}

TEST_P(PageMarksContract, ARescanIsToldUntilItIsNone) {
  const DocumentId first = add({{1}});
  const DocumentId second = add({{1}});
  EXPECT_FALSE(marks().rescan_of(second));
  {
    Transaction transaction(database());
    marks().record_rescan(transaction, second, Rescan{first, 0.93});
    transaction.commit();
  }
  EXPECT_EQ(marks().rescan_of(second)->earlier, first);
  EXPECT_EQ(marks().rescan_of(second)->likeness, 0.93);
  {
    Transaction transaction(database());
    marks().record_rescan(transaction, second, {});
    transaction.commit();
  }
  EXPECT_FALSE(marks().rescan_of(second));
}

}  // namespace
}  // namespace fonds
