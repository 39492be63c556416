#include "catalogue/cards.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "catalogue/documents.h"
#include "catalogue_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr StudentId kTimofey{7};
constexpr StudentId kNamesake{8};

FieldValue machine_value(std::string field, std::string value, double confidence = 0.9) {
  FieldValue made;
  made.field = std::move(field);
  made.value = std::move(value);
  made.confidence = confidence;
  made.reasons = {{"the title says {}", {"ГРАМОТА"}}};
  made.source = PlaceOnPage{1, {10, 20, 300, 40}};
  return made;
}

FieldValue persons_value(std::string field, std::string value) {
  FieldValue made;
  made.field = std::move(field);
  made.value = std::move(value);
  made.confidence = 1;
  made.origin = Origin::person;
  made.by = "osipova";
  return made;
}

PersonMention mention(std::string printed) {
  PersonMention made;
  made.printed = std::move(printed);
  made.parts = {"Кравцу", "Тимофею", ""};
  made.expected_case = GrammaticalCase::dative;
  made.role = PersonRole::holder;
  made.confidence = 0.75;
  made.legibility = 0.5;
  made.reasons = {{"stands after {}", {"вручается"}}};
  made.source = {2, {1, 2, 3, 4}};
  made.birth_date = CalendarDate{2013, 2, 12};
  made.organisation = "СОШ № 3";
  made.teacher = "Ткач М.О.";
  return made;
}

StudentLink link(StudentId student, LinkState state, double probability, int number = 1) {
  StudentLink made;
  made.student = student;
  made.state = state;
  made.probability = probability;
  made.mention = number;
  made.reasons = {{"the name agrees", {}}};
  return made;
}

class CardsContract : public CatalogueFixture {
 protected:
  DocumentId paper() {
    Transaction transaction(database());
    Documents documents(database());
    const auto id =
        documents.add(transaction, documents.add_intake(transaction, "file", ""), {original()}).id;
    transaction.commit();
    return id;
  }
  Cards cards() { return Cards(database()); }
  StoredCard load(DocumentId id) { return cards().load(id); }

  template <class Change>
  std::int64_t changed(DocumentId id, int waiting, Change&& change) {
    Transaction transaction(database());
    Cards all(database());
    change(all, transaction);
    const std::int64_t revision = all.close_change(transaction, id, waiting);
    transaction.commit();
    return revision;
  }
  void read(DocumentId id, int run, const std::vector<FieldValue>& values,
            const std::vector<PersonMention>& mentions = {},
            const std::vector<StudentLink>& links = {}, int waiting = 0) {
    changed(id, waiting, [&](Cards& all, Transaction& transaction) {
      all.record_reading(transaction, id, run, values, mentions, links);
    });
  }
  void say(DocumentId id, const FieldValue& value) {
    changed(id, 0, [&](Cards& all, Transaction& t) { all.set_value(t, id, value); });
  }
  void say(DocumentId id, StudentId student, LinkState state) {
    StudentLink word = link(student, state, 1, 0);
    word.origin = Origin::person;
    word.by = "osipova";
    word.reasons.clear();
    changed(id, 0, [&](Cards& all, Transaction& t) { all.set_link(t, id, word); });
  }
};
FONDS_ON_BOTH_ENGINES(CardsContract);

TEST_P(CardsContract, OfAPaperNobodyHasReadNothingIsKnown) {
  const StoredCard stored = load(paper());
  EXPECT_EQ(stored.revision, 0);
  EXPECT_TRUE(stored.card.values.empty());
  EXPECT_EQ(load(DocumentId{99}).revision, 0);
  EXPECT_THAT(cards().waiting({}, 10), IsEmpty());
  EXPECT_EQ(cards().count_waiting(), 0);
}

TEST_P(CardsContract, AReadingComesBackWhole) {
  const DocumentId id = paper();
  PersonMention row = mention("2. Ли Виктория");
  row.expected_case.reset();
  row.role = PersonRole::listed;
  row.birth_date.reset();
  row.age = 11;
  row.row = 2;
  row.result = "зачёт";
  FieldValue unplaced = machine_value("level", "");
  unplaced.source.reset();
  read(id, 3, {unplaced, machine_value("kind", "award")}, {mention("Кравцу Тимофею"), row},
       {link(kNamesake, LinkState::offered, 0.4), link(kTimofey, LinkState::linked, 0.99)});

  const StoredCard stored = load(id);
  EXPECT_EQ(stored.revision, 1);
  EXPECT_EQ(stored.run, 3);
  ASSERT_EQ(stored.card.values.size(), 2U);
  const FieldValue& kind = stored.card.values[0];
  EXPECT_EQ(kind.field, "kind") << "in the order of the table";
  EXPECT_EQ(kind.value, "award");
  EXPECT_EQ(kind.confidence, 0.9);
  EXPECT_EQ(kind.reasons, (std::vector<Reason>{{"the title says {}", {"ГРАМОТА"}}}));
  EXPECT_EQ(kind.source, (PlaceOnPage{1, {10, 20, 300, 40}}));
  EXPECT_EQ(kind.origin, Origin::machine);
  EXPECT_EQ(kind.by, "");
  EXPECT_FALSE(stored.card.values[1].source);
  ASSERT_EQ(stored.card.mentions.size(), 2U);
  const PersonMention& holder = stored.card.mentions[0];
  const PersonMention told = mention("Кравцу Тимофею");
  EXPECT_EQ(std::tie(holder.printed, holder.parts, holder.expected_case, holder.role),
            std::tie(told.printed, told.parts, told.expected_case, told.role));
  EXPECT_EQ(std::tie(holder.confidence, holder.legibility, holder.reasons, holder.source),
            std::tie(told.confidence, told.legibility, told.reasons, told.source));
  EXPECT_EQ(std::tie(holder.birth_date, holder.age, holder.organisation, holder.teacher),
            std::tie(told.birth_date, told.age, told.organisation, told.teacher));
  const PersonMention& listed = stored.card.mentions[1];
  EXPECT_EQ(std::tie(listed.expected_case, listed.role, listed.birth_date, listed.age, listed.row,
                     listed.result),
            std::tie(row.expected_case, row.role, row.birth_date, row.age, row.row, row.result));
  ASSERT_EQ(stored.card.links.size(), 2U);
  EXPECT_EQ(stored.card.links[0].student, kTimofey) << "the most probable first";
  EXPECT_EQ(stored.card.links[0].state, LinkState::linked);
  EXPECT_EQ(stored.card.links[0].mention, 1);
  EXPECT_EQ(stored.card.links[1].reasons, (std::vector<Reason>{{"the name agrees", {}}}));
}

TEST_P(CardsContract, APersonsValueOutlivesEveryNewReading) {
  const DocumentId id = paper();
  read(id, 1, {machine_value("number", "A-I3l2/99"), machine_value("date", "2024-05-15")});
  say(id, persons_value("number", "А-1312/99"));
  say(id, persons_value("place", ""));
  read(id, 2, {machine_value("number", "А-1812/99"), machine_value("place", "1")});

  const Card card = load(id).card;
  EXPECT_EQ(text_of(card, "number"), "А-1312/99");
  EXPECT_EQ(value_of(card, "number")->by, "osipova");
  EXPECT_EQ(text_of(card, "place"), "") << "a person says there is none";
  EXPECT_EQ(value_of(card, "place")->origin, Origin::person);
  EXPECT_EQ(value_of(card, "date"), nullptr) << "the machine no longer says so";
  ASSERT_EQ(card.values.size(), 4U) << "the machine's stand beside them";
  EXPECT_EQ(card.values[0].origin, Origin::person);
  EXPECT_EQ(card.values[1].value, "А-1812/99");
}

TEST_P(CardsContract, APersonMayChangeTheirMind) {
  const DocumentId id = paper();
  say(id, persons_value("level", "zonal"));
  say(id, persons_value("level", "regional"));
  ASSERT_EQ(load(id).card.values.size(), 1U);
  EXPECT_EQ(text_of(load(id).card, "level"), "regional");
}

TEST_P(CardsContract, APersonsWordOnAStudentOutlivesEveryNewReading) {
  const DocumentId id = paper();
  const auto both = [&](int number) {
    return std::vector{link(kTimofey, LinkState::offered, 0.6, number),
                       link(kNamesake, LinkState::linked, 0.997, number)};
  };
  read(id, 1, {}, {mention("Кравцу Т.")}, both(1));
  say(id, kNamesake, LinkState::refused);
  say(id, kTimofey, LinkState::linked);
  read(id, 2, {}, {mention("Осипова Н.В."), mention("Кравцу Т.")}, both(2));

  auto links = load(id).card.links;
  ASSERT_EQ(links.size(), 2U) << "one a student";
  EXPECT_EQ(links[0].student, kNamesake);
  EXPECT_EQ(links[0].state, LinkState::refused);
  EXPECT_EQ(links[0].probability, 0.997) << "what the machine thinks is still told";
  EXPECT_EQ(links[1].state, LinkState::linked);
  EXPECT_EQ(links[1].origin, Origin::person);
  EXPECT_EQ(links[1].by, "osipova");
  EXPECT_EQ(links[1].mention, 2) << "the name is another one now";

  read(id, 3, {}, {}, {});
  links = load(id).card.links;
  ASSERT_EQ(links.size(), 2U);
  for (const StudentLink& each : links) EXPECT_EQ(each.mention, 0);
}

TEST_P(CardsContract, TwoNamesOfOneStudentAreOneLink) {
  const DocumentId id = paper();
  read(id, 1, {}, {mention("Кравец Тимофей"), mention("Т. Кравец")},
       {link(kTimofey, LinkState::offered, 0.99, 1), link(kTimofey, LinkState::linked, 0.9, 2)});
  const auto links = load(id).card.links;
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links[0].state, LinkState::linked);
  EXPECT_EQ(links[0].mention, 2);
}

TEST_P(CardsContract, CorrectedLinesComeBackAndOutliveEveryNewReading) {
  const DocumentId id = paper();
  const TextCorrection first{1, 3, "Краsцу", "Кравцу", "osipova"};
  const TextCorrection second{2, 1, "~", "", "local"};
  changed(id, 0, [&](Cards& all, Transaction& t) { all.set_corrections(t, id, {second, first}); });
  read(id, 1, {machine_value("kind", "award")});

  auto kept = load(id).corrections;
  ASSERT_EQ(kept.size(), 2U);
  EXPECT_EQ(kept[0].page, 1);
  EXPECT_EQ(kept[0].line, 3);
  EXPECT_EQ(kept[0].machine, "Краsцу");
  EXPECT_EQ(kept[0].value, "Кравцу");
  EXPECT_EQ(kept[0].by, "osipova");
  EXPECT_EQ(kept[1].value, "");

  changed(id, 0, [&](Cards& all, Transaction& t) { all.set_corrections(t, id, {second}); });
  EXPECT_EQ(load(id).corrections.size(), 1U);
}

TEST_P(CardsContract, FactsOfSeveralCardsAreThoseOfEach) {
  const DocumentId first = paper();
  const DocumentId second = paper();
  const DocumentId unread = paper();
  read(first, 1, {machine_value("number", "12"), machine_value("kind", "award")}, {},
       {link(kTimofey, LinkState::offered, 0.6, 2), link(kNamesake, LinkState::offered, 0.7)});
  read(second, 1, {machine_value("kind", "award")}, {}, {link(kTimofey, LinkState::linked, 0.9)});
  say(first, persons_value("kind", "diploma"));
  say(first, kTimofey, LinkState::linked);

  auto cards_of = cards().load_facts({first, second, unread, DocumentId{99}});

  EXPECT_EQ(cards_of.size(), 4U);
  for (const DocumentId id : {first, second, unread, DocumentId{99}}) {
    const Card whole = load(id).card;
    const Card& facts = cards_of.at(id);
    ASSERT_EQ(facts.values.size(), whole.values.size());
    for (std::size_t i = 0; i < whole.values.size(); ++i) {
      EXPECT_EQ(facts.values[i].field, whole.values[i].field);
      EXPECT_EQ(facts.values[i].value, whole.values[i].value);
      EXPECT_EQ(facts.values[i].origin, whole.values[i].origin);
    }
    ASSERT_EQ(facts.links.size(), whole.links.size());
    for (std::size_t i = 0; i < whole.links.size(); ++i) {
      EXPECT_EQ(facts.links[i].student, whole.links[i].student);
      EXPECT_EQ(facts.links[i].state, whole.links[i].state);
      EXPECT_EQ(facts.links[i].mention, whole.links[i].mention);
    }
  }
  EXPECT_EQ(text_of(cards_of.at(first), "kind"), "diploma");
  EXPECT_EQ(cards_of.at(first).links.at(1).origin, Origin::person);
  EXPECT_THAT(cards().load_facts({}), IsEmpty());
}

TEST_P(CardsContract, CorrectionsOfSeveralPapersComeTogether) {
  const DocumentId first = paper();
  const DocumentId second = paper();
  const DocumentId none = paper();
  for (const DocumentId id : {first, second}) {
    changed(id, 0, [&](Cards& all, Transaction& t) {
      all.set_corrections(t, id, {{1, 2, "б", "в", "osipova"}, {1, 1, "а", "о", "osipova"}});
    });
  }

  const auto corrections = cards().load_corrections({none, second, first});

  ASSERT_EQ(corrections.size(), 2U);
  EXPECT_EQ(corrections.at(first).at(0).line, 1);
  EXPECT_EQ(corrections.at(second).at(1).value, "в");
  EXPECT_THAT(cards().load_corrections({}), IsEmpty());
}

TEST_P(CardsContract, EveryChangeRaisesTheRevision) {
  const DocumentId id = paper();
  const auto nothing = [](Cards&, Transaction&) {};
  EXPECT_EQ(changed(id, 0, nothing), 1);
  EXPECT_EQ(changed(id, 0, nothing), 2);
  EXPECT_EQ(load(id).revision, 2);
  {
    Transaction transaction(database());
    Cards all(database());
    all.set_value(transaction, id, persons_value("kind", "award"));
    all.close_change(transaction, id, 5);
  }
  EXPECT_EQ(load(id).revision, 2) << "what was not committed did not happen";
  EXPECT_TRUE(load(id).card.values.empty());
  EXPECT_EQ(cards().count_waiting(), 0);
}

TEST_P(CardsContract, TheMostUrgentComeFirstAndOfEqualsTheNewest) {
  std::vector<DocumentId> ids;
  for (const int waiting : {2, 1000, 0, 2, 1000, 1}) {
    ids.push_back(paper());
    read(ids.back(), 1, {}, {}, {}, waiting);
  }
  std::vector<DocumentId> order;
  std::optional<WaitingCard> after;
  for (;;) {  // page by page
    const auto page = cards().waiting(after, 2);
    for (const WaitingCard& each : page) order.push_back(each.document);
    if (page.size() < 2) break;
    after = page.back();
  }
  EXPECT_THAT(order, ElementsAre(ids[4], ids[1], ids[3], ids[0], ids[5]));
  EXPECT_EQ(cards().count_waiting(), 5);
  std::vector<DocumentId> before;
  for (const WaitingCard& each : cards().waiting_before({ids[0], 2}, 2)) {
    before.push_back(each.document);
  }
  EXPECT_THAT(before, ElementsAre(ids[3], ids[1])) << "the nearest first";
  EXPECT_THAT(cards().waiting_before({ids[4], 1000}, 2), IsEmpty());

  changed(ids[4], 0, [](Cards&, Transaction&) {});
  EXPECT_EQ(cards().waiting({}, 1).at(0).document, ids[1]) << "decided: waits no longer";
}

TEST_P(CardsContract, TheDocumentsOfAStudentAreFoundInOrder) {
  std::vector<DocumentId> ids;
  for (int i = 0; i < 3; ++i) {
    ids.push_back(paper());
    read(ids.back(), 1, {}, {mention("Кравцу Т.")}, {link(kTimofey, LinkState::offered, 0.6)});
  }
  say(ids[1], kTimofey, LinkState::linked);
  read(paper(), 1, {}, {mention("Ли В.")}, {link(kNamesake, LinkState::linked, 1)});

  EXPECT_THAT(cards().of_student(kTimofey, {}, 2), ElementsAre(ids[0], ids[1]));
  EXPECT_THAT(cards().of_student(kTimofey, ids[1], 2), ElementsAre(ids[2]));
  EXPECT_THAT(cards().of_student(StudentId{999}, {}, 2), IsEmpty());
}

TEST_P(CardsContract, ACardOfNoDocumentCannotBeMade) {
  Transaction transaction(database());
  EXPECT_THROW(cards().record_reading(transaction, DocumentId{99}, 1, {}, {}, {}), Error);
}

}  // namespace
}  // namespace fonds
