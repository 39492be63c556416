#include "bench/invented_papers.h"

#include <fmt/format.h>

#include <array>

#include "support/synthetic_register.h"

namespace fonds {
namespace {

constexpr std::size_t kBodyWords = 110;

struct Kind {
  const char* id;
  const char* title;
  bool award;
};
constexpr std::array<Kind, 8> kKinds{{{"honor_certificate", "ПОЧЁТНАЯ ГРАМОТА", true},
                                      {"diploma", "ДИПЛОМ", true},
                                      {"certificate", "СЕРТИФИКАТ участника", true},
                                      {"gratitude", "БЛАГОДАРНОСТЬ", false},
                                      {"testimony", "СВИДЕТЕЛЬСТВО об окончании обучения", false},
                                      {"attestation_protocol", "ПРОТОКОЛ аттестации", false},
                                      {"competition_protocol", "ПРОТОКОЛ конкурса", true},
                                      {"journal", "ЖУРНАЛ учёта занятий", false}}};

struct Name {
  const char* value;
  const char* printed;
};
constexpr std::array<Name, 5> kLevels{{{"municipal", "муниципального этапа"},
                                       {"institution", "внутреннего этапа"},
                                       {"regional", "краевого этапа"},
                                       {"national", "всероссийского этапа"},
                                       {"international", "международного этапа"}}};
constexpr std::array<Name, 6> kPlaces{{{"participant", "участие"},
                                       {"1", "1 место"},
                                       {"2", "2 место"},
                                       {"3", "3 место"},
                                       {"laureate 2", "звание лауреата II степени"},
                                       {"winner", "победу"}}};
constexpr std::array<const char*, 10> kManners{"Юный",   "Весёлый", "Звонкий", "Умелый",  "Добрый",
                                               "Смелый", "Зоркий",  "Дружный", "Быстрый", "Ясный"};
constexpr std::array<const char*, 20> kMakers{
    "мастер", "художник", "шахматист", "эколог", "гимнаст",  "корреспондент", "турист",
    "певец",  "робот",    "актёр",     "пловец", "краевед",  "архитектор",    "физик",
    "биолог", "вокалист", "моделист",  "лыжник", "дизайнер", "программист"};
constexpr std::array<const char*, 12> kContests{
    "олимпиаде",  "конкурсе", "фестивале", "выставке",    "турнире",     "соревнованиях",
    "первенстве", "слёте",    "смотре",    "конференции", "спартакиаде", "викторине"};
constexpr std::array<const char*, 25> kContestTitles{
    "Звонкие голоса",  "Юный изобретатель", "Зелёная планета",   "Белая ладья",     "Шаг в будущее",
    "Радуга талантов", "Живая классика",    "Морской бой",       "Первые шаги",     "Золотая осень",
    "Наследие",        "Чистая вода",       "Мир глазами детей", "Весенняя капель", "Умелые руки",
    "Полёт мысли",     "Серебряный мяч",    "Родные просторы",   "Тропа здоровья",  "Время вперёд",
    "Снежный барс",    "Солнечный круг",    "Мастерская чудес",  "Грани науки",     "Добрый свет"};

std::string number_of(Dice& dice, int year) {
  constexpr std::array<const char*, 12> kLetters{"А", "Б", "В", "Г", "Д", "Е",
                                                 "К", "М", "П", "С", "Т", "У"};
  switch (dice.below(3)) {
    case 0:
      return fmt::format("{}-{}/{:02}", kLetters.at(dice.below(kLetters.size())),
                         1 + dice.below(99'999), year % 100);
    case 1:
      return fmt::format("{:06}", 1 + dice.below(999'999));
    default:
      return fmt::format("{}/{}-{}", 1 + dice.below(9'999), 1 + dice.below(99),
                         kLetters.at(dice.below(kLetters.size())));
  }
}

CalendarDate day_in(Dice& dice, int school_year) {
  const int month = static_cast<int>(dice.below(9));  // from September to May
  const bool autumn = month < 4;
  return {school_year + (autumn ? 0 : 1), autumn ? month + 9 : month - 3,
          static_cast<int>(1 + dice.below(28))};
}

std::string text_of(const InventedPaper& paper, const Kind& kind, const Name& level,
                    const Name& place, const Student& student) {
  const PersonName& name = student.name;
  std::string text =
      fmt::format("Центр дополнительного образования\n{} № {}\nнаграждается\n{} {} {},\n",
                  kind.title, paper.number, name.last, name.first, name.middle);
  text += fmt::format("обучающийся объединения «{}»", paper.collective);
  if (kind.award) {
    text += fmt::format(", за {} в {}\n{}", place.printed, paper.event, level.printed);
  }
  return text + fmt::format("\n{:02}.{:02}.{} дело {}\n", paper.date.day, paper.date.month,
                            paper.date.year, paper.case_index);
}

}  // namespace

InventedPapers::InventedPapers(std::size_t students)
    : students_(SyntheticRegister(students, 11).students()) {
  for (const char* manner : kManners) {
    for (const char* maker : kMakers) collectives_.push_back(fmt::format("{} {}", manner, maker));
  }
  for (const char* contest : kContests) {
    for (const char* title : kContestTitles) {
      events_.push_back(fmt::format("{} «{}»", contest, title));
    }
  }
  Dice dice(13);
  for (Student& student : students_) {
    const std::string& collective = collectives_[dice.ranked(collectives_.size())];
    for (Membership& each : student.memberships) each.collective = collective;
  }
}

InventedPaper InventedPapers::paper(std::uint64_t number) const {
  Dice dice(number * 2'654'435'761U + 17);
  InventedPaper paper;
  paper.student = dice.below(students_.size());
  const Student& student = students_[paper.student];
  const Membership& attended = dice.of(student.memberships);
  const Kind& kind = kKinds.at(dice.ranked(kKinds.size()));
  const Name& level = kLevels.at(dice.ranked(kLevels.size()));
  const Name& place = kPlaces.at(dice.ranked(kPlaces.size()));
  paper.kind = kind.id;
  paper.date = day_in(dice, attended.school_year);
  paper.number = number_of(dice, paper.date.year);
  paper.collective = attended.collective;
  paper.case_index = fmt::format("{:02}-{:02}", 1 + dice.below(8), 1 + dice.ranked(25));
  if (kind.award) {
    paper.level = level.value;
    paper.place = place.value;
    paper.event = events_[dice.ranked(events_.size())];
  }
  paper.text = text_of(paper, kind, level, place, student);
  paper.body = paper.text.size();
  paper.text += running_text_.text(number, kBodyWords + dice.below(40));
  return paper;
}

}  // namespace fonds
