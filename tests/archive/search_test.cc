#include "archive/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/documents.h"
#include "base/error.h"
#include "catalogue/journal.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ArchiveSearchTest : public ::testing::Test {
 protected:
  ArchiveSearchTest() {
    document_ = temp_.add(quick_sample()).at(0).document;
    temp_.work();
  }
  SearchResult search(const std::string& query) {
    return ArchiveSearch(temp_.archive()).search(local_archivist(), {query, 0, 20, 240});
  }
  TempArchive temp_;
  Document document_;
};

TEST_F(ArchiveSearchTest, APaperIsFoundByAWordOfItsTextWithItsPageAndSnippet) {
  ArchiveDocuments documents(temp_.archive());
  ASSERT_THAT(documents.text(local_archivist(), documents.find(document_.accession)),
              HasSubstr("ПРОТОКОЛ"));
  const SearchResult result = search("протокола");
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_EQ(result.hits[0].accession, document_.accession);
  EXPECT_EQ(result.hits[0].pages.at(0), 1);
  EXPECT_FALSE(result.hits[0].snippet.marks.empty());
}

TEST_F(ArchiveSearchTest, TheJournalKnowsOfTheSearchButNotTheWords) {
  search("протокол");
  Journal journal(temp_.archive().catalogue());
  const auto entry = journal.after(journal.head() - 1, 1).at(0);
  EXPECT_EQ(entry.event, "search.made");
  EXPECT_THAT(entry.details, Not(HasSubstr("протокол")));
}

TEST_F(ArchiveSearchTest, WhoSeesNoContentMayNotSearch) {
  EXPECT_THROW(
      ArchiveSearch(temp_.archive()).search({"it", Role::administrator}, {"x", 0, 20, 240}), Error);
}

}  // namespace
}  // namespace fonds
