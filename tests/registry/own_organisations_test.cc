#include "registry/own_organisations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fonds {
namespace {

constexpr double kKnown = 300;      ///< a full name of ours
constexpr double kStranger = 1e-6;  ///< nobody of that name

std::vector<OrganisationRow> rows(const std::string& organisation, int known, int strangers) {
  std::vector<OrganisationRow> all(static_cast<std::size_t>(known), {organisation, kKnown});
  all.insert(all.end(), static_cast<std::size_t>(strangers), {organisation, kStranger});
  return all;
}

std::vector<std::string> ours(const std::vector<std::vector<OrganisationRow>>& lists) {
  std::vector<OrganisationRow> all;
  for (const auto& each : lists) all.insert(all.end(), each.begin(), each.end());
  return own_organisations(all, MatcherSettings::shipped());
}

TEST(OwnOrganisations, TheOneWhoseRowsTheRegisterKnowsIsOurs) {
  EXPECT_THAT(ours({rows("МБУ ДО ЦДТ", 6, 0), rows("МБОУ СОШ № 3", 0, 5)}),
              testing::ElementsAre("МБУ ДО ЦДТ"));
  EXPECT_THAT(ours({rows("МБУ ДО ЦДТ", 9, 1)}), testing::ElementsAre("МБУ ДО ЦДТ"));
}

TEST(OwnOrganisations, AFewOutsidersWithTheNamesOfOursAreNotEnough) {
  EXPECT_THAT(ours({rows("МБОУ СОШ № 3", 3, 0)}), testing::IsEmpty());
  EXPECT_THAT(ours({rows("МБОУ СОШ № 3", 4, 2)}), testing::IsEmpty());
  EXPECT_THAT(ours({rows("МБОУ СОШ № 3", 2, 0), rows("МБОУ СОШ № 4", 2, 0)}), testing::IsEmpty());
}

TEST(OwnOrganisations, CommonNamesProveLittle) {
  std::vector<OrganisationRow> common(8, {"МБУ ДО ЦДТ", 1.2});
  EXPECT_THAT(own_organisations(common, MatcherSettings::shipped()), testing::IsEmpty());
}

TEST(OwnOrganisations, AListOfNothingButOrganisationsIsNotCompared) {
  std::vector<OrganisationRow> all;
  for (int i = 0; i < 200; ++i) all.push_back({"МБОУ СОШ № " + std::to_string(i), kStranger});
  const auto known = rows("МБУ ДО ЦДТ", 6, 0);
  all.insert(all.end(), known.begin(), known.end());
  EXPECT_THAT(own_organisations(all, MatcherSettings::shipped()), testing::IsEmpty());
  all.erase(all.begin());
  EXPECT_THAT(own_organisations(all, MatcherSettings::shipped()),
              testing::ElementsAre("МБУ ДО ЦДТ"));
}

TEST(OwnOrganisations, RowsWithoutAnOrganisationSayNothing) {
  EXPECT_THAT(ours({rows("", 12, 0)}), testing::IsEmpty());
  EXPECT_THAT(ours({}), testing::IsEmpty());
}

TEST(OwnOrganisations, ARowMisreadCountsForItsOrganisation) {
  EXPECT_THAT(ours({rows("МБУ ДО «Родничок»", 3, 0), rows("МБУ ДО «Родннчок»", 2, 0)}),
              testing::ElementsAre("МБУ ДО «Родничок»"));
}

}  // namespace
}  // namespace fonds
