#include "model/disclosure.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(Disclosure, NamesLeadBackToTheirValues) {
  for (const auto name : kApplicantKinds) EXPECT_EQ(name_of(*applicant_kind_from(name)), name);
  for (const auto name : kApplicationForms) EXPECT_EQ(name_of(*application_form_from(name)), name);
  for (const auto name : kDisclosureStates) EXPECT_EQ(name_of(*disclosure_state_from(name)), name);
  EXPECT_FALSE(applicant_kind_from("grandmother"));
  EXPECT_FALSE(application_form_from(""));
  EXPECT_FALSE(disclosure_state_from("Issued"));
}

TEST(MayNameOnePerson, InAnyOrderAndWithInitials) {
  EXPECT_TRUE(may_name_one_person("Кравец Ольга Петровна", "кравец  ольга петровна"));
  EXPECT_TRUE(may_name_one_person("Кравец О.П.", "Кравец Ольга Петровна"));
  EXPECT_TRUE(may_name_one_person("О. П. Кравец", "Кравец Ольга Петровна"));
  EXPECT_TRUE(may_name_one_person("Ольга Кравец", "Кравец Ольга Петровна"));
  EXPECT_TRUE(may_name_one_person("Кравец", "Кравец Ольга")) << "in doubt";
  EXPECT_TRUE(may_name_one_person("Фёдорова Алёна", "ФЕДОРОВА АЛЕНА"));
}

TEST(MayNameOnePerson, NotWhereAWordContradicts) {
  EXPECT_FALSE(may_name_one_person("Кравец Ольга", "Кравец Анна Петровна"));
  EXPECT_FALSE(may_name_one_person("Кравец О.С.", "Кравец Ольга Петровна"));
  EXPECT_FALSE(may_name_one_person("О.П.", "Ольга Петровна Кравец")) << "initials name nobody";
  EXPECT_FALSE(may_name_one_person("", "Кравец Ольга"));
  EXPECT_FALSE(may_name_one_person("", ""));
  EXPECT_FALSE(may_name_one_person("Кравец Кравец", "Кравец Ольга"));
}

}  // namespace
}  // namespace fonds
