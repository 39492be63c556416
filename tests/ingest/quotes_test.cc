#include "ingest/quotes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sample_paper.h"

namespace fonds {
namespace {

std::vector<std::string> quoted(const char* text) {
  const PaperText paper(paper_of(text));
  const Quotes quotes(paper);
  std::vector<std::string> pieces;
  for (const TextSpan& span : quotes.outermost()) pieces.push_back(paper.printed(span));
  return pieces;
}

using Pieces = std::vector<std::string>;

TEST(Quotes, FindsEveryKindOfThem) {
  EXPECT_EQ(quoted("студия «Маска» и \"Юла\""), (Pieces{"«Маска»", "\"Юла\""}));
  EXPECT_EQ(quoted("хор „Капель“, клуб"), (Pieces{"„Капель“"}));
}

TEST(Quotes, ATitleMayGoOverALine) {
  EXPECT_EQ(quoted("конкурс «Краски\nосени» района"), (Pieces{"«Краски осени»"}));
}

TEST(Quotes, NestedOnesAreOnePiece) {
  EXPECT_EQ(quoted("АНО «Центр «Радуга»» города"), (Pieces{"«Центр «Радуга»»"}));
}

TEST(Quotes, OneMarkMayEndTwo) {
  EXPECT_EQ(quoted("АНО «Центр «Радуга»\nстудия «Маска»"), (Pieces{"«Центр «Радуга»", "«Маска»"}));
}

TEST(Quotes, ATitleOnALineOfItsOwnStandsInNoneOpenedFarAbove) {
  EXPECT_EQ(quoted("«Лицей № 5х\nпобедитель\n«Память сундука»\nноминация «Семья»"),
            (Pieces{"«Память сундука»", "«Семья»"}));
}

TEST(Quotes, AMarkWithoutItsEndIsNoTitle) {
  EXPECT_EQ(quoted("студия «Маска\nстрока\nстрока\nстрока\nстрока"), Pieces{});
  EXPECT_EQ(quoted("студия Маска»"), Pieces{});
  EXPECT_EQ(quoted(""), Pieces{});
}

TEST(Quotes, APageEndsThem) { EXPECT_EQ(quoted("студия «Маска\n\f\nклуб» далее"), Pieces{}); }

TEST(Quotes, TellsWhatHoldsAByteAndWhatComesNext) {
  const PaperText paper(paper_of("клуб «Лад» и «Юла»"));
  const Quotes quotes(paper);
  const TextSpan first = quotes.outermost().front();
  EXPECT_EQ(quotes.around(first.begin + 2), first);
  EXPECT_FALSE(quotes.around(0));
  EXPECT_FALSE(quotes.around(first.end));
  EXPECT_EQ(quotes.next(0, paper.folded().size()), first);
  EXPECT_FALSE(quotes.next(0, first.begin));
  EXPECT_EQ(paper.printed(inside_quotes(first)), "Лад");
}

}  // namespace
}  // namespace fonds
