#include "indexer/completion.h"

#include <gmock/gmock.h>

#include "indexer/index_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class CompletionTest : public IndexFixture {
 protected:
  CompletionTest() {
    const int generation = generations.begin_rebuild();
    IndexWriter writer(generations.folder_of(generation));
    const auto put = [&](std::int64_t id, const char* event, const char* index,
                         const char* reader) {
      IndexedDocument document = paper(id, {"диплом конкурса чтецов"});
      document.card.event = event;
      document.card.case_index = index;
      document.card.collective = reader;
      document.readers = {reader};
      add(writer, document);
    };
    put(1, "Звонкие голоса", "02-05", "Лира");
    put(2, "Звонкие голоса", "02-05", "Маска");
    put(3, "Звёздный путь", "02-14", "Маска");
    put(4, "Голос звезды", "03-01", "Юный техник");
    writer.commit(EntryNumber{1});
    generations.serve(generation);
  }
  std::vector<std::string> begun(std::string_view typed,
                                 CompletionField field = CompletionField::event,
                                 const Visible& visible = Visible::everything()) {
    std::vector<std::string> given;
    for (const Completion& each : searcher.complete(field, typed, 10, visible)) {
      given.push_back(each.text);
    }
    return given;
  }
};

TEST_F(CompletionTest, GivesValuesWithAWordBegunSoTheMostFrequentFirst) {
  EXPECT_THAT(begun("зв"), ElementsAre("Звонкие голоса", "Голос звезды", "Звёздный путь"));
  EXPECT_THAT(begun("ЗВОНКИЕ"), ElementsAre("Звонкие голоса"));
  EXPECT_THAT(begun("звонкие го"), ElementsAre("Звонкие голоса"));
  EXPECT_THAT(begun("звезд"), ElementsAre("Голос звезды", "Звёздный путь")) << "ё as е";
  EXPECT_THAT(begun("голоса"), ElementsAre("Звонкие голоса")) << "longer than its stem";
}

TEST_F(CompletionTest, GivesCasesAndCollectives) {
  EXPECT_THAT(begun("02", CompletionField::case_index), ElementsAre("02-05", "02-14"));
  EXPECT_THAT(begun("02-1", CompletionField::case_index), ElementsAre("02-14"));
  EXPECT_THAT(begun("юн", CompletionField::collective), ElementsAre("Юный техник"));
}

TEST_F(CompletionTest, GivesNothingTheReaderDoesNotSee) {
  EXPECT_THAT(begun("зв", CompletionField::event, {false, {"Лира"}, false}),
              ElementsAre("Звонкие голоса"));
  EXPECT_THAT(begun("зв", CompletionField::event, {}), IsEmpty());
}

TEST_F(CompletionTest, GivesNothingForNothing) {
  for (const char* typed : {"", " ", "—", "нет такого", "\xff"}) {
    EXPECT_THAT(begun(typed), IsEmpty()) << typed;
  }
}

}  // namespace
}  // namespace fonds
