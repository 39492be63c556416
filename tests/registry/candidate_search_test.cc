#include "registry/candidate_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/small_register.h"

namespace fonds {
namespace {

std::vector<std::int64_t> found(const PersonName& name, const PaperContext& paper = {}) {
  static const StudentIndex index = index_of(small_register());
  const MatcherSettings settings = MatcherSettings::shipped();
  WordCache forms(shipped_grammar());
  const PrintedPart::Tools tools{index.costs(), settings, forms, shipped_grammar(), 1};
  const PrintedName printed{{NamePart::last, name.last, {}, index.lasts(), tools},
                            {NamePart::first, name.first, {}, index.firsts(), tools},
                            {NamePart::middle, name.middle, {}, index.middles(), tools}};
  const PaperPrior prior(index, shipped_grammar(), settings, paper);
  std::vector<std::int64_t> ids;
  for (const FoundStudent& each : candidate_search(index, printed, prior)) {
    ids.push_back(index.row(each.row).id);
  }
  return ids;
}

TEST(CandidateSearch, BySurnameFormerSurnameAndPartOfADoubleOne) {
  EXPECT_THAT(found({"Кравец", "", ""}), testing::Contains(1));
  EXPECT_THAT(found({"Тарасенко", "Ника", ""}), testing::Contains(12));
  EXPECT_THAT(found({"Белых", "", ""}), testing::Contains(10));
}

TEST(CandidateSearch, ByFirstNameAndPatronymicWhereTheSurnameIsWrecked) {
  EXPECT_THAT(found({"Кжюя", "Тимофей", "Ильич"}), testing::Contains(1));
}

TEST(CandidateSearch, MembersOfTheCollectiveAreAlwaysLookedAt) {
  PaperContext paper;
  paper.collective = "Юный мастер";
  EXPECT_THAT(found({"Ъъъъ", "", ""}, paper), testing::IsSupersetOf({1, 3, 8, 12, 15}));
}

TEST(CandidateSearch, OfNothingNothing) { EXPECT_TRUE(found({}).empty()); }

}  // namespace
}  // namespace fonds
