#include "access/secret.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(Secret, TakingATextOverWipesIt) {
  std::string text = "korzina s yablokami";
  const char* const where = text.data();
  const Secret secret = Secret::taken(std::move(text));

  EXPECT_EQ(secret.view(), "korzina s yablokami");
  EXPECT_TRUE(text.empty());  // NOLINT(bugprone-use-after-move): wiped, it says
  EXPECT_EQ(where[0], '\0');  // the memory is still the text's own
  EXPECT_EQ(std::string(where, 19), std::string(19, '\0'));
}

TEST(Secret, WipingReachesWhatTheTextHeldBefore) {
  std::string text = "a long password that was here before";
  const char* const where = text.data();
  text = "short";
  wipe(text);

  EXPECT_TRUE(text.empty());
  EXPECT_EQ(std::string(where, 36), std::string(36, '\0'));
}

TEST(Secret, AShortOneLeavesNoCopyBehindWhenItIsMoved) {
  Secret first("abc");
  const Secret second = std::move(first);

  EXPECT_EQ(second.view(), "abc");
  EXPECT_TRUE(first.empty());  // NOLINT(bugprone-use-after-move): that is what is asked
}

TEST(Secret, NothingIsASecretToo) {
  std::string nothing;
  wipe(nothing);
  EXPECT_TRUE(Secret().empty());
  EXPECT_EQ(Secret().view(), "");
  EXPECT_TRUE(Secret::taken("").empty());
}

}  // namespace
}  // namespace fonds
