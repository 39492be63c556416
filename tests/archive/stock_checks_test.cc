#include "archive/stock_checks.h"

#include <gmock/gmock.h>

#include "archive/inventories_fixture.h"

namespace fonds {
namespace {

using testing::SizeIs;

class StockChecksTest : public InventoriesFixture {
 protected:
  StockCheckState state_of(StockCheck check) {
    const auto all = ArchiveStockChecks(*archive_).list(archivist_);
    EXPECT_THAT(all, SizeIs(kStockChecks.size()));
    return all.at(static_cast<std::size_t>(check));
  }
  Fault fault(const std::string& act, const CalendarDate& day) {
    return fault_of([&] {
      (void)ArchiveStockChecks(*archive_).record(archivist_, StockCheck::presence, act, day);
    });
  }
};

TEST_F(StockChecksTest, TheFirstIsDueFiveYearsAfterTheArchiveWasBegun) {
  const CalendarDate today = day_here(clock_.now());
  for (const StockCheck each : {StockCheck::presence, StockCheck::electronic}) {
    EXPECT_EQ(state_of(each).last, std::nullopt);
    EXPECT_EQ(state_of(each).due_by.year, today.year + 5);
  }
}

TEST_F(StockChecksTest, TheNextIsDueFiveYearsAfterTheLastAct) {
  ArchiveStockChecks checks(*archive_);
  (void)checks.record(archivist_, StockCheck::presence, "№ 3", {2024, 2, 29});
  EXPECT_EQ(last_entry().event, "stock.checked");
  const StockCheckState state =
      checks.record(archivist_, StockCheck::presence, "№ 1", {2019, 5, 4});
  EXPECT_EQ(state.last, (CalendarDate{2024, 2, 29}))
      << "an older act recorded late changes nothing";
  EXPECT_EQ(state.act, "№ 3");
  EXPECT_EQ(state.due_by, (CalendarDate{2029, 3, 1}));
  EXPECT_EQ(state_of(StockCheck::electronic).last, std::nullopt) << "each has its own acts";
}

TEST_F(StockChecksTest, AnActHasANumberAndADayThatHasCome) {
  EXPECT_EQ(fault(" ", {2024, 3, 1}), Fault::usage);
  EXPECT_EQ(fault("№ 3", days_after(day_here(clock_.now()), 1)), Fault::usage);
  EXPECT_EQ(state_of(StockCheck::presence).last, std::nullopt);
}

TEST(StockCheckNames, AreReadBack) {
  for (const std::string_view name : kStockChecks) {
    EXPECT_EQ(name_of(stock_check_from(name).value()), name);
  }
  EXPECT_FALSE(stock_check_from("all"));
}

}  // namespace
}  // namespace fonds
