#include "archive/nomenclatures.h"

#include <gmock/gmock.h>

#include "catalogue/journal.h"
#include "support/fault_of.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

using testing::SizeIs;

const Actor kDirector{"director", Role::director};
const Actor kClerk{"clerk", Role::clerk};

class NomenclaturesTest : public testing::Test {
 protected:
  static Nomenclature list_of(int year, const char* period = "5 лет") {
    NomenclatureItem item;
    item.index = "01-05";
    item.title = "Журнал регистрации";
    item.rule = PeriodWords::shipped().read(period, "").rule.value();
    item.rule.authority = {"", "", "182", "г", false};
    return {year, {{"01", "Делопроизводство"}}, {item}};
  }
  ArchiveNomenclatures all() { return ArchiveNomenclatures(temp_.archive()); }
  std::string last_event() {
    Journal journal(temp_.archive().catalogue());
    return journal.after(journal.head() - 1, 1).back().event;
  }
  void agree(int year) { (void)all().agree(local_archivist(), year, "№ 3 от 12.12.2025"); }
  NomenclatureCard approve(int year) {
    return all().approve(kDirector, year, {"12", CalendarDate{2025, 12, 25}});
  }
  Fault approving(int year) {
    return fault_of([&] { (void)approve(year); });
  }
  TempArchive temp_;
};

TEST_F(NomenclaturesTest, IsDrawnUpAgreedAndApproved) {
  EXPECT_EQ(all().put(local_archivist(), list_of(2026)).state, NomenclatureState::draft);
  EXPECT_EQ(last_event(), "nomenclature.drafted");
  EXPECT_EQ(all().agree(local_archivist(), 2026, " № 3 от 12.12.2025 ").agreed,
            "№ 3 от 12.12.2025");
  EXPECT_EQ(last_event(), "nomenclature.agreed");
  const NomenclatureCard card = approve(2026);
  EXPECT_EQ(card.state, NomenclatureState::approved);
  EXPECT_EQ(card.approval, "12");
  EXPECT_EQ(card.approved_by, "director");
  EXPECT_EQ(last_event(), "nomenclature.approved");
  EXPECT_EQ(all().show(kClerk, 2026), list_of(2026));
  EXPECT_THAT(all().list(kClerk), SizeIs(1));
}

TEST_F(NomenclaturesTest, AnApprovedOneIsNotReplacedNorApprovedAgain) {
  (void)all().put(local_archivist(), list_of(2026));
  agree(2026);
  (void)approve(2026);
  EXPECT_EQ(fault_of([&] { (void)all().put(local_archivist(), list_of(2026)); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { agree(2026); }), Fault::usage);
  EXPECT_EQ(approving(2026), Fault::usage);
  EXPECT_EQ(all().put(local_archivist(), list_of(2027)).year, 2027);
}

TEST_F(NomenclaturesTest, AListThatIsReplacedMustBeAgreedToAnew) {
  (void)all().put(local_archivist(), list_of(2026));
  EXPECT_EQ(approving(2026), Fault::usage) << "nobody has agreed";
  agree(2026);
  (void)all().put(local_archivist(), list_of(2026, "10 лет"));
  EXPECT_EQ(approving(2026), Fault::usage) << "to another list";
  agree(2026);
  EXPECT_EQ(approve(2026).state, NomenclatureState::approved);
}

TEST_F(NomenclaturesTest, ErrorsForbidToAgree) {
  (void)all().put(local_archivist(), list_of(2026, "3 года"));
  ASSERT_FALSE(all().check(kClerk, 2026).empty());
  EXPECT_EQ(all().check(kClerk, 2026).front().code, "shortened");
  EXPECT_EQ(fault_of([&] { agree(2026); }), Fault::usage);
}

TEST_F(NomenclaturesTest, WhatIsMissingIsRefused) {
  EXPECT_EQ(fault_of([&] { (void)all().show(local_archivist(), 2026); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { (void)all().put(local_archivist(), list_of(0)); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)all().put(local_archivist(), {2026, {}, {}}); }), Fault::usage);
  (void)all().put(local_archivist(), list_of(2026));
  EXPECT_EQ(fault_of([&] { (void)all().agree(local_archivist(), 2026, "  "); }), Fault::usage);
  agree(2026);
  EXPECT_EQ(fault_of([&] {
              (void)all().approve(kDirector, 2026, {"", CalendarDate{2025, 12, 25}});
            }),
            Fault::usage);
  EXPECT_EQ(fault_of([&] {
              (void)all().approve(kDirector, 2026, {"12", CalendarDate{2999, 1, 1}});
            }),
            Fault::usage);
}

TEST_F(NomenclaturesTest, WhoDrawsItUpDoesNotApproveIt) {
  (void)all().put(local_archivist(), list_of(2026));
  agree(2026);
  EXPECT_EQ(fault_of([&] {
              (void)all().approve(local_archivist(), 2026, {"12", CalendarDate{2025, 12, 25}});
            }),
            Fault::denied);
  EXPECT_EQ(fault_of([&] { (void)all().put(kDirector, list_of(2027)); }), Fault::denied);
  EXPECT_EQ(fault_of([&] { (void)all().put(kClerk, list_of(2027)); }), Fault::denied);
}

TEST_F(NomenclaturesTest, TheFormHasEachSectionOnceAboveItsItems) {
  Nomenclature list = list_of(2026);
  list.items.push_back(list.items.front());
  list.items.back().index = "01-06";
  list.items.back().reserve = true;
  (void)all().put(local_archivist(), list);
  const NomenclatureForm form = all().form(kClerk, 2026);
  ASSERT_EQ(form.rows.size(), 3U);
  EXPECT_EQ(form.rows[0].title, "01 Делопроизводство");
  EXPECT_EQ(form.rows[1].period, "5 лет, art. 182г");
  EXPECT_EQ(form.rows[2].period, "");
}

/// Another archive handle that changes the list just when the first has looked at it.
TEST_F(NomenclaturesTest, OfTwoPeopleAtOnceTheSecondIsTold) {
  (void)all().put(local_archivist(), list_of(2026));
  agree(2026);
  const auto other = temp_.archive().reopen();
  const NomenclatureCard seen = all().card(kDirector, 2026);
  (void)ArchiveNomenclatures(*other).put(local_archivist(), list_of(2026, "10 лет"));
  EXPECT_GT(all().card(kDirector, 2026).revision, seen.revision);
  EXPECT_EQ(
      fault_of([&] {
        (void)all().approve(kDirector, 2026, {"12", CalendarDate{2025, 12, 25}, seen.revision});
      }),
      Fault::busy);
  EXPECT_EQ(all().card(kDirector, 2026).state, NomenclatureState::draft);
}

}  // namespace
}  // namespace fonds
