#include "registry/person_name.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

const NameGrammar& grammar() {
  static const NameGrammar shipped = NameGrammar::shipped();
  return shipped;
}

std::string parsed(std::string_view text) {
  const auto name = parse_person_name(text, grammar());
  if (!name) return "no name";
  return name->order + ": " + name->name.last + "/" + name->name.first + "/" + name->name.middle;
}

TEST(PersonName, AnyOrderAndInitials) {
  EXPECT_EQ(parsed("Иванов И.И."), "LI: Иванов/И./И.");
  EXPECT_EQ(parsed("И.И. Иванов"), "IL: Иванов/И./И.");
  EXPECT_EQ(parsed("Иванов И. И."), "LI: Иванов/И./И.");
  EXPECT_EQ(parsed("Иванов И.И,"), "LI: Иванов/И./И.");
  EXPECT_EQ(parsed("И.Иванов"), "IL: Иванов/И./");
  EXPECT_EQ(parsed("Любови Павловне Седых"), "FML: Седых/Любови/Павловне");
  EXPECT_EQ(parsed("Мамедова Руслана Эльдар оглы,"), "LFM: Мамедова/Руслана/Эльдар оглы");
  EXPECT_EQ(parsed("Сидоровой-Белых Марии"), "LF: Сидоровой-Белых/Марии/");
  EXPECT_EQ(parsed("ИВАНОВ ИВАН ИВАНОВИЧ"), "LFM: ИВАНОВ/ИВАН/ИВАНОВИЧ");
  EXPECT_EQ(parsed("Лев Шевченко"), "FL: Шевченко/Лев/");
}

}  // namespace
}  // namespace fonds
