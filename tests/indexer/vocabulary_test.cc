#include "indexer/vocabulary.h"

#include <gmock/gmock.h>

#include "indexer/index_fixture.h"

namespace fonds {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class VocabularyTest : public IndexFixture {
 protected:
  void serve() {
    const int generation = generations.begin_rebuild();
    IndexWriter writer(generations.folder_of(generation));
    IndexedDocument document = paper(1, {"Дипломы и грамоты конкурса"});
    IndexedStudent student;
    student.id = StudentId{5};
    student.name = {"Хабибуллина", "Зухра", ""};
    student.gender = Gender::female;
    document.card.students = {student};
    add(writer, document);
    writer.commit(EntryNumber{1});
    generations.serve(generation);
    database = Xapian::Database(serving().string());
  }
  std::vector<std::string> others(const std::string& word,
                                  WordsOf where = WordsOf::papers_and_names) {
    std::vector<std::string> words;
    for (const OtherWord& other : vocabulary.others(word, where)) words.push_back(other.word);
    return words;
  }
  Xapian::Database database;
  Xapian::Query all;
  Stems stems;
  std::unique_ptr<WordMistakes> mistakes;
  IndexVocabulary vocabulary{database, all, stems, mistakes};
};

TEST_F(VocabularyTest, HoldsWordsInAnyFormAndNamesInEveryCase) {
  serve();
  EXPECT_TRUE(vocabulary.holds("диплом", WordsOf::papers_and_names));
  EXPECT_FALSE(vocabulary.holds("диплом", WordsOf::names));
  EXPECT_TRUE(vocabulary.holds("хабибуллиной", WordsOf::names));
  EXPECT_FALSE(vocabulary.holds("справка", WordsOf::papers_and_names));
  EXPECT_TRUE(vocabulary.holds_exactly("дипломы"));
  EXPECT_FALSE(vocabulary.holds_exactly("диплом"));
}

TEST_F(VocabularyTest, KnowsWhatAWordMayStandFor) {
  serve();
  EXPECT_THAT(others("хабииуллина"), ElementsAre("хабибуллина"));
  EXPECT_THAT(others("khabibullina"), Contains("хабибуллина"));
  EXPECT_THAT(others("gramoty"), Contains("грамоты"));
  EXPECT_THAT(others("gramoty", WordsOf::names), IsEmpty());
  EXPECT_THAT(others("грамоть"), Contains("грамоты"));
  EXPECT_THAT(others("экзамен"), IsEmpty());
  EXPECT_THAT(others("зухр", WordsOf::names), Contains("зухра"));
}

TEST_F(VocabularyTest, GivesTheWordsThatBeginSo) {
  serve();
  EXPECT_THAT(vocabulary.beginning_with("гра").words, ElementsAre("грамоты"));
  EXPECT_FALSE(vocabulary.beginning_with("гра").more);
  EXPECT_THAT(vocabulary.beginning_with("эк").words, IsEmpty());
}

}  // namespace
}  // namespace fonds
