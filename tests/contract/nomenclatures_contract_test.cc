#include "catalogue/nomenclatures.h"

#include <gmock/gmock.h>

#include "catalogue_fixture.h"

namespace fonds {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

const Actor kArchivist{"archivist", Role::archivist};
const Actor kDirector{"director", Role::director};

class NomenclaturesContract : public CatalogueFixture {
 protected:
  static NomenclatureItem item() {
    NomenclatureItem made;
    made.index = "02-05";
    made.title = "Протоколы «аттестации»";
    made.rule.kind = PeriodKind::until_not_needed;
    made.rule.years = 3;
    made.rule.trigger = Trigger::learner_left;
    made.rule.mark = AppraisalMark::epk;
    made.rule.condition = RetentionCondition::audit;
    made.rule.authority = {"236", "2019", "19", "а", true};
    made.rule.local = {"№ 4 от 01.12.2023", 7};
    made.note = "уч. год";
    made.carrier = Carrier::hybrid;
    made.ongoing = true;
    made.school_year = true;
    return made;
  }
  static Nomenclature list_of(int year) {
    NomenclatureItem reserve;
    reserve.index = "02-06";
    reserve.title = "Резерв";
    reserve.reserve = true;
    return {year, {{"01", "Делопроизводство"}, {"02", "Учебная часть"}}, {item(), reserve}};
  }
  void put(const Nomenclature& list) {
    Transaction transaction(database());
    all().put_draft(transaction, kArchivist, list);
    transaction.commit();
  }
  void set_state(const NomenclatureCard& card, const Actor& actor) {
    Transaction transaction(database());
    all().set_state(transaction, actor, card);
    transaction.commit();
  }
  Nomenclatures all() { return Nomenclatures(database()); }
};
FONDS_ON_BOTH_ENGINES(NomenclaturesContract);

TEST_P(NomenclaturesContract, AListComesBackWholeAndInItsOrder) {
  put(list_of(2027));
  EXPECT_EQ(all().find(2027), list_of(2027));
  const NomenclatureCard card = all().card(2027).value();
  EXPECT_EQ(card.state, NomenclatureState::draft);
  EXPECT_EQ(card.revision, 1);
  EXPECT_EQ(card.items, 2U);
  EXPECT_EQ(card.changed_by, "archivist");
  EXPECT_FALSE(all().card(2026));
  EXPECT_FALSE(all().find(2026));
}

TEST_P(NomenclaturesContract, ADraftTakesThePlaceOfTheOneBefore) {
  put(list_of(2027));
  NomenclatureCard agreed = all().card(2027).value();
  agreed.state = NomenclatureState::agreed;
  agreed.agreed = "№ 3";
  set_state(agreed, kArchivist);
  Nomenclature shorter = list_of(2027);
  shorter.items.pop_back();
  shorter.sections.pop_back();
  put(shorter);
  EXPECT_EQ(all().find(2027), shorter);
  EXPECT_EQ(all().card(2027)->state, NomenclatureState::draft);
  EXPECT_EQ(all().card(2027)->agreed, "") << "nobody has agreed to this list";
  EXPECT_EQ(all().card(2027)->revision, 3);
}

TEST_P(NomenclaturesContract, AnItemIsReplacedInItsPlace) {
  put(list_of(2027));
  NomenclatureItem heading = item();
  heading.index = "02-06";
  heading.title = "Протоколы жюри";
  Transaction transaction(database());
  all().set_item(transaction, kDirector, 2027, heading);
  transaction.commit();
  Nomenclature expected = list_of(2027);
  expected.items[1] = heading;
  EXPECT_EQ(all().find(2027), expected);
  EXPECT_EQ(all().card(2027)->revision, 2);
  EXPECT_EQ(all().card(2027)->changed_by, "director");
}

TEST_P(NomenclaturesContract, WhatBecameOfItIsKept) {
  put(list_of(2027));
  put(list_of(2026));
  NomenclatureCard card = all().card(2027).value();
  card.state = NomenclatureState::approved;
  card.agreed = "№ 3 от 12.12.2026";
  card.approval = "12";
  card.approved_on = CalendarDate{2026, 12, 25};
  card.approved_by = "director";
  set_state(card, kDirector);
  const std::vector<NomenclatureCard> cards = all().list();
  ASSERT_THAT(cards, SizeIs(2));
  EXPECT_EQ(cards[0].year, 2026);
  EXPECT_FALSE(cards[0].approved_on);
  EXPECT_EQ(cards[1].state, NomenclatureState::approved);
  EXPECT_EQ(cards[1].agreed, "№ 3 от 12.12.2026");
  EXPECT_EQ(cards[1].approval, "12");
  EXPECT_EQ(cards[1].approved_on, (CalendarDate{2026, 12, 25}));
  EXPECT_EQ(cards[1].approved_by, "director");
  EXPECT_EQ(cards[1].changed_by, "director");
  EXPECT_EQ(cards[1].revision, 2);
}

TEST_P(NomenclaturesContract, WithoutCommitNothingIsKept) {
  {
    Transaction transaction(database());
    all().put_draft(transaction, kArchivist, list_of(2027));
  }
  EXPECT_THAT(all().list(), IsEmpty());
}

}  // namespace
}  // namespace fonds
