#include "registry/organisation_name.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(OrganisationName, MarksAndLettersMisreadInLongWordsDoNotMakeItAnother) {
  EXPECT_TRUE(same_organisation("МБУ ДО «Радуга»", "МБУ ДО \"Радуга\""));
  EXPECT_TRUE(same_organisation("МБУ ДО «Родничок»", "MБУ ДО „Родннчок“"));
  EXPECT_TRUE(same_organisation("МБОУ СОШ № 12", "МБОУ СОШ №12."));
}

TEST(OrganisationName, FiguresAndAbbreviationsTellInstitutionsApart) {
  EXPECT_FALSE(same_organisation("МБОУ СОШ № 1", "МБОУ СОШ № 10"));
  EXPECT_FALSE(same_organisation("МБОУ СОШ № 1", "МБОУ СОШ № 4"));
  EXPECT_FALSE(same_organisation("МБУ ДО ЦДТ", "МБУ ДО ДДТ"));
  EXPECT_FALSE(same_organisation("МБУ ДО ДДТ", "МБУ ДО ДДТ Ключевского района"));
  EXPECT_FALSE(same_organisation("МБУ ДО «Радуга»", "МБУ ДО «Росток»"));
}

TEST(OrganisationName, OursIsFoundInsideALongerName) {
  EXPECT_TRUE(names_organisation("МБОУ ДО ЦДТ, станица Приозёрная", "МБОУ ДО ЦДТ"));
  EXPECT_TRUE(names_organisation("мбоу до цдт", "МБОУ ДО ЦДТ"));
  EXPECT_FALSE(names_organisation("МБОУ ДО ДДТ", "МБОУ ДО ЦДТ"));
  EXPECT_FALSE(names_organisation("МБОУ ДО ЦДТ", ""));
  EXPECT_FALSE(names_organisation("", "МБОУ ДО ЦДТ"));
}

TEST(OrganisationName, ASchoolIsComparedByItsNumber) {
  EXPECT_EQ(same_school("МБОУ СОШ № 3", "школа №3"), true);
  EXPECT_EQ(same_school("МБОУ СОШ № 3", "МБОУ СОШ № 13"), false);
  EXPECT_EQ(same_school("Лицей", "лицей"), true);
  EXPECT_EQ(same_school("", "лицей"), std::nullopt);
  EXPECT_EQ(same_school("лицей", ""), std::nullopt);
}

TEST(OrganisationName, TitlesAgreeUpToAQuarterOfTheirLetters) {
  EXPECT_TRUE(letters_agree("звонкий гопос", "Звонкий голос"));
  EXPECT_FALSE(letters_agree("Звонкий голос", "Весёлая палитра"));
}

}  // namespace
}  // namespace fonds
