#include "indexer/search.h"

#include <gmock/gmock.h>

#include <random>

#include "base/text.h"
#include "indexer/index_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class SearcherTest : public IndexFixture {};

TEST_F(SearcherTest, FindsAWordInAllItsFormsAndYoAsYe) {
  index({{"Диплом лауреата"}, {"Дипломов и грамот"}, {"Дипломат"}, {"Зелёная ёлка"}});

  EXPECT_EQ(found("диплом"), (Ids{1, 2}));
  EXPECT_EQ(found("ДИПЛОМАМИ"), (Ids{1, 2}));
  EXPECT_EQ(found("елка"), (Ids{4}));
  EXPECT_EQ(found("ЗЕЛЕНЫЕ ЁЛКИ"), (Ids{4}));
}

TEST_F(SearcherTest, MarksOnPagesWhatASearchWouldMark) {
  index({{"Диплом лауреата"}, {"Грамота"}});
  const std::string page = "вот Дипломы и грамота";
  const auto marks = searcher.marks("диплом -грамота", {"пусто", page}, Visible::everything());
  ASSERT_EQ(marks.size(), 2U);
  EXPECT_THAT(marks[0], IsEmpty());
  ASSERT_EQ(marks[1].size(), 1U);
  EXPECT_EQ(page.substr(marks[1][0].begin, marks[1][0].end - marks[1][0].begin), "Дипломы");
  // Mistyped: it stands for a word the index holds.
  EXPECT_EQ(searcher.marks("дипллом", {page}, Visible::everything())[0].size(), 1U);
}

TEST_F(SearcherTest, JoinsWordsByAndAndKnowsTheOtherOperators) {
  index({{"красный дом"}, {"красный сад"}, {"белый дом"}});

  EXPECT_EQ(found("красный дом"), (Ids{1}));
  EXPECT_EQ(found("красный ИЛИ дом"), (Ids{1, 2, 3}));
  EXPECT_EQ(found("красный OR белый"), (Ids{1, 2, 3}));
  EXPECT_EQ(found("дом НЕ красный"), (Ids{3}));
  EXPECT_EQ(found("дом -красный"), (Ids{3}));
  EXPECT_EQ(found("-красный"), (Ids{3}));
  EXPECT_EQ(found("(красный OR белый) AND сад"), (Ids{2}));
  EXPECT_EQ(found("NOT (сад OR белый)"), (Ids{1}));
}

TEST_F(SearcherTest, PhrasesHoldWithinAPageAndNeverAcross) {
  index({{"диплом победителя конкурса"},
         {"победителя диплом"},
         {"вручён диплом", "победителя"},
         {"дипломы победителя"}});

  EXPECT_EQ(found("\"диплом победителя\""), (Ids{1}));
  EXPECT_EQ(found("«диплом победителя»"), (Ids{1}));
  EXPECT_EQ(found("диплом победителя"), (Ids{1, 2, 3, 4}));
}

TEST_F(SearcherTest, FindsNumbersWholeByPartAndHoweverTheyAreJoined) {
  index({{"Удостоверение А-1312/99"}, {"Удостоверение А 1312 99"}, {"Дело 02-14"}, {"Дело 14-02"}});

  EXPECT_EQ(found("А-1312/99"), (Ids{1, 2}));
  EXPECT_EQ(found("1312"), (Ids{1, 2}));
  EXPECT_EQ(found("02-14"), (Ids{3}));
}

TEST_F(SearcherTest, FindsByAccessionNumberIdAndYear) {
  index({{"один"}, {"два"}});

  EXPECT_EQ(found("2026-000002"), (Ids{2}));
  EXPECT_EQ(found("учёт:2026-000001"), (Ids{1}));
  EXPECT_EQ(found("accession:2026-000001"), (Ids{1}));
  EXPECT_EQ(found("ид:2"), (Ids{2}));
  EXPECT_EQ(found("год:2026"), (Ids{1, 2}));
  EXPECT_EQ(found("year:2020..2025"), (Ids{}));
  EXPECT_EQ(found("год:2020.. два"), (Ids{2}));
}

TEST_F(SearcherTest, NamesThePagesOfTheHits) {
  index({{"обложка", "диплом", "пусто", "дипломы и грамоты", "грамота"}});

  const SearchResult words = search("диплом грамота");
  ASSERT_EQ(words.hits.size(), 1U);
  EXPECT_THAT(words.hits[0].pages, ElementsAre(2, 4, 5));
  EXPECT_EQ(words.hits[0].snippet.page, 4);  // both words
  EXPECT_THAT(search("дипл*").hits.at(0).pages, ElementsAre(2, 4));
  EXPECT_THAT(search("ид:1").hits.at(0).pages, IsEmpty());
}

TEST_F(SearcherTest, NamesTheOnlyPageOnlyWhenAWordStandsOnIt) {
  index({{"дипломы № 12-3"}});

  for (const char* query : {"диплом", "дипл*", "12-3", "«дипломы 12»", "диплом ИЛИ сад"}) {
    EXPECT_THAT(search(query).hits.at(0).pages, ElementsAre(1)) << query;
  }
  for (const char* query : {"2026-000001", "ид:1", "-сад", "год:2026"}) {
    EXPECT_THAT(search(query).hits.at(0).pages, IsEmpty()) << query;
  }
}

TEST_F(SearcherTest, GivesSomeOfTheWordsWhenNoDocumentHasAllAndSaysSo) {
  index({{"красный дом"}, {"белый сад"}});

  const SearchResult some = search("красный сад");
  EXPECT_TRUE(some.relaxed);
  EXPECT_EQ(some.total, 2);
  EXPECT_FALSE(some.notice.empty());
  EXPECT_TRUE(search("красный AND сад").relaxed);  // AND is what a space means
  const SearchResult strict = search("красный -дом сад");
  EXPECT_FALSE(strict.relaxed);
  EXPECT_EQ(strict.total, 0);
  EXPECT_EQ(search("небылица").total, 0);
}

TEST_F(SearcherTest, PagesAreStableAndOffsetsOfAnySizeAreSafe) {
  std::vector<std::vector<std::string>> documents(45, {"одинаковый текст"});
  index(documents);

  Ids seen;
  for (int offset = 0; offset < 60; offset += 10) {
    const SearchResult page = searcher.search({"текст", offset, 10, 100}, Visible::everything());
    EXPECT_EQ(page.total, 45);
    EXPECT_TRUE(page.total_is_exact);
    for (const SearchHit& hit : page.hits) {
      seen.push_back(hit.document.value);
      EXPECT_DOUBLE_EQ(hit.score, 1.0);
    }
  }
  Ids all(45);
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::int64_t>(i) + 1;
  EXPECT_EQ(seen, all);
  for (const int wild : {-1, -2'000'000'000, 2'147'483'647}) {
    EXPECT_EQ(searcher.search({"текст", wild, 5, 100}, Visible::everything()).total, 45) << wild;
    EXPECT_LE(searcher.search({"текст", 0, wild, wild}, Visible::everything()).hits.size(), 45U)
        << wild;
  }
}

TEST_F(SearcherTest, ScoresTheBestHitOneAlsoWhenItIsOnAnEarlierPage) {
  index({{"диплом"}, {"диплом и ещё очень много других слов на этой длинной странице"}});

  EXPECT_DOUBLE_EQ(searcher.search({"диплом", 0, 1, 100}, Visible::everything()).hits.at(0).score,
                   1.0);
  EXPECT_LT(searcher.search({"диплом", 1, 1, 100}, Visible::everything()).hits.at(0).score, 1.0);
}

TEST_F(SearcherTest, EmptyQueriesFindNothing) {
  index({{"текст"}});
  for (const char* query : {"", "   ", "()", "\"\"", "«»", "***", "- -", "…", "((((", "год:"}) {
    EXPECT_EQ(search(query).total, 0) << query;
  }
}

TEST_F(SearcherTest, SaysWhenTooManyWordsBeginSo) {
  std::vector<std::string> words;
  std::string text;
  for (int i = 0; i < 400; ++i) text += "при" + std::to_string(i) + " ";
  index({{text}});

  EXPECT_THAT(search("при*").notice, HasSubstr("при"));
  EXPECT_TRUE(search("при39*").notice.empty());
}

TEST_F(SearcherTest, WithoutAnIndexSaysWhatToDo) {
  EXPECT_EQ(fault_of([&] { search("текст"); }), Fault::not_found);
}

TEST_F(SearcherTest, SeesWhatAWriterCommittedMeanwhile) {
  index({{"первый"}});
  EXPECT_EQ(search("второй").total, 0);
  IndexWriter writer(serving());
  add(writer, paper(2, {"второй"}));
  EXPECT_EQ(search("второй").total, 0);  // not committed

  writer.commit(77);

  const SearchResult result = search("второй");
  EXPECT_EQ(result.total, 1);
  EXPECT_EQ(result.indexed_to, 77);
}

TEST_F(SearcherTest, GoesOnWhileAWriterCommitsManyTimes) {
  index({{"слово"}});
  ASSERT_EQ(found("слово"), (Ids{1}));
  IndexWriter writer(serving());
  for (std::int64_t id = 2; id < 40; ++id) {
    add(writer, paper(id, {"слово"}));
    writer.commit(id);
    writer.commit(id);
    ASSERT_EQ(search("слово").total, id);
  }
}

TEST_F(SearcherTest, MovesToTheNextGenerationWhenItIsSwapped) {
  index({{"старый"}});
  ASSERT_EQ(found("старый"), (Ids{1}));

  texts.texts.clear();
  index({{"новый"}});

  EXPECT_EQ(found("старый"), (Ids{}));
  EXPECT_EQ(found("новый"), (Ids{1}));
}

TEST_F(SearcherTest, ADocumentWhoseTextIsGoneIsStillAHitAndAnUnreadableTextIsAFailure) {
  index({{"слово"}});
  texts.texts.clear();
  const SearchResult result = search("слово");
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_EQ(result.hits[0].snippet.text, "");
  EXPECT_EQ(result.hits[0].accession, "2026-000001");

  class BadDisk : public TextSourceForSnippets {
    std::string text_of(DocumentId) override { throw Error(Fault::io, "bad block"); }
  } bad;
  Searcher other(root, bad);
  EXPECT_EQ(fault_of([&] {
              other.search({"слово", 0, 20, 240}, Visible::everything());
            }),
            Fault::io);
}

TEST_F(SearcherTest, ADamagedIndexIsCorruptAndNeverEmpty) {
  std::vector<std::vector<std::string>> documents;
  documents.reserve(300);
  for (int i = 0; i < 300; ++i) documents.push_back({"слово номер " + std::to_string(i * 7919)});
  index(documents);
  namespace fs = boost::filesystem;
  for (const char* name : {"iamglass", "postlist.glass", "docdata.glass", "termlist.glass"}) {
    const fs::path file = serving() / name;
    const std::string sound = read_file(file);
    for (const std::size_t keep : {std::size_t{0}, sound.size() / 2}) {
      fs::remove(file);
      {
        auto broken = disk.create(file);
        broken->write(sound.substr(0, keep));
        broken->close();
      }
      Searcher fresh(root, texts);
      std::optional<Fault> fault;
      std::int64_t total = -1;
      fault = fault_of([&] {
        total = fresh.search({"слово", 0, 1000, 50}, Visible::everything()).total;
      });
      EXPECT_TRUE(fault == Fault::corrupt || total == 300) << name << " " << keep;
    }
    fs::remove(file);
    {
      auto whole = disk.create(file);
      whole->write(sound);
      whole->close();
    }
  }
  fs::remove_all(serving());
  Searcher fresh(root, texts);
  EXPECT_EQ(fault_of([&] {
              fresh.search({"слово", 0, 20, 50}, Visible::everything());
            }),
            Fault::corrupt);
}

TEST_F(SearcherTest, AnyBytesAreAQuery) {
  index({{"диплом победителя", "А-1312/99 конкурс"}, {"красный дом"}});
  std::mt19937 random(3);
  const std::vector<std::string> pieces{
      "\"",    "«",      "»",     "(",         ")",      "-",      " OR ",
      " ИЛИ ", "AND ",   "НЕ ",   "NOT ",      "*",      "год:",   "id:",
      "..",    "диплом", "по",    "А-1312/99", "\xFF",   "\xD0",   std::string(1, '\0'),
      "\n",    " ",      "„",     "“",         "\u0301", "\u00AD", ":",
      "/",     "2026",   "text:", "Z",         "XA",     "Q1"};
  for (int round = 0; round < 1500; ++round) {
    std::string query;
    for (unsigned i = random() % 20; i > 0; --i) query += pieces[random() % pieces.size()];
    const SearchResult result = search(query);
    ASSERT_GE(result.total, 0);
    ASSERT_TRUE(is_valid_utf8(result.notice)) << query;
  }
}

TEST_F(SearcherTest, FindsPapersLikeOneAndNotItself) {
  index({{"конкурс юных чтецов в районной библиотеке"},
         {"соревнования по робототехнике среди школьников"},
         {"итоги конкурса чтецов, районная библиотека"},
         {"журнал учёта"}});
  SearchRequest request;
  request.like = DocumentId{1};
  const SearchResult result = searcher.search(request, Visible::everything());
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_EQ(result.hits[0].document.value, 3);
  EXPECT_FALSE(result.hits[0].snippet.marks.empty());
  request.like = DocumentId{99};
  EXPECT_EQ(searcher.search(request, Visible::everything()).total, 0);
  request.like = DocumentId{1};
  EXPECT_EQ(searcher.search(request, Visible{}).total, 0);
}

}  // namespace
}  // namespace fonds
