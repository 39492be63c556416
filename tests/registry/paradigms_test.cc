// Whole paradigms, written from the grammar of Russian: nominative, genitive, dative, accusative,
// instrumental, prepositional.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "registry/name_grammar.h"

namespace fonds {
namespace {

const NameGrammar& grammar() {
  static const NameGrammar shipped = NameGrammar::shipped();
  return shipped;
}

struct Paradigm {
  PersonName nominative;
  Gender gender;
  std::array<const char*, 5> oblique;
};

const std::vector<Paradigm>& paradigms() {
  constexpr Gender m = Gender::male;
  constexpr Gender f = Gender::female;
  static const std::vector<Paradigm> all{
      {{"Иванов", "Иван", "Иванович"},
       m,
       {"Иванова Ивана Ивановича", "Иванову Ивану Ивановичу", "Иванова Ивана Ивановича",
        "Ивановым Иваном Ивановичем", "Иванове Иване Ивановиче"}},
      {{"Кравец", "Тимофей", "Ильич"},
       m,
       {"Кравца Тимофея Ильича", "Кравцу Тимофею Ильичу", "Кравца Тимофея Ильича",
        "Кравцом Тимофеем Ильичом", "Кравце Тимофее Ильиче"}},
      {{"Ковальчук", "Анна", "Сергеевна"},
       f,
       {"Ковальчук Анны Сергеевны", "Ковальчук Анне Сергеевне", "Ковальчук Анну Сергеевну",
        "Ковальчук Анной Сергеевной", "Ковальчук Анне Сергеевне"}},
      {{"Ковальчук", "Пётр", "Львович"},
       m,
       {"Ковальчука Петра Львовича", "Ковальчуку Петру Львовичу", "Ковальчука Петра Львовича",
        "Ковальчуком Петром Львовичем", "Ковальчуке Петре Львовиче"}},
      {{"Шевченко", "Лев", ""},
       m,
       {"Шевченко Льва", "Шевченко Льву", "Шевченко Льва", "Шевченко Львом", "Шевченко Льве"}},
      {{"Седых", "Любовь", "Павловна"},
       f,
       {"Седых Любови Павловны", "Седых Любови Павловне", "Седых Любовь Павловну",
        "Седых Любовью Павловной", "Седых Любови Павловне"}},
      {{"Мамедов", "Руслан", "Эльдар оглы"},
       m,
       {"Мамедова Руслана Эльдар оглы", "Мамедову Руслану Эльдар оглы",
        "Мамедова Руслана Эльдар оглы", "Мамедовым Русланом Эльдар оглы",
        "Мамедове Руслане Эльдар оглы"}},
      {{"Сидорова-Белых", "Мария", ""},
       f,
       {"Сидоровой-Белых Марии", "Сидоровой-Белых Марии", "Сидорову-Белых Марию",
        "Сидоровой-Белых Марией", "Сидоровой-Белых Марии"}},
      {{"Вяземский", "Илья", ""},
       m,
       {"Вяземского Ильи", "Вяземскому Илье", "Вяземского Илью", "Вяземским Ильёй",
        "Вяземском Илье"}},
      {{"Вяземская", "Наталья", "Никитична"},
       f,
       {"Вяземской Натальи Никитичны", "Вяземской Наталье Никитичне", "Вяземскую Наталью Никитичну",
        "Вяземской Натальей Никитичной", "Вяземской Наталье Никитичне"}},
      {{"Толстой", "Павел", ""},
       m,
       {"Толстого Павла", "Толстому Павлу", "Толстого Павла", "Толстым Павлом", "Толстом Павле"}},
      {{"Дурново", "Юрий", ""},
       m,
       {"Дурново Юрия", "Дурново Юрию", "Дурново Юрия", "Дурново Юрием", "Дурново Юрии"}},
      {{"Сова", "Алла", ""},
       f,
       {"Совы Аллы", "Сове Алле", "Сову Аллу", "Совой Аллой", "Сове Алле"}},
      {{"Гоголь", "Николай", ""},
       m,
       {"Гоголя Николая", "Гоголю Николаю", "Гоголя Николая", "Гоголем Николаем",
        "Гоголе Николае"}},
      {{"Гоголь", "Ольга", ""},
       f,
       {"Гоголь Ольги", "Гоголь Ольге", "Гоголь Ольгу", "Гоголь Ольгой", "Гоголь Ольге"}},
      {{"Пушкин", "Андрей", ""},
       m,
       {"Пушкина Андрея", "Пушкину Андрею", "Пушкина Андрея", "Пушкиным Андреем",
        "Пушкине Андрее"}},
      {{"Дарвин", "Марк", ""},
       m,
       {"Дарвина Марка", "Дарвину Марку", "Дарвина Марка", "Дарвином Марком", "Дарвине Марке"}},
      {{"Ткач", "Марина", "Олеговна"},
       f,
       {"Ткач Марины Олеговны", "Ткач Марине Олеговне", "Ткач Марину Олеговну",
        "Ткач Мариной Олеговной", "Ткач Марине Олеговне"}},
      {{"Бабич", "Григорий", ""},
       m,
       {"Бабича Григория", "Бабичу Григорию", "Бабича Григория", "Бабичем Григорием",
        "Бабиче Григории"}},
      {{"Ли", "Виктория", ""},
       f,
       {"Ли Виктории", "Ли Виктории", "Ли Викторию", "Ли Викторией", "Ли Виктории"}},
      {{"Соловей", "Олег", ""},
       m,
       {"Соловья Олега", "Соловью Олегу", "Соловья Олега", "Соловьём Олегом", "Соловье Олеге"}},
      {{"Орёл", "Денис", ""},
       m,
       {"Орла Дениса", "Орлу Денису", "Орла Дениса", "Орлом Денисом", "Орле Денисе"}},
      {{"Малец", "Борис", ""},
       m,
       {"Мальца Бориса", "Мальцу Борису", "Мальца Бориса", "Мальцом Борисом", "Мальце Борисе"}},
      {{"Коломиец", "Глеб", ""},
       m,
       {"Коломийца Глеба", "Коломийцу Глебу", "Коломийца Глеба", "Коломийцем Глебом",
        "Коломийце Глебе"}},
      {{"Рерих", "Юрий", ""},
       m,
       {"Рериха Юрия", "Рериху Юрию", "Рериха Юрия", "Рерихом Юрием", "Рерихе Юрии"}},
      {{"Дюма", "Лия", ""}, f, {"Дюма Лии", "Дюма Лие", "Дюма Лию", "Дюма Лией", "Дюма Лие"}},
      {{"Гарин", "Антон", ""},
       m,
       {"Гарина Антона", "Гарину Антону", "Гарина Антона", "Гариным Антоном", "Гарине Антоне"}},
      {{"Ким", "Даниил", ""},
       m,
       {"Кима Даниила", "Киму Даниилу", "Кима Даниила", "Кимом Даниилом", "Киме Данииле"}},
  };
  return all;
}

std::string in(const Paradigm& each, GrammaticalCase wanted) {
  return full_text(grammar().decline(each.nominative, each.gender, wanted));
}

TEST(Paradigms, EveryCaseOfEveryNameIsAsTheGrammarSays) {
  for (const Paradigm& each : paradigms()) {
    for (std::size_t i = 0; i < each.oblique.size(); ++i) {
      EXPECT_EQ(in(each, kGrammaticalCases.at(i + 1)), each.oblique.at(i));
    }
  }
}

TEST(Paradigms, TheGenderOfEachIsTold) {
  for (const Paradigm& each : paradigms()) {
    EXPECT_EQ(grammar().gender_of(each.nominative), each.gender) << full_text(each.nominative);
  }
}

TEST(Paradigms, EveryFormComesBackToTheNominativeAmongItsReadings) {
  for (const Paradigm& each : paradigms()) {
    for (const GrammaticalCase wanted : kGrammaticalCases) {
      const PersonName declined = grammar().decline(each.nominative, each.gender, wanted);
      bool found = false;
      for (const auto& reading : grammar().to_nominative(declined, wanted, each.gender)) {
        found = found || reading.name == each.nominative;
      }
      EXPECT_TRUE(found) << full_text(declined);
    }
  }
}

TEST(Paradigms, AFullNameInAKnownCaseComesBackFirst) {
  for (const Paradigm& each : paradigms()) {
    if (each.nominative.middle.empty()) continue;
    for (const GrammaticalCase wanted : kGrammaticalCases) {
      const PersonName declined = grammar().decline(each.nominative, each.gender, wanted);
      const auto readings = grammar().to_nominative(declined, wanted, Gender::unknown);
      ASSERT_FALSE(readings.empty()) << full_text(declined);
      EXPECT_EQ(full_text(readings.front().name), full_text(each.nominative))
          << full_text(declined);
    }
  }
}

}  // namespace
}  // namespace fonds
