#include "retention/inventory_row_lint.h"

#include <gmock/gmock.h>

#include <limits>

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using Weight = InventoryFinding::Weight;

constexpr int kMost = std::numeric_limits<int>::max();

InventoryRow row(int number = 1) {
  InventoryRow made;
  made.number = number;
  made.key = {2023, "01-0" + std::to_string(number), 1};
  made.heading = "Дело о выдуманном кружке";
  made.first_day = {2023, 1, 9};
  made.last_day = {2023, 12, 28};
  made.sheets = 10;
  made.rule.authority = {"236", "2019", "19", "а", true};
  return made;
}

RetentionRule kept_for(PeriodKind kind, int years = 0, int local = 0) {
  RetentionRule rule;
  rule.kind = kind;
  rule.years = years;
  rule.authority = {"236", "2019", "19", "а", true};
  if (local > 0) rule.local = {"№ 4 от 01.12.2022", local};
  return rule;
}

/// "extent! 1 2": the exclamation mark of an error, the numbers of its rows.
std::vector<std::string> found(std::vector<InventoryRow> rows, const CaseInventory& inventory) {
  const InspectedInventory inspected{inventory, {}, true, 0, 0, 0, 0, 250, std::move(rows)};
  std::vector<std::string> lines;
  for (const InventoryFinding& each : findings_in_rows(inspected)) {
    std::string line(name_of(each.check));
    if (each.weight == Weight::error) line += '!';
    for (const int number : each.numbers) line += ' ' + std::to_string(number);
    EXPECT_FALSE(each.text.empty());
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> found(std::vector<InventoryRow> rows,
                               InventoryKind kind = InventoryKind::permanent) {
  CaseInventory inventory;
  inventory.kind = kind;
  inventory.year = 2023;
  return found(std::move(rows), inventory);
}

std::vector<std::string> of_sheets(int sheets) {
  InventoryRow made = row();
  made.sheets = sheets;
  return found({made});
}

std::vector<std::string> of_personnel(const CalendarDate& last, int printed, int local = 0) {
  InventoryRow made = row();
  made.first_day = {1990, 5, 3};
  made.last_day = last;
  made.rule = kept_for(PeriodKind::personnel_50_75, 0, local);
  made.years = printed;
  CaseInventory inventory;
  inventory.kind = InventoryKind::personnel;
  inventory.year = last.year;
  return found({made}, inventory);
}

TEST(InventoryRowLint, AThickVolumeIsToldAndATooThickOneForbidden) {
  EXPECT_THAT(of_sheets(250), IsEmpty());
  EXPECT_THAT(of_sheets(251), ElementsAre("most_sheets 1"));
  EXPECT_THAT(of_sheets(270), ElementsAre("most_sheets 1"));
  EXPECT_THAT(of_sheets(271), ElementsAre("most_sheets! 1"));
  EXPECT_THAT(of_sheets(kMost), ElementsAre("most_sheets! 1"));
  EXPECT_THAT(of_sheets(0), ElementsAre("extent! 1"));
  EXPECT_THAT(of_sheets(-1), ElementsAre("extent! 1"));
}

TEST(InventoryRowLint, TheExtentIsThatOfTheCarrier) {
  InventoryRow hybrid = row();
  hybrid.carrier = Carrier::hybrid;
  hybrid.sheets = 0;
  hybrid.bytes = 5000;
  EXPECT_THAT(found({hybrid}), ElementsAre("extent! 1"));

  CaseInventory inventory;
  inventory.year = 2023;
  inventory.electronic = true;
  InventoryRow electronic = row();
  electronic.carrier = Carrier::electronic;
  electronic.sheets = 900;
  EXPECT_THAT(found({electronic}, inventory), ElementsAre("extent! 1"));
  electronic.bytes = 1;
  EXPECT_THAT(found({electronic}, inventory), IsEmpty());
}

TEST(InventoryRowLint, ElectronicVolumesAreListedApart) {
  InventoryRow electronic = row(1);
  electronic.carrier = Carrier::electronic;
  electronic.bytes = 1;
  EXPECT_THAT(found({electronic, row(2)}), ElementsAre("right_list! 1"));
  CaseInventory inventory;
  inventory.year = 2023;
  inventory.electronic = true;
  EXPECT_THAT(found({electronic, row(2)}, inventory), ElementsAre("right_list! 2"));
}

TEST(InventoryRowLint, EmployeesRecordsAreKeptByTheYearTheyWereFinished) {
  EXPECT_THAT(of_personnel({2002, 12, 31}, 75), IsEmpty());
  EXPECT_THAT(of_personnel({2002, 12, 31}, 50), ElementsAre("personnel_period! 1"));
  EXPECT_THAT(of_personnel({2003, 1, 1}, 50), IsEmpty());
  EXPECT_THAT(of_personnel({2003, 1, 1}, 75), ElementsAre("personnel_period! 1"));
  EXPECT_THAT(of_personnel({2003, 1, 1}, 0), ElementsAre("personnel_period! 1"));
}

TEST(InventoryRowLint, TheInstitutionMayKeepEmployeesRecordsLonger) {
  EXPECT_THAT(of_personnel({2003, 1, 1}, 50, 60), ElementsAre("personnel_period! 1"));
  EXPECT_THAT(of_personnel({2003, 1, 1}, 60, 60), IsEmpty());
  EXPECT_THAT(of_personnel({2003, 1, 1}, 75, 60), IsEmpty());
  EXPECT_THAT(of_personnel({2002, 12, 31}, 75, 60), IsEmpty()) << "not longer than the law asks";
  EXPECT_THAT(of_personnel({2002, 12, 31}, 60, 60), ElementsAre("personnel_period! 1"));
}

TEST(InventoryRowLint, TenYearsAndLessGoIntoNoList) {
  InventoryRow ten = row(1);
  ten.rule = kept_for(PeriodKind::years, 10);
  InventoryRow eleven = row(2);
  eleven.rule = kept_for(PeriodKind::years, 11);
  InventoryRow lengthened = row(3);
  lengthened.rule = kept_for(PeriodKind::years, 5, 15);
  EXPECT_THAT(found({ten, eleven, lengthened}, InventoryKind::long_term),
              ElementsAre("right_list! 1"));
}

TEST(InventoryRowLint, RowsThatGoIntoDifferentListsAreToldApart) {
  InventoryRow personnel = row(1);
  personnel.rule = kept_for(PeriodKind::personnel_50_75);
  personnel.years = 50;
  InventoryRow eleven = row(2);
  eleven.rule = kept_for(PeriodKind::until_not_needed, 11);
  InventoryRow liquidation = row(3);
  liquidation.rule = kept_for(PeriodKind::until_liquidation);
  EXPECT_THAT(found({personnel, eleven, liquidation}),
              ElementsAre("right_list! 1", "right_list! 2"));
}

TEST(InventoryRowLint, AuthoritiesAreLookedAtAsInANomenclature) {
  const auto with = [](const Authority& authority, std::optional<LocalPeriod> local = {}) {
    InventoryRow made = row();
    made.rule.authority = authority;
    made.rule.local = std::move(local);
    return found({made});
  };
  EXPECT_THAT(with({"236", "2019", "19", "", true}), IsEmpty());
  EXPECT_THAT(with({"236", "2019", "19", "", false}), ElementsAre("authority 1"));
  EXPECT_THAT(with({"", "", "19", "а", false}), ElementsAre("authority 1"));
  EXPECT_THAT(with({"236", "2019", "", "", true}), ElementsAre("authority! 1"));
  EXPECT_THAT(with({}), ElementsAre("authority! 1"));
  EXPECT_THAT(with({}, LocalPeriod{"№ 4", 15}), IsEmpty());
  EXPECT_THAT(with({"L", "", "", "", false}, LocalPeriod{"№ 4", 15}), IsEmpty());
  EXPECT_THAT(with({"L", "", "", "", false}, LocalPeriod{"", 15}), ElementsAre("authority 1"));
  EXPECT_THAT(with({"L", "", "", "", false}), ElementsAre("authority 1"));
}

TEST(InventoryRowLint, NumbersMayStandInTheHeadingOrInTheVolumesOwnTitle) {
  InventoryRow orders = row();
  orders.heading = "Приказы директора";
  EXPECT_THAT(found({orders}), ElementsAre("numbers_in_heading! 1"));
  orders.own_title = "январь – июнь";
  EXPECT_THAT(found({orders}), ElementsAre("numbers_in_heading! 1"));
  orders.own_title = "№ 1 – № 54";
  EXPECT_THAT(found({orders}), IsEmpty());
  orders.own_title.clear();
  orders.heading = "Приказы директора, № 7";
  EXPECT_THAT(found({orders}), IsEmpty());
  orders.heading = "Журнал регистрации приказов";
  EXPECT_THAT(found({orders}), IsEmpty());
}

TEST(InventoryRowLint, OnlyTheBoundsOfOneYearAreDoubted) {
  InventoryRow made = row();
  made.first_day = {2023, 1, 1};
  EXPECT_THAT(found({made}), IsEmpty());
  made.last_day = {2023, 12, 31};
  EXPECT_THAT(found({made}), ElementsAre("real_days 1"));
  made.first_day = {2022, 1, 1};
  EXPECT_THAT(found({made}), IsEmpty()) << "a case of two years";
}

TEST(InventoryRowLint, DaysThatAreNoneAreNotKnown) {
  InventoryRow none = row(1);
  none.first_day.reset();
  none.last_day.reset();
  InventoryRow half = row(2);
  half.first_day.reset();
  half.last_day = {2022, 12, 30};
  InventoryRow unreal = row(3);
  unreal.last_day = {kMost, 13, kMost};
  EXPECT_THAT(found({none, half, unreal}),
              UnorderedElementsAre("days_known! 1 2 3", "year_of_volume! 2"));
}

TEST(InventoryRowLint, VolumesOfACaseStandTogetherAndInOrder) {
  const auto part = [](int number, const char* index, int volume) {
    InventoryRow made = row(number);
    made.key = {2023, index, volume};
    return made;
  };
  EXPECT_THAT(found({part(1, "01-01", 1), part(2, "01-01", 3), part(3, "01-02", 1)}), IsEmpty());
  EXPECT_THAT(found({part(1, "01-01", 2), part(2, "01-01", 1)}), ElementsAre("parts_together! 2"));
  EXPECT_THAT(found({part(1, "01-01", 1), part(2, "01-01", 1)}), ElementsAre("parts_together! 2"));
  EXPECT_THAT(found({part(1, "01-01", 1), part(2, "01-02", 1), part(3, "01-01", 2),
                     part(4, "01-01", 3), part(5, "01-02", 2)}),
              ElementsAre("parts_together! 3 5"));
  InventoryRow of_another_year = part(3, "01-01", 1);
  of_another_year.key.year = 2022;
  EXPECT_THAT(found({part(1, "01-01", 1), part(2, "01-02", 1), of_another_year}), IsEmpty());
}

TEST(InventoryRowLint, VolumesThatAreGoneAreToldApartFromOpenOnes) {
  std::vector<InventoryRow> rows{row(1), row(2), row(3)};
  rows[0].state = VolumeState::transferred;
  rows[1].state = VolumeState::open;
  rows[2].state = VolumeState::destroyed;
  EXPECT_THAT(found(rows), ElementsAre("closed! 1 3", "closed! 2"));
}

}  // namespace
}  // namespace fonds
