#include "registry/paper_prior.h"

#include <gtest/gtest.h>

#include "support/small_register.h"

namespace fonds {
namespace {

class PaperPriorTest : public testing::Test {
 protected:
  PaperPriorTest() {
    StudentIndex::Builder builder;
    for (const Student& each : small_register()) builder.add(each);
    builder.add_teacher("Ткач Марина Олеговна", "Юный мастер");
    index_.emplace(std::move(builder).build());
    settings_.own_names = {"МБОУ ДО ЦДТ"};
  }
  PaperPrior prior(const PaperContext& paper) {
    paper_ = paper;
    return {*index_, shipped_grammar(), settings_, paper_};
  }
  StudentIndex::RowNumber row_of(std::int64_t id) const {
    StudentIndex::RowNumber row = 0;
    while (index_->row(row).id != id) ++row;
    return row;
  }
  double sum(const PaperPrior& prior) const {
    double sum = 0;
    for (StudentIndex::RowNumber row = 0; row < index_->size(); ++row) sum += prior.share(row);
    return sum;
  }

  std::optional<StudentIndex> index_;
  MatcherSettings settings_ = MatcherSettings::shipped();
  PaperContext paper_;
};

TEST_F(PaperPriorTest, WithoutAnyHintAllAreAsLikely) {
  const PaperPrior prior = this->prior({});
  EXPECT_NEAR(sum(prior), 1, 1e-6);
  EXPECT_EQ(prior.share(0), prior.share(5));
}

TEST_F(PaperPriorTest, MembersOfTheCollectiveAreLikelier) {
  for (const char* printed : {"Юный мастер", "«ЮНЫЙ МАСТЕР»", "Юпый мастср"}) {
    PaperContext paper;
    paper.collective = printed;
    const PaperPrior prior = this->prior(paper);
    EXPECT_TRUE(prior.knows_collective()) << printed;
    EXPECT_GT(prior.share(row_of(1)), 10 * prior.share(row_of(2))) << printed;
    EXPECT_NEAR(sum(prior), 1, 0.05);
  }
  PaperContext other;
  other.collective = "Белый парус";
  EXPECT_FALSE(prior(other).knows_collective());
}

TEST_F(PaperPriorTest, GroupSchoolYearAndTeacherNarrowIt) {
  PaperContext paper;
  paper.collective = "Юный мастер";
  paper.group = "группа № 1";
  paper.school_year = 2023;
  const PaperPrior by_group = prior(paper);
  EXPECT_TRUE(by_group.in_group(row_of(1)));
  EXPECT_GT(by_group.share(row_of(1)), 5 * by_group.share(row_of(12)));  // group 2

  PaperContext teacher;
  teacher.teacher = "Ткач М.О.";
  const PaperPrior by_teacher = prior(teacher);
  EXPECT_GT(by_teacher.share(row_of(1)), 2 * by_teacher.share(row_of(2)));
  teacher.teacher = "Ткач И.О.";
  const PaperPrior another = prior(teacher);
  EXPECT_EQ(another.share(row_of(1)), another.share(row_of(2)));
}

TEST_F(PaperPriorTest, TimeRulesOut) {
  PaperContext paper;
  paper.date = date_span_from("2024-05-15");
  const PaperPrior now = prior(paper);
  EXPECT_GT(now.share(row_of(1)), 10 * now.share(row_of(14)));  // left in 2016
  EXPECT_TRUE(now.attended_then(row_of(1)));
  EXPECT_EQ(now.age_then(row_of(1)), 12);

  paper.date = date_span_from("2009-05-15");
  const PaperPrior then = prior(paper);
  EXPECT_LT(then.share(row_of(1)), 1e-6);
}

TEST_F(PaperPriorTest, AnOpenListIsMostlyOfOthers) {
  PaperContext list;
  list.is_list = true;
  const PaperPrior open = prior(list);
  PersonMention row = mention_of("Кравец Тимофей", PersonRole::listed);
  const double unsaid = open.nobody(row);
  row.organisation = "МБОУ СОШ № 3";
  EXPECT_GT(open.nobody(row), unsaid);
  row.organisation = "МБОУ ДО ЦДТ, станица";
  EXPECT_LT(open.nobody(row), unsaid);
  const double with_place = open.nobody(row);
  row.organisation = "МБОУ ДО ЦДТ";
  EXPECT_LT(open.nobody(row), with_place) << "the place may be another's";

  list.collective = "Юный мастер";
  EXPECT_LT(prior(list).nobody(mention_of("Кравец Тимофей", PersonRole::listed)), 0.1);
}

}  // namespace
}  // namespace fonds
