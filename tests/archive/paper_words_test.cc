#include "archive/paper_words.h"

#include <gtest/gtest.h>

#include <set>

namespace fonds {
namespace {

TEST(PaperWords, AnActIsToldBeforeTheState) {
  Document document;
  document.state = DocumentState::quarantined;
  EXPECT_EQ(state_title(document), "quarantined");
  document.parts = {3};
  EXPECT_EQ(state_title(document), "parted into its papers");
  document.tombstone = Tombstone{7, false, "", "", 0};
  EXPECT_EQ(state_title(document), "withdrawn by act 7");
  document.tombstone->gone = true;
  EXPECT_EQ(state_title(document), "destroyed by act 7");
}

TEST(PaperWords, EveryValueHasWordsOfItsOwn) {
  std::set<std::string> words;
  std::size_t count = 0;
  const auto add = [&](const std::string& text) {
    EXPECT_FALSE(text.empty());
    words.insert(text);
    ++count;
  };
  for (std::size_t i = 0; i < kPageWarnings.size(); ++i) add(in_words(static_cast<PageWarning>(i)));
  for (std::size_t i = 0; i < kVolumeStates.size(); ++i) add(title_of(static_cast<VolumeState>(i)));
  for (std::size_t i = 0; i < kFilingNotes.size(); ++i) add(in_words(static_cast<FilingNote>(i)));
  for (std::size_t i = 0; i < kPlacings.size(); ++i) {
    InboxPaper paper;
    paper.placing = static_cast<Placing>(i);
    paper.key = {2024, "02-05", 1};
    add(in_words(paper));
  }
  EXPECT_EQ(words.size(), count);
}

TEST(PaperWords, AVolumeThatIsToBeOpenedIsSaidSo) {
  InboxPaper paper;
  paper.placing = Placing::ready;
  paper.key = {2024, "02-05", 0};
  EXPECT_EQ(in_words(paper), "→ 02-05/2024, a new volume");
  paper.key.number = 2;
  EXPECT_EQ(in_words(paper), "→ 02-05/2024/2");
}

}  // namespace
}  // namespace fonds
