#include "archive/card_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/document_kinds.h"

namespace fonds {
namespace {

TEST(CardWords, KnowTheFieldsThatHaveNamedValues) {
  const ValueWords words = card_words(DocumentKinds::shipped());
  for (const char* field : {"kind", "level", "place", "control", "scope"})
    EXPECT_TRUE(words.names(field)) << field;
  EXPECT_FALSE(words.names("number"));
}

TEST(CardWords, EveryKindOfPaperIsMeantByItsTitleAlone) {
  const DocumentKinds kinds = DocumentKinds::shipped();
  const ValueWords words = card_words(kinds);
  for (const PaperKind& kind : kinds.all()) {
    EXPECT_THAT(words.meant("kind", kind.ru), testing::ElementsAre(kind.id)) << kind.ru;
    EXPECT_THAT(words.meant("kind", kind.id), testing::ElementsAre(kind.id)) << kind.id;
  }
}

}  // namespace
}  // namespace fonds
