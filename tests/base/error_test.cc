#include "base/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <new>
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

TEST(Error, EachKindOfSystemFailureIsToldApart) {
  struct Case {
    int number;
    Fault fault;
  };
  for (const Case& each :
       {Case{EDQUOT, Fault::io}, Case{EROFS, Fault::io}, Case{EIO, Fault::io},
        Case{EACCES, Fault::denied}, Case{EPERM, Fault::denied}, Case{ENOENT, Fault::not_found},
        Case{EMFILE, Fault::io}, Case{0, Fault::io}, Case{99999, Fault::io}}) {
    const Error error = system_error(each.number, "cannot write x");
    EXPECT_EQ(error.fault(), each.fault) << each.number;
    EXPECT_THAT(error.message(), ::testing::StartsWith("cannot write x: ")) << each.number;
    EXPECT_FALSE(error.hint().empty()) << each.number;
  }
}

TEST(Error, ForeignExceptionsPassUnchanged) {
  EXPECT_THROW(while_doing("counting", [] { throw std::bad_alloc(); }), std::bad_alloc);
}

TEST(Error, HttpStatusTellsClientFromServerFaults) {
  for (const FaultEntry& entry : kFaults) {
    const bool client = entry.fault == Fault::usage || entry.fault == Fault::not_found ||
                        entry.fault == Fault::denied || entry.fault == Fault::busy;
    EXPECT_EQ(entry.http_status / 100, client ? 4 : 5) << entry.name;
    EXPECT_EQ(&entry_of(entry.fault), &entry);
  }
}

}  // namespace
}  // namespace fonds
