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

TEST(OrganisationName, TitlesAgreeUpToAQuarterOfTheirLetters) {
  EXPECT_TRUE(titles_agree("звонкий гопос", "Звонкий голос"));
  EXPECT_FALSE(titles_agree("Звонкий голос", "Весёлая палитра"));
}

}  // namespace
}  // namespace fonds
