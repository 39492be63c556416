#include "web/fault_words.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(FaultWords, ACommandBehindAColonOrInBracketsIsLeftOut) {
  EXPECT_EQ(without_commands("no document was seen: `fonds disclosure correct … --identity`"),
            "no document was seen");
  EXPECT_EQ(without_commands("a person decides first (`fonds review list`)"),
            "a person decides first");
  EXPECT_EQ(without_commands("one (`fonds review list`) is left"), "one is left");
}

TEST(FaultWords, AClauseThatIsACommandIsLeftOutWhole) {
  EXPECT_EQ(without_commands("restore it from a backup; see `fonds check`"),
            "restore it from a backup");
  EXPECT_EQ(without_commands("`fonds act show 1` says how it stands"), "");
  EXPECT_EQ(without_commands("see `fonds check`; repeat then; or `fonds work`"), "repeat then");
}

TEST(FaultWords, OtherTextsStayAsTheyAre) {
  for (const char* text : {"", "go to the first page", "write `15.05.2024`; or a year", "a; b",
                           "the fonds of the school"}) {
    EXPECT_EQ(without_commands(text), text);
  }
}

TEST(FaultWords, AFaultIsItsMessageAndWhatToDo) {
  EXPECT_EQ(fault_in_words(Error(Fault::usage, "no day", "write it")), "no day: write it");
  EXPECT_EQ(fault_in_words(Error(Fault::usage, "no day", "`fonds help`")), "no day");
}

}  // namespace
}  // namespace fonds
