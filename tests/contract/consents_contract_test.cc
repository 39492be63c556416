#include "catalogue/consents.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "catalogue/documents.h"
#include "catalogue/students.h"
#include "catalogue_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class ConsentsContract : public CatalogueFixture {
 protected:
  StudentId student() {
    Student made;
    made.name = {"Зябликов", "Прохор", ""};
    Transaction transaction(database());
    const StudentId id = Students(database()).add(transaction, made);
    transaction.commit();
    return id;
  }
  DocumentId paper() {
    Transaction transaction(database());
    Documents documents(database());
    const auto id =
        documents.add(transaction, documents.add_intake(transaction, "file", ""), {original()}).id;
    transaction.commit();
    return id;
  }
  Consent consent(StudentId student) {
    Consent made;
    made.student = student;
    made.given_by = "Зябликова Н.";
    made.given_on = {2025, 9, 1};
    made.until = CalendarDate{2026, 8, 31};
    made.document = {7};
    return made;
  }
  template <class Record>
  std::int64_t add(const Record& record) {
    Transaction transaction(database());
    const std::int64_t id = Consents(database()).add(transaction, actor_, record);
    transaction.commit();
    return id;
  }
  void dismiss(DocumentId document, StudentId student) {
    Transaction transaction(database());
    Consents(database()).dismiss(transaction, actor_, document, student);
    transaction.commit();
  }
  ConsentRecords of(StudentId student) { return Consents(database()).of(student); }
};
FONDS_ON_BOTH_ENGINES(ConsentsContract);

TEST_P(ConsentsContract, RecordsComeBackWhole) {
  const StudentId who = student();
  EXPECT_THAT(of(who).consents, IsEmpty());
  Consent given = consent(who);
  given.id = add(given);
  given.recorded_by = actor_.login;
  Consent open = consent(who);
  open.scope = ConsentScope::processing;
  open.until.reset();
  open.id = add(open);
  open.recorded_by = actor_.login;
  Withdrawal withdrawn;
  withdrawn.student = who;
  withdrawn.withdrawn_on = {2026, 1, 10};
  withdrawn.document = {8};
  withdrawn.id = add(withdrawn);
  withdrawn.recorded_by = actor_.login;

  EXPECT_THAT(of(who).consents, ElementsAre(given, open));
  EXPECT_THAT(of(who).withdrawals, ElementsAre(withdrawn));
  EXPECT_EQ(Consents(database()).all().size(), 1U);
}

TEST_P(ConsentsContract, RecordsFollowAStudentWhoIsMergedAndParted) {
  const StudentId kept = student();
  const StudentId merged = student();
  add(consent(merged));
  {
    Transaction transaction(database());
    Students(database()).merge(transaction, actor_, kept, merged);
    transaction.commit();
  }
  EXPECT_EQ(of(kept).consents.size(), 1U);
  EXPECT_EQ(of(kept).consents[0].student, kept);
  {
    Transaction transaction(database());
    Students(database()).part(transaction, actor_, merged);
    transaction.commit();
  }
  EXPECT_THAT(of(kept).consents, IsEmpty());
  EXPECT_EQ(of(merged).consents.size(), 1U);
}

TEST_P(ConsentsContract, PapersThatWereDecidedOnAreKnown) {
  const StudentId who = student();
  const DocumentId dismissed = paper();
  add(consent(who));
  dismiss(dismissed, who);
  dismiss(dismissed, who);
  EXPECT_THAT(Consents(database()).decided(),
              ElementsAre(std::pair(dismissed, who), std::pair(DocumentId{7}, who)));
}

TEST_P(ConsentsContract, NobodysConsentIsRefused) { EXPECT_THROW(add(consent({99})), Error); }

}  // namespace
}  // namespace fonds
