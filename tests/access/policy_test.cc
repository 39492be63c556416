#include "access/policy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "base/error.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

// The rights a second time, cell by cell: columns in the order of Operation.
//  t take_in  r read  l list  e export  s search  d review (decide)  j jobs  i index  v verify  c
//  configure  R read_students  E edit_students  a read, A decide, X export achievements  o read,
//  O record consents
struct Row {
  Role role;
  std::string_view cells;
};
constexpr std::array<Row, 7> kExpected{{
    {Role::clerk, "trl-sdj---REa--oO"},
    {Role::teacher, "t----------------"},
    {Role::methodist, "trl-sd----R-aA-o-"},
    {Role::archivist, "trlesdjivcREaAXoO"},
    {Role::director, "trlesd--v-R-aAXo-"},
    {Role::auditor, "--------v--------"},
    {Role::administrator, "------ji-c-------"},
}};

TEST(Policy, GrantsExactlyWhatTheTableSays) {
  for (const Row& row : kExpected) {
    ASSERT_EQ(row.cells.size(), kOperations.size());
    for (std::size_t i = 0; i < kOperations.size(); ++i) {
      EXPECT_EQ(may(row.role, kOperations[i]), row.cells[i] != '-')
          << name_of(row.role) << ", operation " << i;
    }
  }
}

TEST(Policy, RequireAgreesWithMayInEveryCell) {
  for (const Row& row : kExpected) {
    for (const Operation operation : kOperations) {
      bool passed = true;
      try {
        require({"somebody", row.role}, operation);
      } catch (const Error& error) {
        passed = false;
        EXPECT_EQ(error.fault(), Fault::denied);
      }
      EXPECT_EQ(passed, may(row.role, operation)) << name_of(row.role);
    }
  }
}

TEST(Policy, TheAdministratorAndTheAuditorSeeNoContent) {
  for (const Role role : {Role::administrator, Role::auditor}) {
    for (const Operation content :
         {Operation::read_document, Operation::list_documents, Operation::export_document,
          Operation::search, Operation::review, Operation::read_students, Operation::edit_students,
          Operation::read_achievements, Operation::decide_achievements,
          Operation::export_achievements, Operation::read_consents, Operation::record_consents}) {
      EXPECT_FALSE(may(role, content)) << name_of(role);
    }
  }
}

TEST(Policy, AnActorMadeWithoutARoleMayReadNothing) {
  const Actor nobody{};

  EXPECT_THROW(require(nobody, Operation::search), Error);
  EXPECT_THROW(require(nobody, Operation::read_document), Error);
}

TEST(Policy, ARoleReadFromABrokenRecordIsDeniedEverything) {
  for (const int number : {-1, 7, 1000}) {
    for (const Operation operation : kOperations) {
      EXPECT_FALSE(may(static_cast<Role>(number), operation)) << number;
    }
  }
}

TEST(Policy, ARefusalNamesWhoAndWhatAndSaysWhomToAsk) {
  try {
    require({"ivanova", Role::methodist}, Operation::export_document);
    FAIL() << "a methodist took a copy out";
  } catch (const Error& error) {
    EXPECT_THAT(error.message(), HasSubstr("ivanova"));
    EXPECT_THAT(error.message(), HasSubstr("methodist"));
    EXPECT_THAT(error.message(), HasSubstr("take copies out"));
    EXPECT_FALSE(error.hint().empty());
    EXPECT_EQ(error.message().find('\n'), std::string::npos);
  }
}

}  // namespace
}  // namespace fonds
