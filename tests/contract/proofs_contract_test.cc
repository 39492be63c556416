#include "catalogue/proofs.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "catalogue/cards.h"
#include "catalogue/documents.h"
#include "catalogue/students.h"
#include "catalogue_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class ProofsContract : public CatalogueFixture {
 protected:
  DocumentId paper() {
    Transaction transaction(database());
    Documents documents(database());
    const auto id =
        documents.add(transaction, documents.add_intake(transaction, "file", ""), {original()}).id;
    transaction.commit();
    return id;
  }
  StudentId student(const std::string& last, const std::string& collective = "") {
    Student made;
    made.name = {last, "Прохор", ""};
    if (!collective.empty()) made.memberships = {{collective, "", "", 2023, {}, {}}};
    Transaction transaction(database());
    const StudentId id = Students(database()).add(transaction, made);
    transaction.commit();
    return id;
  }
  static FieldValue value(std::string field, std::string text) {
    FieldValue made;
    made.field = std::move(field);
    made.value = std::move(text);
    made.confidence = 0.9;
    return made;
  }
  static StudentLink link(StudentId student, LinkState state, int mention) {
    StudentLink made;
    made.student = student;
    made.state = state;
    made.mention = mention;
    return made;
  }
  static PersonMention row(int number, std::string result) {
    PersonMention made;
    made.role = PersonRole::listed;
    made.row = number;
    made.result = std::move(result);
    return made;
  }
  void read(DocumentId id, const std::vector<FieldValue>& values,
            const std::vector<PersonMention>& mentions = {},
            const std::vector<StudentLink>& links = {}) {
    Transaction transaction(database());
    Cards(database()).record_reading(transaction, id, 1, values, mentions, links);
    transaction.commit();
  }
  void say(DocumentId id, StudentId student, LinkState state) {
    Transaction transaction(database());
    Cards(database()).set_link(transaction, id, link(student, state, 0));
    transaction.commit();
  }
  void state(DocumentId id, StudentId record, std::string field, std::string text) {
    Transaction transaction(database());
    Proofs(database())
        .set_word(transaction, id, {record, std::move(field), std::move(text), "osipova", ""});
    transaction.commit();
  }
  std::vector<DocumentId> all() {
    std::vector<DocumentId> ids;
    Proofs(database()).each([&](const ProofPaper& each) { ids.push_back(each.document); });
    return ids;
  }
  ProofPaper of(DocumentId id) { return Proofs(database()).of(id).value(); }
};
FONDS_ON_BOTH_ENGINES(ProofsContract);

TEST_P(ProofsContract, APaperNobodyHasReadIsNone) {
  const DocumentId id = paper();
  EXPECT_THAT(all(), IsEmpty());
  EXPECT_FALSE(Proofs(database()).of(id));
  EXPECT_FALSE(Proofs(database()).of({99}));
}

TEST_P(ProofsContract, APaperComesWithItsValuesItsRowsAndItsStudents) {
  const StudentId first = student("Зябликов", "Лира");
  const StudentId second = student("Чижов");
  const DocumentId id = paper();
  read(id, {value("kind", "competition_protocol"), value("level", "zonal")},
       {row(1, "1 место"), row(2, "")},
       {link(first, LinkState::linked, 1), link(second, LinkState::offered, 2)});
  say(id, second, LinkState::linked);

  const ProofPaper found = of(id);
  EXPECT_EQ(found.document, id);
  EXPECT_FALSE(found.accession.empty());
  EXPECT_EQ(text_of(found.card, "kind"), "competition_protocol");
  EXPECT_EQ(value_of(found.card, "level")->confidence, 0.9);
  EXPECT_FALSE(found.names_holder);
  ASSERT_EQ(found.links.size(), 3U);
  EXPECT_EQ(found.links[0].student, first);
  EXPECT_EQ(found.links[0].result, "1 место");
  EXPECT_EQ(found.links[0].role, PersonRole::listed);
  EXPECT_EQ(found.links[1].origin, Origin::machine);
  EXPECT_EQ(found.links[1].state, LinkState::offered);
  EXPECT_EQ(found.links[2].origin, Origin::person);
  EXPECT_EQ(found.links[2].state, LinkState::linked);
  EXPECT_FALSE(found.links[2].role) << "a person's link is not by a name";
  EXPECT_EQ(found.students.at(first).name, "Зябликов Прохор");
  ASSERT_EQ(found.students.at(first).memberships.size(), 1U);
  EXPECT_EQ(found.students.at(first).memberships[0].collective, "Лира");
  EXPECT_EQ(found.students.at(first).memberships[0].school_year, 2023);
}

TEST_P(ProofsContract, APaperThatIsGivenToSomebodySaysSo) {
  const DocumentId id = paper();
  PersonMention holder = row(0, "");
  holder.role = PersonRole::holder;
  read(id, {}, {row(0, ""), holder});
  EXPECT_TRUE(of(id).names_holder);
}

TEST_P(ProofsContract, StudentsThatBecameOneStandAsOneUntilTheyAreParted) {
  const StudentId kept = student("Зябликов", "Лира");
  const StudentId merged = student("Зябликова", "Парус");
  const DocumentId id = paper();
  read(id, {}, {row(1, "")}, {link(merged, LinkState::linked, 1)});
  {
    Transaction transaction(database());
    Students(database()).merge(transaction, actor_, kept, merged);
    transaction.commit();
  }
  ProofPaper found = of(id);
  EXPECT_EQ(found.links[0].student, kept);
  EXPECT_EQ(found.links[0].record, merged);
  EXPECT_EQ(found.students.at(kept).name, "Зябликов Прохор");
  EXPECT_EQ(found.students.at(kept).memberships.size(), 2U);
  EXPECT_THAT(Proofs(database()).linked_to(kept), ElementsAre(id));
  {
    Transaction transaction(database());
    Students(database()).part(transaction, actor_, merged);
    transaction.commit();
  }
  EXPECT_EQ(of(id).links[0].student, merged);
  EXPECT_THAT(Proofs(database()).linked_to(kept), IsEmpty());
}

TEST_P(ProofsContract, APersonsWordsAreKeptReplacedAndTakenBack) {
  const DocumentId id = paper();
  read(id, {});
  state(id, {7}, "control", "interim");
  state(id, {7}, "control", "final");
  state(id, {0}, "counts", "no");
  state(id, {7}, "place", "");

  auto words = of(id).words;
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[0].record, StudentId{0});
  EXPECT_EQ(words[1].field, "control");
  EXPECT_EQ(words[1].value, "final");
  EXPECT_EQ(words[1].by, "osipova");
  EXPECT_FALSE(words[1].decided_at.empty());
  EXPECT_EQ(words[2].value, "") << "a person says that there is none";

  read(id, {value("kind", "diploma")});
  EXPECT_EQ(of(id).words.size(), 3U) << "a new reading changes none";
  {
    Transaction transaction(database());
    Proofs(database()).take_back_word(transaction, id, {7}, "control");
    transaction.commit();
  }
  EXPECT_EQ(of(id).words.size(), 2U);
  EXPECT_THROW(state(id, {7}, "colour", "red"), Error);
  EXPECT_THROW(state({99}, {7}, "control", "final"), Error);
}

TEST_P(ProofsContract, PapersComeInOrderHoweverManyThereAre) {
  constexpr int kMoreThanAreHeldAtOnce = 520;
  std::vector<DocumentId> ids;
  {
    Transaction transaction(database());
    Documents documents(database());
    const IntakeId intake = documents.add_intake(transaction, "file", "");
    for (int i = 0; i < kMoreThanAreHeldAtOnce; ++i) {
      ids.push_back(documents.add(transaction, intake, {original()}).id);
      Cards(database()).record_reading(transaction, ids.back(), 1, {}, {}, {});
    }
    transaction.commit();
  }
  EXPECT_EQ(all(), ids);
}

TEST_P(ProofsContract, PapersAndMembersOfACollectiveAreFoundWhateverTheLetters) {
  const DocumentId id = paper();
  read(paper(), {value("collective", "Парус")});
  read(id, {value("collective", "ЗОРЬКА")});
  const StudentId member = student("Чижов", "Зорька");
  student("Зябликов", "Лира");

  EXPECT_THAT(Proofs(database()).naming("зорька"), ElementsAre(id));
  EXPECT_THAT(Proofs(database()).naming("Лира"), IsEmpty());
  const auto members = Proofs(database()).attending("ЗорькА");
  ASSERT_EQ(members.size(), 1U);
  EXPECT_EQ(members[0].first, member);
  EXPECT_EQ(members[0].second.school_year, 2023);
}

}  // namespace
}  // namespace fonds
