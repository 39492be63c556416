#include "web/scan_runs.h"

#include <gtest/gtest.h>

#include <thread>

#include "archive/people.h"
#include "base/error.h"
#include "support/fault_of.h"
#include "support/temp_archive.h"
#include "web/virtual_scanner.h"

namespace fonds {
namespace {

using std::chrono_literals::operator""ms;

class ScanRunsTest : public ::testing::Test {
 protected:
  ScanRunsTest() {
    User user;
    user.login = clerk_.login;
    user.name = "Осипова";
    user.role = Role::clerk;
    ArchivePeople(temp_.archive()).add(local_archivist(), user);
  }
  ScanRun ended(ScanRuns& runs, const std::string& name) {
    for (int i = 0; i < 1200; ++i) {
      auto run = runs.state(clerk_, name);
      if (run && !run->running) return *run;
      std::this_thread::sleep_for(50ms);
    }
    ADD_FAILURE() << "it does not end";
    return {};
  }
  TempArchive temp_;
  const Actor clerk_{"osipova", Role::clerk};
};

TEST_F(ScanRunsTest, NoScannerIsToldWithWhatToDo) {
  const VirtualScanner nothing("nothing");
  ScanRuns runs(temp_.archive());
  const ScanRun run = ended(runs, runs.look(clerk_));
  EXPECT_TRUE(run.looking);
  EXPECT_FALSE(run.problem.empty());
  EXPECT_FALSE(run.hint.empty());
  EXPECT_TRUE(runs.devices().empty());
}

TEST_F(ScanRunsTest, WhatALookFoundIsKept) {
  const VirtualScanner scanner;
  ScanRuns runs(temp_.archive());
  const std::string name = runs.look(clerk_);
  EXPECT_FALSE(runs.state({"tkach", Role::clerk}, name)) << "it is not theirs";
  EXPECT_EQ(ended(runs, name).problem, "");
  ASSERT_FALSE(runs.devices().empty());
  EXPECT_EQ(runs.devices()[0]["device"], "test:0");
}

TEST_F(ScanRunsTest, WhoMayNotTakeInStartsNothing) {
  ScanRuns runs(temp_.archive());
  EXPECT_EQ(fault_of([&] { runs.look({"it", Role::administrator}); }), Fault::denied);
  EXPECT_EQ(fault_of([&] { runs.scan(clerk_, {"test:7"}); }), Fault::usage);
  EXPECT_FALSE(runs.state(clerk_, "0011"));
  runs.cancel(clerk_, "0011");
}

}  // namespace
}  // namespace fonds
