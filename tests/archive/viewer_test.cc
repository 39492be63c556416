#include "archive/viewer.h"

#include <gmock/gmock.h>

#include "archive/achievements.h"
#include "archive/blocks.h"
#include "archive/consents.h"
#include "archive/desk.h"
#include "archive/documents.h"
#include "archive/index.h"
#include "archive/people.h"
#include "archive/search.h"
#include "archive/student_choice.h"
#include "archive/students.h"
#include "catalogue/students.h"
#include "review_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

/// One paper, and a register: Тимофей attends «Маска», Анна «Маска» and «Лира», Зоя «Лира».
class ViewerTest : public ReviewFixture {
 protected:
  ViewerTest() {
    timofey_ = add("Кравец", "Тимофей", {{"Маска", 2023}});
    anna_ = add("Ким", "Анна", {{"Маска", 2023}, {"Лира", 2023}});
    zoya_ = add("Ли", "Зоя", {{"Лира", 2023}});
    for (const auto& [login, collective] : {std::pair{"t.mask", "Маска"}, {"t.lira", "Лира"}}) {
      User user;
      user.login = login;
      user.role = Role::teacher;
      user.collectives = {collective};
      ArchivePeople(temp_.archive()).add(local_archivist(), user);
    }
  }
  StudentId add(const char* last, const char* first,
                const std::vector<std::pair<const char*, int>>& attends) {
    Student student;
    student.name = {last, first, ""};
    for (const auto& [collective, year] : attends) {
      Membership membership;
      membership.collective = collective;
      membership.school_year = year;
      student.memberships.push_back(membership);
    }
    Transaction transaction(temp_.archive().catalogue());
    const StudentId id = Students(temp_.archive().catalogue()).add(transaction, student);
    transaction.commit();
    return id;
  }
  /// The paper, of 15.05.2024, is linked to these; what the machine is not sure of it offers.
  void link_to(const std::vector<StudentId>& linked, const std::vector<StudentId>& offered = {},
               const char* date = "2024-05-15") {
    PaperReading made = reading();
    made.date = decided(*date_span_from(date), 0.99);
    made.persons.clear();
    std::vector<StudentLink> links;
    for (const auto* list : {&linked, &offered}) {
      for (const StudentId student : *list) {
        made.persons.push_back(reading().persons.front());
        links.push_back(
            link(student.value, list == &linked ? LinkState::linked : LinkState::offered, 0.9));
        links.back().mention = static_cast<int>(made.persons.size());
      }
    }
    store(made, links, ++run_);
    ArchiveIndex(temp_.archive()).catch_up();
  }
  [[nodiscard]] Viewer viewer(const Actor& actor) { return {temp_.archive(), actor}; }
  bool sees(const Actor& actor) { return viewer(actor).sees(document_.id); }

  const Actor mask_{"t.mask", Role::teacher};
  const Actor lira_{"t.lira", Role::teacher};
  StudentId timofey_;
  StudentId anna_;
  StudentId zoya_;
  int run_ = 1;
};

TEST_F(ViewerTest, ATeacherSeesAPaperAllOfWhoseStudentsAttendTheOwnCollective) {
  link_to({timofey_});
  EXPECT_TRUE(sees(mask_));
  EXPECT_FALSE(sees(lira_));
  link_to({timofey_, anna_});
  EXPECT_TRUE(sees(mask_));
  EXPECT_FALSE(sees(lira_)) << "Тимофей is another's";
  link_to({anna_});
  EXPECT_TRUE(sees(mask_));
  EXPECT_TRUE(sees(lira_));
  link_to({timofey_, zoya_});
  EXPECT_FALSE(sees(mask_));
  EXPECT_FALSE(sees(lira_));
}

TEST_F(ViewerTest, WhoMayBeMeantCountsAsMuchAsWhoIs) {
  link_to({anna_}, {zoya_});
  EXPECT_FALSE(sees(mask_));
  EXPECT_TRUE(sees(lira_));
}

TEST_F(ViewerTest, TheDayOfThePaperDecidesWhoAttendedThen) {
  link_to({timofey_}, {}, "2020-05-15");
  EXPECT_FALSE(sees(mask_));
}

TEST_F(ViewerTest, WithoutStudentsThePaperIsItsCollectives) {
  PaperReading made = reading();
  made.persons.clear();
  made.collective = decided(std::string("МАСКА"), 0.99);
  store(made, {}, ++run_);
  EXPECT_TRUE(sees(mask_));
  EXPECT_FALSE(sees(lira_));
  made.collective = {};
  store(made, {}, ++run_);
  EXPECT_FALSE(sees(mask_)) << "nobody's paper is not everybody's";
}

TEST_F(ViewerTest, OfSeveralPapersTheSeenOnesAreTold) {
  link_to({timofey_});
  const DocumentId none{document_.id.value + 100};
  EXPECT_THAT(viewer(mask_).seen_of({none, document_.id}), ElementsAre(document_.id));
  EXPECT_THAT(viewer(lira_).seen_of({none, document_.id}), IsEmpty());
  EXPECT_THAT(viewer(mask_).seen_of({}), IsEmpty());
}

TEST_F(ViewerTest, OtherRolesSeeAllOrNothing) {
  link_to({timofey_});
  for (const Role role : {Role::clerk, Role::methodist, Role::archivist, Role::director}) {
    EXPECT_TRUE(sees({"x", role})) << name_of(role);
  }
  for (const Role role : {Role::teacher, Role::auditor, Role::administrator}) {
    EXPECT_FALSE(sees({"x", role})) << name_of(role) << " without collectives";
  }
}

/// What is hidden is not there: the same answer as for what never was.
TEST_F(ViewerTest, AHiddenPaperIsNotThereForAnyUseCase) {
  link_to({zoya_});
  ArchiveDocuments documents(temp_.archive());
  const auto hidden = [&](auto action) {
    EXPECT_EQ(fault_of([&] { action(document_.accession); }), Fault::not_found);
    try {
      action(std::string("2020-000009"));
    } catch (const Error& error) {
      const std::string other = error.what();
      try {
        action(document_.accession);
      } catch (const Error& same) {
        EXPECT_EQ(std::string(same.what()).size(), other.size());
      }
    }
  };
  hidden([&](const std::string& reference) { documents.show(mask_, reference); });
  hidden([&](const std::string& reference) { (void)documents.history(mask_, reference); });
  hidden([&](const std::string& reference) { review().show(mask_, reference); });
  EXPECT_EQ(fault_of([&] { (void)documents.text(mask_, document_); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { review().card_of(mask_, document_); }), Fault::not_found);
  int listed = 0;
  documents.list(mask_, {}, [&](const Document&) { ++listed; });
  EXPECT_EQ(listed, 0);
  EXPECT_EQ(review().list(mask_, 10, [&](const Reviewed&) { ++listed; }), 0);
  EXPECT_EQ(listed, 0);
  EXPECT_TRUE(ArchiveAchievements(temp_.archive()).list(mask_, {}).empty());
  EXPECT_EQ(ArchiveSearch(temp_.archive()).search(mask_, {"протокол", 0, 20, 100}).total, 0);
  EXPECT_EQ(ArchiveSearch(temp_.archive()).search(lira_, {"протокол", 0, 20, 100}).total, 1);
}

TEST_F(ViewerTest, ASeenPaperIsThereForAllOfThem) {
  link_to({timofey_});
  ArchiveDocuments documents(temp_.archive());
  EXPECT_EQ(documents.show(mask_, document_.accession).id, document_.id);
  int listed = 0;
  documents.list(mask_, {}, [&](const Document&) { ++listed; });
  EXPECT_EQ(listed, 1);
  EXPECT_EQ(ArchiveSearch(temp_.archive()).search(mask_, {"протокол", 0, 20, 100}).total, 1);
}

TEST_F(ViewerTest, ATeacherSeesTheStudentsOfTheOwnCollectiveOnly) {
  ArchiveStudents students(temp_.archive());
  std::vector<std::int64_t> seen;
  students.list(lira_, {}, [&](const Student& each) { seen.push_back(each.id.value); });
  EXPECT_THAT(seen, UnorderedElementsAre(anna_.value, zoya_.value));
  EXPECT_EQ(students.show(lira_, zoya_).student.id, zoya_);
  EXPECT_EQ(fault_of([&] { students.show(lira_, timofey_); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { students.each(lira_, [](Student&&) {}); }), Fault::denied);
}

TEST_F(ViewerTest, NobodyElsesStudentCanBeMeant) {
  const auto meant = [&](const char* typed) {
    return student_meant(temp_.archive(), lira_, Operation::read_students, typed);
  };
  EXPECT_EQ(meant("Ким"), anna_);
  EXPECT_EQ(meant(std::to_string(zoya_.value).c_str()), zoya_);
  EXPECT_EQ(fault_of([&] { (void)meant("Кравец"); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { (void)meant(std::to_string(timofey_.value).c_str()); }),
            Fault::not_found);
}

TEST_F(ViewerTest, ASearchByNameOffersTheCardOfWhomTheReaderSees) {
  link_to({anna_});
  const auto offered = [&](const Actor& actor, const char* query) {
    std::vector<std::int64_t> ids;
    for (const Student& each :
         ArchiveSearch(temp_.archive()).search(actor, {query, 0, 20, 100}).students) {
      ids.push_back(each.id.value);
    }
    return ids;
  };
  EXPECT_THAT(offered(clerk_, "Анны Ким"), ElementsAre(anna_.value));
  EXPECT_THAT(offered(lira_, "Ким"), ElementsAre(anna_.value));
  EXPECT_THAT(offered(clerk_, "протокол"), IsEmpty());
  EXPECT_THAT(offered(clerk_, "Кравец Тимофей"), ElementsAre(timofey_.value)) << "without a paper";
  EXPECT_THAT(offered(lira_, "Кравец Тимофей"), IsEmpty());
}

TEST_F(ViewerTest, ANewMembershipOpensThePaperInTheIndexToo) {
  link_to({timofey_});
  EXPECT_EQ(ArchiveSearch(temp_.archive()).search(lira_, {"протокол", 0, 20, 100}).total, 0);
  Student student = Students(temp_.archive().catalogue()).find(timofey_).value();
  ArchiveStudents(temp_.archive())
      .edit(local_archivist(), timofey_, {{"collective", "Лира"}, {"school_year", "2023/2024"}});
  ArchiveIndex(temp_.archive()).catch_up();
  EXPECT_EQ(ArchiveSearch(temp_.archive()).search(lira_, {"протокол", 0, 20, 100}).total, 1);
}

TEST_F(ViewerTest, ABlockedStudentsPapersAreThereForArchivistAndDirectorOnly) {
  link_to({timofey_});
  ArchiveBlocks blocks(temp_.archive());
  blocks.block(local_archivist(), BlockSubject::student, std::to_string(timofey_.value), "отзыв");
  ArchiveIndex(temp_.archive()).catch_up();
  const auto finds = [&](const Actor& actor) {
    return ArchiveSearch(temp_.archive()).search(actor, {"протокол", 0, 20, 100}).total;
  };
  for (const Actor& actor : {clerk_, other_, mask_}) {
    EXPECT_FALSE(sees(actor)) << actor.login;
    EXPECT_EQ(finds(actor), 0) << actor.login;
    EXPECT_EQ(fault_of([&] { ArchiveStudents(temp_.archive()).show(actor, timofey_); }),
              Fault::not_found);
    EXPECT_EQ(review().list(actor, 10, [](const Reviewed&) {}), 0);
  }
  for (const Actor& actor : {local_archivist(), Actor{"director", Role::director}}) {
    EXPECT_TRUE(sees(actor)) << actor.login;
    EXPECT_EQ(finds(actor), 1) << actor.login;
  }
  EXPECT_TRUE(
      blocks.lift(local_archivist(), BlockSubject::student, std::to_string(timofey_.value)));
  ArchiveIndex(temp_.archive()).catch_up();
  EXPECT_EQ(finds(clerk_), 1);
}

TEST_F(ViewerTest, WhatIsHiddenJustNowIsNotShownBeforeTheIndexKnows) {
  link_to({timofey_});
  const auto finds = [&](const Actor& actor) {
    return ArchiveSearch(temp_.archive()).search(actor, {"протокол", 0, 20, 100});
  };
  ASSERT_EQ(finds(clerk_).total, 1);
  ASSERT_EQ(finds(mask_).total, 1);
  review().set_link(local_archivist(), document_.accession, zoya_, LinkState::linked);
  EXPECT_EQ(finds(mask_).total, 0);
  EXPECT_THAT(finds(mask_).hits, IsEmpty());
  ArchiveBlocks(temp_.archive())
      .block(local_archivist(), BlockSubject::document, document_.accession, "отзыв");
  EXPECT_EQ(finds(clerk_).total, 0);
}

TEST_F(ViewerTest, ABlockedStudentIsNotChangedByWhoDoesNotSeeThem) {
  ArchiveBlocks(temp_.archive())
      .block(local_archivist(), BlockSubject::student, std::to_string(timofey_.value), "отзыв");
  ArchiveStudents students(temp_.archive());
  EXPECT_EQ(fault_of([&] {
              students.edit(clerk_, timofey_, {{"school", "МБОУ СОШ № 9"}});
            }),
            Fault::not_found);
  EXPECT_EQ(fault_of([&] { students.merge(clerk_, anna_, timofey_); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { students.part(clerk_, timofey_); }), Fault::not_found);
  Consent consent;
  consent.student = timofey_;
  consent.given_on = {2024, 9, 1};
  ArchiveConsents consents(temp_.archive());
  consents.add(local_archivist(), consent, "");
  EXPECT_THAT(consents.list(clerk_, {}), IsEmpty());
  EXPECT_THAT(consents.list(local_archivist(), {}), SizeIs(1));
}

TEST_F(ViewerTest, ATeacherAtTheDeskHearsOfTheOwnPaperOnly) {
  link_to({timofey_});
  const DeskNotes notes = ArchiveDesk(temp_.archive()).notes(mask_, document_);
  EXPECT_FALSE(notes.rescan_of);
  EXPECT_THAT(ArchiveDesk(temp_.archive()).counts(mask_, document_.intake), IsEmpty());
}

}  // namespace
}  // namespace fonds
