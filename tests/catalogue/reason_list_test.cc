#include "catalogue/reason_list.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace fonds {
namespace {

TEST(ReasonList, ComesBackAsItWas) {
  const std::vector<Reason> reasons{{"the title says {}", {"ДИПЛОМ \"I\" степени\n"}}, {"", {}}};
  EXPECT_EQ(reasons_from(text_of(reasons)), reasons);
  EXPECT_EQ(text_of(std::vector<Reason>{}), "[]");
  EXPECT_TRUE(reasons_from("[]").empty());
}

TEST(ReasonList, BrokenBytesOfAPaperDoNotStopIt) {
  const auto kept =
      reasons_from(text_of({Reason{"the paper says {}", {"\xD0", std::string(1, '\0')}}}));
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].with[0], "\xEF\xBF\xBD");
}

TEST(ReasonList, DamageIsToldWithoutQuotingIt) {
  for (const char* damaged :
       {"", "{", "[1]", "[{}]", "[{\"said\":\"тайна\"}]", "[{\"said\":\"x\",\"with\":\"тайна\"}]",
        "[{\"said\":1,\"with\":[]}]", "\"тайна\"", "{\"тайна\":1}"}) {
    try {
      reasons_from(damaged);
      FAIL() << damaged;
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::corrupt);
      EXPECT_EQ(error.message().find("тайна"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace fonds
