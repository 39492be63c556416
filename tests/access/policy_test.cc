#include "access/policy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "base/data_file.h"
#include "base/error.h"
#include "support/fault_of.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

// The rights a second time, cell by cell: columns in the order of Operation.
//  t take_in  r read  l list  e export  s search  d review (decide)  j jobs  i index  v verify  c
//  configure  R read_students  E edit_students  a read, A decide, X export achievements  o read,
//  O record consents  J journal  u users  q open, Q decide disclosures (requests)  b block
//  k save_searches (keep)  w read (watch), h issue (hand over), n refuse (no) disclosures
//  y read, z edit, p approve nomenclatures  f read, F keep cases (files)  g hold_records (guard)
//  m read, M plan retention  P approve_act  x carry_out_act (execute)  S run_schedule
struct Row {
  Role role;
  std::string_view cells;
  Sight sight;
  bool blocked;
  bool purpose;
};
constexpr std::array<Row, 7> kExpected{{
    {Role::clerk, "trl-sdj---REa--oO--q--kw--y--fF------", Sight::all, false, false},
    {Role::teacher, "trl-s-----R-a---------k--------------", Sight::own_collectives, false, false},
    {Role::methodist, "trl-sd----R-aA-o----Q-kw-ny--f-------", Sight::all, false, true},
    {Role::archivist, "trlesdjivcREaAXoOJuq-bkwhnyz-fFgmM-xS", Sight::all, true, false},
    {Role::director, "trlesd--v-R-aAXo-J--Qbkw-ny-pf-gm-P--", Sight::all, true, false},
    {Role::auditor, "--------v--------J--------y-----m----", Sight::nothing, false, false},
    {Role::administrator, "------ji-c--------u------------------", Sight::nothing, false, false},
}};

constexpr std::array kLooks{Operation::read_document,       Operation::list_documents,
                            Operation::export_document,     Operation::search,
                            Operation::read_students,       Operation::read_achievements,
                            Operation::export_achievements, Operation::read_consents,
                            Operation::read_disclosures,    Operation::read_cases};

bool looks(Operation operation) {
  return std::find(kLooks.begin(), kLooks.end(), operation) != kLooks.end();
}

Error error_of(const Actor& actor, Operation operation) {
  try {
    require(actor, operation);
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << name_of(operation) << " was let through";
  return {Fault::bug, ""};
}

TEST(Policy, GrantsExactlyWhatTheTableSays) {
  for (const Row& row : kExpected) {
    ASSERT_EQ(row.cells.size(), kOperations.size());
    for (std::size_t i = 0; i < kOperations.size(); ++i) {
      EXPECT_EQ(may(row.role, kOperations[i].operation), row.cells[i] != '-')
          << name_of(row.role) << ", " << kOperations[i].name;
    }
  }
}

TEST(Policy, ShowsEachRoleAsMuchAsTheTableSays) {
  for (const Row& row : kExpected) {
    EXPECT_EQ(Policy::shipped().sight(row.role), row.sight) << name_of(row.role);
    EXPECT_EQ(Policy::shipped().may_see_blocked(row.role), row.blocked) << name_of(row.role);
  }
}

TEST(Policy, RequireAgreesWithMayInEveryCell) {
  for (const Row& row : kExpected) {
    for (const OperationEntry& each : kOperations) {
      bool passed = true;
      try {
        require({"somebody", row.role, "interest"}, each.operation);
      } catch (const Error& error) {
        passed = false;
        EXPECT_EQ(error.fault(), Fault::denied);
      }
      EXPECT_EQ(passed, may(row.role, each.operation)) << name_of(row.role) << ", " << each.name;
    }
  }
}

TEST(Policy, WhoLooksStatesAPurposeWhereTheRoleDemandsIt) {
  for (const Row& row : kExpected) {
    for (const OperationEntry& each : kOperations) {
      const bool needs = row.purpose && looks(each.operation);
      EXPECT_EQ(Policy::shipped().needs_purpose(row.role, each.operation), needs);
      if (!may(row.role, each.operation)) continue;
      const Actor actor{"somebody", row.role};
      if (needs) {
        EXPECT_EQ(error_of(actor, each.operation).fault(), Fault::denied) << each.name;
      } else {
        EXPECT_NO_THROW(require(actor, each.operation)) << name_of(row.role) << ", " << each.name;
      }
    }
  }
}

TEST(Policy, ARefusalForWantOfAPurposeSaysWhichThereAre) {
  const Error error = error_of({"tkach", Role::methodist}, Operation::search);

  EXPECT_THAT(error.message(), HasSubstr("tkach"));
  EXPECT_THAT(error.message(), HasSubstr("purpose"));
  EXPECT_THAT(error.hint(), HasSubstr("--purpose interest"));
  for (const char* purpose : {"interest", "encouragement", "task", "request"}) {
    EXPECT_NE(Policy::shipped().purpose(purpose), nullptr);
    EXPECT_THAT(error.hint(), HasSubstr(purpose));
  }
  EXPECT_EQ(Policy::shipped().purposes().size(), 4U);
}

TEST(Policy, APurposeThereIsNotIsAMistakeOfWhoStatesIt) {
  for (const char* purpose : {"curiosity", "Interest", " interest", "interest,task"}) {
    for (const Role role : {Role::methodist, Role::archivist}) {
      const Error error = error_of({"tkach", role, purpose}, Operation::take_in);
      EXPECT_EQ(error.fault(), Fault::usage) << purpose;
      EXPECT_THAT(error.message(), HasSubstr(purpose));
      EXPECT_THAT(error.hint(), HasSubstr("interest"));
    }
  }
}

TEST(Policy, APurposeGivesNoRights) {
  EXPECT_EQ(error_of({"it", Role::administrator, "task"}, Operation::search).fault(),
            Fault::denied);
  EXPECT_EQ(error_of({"it", Role::administrator, "curiosity"}, Operation::search).fault(),
            Fault::denied);
}

TEST(Policy, ATokenGivesWhatItsScopeHoldsAndItsUserMay) {
  const Actor clerk{"osipova", Role::clerk, "", {"search", "export_document"}, "token:1"};

  EXPECT_NO_THROW(require(clerk, Operation::search));
  EXPECT_EQ(error_of(clerk, Operation::export_document).fault(), Fault::denied);
  const Error error = error_of(clerk, Operation::list_documents);
  EXPECT_EQ(error.fault(), Fault::denied);
  EXPECT_THAT(error.message(), HasSubstr("token"));
  EXPECT_THAT(error.hint(), HasSubstr("'list_documents'"));
}

TEST(Policy, AScopeOfUnknownNamesGivesNothing) {
  for (const char* name : {"", "*", "all", "SEARCH", "search,list_documents"}) {
    const Actor clerk{"osipova", Role::clerk, "", {name}, "token:1"};
    for (const OperationEntry& each : kOperations) {
      EXPECT_THROW(require(clerk, each.operation), Error) << name;
    }
  }
}

TEST(Policy, TheAdministratorAndTheAuditorSeeNoContent) {
  for (const Role role : {Role::administrator, Role::auditor}) {
    for (const Operation content :
         {Operation::read_document, Operation::list_documents, Operation::export_document,
          Operation::search, Operation::review, Operation::read_students, Operation::edit_students,
          Operation::read_achievements, Operation::decide_achievements,
          Operation::export_achievements, Operation::read_consents, Operation::record_consents,
          Operation::open_disclosure, Operation::decide_disclosure, Operation::block_records,
          Operation::save_searches}) {
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
    const Role broken = static_cast<Role>(number);
    for (const OperationEntry& each : kOperations) {
      EXPECT_FALSE(may(broken, each.operation)) << number;
    }
    EXPECT_EQ(Policy::shipped().sight(broken), Sight::nothing);
    EXPECT_FALSE(Policy::shipped().may_see_blocked(broken));
  }
}

TEST(Policy, AnOperationThereIsNotIsGrantedToNobody) {
  for (const Role role : kRoles) EXPECT_FALSE(may(role, static_cast<Operation>(1000)));
}

TEST(Policy, ARefusalNamesWhoAndWhatAndSaysWhomToAsk) {
  const Error error = error_of({"tkach", Role::methodist}, Operation::export_document);

  EXPECT_THAT(error.message(), HasSubstr("tkach"));
  EXPECT_THAT(error.message(), HasSubstr(Policy::shipped().title(Role::methodist)));
  EXPECT_THAT(error.message(), HasSubstr("take copies out"));
  EXPECT_FALSE(error.hint().empty());
  EXPECT_EQ(error.message().find('\n'), std::string::npos);
}

TEST(Policy, AnOperationIsFoundAgainByItsName) {
  for (const OperationEntry& each : kOperations) {
    EXPECT_EQ(operation_from(name_of(each.operation)), each.operation);
  }
  for (const char* none : {"", "Search", "search ", "all"}) EXPECT_FALSE(operation_from(none));
}

Policy policy_of(const std::string& toml) { return Policy(DataTable::parse(toml, "roles.toml")); }

const std::string kClerk = R"(
[[role]]
name = "clerk"
ru = "секретарь"
en = "secretary"
operations = ["search"]
sees = "all"
purpose = "optional"
)";

TEST(Policy, ARoleTheDataDoesNotNameIsDeniedEverything) {
  const Policy policy = policy_of(kClerk);

  EXPECT_TRUE(policy.may(Role::clerk, Operation::search));
  EXPECT_FALSE(policy.may_see_blocked(Role::clerk));
  EXPECT_EQ(policy.title(Role::clerk), "secretary");  // the language nobody has chosen here
  for (const OperationEntry& each : kOperations) {
    EXPECT_FALSE(policy.may(Role::archivist, each.operation));
    EXPECT_FALSE(policy_of("").may(Role::clerk, each.operation));
  }
  EXPECT_EQ(policy.sight(Role::archivist), Sight::nothing);
  EXPECT_EQ(policy.title(Role::archivist), "archivist");
}

TEST(Policy, DataThatIsWrongIsRefusedWithItsLine) {
  const auto changed = [](const std::string& from, const std::string& to) {
    std::string toml = kClerk;
    return toml.replace(toml.find(from), from.size(), to);
  };
  const std::string purpose = "[[purpose]]\ncode = \"task\"\nru = \"x\"\nen = \"y\"\n";
  const std::vector<std::pair<std::string, const char*>> wrong{
      {changed("\"clerk\"", "\"king\""), "'king'"},
      {changed("\"search\"", "\"search\", \"serch\""), "'serch'"},
      {changed("\"all\"", "\"some\""), "'some'"},
      {changed("\"optional\"", "\"sometimes\""), "'sometimes'"},
      {changed("\"optional\"", "\"required\""), "there is none"},
      {changed("\"all\"", "\"nothing\""), "'search'"},
      {changed("sees", "sese"), "'sese'"},
      {changed("ru = \"секретарь\"\n", ""), "'ru'"},
      {changed("sees = \"all\"", "sees = \"all\"\nblocked = \"yes\""), "'blocked'"},
      {kClerk + kClerk, "twice"},
      {purpose + purpose, "twice"},
      {"[[purpose]]\ncode = \"A task\"\nru = \"x\"\nen = \"y\"\n", "'A task'"},
      {"[[purpose]]\ncode = \"task\"\nru = \"x\"\n", "'en'"},
      {"[[rolle]]\n", "'rolle'"},
  };
  for (const auto& [toml, told] : wrong) {
    try {
      policy_of(toml);
      ADD_FAILURE() << toml;
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::usage) << toml;
      EXPECT_THAT(error.message(), HasSubstr("roles.toml:"));
      EXPECT_THAT(error.message(), HasSubstr(told));
    }
  }
}

}  // namespace
}  // namespace fonds
