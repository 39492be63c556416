#include "archive/read_log.h"

#include <gmock/gmock.h>

#include "archive/documents.h"
#include "archive/students.h"
#include "catalogue/students.h"
#include "review_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

class ReadLogTest : public ReviewFixture {
 protected:
  std::string logged() {
    const JournalEntry entry = last_entry();
    return entry.actor + ' ' + entry.event + ' ' + entry.subject + ' ' + entry.details;
  }
};

TEST_F(ReadLogTest, EveryLookIsAnEntryThatSaysHowManyAndNotWhat) {
  ArchiveDocuments documents(temp_.archive());
  documents.list(clerk_, {}, [](const Document&) {});
  EXPECT_EQ(logged(), R"(osipova document.listed documents {"records":1})");
  documents.list({"t", Role::teacher}, {}, [](const Document&) {});
  EXPECT_EQ(logged(), R"(t document.listed documents {"records":0})");
  (void)documents.history(clerk_, document_.accession);
  EXPECT_EQ(logged(), "osipova document.history_shown document/1 {}");
  review().list(clerk_, 10, [](const Reviewed&) {});
  EXPECT_THAT(logged(), HasSubstr("osipova review.listed review"));
}

TEST_F(ReadLogTest, LooksAtPersonsAreEntriesToo) {
  ArchiveStudents students(temp_.archive());
  const StudentId id =
      students
          .add(clerk_, {{"last", "Зябликов"}, {"first", "Прохор"}}, ArchiveStudents::Namesake::ask)
          .id;
  students.list(clerk_, {"Зябл"}, [](const Student&) {});
  EXPECT_EQ(logged(), R"(osipova student.listed students {"records":1})");
  EXPECT_THAT(logged(), Not(HasSubstr("Зябл")));
  (void)students.show({"tkach", Role::methodist, "interest"}, id);
  EXPECT_EQ(logged(), R"(tkach student.shown student/1 {"purpose":"interest"})");
}

}  // namespace
}  // namespace fonds
