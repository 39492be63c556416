#include "support/synthetic_register.h"

#include <array>
#include <cmath>
#include <string_view>

namespace fonds {
namespace {

using Words = std::vector<std::string>;

Words split(std::string_view text) {
  Words words;
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t end = std::min(text.find(' ', from), text.size());
    if (end > from) words.emplace_back(text.substr(from, end - from));
    from = end + 1;
  }
  return words;
}

const Words& men() {
  static const Words all = split(
      "Александр Артём Максим Дмитрий Михаил Иван Даниил Кирилл Андрей Егор Никита Матвей Илья "
      "Тимофей Роман Владимир Ярослав Фёдор Марк Алексей Павел Сергей Константин Лев Николай "
      "Степан Глеб Владислав Данила Захар Григорий Пётр Виктор Руслан Тимур Арсений Денис Семён "
      "Богдан Савелий Мирон Антон Игорь Вадим Юрий Олег Виталий Леонид Станислав Камиль Ренат "
      "Рустам Эльдар Тигран Арсен Ашот Заур Магомед Амир Ринат Гордей Демид Платон Святослав "
      "Всеволод Елисей Родион Филипп Эмиль Давид Георгий Тихон Фома Ян Эрик Валентин Борис");
  return all;
}
const Words& women() {
  static const Words all = split(
      "Анна Мария Анастасия София Дарья Виктория Полина Елизавета Екатерина Ксения Валерия "
      "Варвара Александра Вероника Арина Алиса Кира Маргарита Диана Ульяна Ева Алина Милана "
      "Василиса Елена Ольга Татьяна Наталья Юлия Кристина Светлана Ирина Яна Карина Камилла "
      "Любовь Надежда Вера Злата Таисия Мирослава Эвелина Ангелина Амина Лейла Мадина Регина "
      "Зарина Асель Эмилия Николь Есения Агата Стефания Майя Марьям Оксана Людмила Лариса Инна "
      "Галина Нина Зоя Раиса Жанна Снежана Олеся Виолетта Ника Лада Рената Сабина Эльвира");
  return all;
}

std::string patronymic_stem(const std::string& father) {
  const auto without = [&](std::size_t letters) {
    return father.substr(0, father.size() - 2 * letters);
  };
  if (father == "Лев") return "Львов";
  if (father == "Пётр") return "Петров";
  if (father == "Павел") return "Павлов";
  if (father == "Михаил") return "Михайлов";
  if (father.ends_with("ий")) return without(2) + "ьев";
  if (father.ends_with("й") || father.ends_with("ь")) return without(1) + "ев";
  if (father.ends_with("а") || father.ends_with("я")) return "";
  return father + "ов";
}

/// Spread over several letters, so that no two families differ by one only too often.
const Words& roots() {
  static const Words all = split(
      "бор вар гал дем жар зим кам лаз мар нос ост пав рог сав тар ус фил хар цвет чер шап щер "
      "яр бел гор дуб ерш зубр колод лис медв ник орл пест реп сокол туман ушак фад хвост черн "
      "шил щук бат верш глух длин ключ кост крав крич лопат мельн муром панкр плот решет "
      "серебр скор смол степ стрел сух таран тверд трост хлеб цапл чист шуст быстр валь гнед");
  return all;
}

}  // namespace

std::size_t Dice::ranked(std::size_t count) {
  // Close to one in the rank, cut off at both ends.
  const double most = std::log(static_cast<double>(count) + 8) - std::log(8.0);
  const double at = std::exp(share() * most + std::log(8.0)) - 8;
  return std::min(static_cast<std::size_t>(at), count - 1);
}

NameDrawer::NameDrawer(std::size_t surnames) {
  const auto adds_a = [&](const std::string& male) { surnames_.push_back({male, male + "а"}); };
  for (const std::string& each :
       split("Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров "
             "Морозов Волков Алексеев Лебедев Семёнов Егоров Павлов Козлов Степанов Николаев "
             "Орлов Андреев Макаров Никитин Захаров Зайцев Соловьёв Борисов Яковлев Григорьев "
             "Мамедов Алиев Магомедов Исмаилов Ахмедов Фомин Ильин Титов Птицын Голицын")) {
    adds_a(each);
  }
  for (const std::string& each : split("Шевченко Бондаренко Ткаченко Седых Черных Ким Ли Цой "
                                       "Саркисян Погосян Ковальчук Мельник Бабич Гриценко")) {
    surnames_.push_back({each, each});
  }
  Dice dice(7);
  const std::array<std::pair<const char*, const char*>, 9> endings{{{"ов", "ова"},
                                                                    {"ев", "ева"},
                                                                    {"ин", "ина"},
                                                                    {"ский", "ская"},
                                                                    {"енко", "енко"},
                                                                    {"ук", "ук"},
                                                                    {"ец", "ец"},
                                                                    {"ян", "ян"},
                                                                    {"ых", "ых"}}};
  while (surnames_.size() < surnames + 54) {
    std::string stem = dice.of(roots());
    const std::size_t more = dice.below(3);
    for (std::size_t i = 0; i < more; ++i) {
      stem += dice.of(split("а о е и ен он ан ал ел ат ут ик ок уш ич арн енд"));
      if (dice.chance(0.8)) stem += dice.of(split("к н л р т м д в ж ч ш с"));
    }
    const auto& [male, female] = endings.at(dice.ranked(endings.size()));
    Surname surname{stem + male, stem + female};
    for (std::string* each : {&surname.male, &surname.female}) {
      // The roots are small letters: the first becomes a capital.
      const auto trail = static_cast<unsigned char>((*each)[1]);
      const bool upper_half = static_cast<unsigned char>((*each)[0]) == 0xD1;
      (*each)[0] = static_cast<char>(0xD0);
      (*each)[1] = static_cast<char>(upper_half ? trail + 0x20 : trail - 0x20);
    }
    surnames_.push_back(std::move(surname));
  }
}

std::string NameDrawer::father(Dice& dice, Gender gender) const {
  const std::string& father = men()[dice.ranked(men().size())];
  const std::string stem = patronymic_stem(father);
  if (father == "Эльдар" || father == "Заур") {
    return father + (gender == Gender::male ? " оглы" : " кызы");
  }
  if (stem.empty()) {
    const std::string base = father.substr(0, father.size() - 2);
    if (father == "Илья") return gender == Gender::male ? "Ильич" : "Ильинична";
    return base + (gender == Gender::male ? "ич" : "ична");
  }
  return stem + (gender == Gender::male ? "ич" : "на");
}

DrawnPerson NameDrawer::draw(Dice& dice) const {
  DrawnPerson person;
  person.gender = dice.chance(0.5) ? Gender::male : Gender::female;
  const bool male = person.gender == Gender::male;
  const Surname& surname = surnames_[dice.ranked(surnames_.size())];
  person.name.last = male ? surname.male : surname.female;
  if (dice.chance(0.015)) {
    const Surname& other = surnames_[dice.ranked(surnames_.size())];
    person.name.last += "-" + (male ? other.male : other.female);
  }
  const Words& firsts = male ? men() : women();
  person.name.first = firsts[dice.ranked(firsts.size())];
  if (!dice.chance(0.02)) person.name.middle = father(dice, person.gender);
  return person;
}

DrawnPerson NameDrawer::sibling(const DrawnPerson& of, Dice& dice) const {
  DrawnPerson other = of;  // brothers and sisters of one gender: others differ in the surname too
  const Words& firsts = of.gender == Gender::male ? men() : women();
  while (other.name.first == of.name.first) other.name.first = firsts[dice.ranked(firsts.size())];
  return other;
}

SyntheticRegister::SyntheticRegister(std::size_t students, std::uint64_t seed)
    : names_(students / 6 + 200) {
  Dice dice(seed);
  for (std::size_t i = 0; i < students / 30 + 3; ++i) {
    collectives_.push_back(dice.of(split("Юный Весёлый Звонкий Умелый Добрый Смелый Зоркий")) +
                           " " +
                           dice.of(split("мастер художник шахматист эколог гимнаст "
                                         "корреспондент турист певец робот актёр")) +
                           (i < 20 ? "" : " " + std::to_string(i)));
  }
  students_.reserve(students);
  while (students_.size() < students) {
    const DrawnPerson person = names_.draw(dice);
    const auto birth = [&] {
      return CalendarDate{static_cast<int>(2004 + dice.below(14)),
                          static_cast<int>(1 + dice.below(12)),
                          static_cast<int>(1 + dice.below(28))};
    };
    const CalendarDate date = birth();
    add(person, date, dice);
    const double fate = dice.share();
    if (fate < 0.004) {  // a namesake in everything but the birth date
      add(person, birth(), dice);
    } else if (fate < 0.06) {
      add(names_.sibling(person, dice), birth(), dice);
    } else if (fate < 0.065) {  // twins
      add(names_.sibling(person, dice), date, dice);
    }
  }
  students_.resize(students);
}

void SyntheticRegister::add(const DrawnPerson& person, const CalendarDate& birth, Dice& dice) {
  Student student;
  student.id = {static_cast<std::int64_t>(students_.size() + 1000)};
  student.name = person.name;
  if (dice.chance(0.7)) student.gender = person.gender;
  if (dice.chance(0.97)) student.birth_date = birth;
  if (dice.chance(0.5)) student.school = "МБОУ СОШ № " + std::to_string(1 + dice.below(30));
  if (person.gender == Gender::female && dice.chance(0.01)) {
    student.former_last_names.push_back(names_.draw(dice).name.last);
  }
  const std::size_t years = 1 + dice.below(3);
  const std::string& collective = dice.of(collectives_);
  const std::size_t first = dice.below(static_cast<std::size_t>(kYears));
  for (std::size_t i = 0; i < years; ++i) {
    student.memberships.push_back({collective,
                                   "",
                                   std::to_string(1 + dice.below(3)),
                                   kFirstYear + static_cast<int>(first + i),
                                   {},
                                   {}});
  }
  students_.push_back(std::move(student));
}

}  // namespace fonds
