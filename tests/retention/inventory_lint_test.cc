#include "retention/inventory_lint.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <limits>

#include "retention/plan.h"
#include "support/any_retention.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Check = InventoryCheck;
using Weight = InventoryFinding::Weight;

constexpr Weight kError = Weight::error;
constexpr Weight kWarning = Weight::warning;
constexpr int kMost = std::numeric_limits<int>::max();
constexpr CalendarDate kToday{2025, 2, 3};

/// All an inventory is inspected by, to be broken.
struct Section {
  CaseInventory inventory;
  InventoryTitle first_page;
  bool is_source = true;
  int last_before = 41;
  int total = 4;
  int first = 42;
  int last = 45;
  std::vector<InventoryRow> rows;

  [[nodiscard]] InspectedInventory inspected() const {
    return {inventory, first_page, is_source, last_before, total, first, last, 250, rows};
  }
};

InventoryRow row(int number, VolumeKey key, const char* heading, const char* own_title,
                 const CalendarDate& first, const CalendarDate& last) {
  InventoryRow made;
  made.number = number;
  made.key = std::move(key);
  made.heading = heading;
  made.own_title = own_title;
  made.first_day = first;
  made.last_day = last;
  made.sheets = 120;
  made.rule.authority = {"236", "2019", "19", "а", true};
  return made;
}

/// Nothing is wrong with it.
Section sound() {
  Section made;
  made.first_page = {"Дом выдуманного творчества", "117", {}, {}};
  CaseInventory& inventory = made.inventory;
  inventory.list = "1";
  inventory.year = 2023;
  inventory.title = {"Дом выдуманного творчества", "117", CalendarDate{2022, 9, 1},
                     CalendarDate{2023, 12, 29}};
  inventory.founder_history = "Дом выдуманного творчества открыт в Небывалом переулке.";
  inventory.fonds_history = "Документы фонда пересказаны для примера.";
  inventory.composer = "методист И. И. Примерова";
  inventory.keeper = "секретарь О. О. Образцов";
  inventory.agreed = "№ 2 от 20.01.2025";
  made.rows = {
      row(42, {2023, "01-03", 1}, "Приказы директора", "№ 1 – № 54", {2023, 1, 9}, {2023, 6, 30}),
      row(43, {2023, "01-03", 2}, "Приказы директора", "№ 55 – № 97", {2023, 7, 3}, {2023, 12, 29}),
      row(44, {2023, "01-04", 1}, "Протоколы совета кружка. № 1–9", "", {2023, 1, 20},
          {2023, 12, 15}),
      row(45, {2022, "02-01", 1}, "Летопись кружка мыльных пузырей", "", {2022, 9, 1},
          {2023, 8, 31})};
  return made;
}

/// The same as a list of employees' records.
void make_personnel(Section& section) {
  section.inventory.kind = InventoryKind::personnel;
  for (InventoryRow& each : section.rows) {
    each.rule.kind = PeriodKind::personnel_50_75;
    each.years = 50;
  }
}

/// "extent! 43 45": the exclamation mark of an error, the numbers of its rows.
std::string line_of(Check check, Weight weight, std::string_view numbers) {
  std::string line(name_of(check));
  if (weight == kError) line += '!';
  return numbers.empty() ? line : line + ' ' + std::string(numbers);
}

std::vector<std::string> found(const Section& section, const CalendarDate& day = kToday) {
  std::vector<std::string> lines;
  for (const InventoryFinding& each : findings_in(section.inspected(), day)) {
    std::string numbers;
    for (const int number : each.numbers) {
      numbers += (numbers.empty() ? "" : " ") + std::to_string(number);
    }
    lines.push_back(line_of(each.check, each.weight, numbers));
    EXPECT_FALSE(each.text.empty());
  }
  return lines;
}

TEST(InventoryLint, FindsNothingInASoundInventory) {
  EXPECT_THAT(found(sound()), IsEmpty());
  Section personnel = sound();
  make_personnel(personnel);
  EXPECT_THAT(found(personnel), IsEmpty());
}

/// One fault, and all that is to be said of it.
struct Broken {
  Check check;
  Weight weight;
  std::string_view numbers;
  void (*break_it)(Section& section);
};

constexpr auto kBroken = std::to_array<Broken>({
    {Check::fonds_number, kError, "",
     [](Section& s) { s.inventory.title.fonds = s.first_page.fonds = ""; }},
    {Check::fonds_number, kWarning, "",
     [](Section& s) {
       s.inventory.title.fonds = s.first_page.fonds = " ";
       s.is_source = false;
     }},
    {Check::list_number, kError, "", [](Section& s) { s.inventory.list.clear(); }},
    {Check::institution, kError, "",
     [](Section& s) { s.inventory.title.institution = s.first_page.institution = ""; }},
    {Check::title_fonds, kError, "", [](Section& s) { s.first_page.fonds = "118"; }},
    {Check::title_fonds, kError, "", [](Section& s) { s.inventory.title.fonds.clear(); }},
    {Check::title_institution, kError, "",
     [](Section& s) { s.first_page.institution = "Дом придуманного творчества"; }},
    {Check::title_institution, kError, "", [](Section& s) { s.first_page.institution.clear(); }},
    {Check::title_days, kError, "",
     [](Section& s) { s.inventory.title.first_day = {2022, 9, 2}; }},
    {Check::title_days, kError, "", [](Section& s) { s.inventory.title.last_day.reset(); }},
    {Check::year_over, kError, "",
     [](Section& s) {
       s.inventory.year = 2025;
       for (InventoryRow& each : s.rows) each.last_day->year = 2025;
       s.inventory.title.last_day = {2025, 12, 29};
     }},
    {Check::numbers_follow, kError, "42", [](Section& s) { s.last_before = 40; }},
    {Check::numbers_follow, kError, "42", [](Section& s) { s.last_before = 42; }},
    {Check::numbers_step, kError, "43 45", [](Section& s) { s.rows[2].number = 43; }},
    {Check::numbers_step, kError, "46 45", [](Section& s) { s.rows[2].number = 46; }},
    {Check::total, kError, "", [](Section& s) { s.total = 5; }},
    {Check::total, kError, "", [](Section& s) { s.total = -4; }},
    {Check::range, kError, "", [](Section& s) { s.first = 41; }},
    {Check::range, kError, "", [](Section& s) { s.last = 46; }},
    {Check::heading, kError, "45", [](Section& s) { s.rows[3].heading = " "; }},
    {Check::closed, kError, "43", [](Section& s) { s.rows[1].state = VolumeState::open; }},
    {Check::closed, kError, "44 45",
     [](Section& s) {
       s.rows[2].state = VolumeState::transferred;
       s.rows[3].state = VolumeState::destroyed;
     }},
    {Check::days_known, kError, "42 44",
     [](Section& s) {
       s.rows[0].first_day.reset();
       s.rows[2].last_day.reset();
     }},
    {Check::days_ordered, kError, "42",
     [](Section& s) { std::swap(s.rows[0].first_day, s.rows[0].last_day); }},
    {Check::year_of_volume, kError, "45", [](Section& s) { s.rows[3].last_day = {2022, 12, 15}; }},
    {Check::real_days, kWarning, "44",
     [](Section& s) {
       s.rows[2].first_day = {2023, 1, 1};
       s.rows[2].last_day = s.inventory.title.last_day = {2023, 12, 31};
     }},
    {Check::extent, kError, "43", [](Section& s) { s.rows[1].sheets = 0; }},
    {Check::most_sheets, kWarning, "42 44",
     [](Section& s) { s.rows[0].sheets = s.rows[2].sheets = 270; }},
    {Check::most_sheets, kError, "44", [](Section& s) { s.rows[2].sheets = 271; }},
    {Check::right_list, kError, "45",
     [](Section& s) {
       s.rows[3].rule.kind = PeriodKind::years;
       s.rows[3].rule.years = 10;
     }},
    {Check::right_list, kError, "42 43 44 45",
     [](Section& s) { s.inventory.kind = InventoryKind::long_term; }},
    {Check::personnel_period, kError, "44",
     [](Section& s) {
       make_personnel(s);
       s.rows[2].years = 75;
     }},
    {Check::authority, kError, "43", [](Section& s) { s.rows[1].rule.authority.article = ""; }},
    {Check::authority, kWarning, "45",
     [](Section& s) { s.rows[3].rule.authority.verified = false; }},
    {Check::numbers_in_heading, kError, "43", [](Section& s) { s.rows[1].own_title.clear(); }},
    {Check::parts_together, kError, "44",
     [](Section& s) {
       std::swap(s.rows[1].key, s.rows[2].key);
       s.rows[1].heading = s.rows[2].heading;
     }},
    {Check::founder_history, kError, "", [](Section& s) { s.inventory.founder_history.clear(); }},
    {Check::fonds_history, kError, "", [](Section& s) { s.inventory.fonds_history = " \t"; }},
    {Check::signers, kError, "", [](Section& s) { s.inventory.composer.clear(); }},
    {Check::signers, kError, "", [](Section& s) { s.inventory.keeper.clear(); }},
    {Check::commission, kError, "", [](Section& s) { s.inventory.agreed.clear(); }},
});

constexpr bool is_broken_somewhere(std::size_t check) {
  return std::any_of(kBroken.begin(), kBroken.end(), [&](const Broken& each) {
    return static_cast<std::size_t>(each.check) == check;
  });
}
constexpr bool every_check_is_broken() {
  for (std::size_t i = 0; i < kInventoryChecks.size(); ++i) {
    if (!is_broken_somewhere(i)) return false;
  }
  return true;
}
static_assert(every_check_is_broken(), "a check nobody has tried to fail");

TEST(InventoryLint, EveryFaultIsFoundAndNothingElseIs) {
  for (std::size_t i = 0; i < kBroken.size(); ++i) {
    const Broken& each = kBroken.at(i);
    Section section = sound();
    each.break_it(section);
    EXPECT_THAT(found(section), ElementsAre(line_of(each.check, each.weight, each.numbers)))
        << "case " << i;
  }
}

TEST(InventoryLint, ErrorsStandBeforeWarningsEachInTheOrderOfTheChecks) {
  Section section = sound();
  section.is_source = false;
  section.inventory.title.fonds = section.first_page.fonds = "";
  section.inventory.agreed.clear();
  section.inventory.list.clear();
  section.rows[0].sheets = 251;
  section.rows[1].sheets = 300;
  section.rows[3].heading.clear();
  EXPECT_THAT(found(section), ElementsAre("list_number!", "heading! 45", "most_sheets! 43",
                                          "commission!", "fonds_number", "most_sheets 42"));
}

TEST(InventoryLint, AYearIsOverOnTheFirstDayOfTheNext) {
  EXPECT_THAT(found(sound(), {2023, 12, 31}), ElementsAre("year_over!"));
  EXPECT_THAT(found(sound(), {2024, 1, 1}), IsEmpty());
}

TEST(InventoryLint, TheFirstSectionOfAListBeginsWithOne) {
  Section section = sound();
  section.last_before = 0;
  EXPECT_THAT(found(section), ElementsAre("numbers_follow! 42"));
  section.first = 1;
  section.last = 4;
  for (InventoryRow& each : section.rows) each.number -= 41;
  EXPECT_THAT(found(section), IsEmpty());
}

TEST(InventoryLint, ALetterBetweenTheNamesOfBothPagesIsSeen) {
  Section section = sound();
  section.first_page.institution = "Дом выдуманного творчества ";
  EXPECT_THAT(found(section), ElementsAre("title_institution!"));
}

TEST(InventoryLint, AnEmptyInventoryLacksWhatItMustSayAndItsRows) {
  Section section;
  section.total = section.first = section.last = section.last_before = 0;
  EXPECT_THAT(found(section), ElementsAre("fonds_number!", "list_number!", "institution!", "total!",
                                          "founder_history!", "fonds_history!", "signers!",
                                          "signers!", "commission!"));
}

TEST(InventoryLint, NumbersAsLargeAsTheyGetAreCountedRight) {
  Section section = sound();
  section.last_before = kMost;
  section.total = section.first = section.last = kMost;
  for (InventoryRow& each : section.rows) {
    each.number = kMost;
    each.years = kMost;
    each.sheets = kMost;
  }
  EXPECT_THAT(
      found(section),
      ElementsAre("numbers_follow! 2147483647", "numbers_step! 2147483647 2147483647 2147483647",
                  "total!", "most_sheets! 2147483647 2147483647 2147483647 2147483647"));
  section.inventory.year = kMost;
  section.rows[0].number = std::numeric_limits<int>::min();
  section.rows[1].key.number = std::numeric_limits<int>::min();
  EXPECT_THAT(found(section), testing::Contains("year_over!"));
}

TEST(InventoryLint, WithoutAnyDayOnlyTheirLackIsTold) {
  Section section = sound();
  for (InventoryRow& each : section.rows) {
    each.first_day.reset();
    each.last_day = {kMost, 0, kMost};
  }
  EXPECT_THAT(found(section), ElementsAre("days_known! 42 43 44 45"));
  make_personnel(section);
  EXPECT_THAT(found(section), ElementsAre("days_known! 42 43 44 45"));
}

TEST(InventoryLint, AnyBytesAreShownAsText) {
  Section section = sound();
  section.inventory.title.institution = "\xff{}\n";
  section.rows[1].heading = "\xd0Приказы\xff";
  EXPECT_THAT(found(section), ElementsAre("title_institution!"));
  const std::string text = findings_in(section.inspected(), kToday).front().text;
  EXPECT_EQ(text.find('\n'), std::string::npos) << text;
}

TEST(InventoryLint, WhatGoesIntoNoInventoryHasNoKindOfOne) {
  AnyRetention any;
  std::array<int, kInventoryKinds.size() + 1> seen{};
  for (int i = 0; i < 20'000; ++i) {
    const RetentionRule rule = any.rule();
    const auto kind = inventory_kind_of(rule);
    EXPECT_EQ(kind.has_value(), goes_into_inventories(rule)) << name_of(rule.kind) << rule.years;
    ++seen.at(kind ? static_cast<std::size_t>(*kind) : kInventoryKinds.size());
  }
  EXPECT_THAT(seen, testing::Each(testing::Gt(100))) << "the sample must show something";
}

TEST(InventoryLint, TheKindOfAnInventoryIsThatOfThePeriod) {
  const auto kind = [](PeriodKind period, int years = 0, int local = 0) {
    RetentionRule rule;
    rule.kind = period;
    rule.years = years;
    if (local > 0) rule.local = {"№ 4", local};
    return inventory_kind_of(rule);
  };
  EXPECT_EQ(kind(PeriodKind::permanent), InventoryKind::permanent);
  EXPECT_EQ(kind(PeriodKind::until_liquidation), InventoryKind::permanent);
  EXPECT_EQ(kind(PeriodKind::personnel_50_75), InventoryKind::personnel);
  EXPECT_EQ(kind(PeriodKind::years, 10), std::nullopt);
  EXPECT_EQ(kind(PeriodKind::years, 11), InventoryKind::long_term);
  EXPECT_EQ(kind(PeriodKind::years, kMost), InventoryKind::long_term) << "a time, however long";
  EXPECT_EQ(kind(PeriodKind::years, 5, 10), std::nullopt);
  EXPECT_EQ(kind(PeriodKind::years, 5, 11), InventoryKind::long_term);
  EXPECT_EQ(kind(PeriodKind::until_not_needed, 10), std::nullopt);
  EXPECT_EQ(kind(PeriodKind::until_not_needed, 11), InventoryKind::long_term);
  EXPECT_EQ(kind(PeriodKind::until_replaced, 11), std::nullopt);
  EXPECT_EQ(kind(PeriodKind::until_replaced, 0, 11), InventoryKind::long_term);
}

}  // namespace
}  // namespace fonds
