#include "support/small_register.h"

#include "registry/person_name.h"

namespace fonds {

const NameGrammar& shipped_grammar() {
  static const NameGrammar grammar = NameGrammar::shipped();
  return grammar;
}

std::vector<Student> small_register() {
  std::vector<Student> students;
  const auto add = [&](PersonName name, Gender gender, const char* birth, const char* collective,
                       const char* group, int year) -> Student& {
    Student student;
    student.id = {static_cast<std::int64_t>(students.size() + 1)};
    student.name = std::move(name);
    student.gender = gender;
    student.birth_date = calendar_date_from(birth);
    student.memberships.push_back({collective, "", group, year, {}, {}});
    students.push_back(std::move(student));
    return students.back();
  };
  constexpr Gender m = Gender::male;
  constexpr Gender f = Gender::female;
  add({"Кравец", "Тимофей", "Ильич"}, m, "2012-03-12", "Юный мастер", "1", 2023);          // 1
  add({"Ковальчук", "Анна", "Сергеевна"}, f, "2011-05-02", "Весёлая палитра", "2", 2023);  // 2
  // Namesakes in everything but the birth date.
  add({"Журавлёв", "Роман", "Артёмович"}, m, "2010-09-02", "Юный мастер", "2", 2022);    // 3
  add({"Журавлёв", "Роман", "Артёмович"}, m, "2014-06-19", "Звонкий голос", "1", 2022);  // 4
  // Brothers whose initials agree.
  add({"Гринь", "Павел", "Олегович"}, m, "2013-01-23", "Звонкий голос", "1", 2023);  // 5
  add({"Гринь", "Пётр", "Олегович"}, m, "2013-01-23", "Звонкий голос", "1", 2023);   // 6
  // The same surname and first name, another patronymic.
  add({"Бойко", "Таисия", "Евгеньевна"}, f, "2010-01-21", "Весёлая палитра", "1", 2023);      // 7
  add({"Бойко", "Таисия", "Руслановна"}, f, "2014-11-03", "Юный мастер", "1", 2023);          // 8
  add({"Седых", "Любовь", "Павловна"}, f, "2012-07-07", "Весёлая палитра", "1", 2023);        // 9
  add({"Сидорова-Белых", "Мария", "Ивановна"}, f, "2012-10-10", "Звонкий голос", "2", 2023);  // 10
  add({"Мамедов", "Руслан", "Эльдар оглы"}, m, "2011-12-12", "Звонкий голос", "2", 2023);     // 11
  Student& renamed =
      add({"Осипова", "Ника", "Львовна"}, f, "2011-02-03", "Юный мастер", "2", 2023);  // 12
  renamed.former_last_names = {"Тарасенко"};
  add({"Лысенко", "Пётр", "Ильич"}, m, "2013-02-12", "Весёлая палитра", "2", 2023);  // 13
  Student& gone = add({"Соболь", "Илья", "Павлович"}, m, "2004-04-04", "Юный мастер", "1", 2015);
  gone.left_on = calendar_date_from("2016-05-31");                                // 14
  add({"Коломиец", "Фома", "Фомич"}, m, "2012-12-01", "Юный мастер", "1", 2023);  // 15
  return students;
}

StudentIndex index_of(const std::vector<Student>& students) {
  StudentIndex::Builder builder;
  for (const Student& each : students) builder.add(each);
  return std::move(builder).build();
}

PersonMention mention_of(const std::string& printed, PersonRole role) {
  PersonMention mention;
  mention.printed = printed;
  mention.role = role;
  mention.confidence = 1;
  const auto parsed = parse_person_name(printed, shipped_grammar());
  if (parsed) mention.parts = parsed->name;
  return mention;
}

}  // namespace fonds
