#include "archive/student_import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Kind = RowMatch::Kind;

Student row(const char* id, const char* last, const char* birth) {
  Student student;
  student.external_id = id;
  student.name = {last, "Олег", "Ильич"};
  student.birth_date = calendar_date_from(birth);
  return student;
}

class RegisterIndexTest : public testing::Test {
 protected:
  void know(std::int64_t id, const Student& student) {
    index_.add({{id},
                {id},
                student.external_id,
                name_key_of(student.name),
                student.birth_date ? to_text(*student.birth_date) : ""});
  }
  RegisterIndex index_;
};

TEST_F(RegisterIndexTest, TheSameChildIsKnownByIdOrByNameAndBirthDate) {
  know(1, row("A1", "Сойкин", "2012-03-12"));
  know(2, row("", "Чижов", "2012-03-12"));

  for (const Student& same : {row("A1", "Сойкин", "2012-03-12"), row("A1", "Сойкин", ""),
                              row("", "СОЙКИН", "2012-03-12")}) {
    EXPECT_EQ(index_.match(same).kind, Kind::same);
    EXPECT_EQ(index_.match(same).student, StudentId{1});
  }
  EXPECT_EQ(index_.match(row("A7", "Чижов", "2012-03-12")).student, StudentId{2})
      << "had no id before";
}

TEST_F(RegisterIndexTest, AChangedSurnameIsTheSameChildWhenIdAndBirthDateSaySo) {
  know(1, row("A1", "Сойкин", "2012-03-12"));

  EXPECT_EQ(index_.match(row("A1", "Вьюнов", "2012-03-12")).kind, Kind::same);
  EXPECT_EQ(index_.match(row("A1", "Вьюнов", "")).kind, Kind::id_of_another);
  EXPECT_EQ(index_.match(row("", "Вьюнов", "2012-03-12")).kind, Kind::fresh);
}

TEST_F(RegisterIndexTest, AStrangerIsNew) {
  know(1, row("A1", "Сойкин", "2012-03-12"));

  EXPECT_EQ(index_.match(row("A2", "Чижов", "2012-03-12")).kind, Kind::fresh);
  EXPECT_EQ(index_.match(row("A2", "Сойкин", "2013-03-12")).kind, Kind::fresh) << "a namesake";
  EXPECT_EQ(index_.match(row("", "Чижов", "")).kind, Kind::fresh);
}

TEST_F(RegisterIndexTest, WhatIsNotCertainIsAConflict) {
  know(1, row("A1", "Сойкин", "2012-03-12"));
  know(2, row("A2", "Чижов", "2012-03-12"));
  know(3, row("", "Вьюнов", ""));
  know(4, row("", "Дроздов", "2012-03-12"));
  know(5, row("", "Дроздов", "2012-03-12"));

  EXPECT_EQ(index_.match(row("A1", "Сойкин", "2012-03-13")).kind, Kind::id_of_another);
  Student other_first = row("A1", "Вьюнов", "2012-03-12");
  other_first.name.first = "Пётр";
  EXPECT_EQ(index_.match(other_first).kind, Kind::id_of_another);
  EXPECT_EQ(index_.match(row("A9", "Сойкин", "2012-03-12")).kind, Kind::two_ids);
  EXPECT_EQ(index_.match(row("A1", "Чижов", "2012-03-12")).kind, Kind::two_students);
  EXPECT_EQ(index_.match(row("", "Дроздов", "2012-03-12")).kind, Kind::two_students);
  EXPECT_EQ(index_.match(row("", "Сойкин", "")).kind, Kind::perhaps_same);
  EXPECT_EQ(index_.match(row("A9", "Вьюнов", "2012-03-12")).kind, Kind::perhaps_same);
  for (const Kind kind :
       {Kind::id_of_another, Kind::two_ids, Kind::two_students, Kind::perhaps_same}) {
    EXPECT_FALSE(text_of(kind).what.empty());
    EXPECT_FALSE(text_of(kind).hint.empty());
  }
}

TEST(UpdateFrom, TheSameRowChangesNothing) {
  const Student known = row("A1", "Сойкин", "2012-03-12");
  Student record = known;

  EXPECT_THAT(update_from(known, known, record), IsEmpty());
}

TEST(UpdateFrom, WhatTheRowDoesNotSayStays) {
  Student known = row("A1", "Сойкин", "2012-03-12");
  known.school = "СОШ № 3";
  known.memberships = {{"Лира", "", "1", 2023, {}, {}}};
  Student bare = row("", "Сойкин", "");
  bare.name.middle = "";
  Student record = known;

  EXPECT_THAT(update_from(bare, known, record), IsEmpty());
  EXPECT_EQ(record.name.middle, "Ильич");
  EXPECT_EQ(record.school, "СОШ № 3");
}

TEST(UpdateFrom, NewThingsAreAddedAndTheFormerSurnameIsKept) {
  const Student known = row("A1", "Сойкин", "2012-03-12");
  Student now = row("A1", "Вьюнов", "2012-03-12");
  now.memberships = {{"Шахматы", "", "1", 2024, {}, {}}};
  Student record = known;

  EXPECT_THAT(update_from(now, known, record),
              ElementsAre("last_name", "former_last_names", "memberships"));
  EXPECT_EQ(record.name.last, "Вьюнов");
  EXPECT_THAT(record.former_last_names, ElementsAre("Сойкин"));
  const Student after = record;
  EXPECT_THAT(update_from(known, after, record), IsEmpty()) << "a list of years ago";
  EXPECT_EQ(record.name.last, "Вьюнов");
}

TEST(UpdateFrom, AListWithoutYoDoesNotTakeItAway) {
  Student known = row("A1", "Сойкин", "2012-03-12");
  known.name.first = "Пётр";
  Student without = known;
  without.name.first = "Петр";
  Student record = known;

  EXPECT_THAT(update_from(without, known, record), IsEmpty());
  EXPECT_EQ(record.name.first, "Пётр");
}

}  // namespace
}  // namespace fonds
