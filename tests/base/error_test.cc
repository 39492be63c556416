#include "base/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <set>

namespace fonds {
namespace {

TEST(Error, EveryFaultHasItsOwnExitCodeInTableOrder) {
  std::set<int> codes;
  for (std::size_t i = 0; i < kFaults.size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(kFaults[i].fault), i);
    EXPECT_GT(kFaults[i].exit_code, 1) << "1 is left to the shell";
    EXPECT_NE(kFaults[i].exit_code, kExitInPart);
    codes.insert(kFaults[i].exit_code);
  }
  EXPECT_EQ(codes.size(), kFaults.size());
}

TEST(Error, ContextIsAddedOnTheWayUpAndTheMessageStays) {
  try {
    while_doing("taking in a.pdf", [] {
      while_doing("reading page 2", [] { throw Error(Fault::corrupt, "no trailer"); });
    });
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "taking in a.pdf: reading page 2: no trailer");
    EXPECT_EQ(error.message(), "no trailer");
    EXPECT_EQ(error.fault(), Fault::corrupt);
  }
}

TEST(Error, WhileDoingPassesTheResultOn) {
  EXPECT_EQ(while_doing("counting", [] { return 7; }), 7);
}

TEST(Error, AFullDiskSaysWhatToDo) {
  const Error error = system_error(ENOSPC, "cannot write x");
  EXPECT_EQ(error.fault(), Fault::io);
  EXPECT_FALSE(error.hint().empty());
  EXPECT_THAT(error.message(), ::testing::StartsWith("cannot write x"));
}

}  // namespace
}  // namespace fonds
