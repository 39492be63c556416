#include "archive/student_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "catalogue/students.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

class StudentChoiceTest : public testing::Test {
 protected:
  StudentChoiceTest() {
    Transaction transaction(temp_.archive().catalogue());
    Students students(temp_.archive().catalogue());
    for (const char* first : {"Прохор", "Пётр", "Анна"}) {
      Student student;
      student.name = {"Зябликова", first, ""};
      students.add(transaction, student);
    }
    students.merge(transaction, local_archivist(), {1}, {3});
    transaction.commit();
  }
  StudentId meant(const char* typed) {
    return student_meant(temp_.archive(), local_archivist(), Operation::read_students, typed);
  }
  Fault fault(const char* typed) {
    try {
      meant(typed);
    } catch (const Error& error) {
      EXPECT_THAT(std::string(error.what()), testing::Not(testing::HasSubstr("Зябл")));
      return error.fault();
    }
    return Fault::bug;
  }
  TempArchive temp_;
};

TEST_F(StudentChoiceTest, ANumberOrTheBeginningsOfANameMeanAStudent) {
  EXPECT_EQ(meant("2"), StudentId{2});
  EXPECT_EQ(meant("3"), StudentId{1}) << "merged into it";
  EXPECT_EQ(meant("зяб петр"), StudentId{2});
}

TEST_F(StudentChoiceTest, NobodyAndSeveralAreToldApart) {
  EXPECT_EQ(fault("7"), Fault::not_found);
  EXPECT_EQ(fault("Дроздов"), Fault::not_found);
  EXPECT_EQ(fault(""), Fault::not_found);
  EXPECT_EQ(fault("Зяб"), Fault::usage);
}

TEST_F(StudentChoiceTest, WhoMayNotLookLearnsNothing) {
  for (const char* typed : {"2", "7", "зяб петр", "Зяб", "Дроздов"}) {
    try {
      student_meant(temp_.archive(), {"novak", Role::teacher}, Operation::read_consents, typed);
      ADD_FAILURE() << typed;
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::denied) << typed;
    }
  }
}

}  // namespace
}  // namespace fonds
