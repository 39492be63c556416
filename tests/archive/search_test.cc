#include "archive/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/blocks.h"
#include "archive/documents.h"
#include "archive/people.h"
#include "base/error.h"
#include "base/text.h"
#include "catalogue/journal.h"
#include "catalogue/students.h"
#include "indexer/fields.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class ArchiveSearchTest : public ::testing::Test {
 protected:
  SearchResult search(const std::string& query) {
    return ArchiveSearch(temp_.archive()).search(local_archivist(), {query, 0, 20, 240});
  }
  TempArchive temp_{quick_sample()};
  Document document_ = temp_.paper();
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

TEST_F(ArchiveSearchTest, PapersLikeAHiddenOneAreNotTold) {
  ArchiveSearch searching(temp_.archive());
  EXPECT_EQ(searching.like(local_archivist(), document_.accession, {}).total, 0);
  EXPECT_THROW(searching.like({"t", Role::teacher}, document_.accession, {}), Error);
  EXPECT_THROW(searching.like(local_archivist(), "2020-000009", {}), Error);
}

TEST_F(ArchiveSearchTest, TheJournalKnowsOfTheSearchButNotTheWords) {
  search("протокол");
  Journal journal(temp_.archive().catalogue());
  const auto entry = journal.after(journal.head() - 1, 1).at(0);
  EXPECT_EQ(entry.event, "search.made");
  EXPECT_THAT(entry.details, Not(HasSubstr("протокол")));
}

/// Whatever is typed is a search: it ends well, and is no command to anything below.
TEST_F(ArchiveSearchTest, QueriesAsAttacksAreSearches) {
  std::string words;
  std::string unknown;
  std::string brackets;
  std::string wild;
  for (int i = 0; i < 10'000; ++i) {
    words += "протокол ";
    unknown += "ъъ" + std::to_string(i % 7) + "щщщ ";
    brackets += '(';
    wild += "пр* ";
  }
  std::vector<std::string> attacks{words,
                                   unknown,
                                   brackets + "протокол" + std::string(10'000, ')'),
                                   wild,
                                   std::string(1'000'000, '*'),
                                   std::string(1'000'000, '"'),
                                   std::string(1'000'000, 'a'),
                                   "-" + words,
                                   "НЕ " + brackets,
                                   "протокол РЯДОМ/999999999999 аттестации",
                                   std::string("протокол\0аттестации", 20)};
  for (const char* value :
       {"'; DROP TABLE students; --", "\" OR \"1\"=\"1", "%_\\", "<script>alert(1)</script>",
        "../../../etc/passwd", "..", "*", "\xff\xfe", "2024-99-99..9999", "\u202Eпротокол"}) {
    attacks.emplace_back(value);
    for (const Field& field : kFields) {
      if (!field.name.empty()) attacks.push_back(std::string(field.name) + ":\"" + value + "\"");
      if (!field.name.empty()) attacks.push_back(std::string(field.russian_name) + ":" + value);
    }
  }
  for (const std::string& attack : attacks) {
    SearchResult result;
    ASSERT_NO_THROW(result = search(attack)) << attack.substr(0, 60);
    EXPECT_LE(result.hits.size(), 1U);
    EXPECT_TRUE(is_valid_utf8(result.notice)) << attack.substr(0, 60);
    EXPECT_LT(result.notice.size(), 20'000U);
  }
  EXPECT_EQ(search("протокол").total, 1);
}

class StudentCompletionTest : public ArchiveSearchTest {
 protected:
  StudentCompletionTest() {
    Transaction transaction(temp_.archive().catalogue());
    const auto add = [&](const char* last, const char* first, const char* collective) {
      Student student;
      student.name = {last, first, ""};
      student.memberships = {{collective, "", "", 2023, {}, {}}};
      return Students(temp_.archive().catalogue()).add(transaction, student);
    };
    add("Чижова", "Анна", "Лира");
    hidden_ = add("Чижов", "Борис", "Парус");
    add("Зябликов", "Прохор", "Лира");
    transaction.commit();
    User user;
    user.login = "t.lira";
    user.role = Role::teacher;
    user.collectives = {"лира"};
    ArchivePeople(temp_.archive()).add(local_archivist(), user);
  }
  std::vector<std::string> completed(const Actor& actor, std::string_view typed, int limit = 10) {
    std::vector<std::string> names;
    for (const Student& each :
         ArchiveSearch(temp_.archive()).complete_students(actor, typed, limit)) {
      names.push_back(full_text(each.name));
    }
    return names;
  }
  StudentId hidden_;
  const Actor teacher_{"t.lira", Role::teacher};
};

TEST_F(StudentCompletionTest, BeginningsOfNamesInAnyOrderAndLayout) {
  const Actor all = local_archivist();
  EXPECT_THAT(completed(all, "чи"), ElementsAre("Чижов Борис", "Чижова Анна"));
  EXPECT_THAT(completed(all, "ан чиж"), ElementsAre("Чижова Анна"));
  EXPECT_THAT(completed(all, "xb;"), ElementsAre("Чижов Борис", "Чижова Анна"));
  EXPECT_THAT(completed(all, "чи", 1), ElementsAre("Чижов Борис")) << "never more than asked for";
  EXPECT_THAT(completed(all, ""), IsEmpty());
  EXPECT_THAT(completed(all, "чи", 0), IsEmpty());
  EXPECT_THAT(completed(all, "%_"), IsEmpty());
}

TEST_F(StudentCompletionTest, NobodyIsToldWhoIsHidden) {
  EXPECT_THAT(completed(teacher_, "чи"), ElementsAre("Чижова Анна"));
  EXPECT_THAT(completed(teacher_, "борис"), IsEmpty());
  ArchiveBlocks(temp_.archive())
      .block(local_archivist(), BlockSubject::student, std::to_string(hidden_.value), "отзыв");
  EXPECT_THAT(completed({"osipova", Role::clerk}, "чи"), ElementsAre("Чижова Анна"));
}

TEST_F(ArchiveSearchTest, WhoSeesNoContentMayNotSearch) {
  EXPECT_THROW(
      ArchiveSearch(temp_.archive()).search({"it", Role::administrator}, {"x", 0, 20, 240}), Error);
}

}  // namespace
}  // namespace fonds
