#include "support/noisy_names.h"

#include <algorithm>
#include <array>

#include "registry/letters.h"
#include "registry/person_name.h"

namespace fonds {
namespace {

std::vector<std::string> letters_of(const std::string& text) {
  std::vector<std::string> letters;
  for (std::size_t at = 0; at < text.size(); at += letter_bytes(text[at])) {
    letters.push_back(text.substr(at, letter_bytes(text[at])));
  }
  return letters;
}

/// What a letter is read as, by shapes: of a table of its own.
std::string alike(const std::string& letter, Dice& dice) {
  static const std::vector<std::vector<std::string>> kShapes{
      {"н", "и", "к", "п"}, {"ш", "щ", "ц"}, {"е", "с", "о"}, {"л", "д", "п"},  {"г", "т", "р"},
      {"а", "о", "я"},      {"ы", "ь", "и"}, {"б", "в", "6"}, {"з", "э", "3"},  {"ч", "ц", "н"},
      {"ж", "х", "к"},      {"у", "ч"},      {"м", "н", "и"}, {"О", "С", "0"},  {"П", "Л", "Н"},
      {"К", "Х", "Ж"},      {"Ш", "Щ"},      {"А", "Л", "Д"}, {"В", "Б", "З"},  {"Т", "Г", "Р"},
      {"И", "Н", "Й"},      {"и", "й"},      {"е", "ё", "ь"}, {"ф", "р", "ср"}, {"ю", "о"}};
  std::vector<std::string> choice;
  for (const auto& shape : kShapes) {
    if (std::find(shape.begin(), shape.end(), letter) == shape.end()) continue;
    for (const std::string& each : shape) {
      if (each != letter) choice.push_back(each);
    }
  }
  return choice.empty() ? letter : dice.of(choice);
}

std::string any_letter(Dice& dice) {
  static const auto kLetters = letters_of("абвгдежзийклмнопрстуфхцчшщъыьэюяІi1l|'.");
  return dice.of(kLetters);
}

std::string latin(const std::string& letter) {
  static constexpr std::array<std::pair<const char*, const char*>, 9> kLatin{{{"а", "a"},
                                                                              {"е", "e"},
                                                                              {"о", "o"},
                                                                              {"р", "p"},
                                                                              {"с", "c"},
                                                                              {"х", "x"},
                                                                              {"К", "K"},
                                                                              {"М", "M"},
                                                                              {"В", "B"}}};
  for (const auto& [russian, other] : kLatin) {
    if (letter == russian) return other;
  }
  return letter;
}

std::string initial_of(const std::string& name) {
  return name.empty() ? "" : letters_of(name).front() + ".";
}

}  // namespace

NoisyNames::NoisyNames(const SyntheticRegister& names, const NameGrammar& grammar,
                       std::uint64_t seed)
    : register_(names), grammar_(grammar), dice_(seed) {
  for (const Student& each : names.students()) {
    members_[each.memberships.front().collective].push_back(&each);
  }
}

NoisyPaper NoisyNames::next() {
  const double print = dice_.share();
  dirt_ = print < 0.6 ? 0.003 : print < 0.9 ? 0.015 : 0.06;
  const double kind = dice_.share();
  if (kind < 0.7) return award();
  return kind < 0.85 ? roster_list() : contest();
}

NoisyNames::Named NoisyNames::outsider() {
  Named named;
  if (dice_.chance(0.07)) {  // shares surname and first name with a student, on purpose
    const Student& student = dice_.of(register_.students());
    named.person = {student.name, student.gender};
    named.person.name.middle = register_.names().draw(dice_).name.middle;
    named.person.gender = grammar_.gender_of(student.name);
    const DrawnPerson father = register_.names().draw(dice_);
    if (father.gender == named.person.gender) named.person.name.middle = father.name.middle;
    return named;
  }
  if (dice_.chance(0.05)) {  // a brother or sister who attends nothing here
    const Student& student = dice_.of(register_.students());
    named.person =
        register_.names().sibling({student.name, grammar_.gender_of(student.name)}, dice_);
    return named;
  }
  named.person = register_.names().draw(dice_);
  return named;
}

NoisyNames::Named NoisyNames::somebody(double outsiders) {
  if (dice_.chance(outsiders)) return outsider();
  const Student& student = dice_.of(register_.students());
  return {{student.name, grammar_.gender_of(student.name)}, &student};
}

void NoisyNames::date(NoisyPaper& paper, int school_year) {
  if (dice_.chance(0.1)) return;
  const bool autumn = dice_.chance(0.4);
  const CalendarDate day{autumn ? school_year : school_year + 1,
                         static_cast<int>(autumn ? 9 + dice_.below(4) : 1 + dice_.below(5)),
                         static_cast<int>(1 + dice_.below(28))};
  paper.context.date = DateSpan{day, day, DatePrecision::day, to_text(day)};
}

NoisyPaper NoisyNames::award() {
  NoisyPaper paper;
  const Named named = somebody(0.08);
  int year = SyntheticRegister::kFirstYear + static_cast<int>(dice_.below(6));
  if (named.student != nullptr && dice_.chance(0.9)) {
    const Membership& attended = dice_.of(named.student->memberships);
    year = attended.school_year;
    if (dice_.chance(0.35)) paper.context.collective = misread(attended.collective, dirt_);
  } else if (named.student == nullptr && dice_.chance(0.1)) {
    paper.context.collective = dice_.of(register_.students()).memberships.front().collective;
  }
  date(paper, year);
  add(named, PersonRole::holder, 0, paper);
  return paper;
}

const Student& NoisyNames::member_of(const std::string& collective, int year) {
  const auto& all = members_.at(collective);
  std::size_t at = dice_.below(all.size());
  for (std::size_t tried = 0; tried < all.size(); ++tried, at = (at + 1) % all.size()) {
    for (const Membership& each : all[at]->memberships) {
      if (each.collective == collective && each.school_year == year) return *all[at];
    }
  }
  return *all[at];
}

NoisyPaper NoisyNames::roster_list() {
  NoisyPaper paper;
  paper.context.is_list = true;
  const Membership attended = dice_.of(dice_.of(register_.students()).memberships);
  paper.context.collective = misread(attended.collective, dirt_ / 2);
  paper.context.school_year = attended.school_year;
  date(paper, attended.school_year);
  std::vector<const Student*> listed;
  for (int row = 1; row <= 10; ++row) {
    if (dice_.chance(0.02)) {
      add(outsider(), PersonRole::listed, row, paper);
      continue;
    }
    const Student& student = member_of(attended.collective, attended.school_year);
    if (std::find(listed.begin(), listed.end(), &student) != listed.end()) continue;
    listed.push_back(&student);
    add({{student.name, grammar_.gender_of(student.name)}, &student}, PersonRole::listed, row,
        paper);
  }
  return paper;
}

NoisyPaper NoisyNames::contest() {
  NoisyPaper paper;
  paper.context.is_list = true;
  date(paper, SyntheticRegister::kFirstYear + static_cast<int>(dice_.below(7)));
  const bool tells_where = dice_.chance(0.6);
  for (int row = 1; row <= 10; ++row) {
    const Named named = somebody(0.6);
    add(named, PersonRole::listed, row, paper);
    if (!tells_where) continue;
    const bool ours = named.student != nullptr && dice_.chance(0.85);
    paper.mentions.back().organisation =
        ours ? misread(kOwnName, dirt_ / 2) : "МБОУ СОШ № " + std::to_string(1 + dice_.below(30));
  }
  return paper;
}

void NoisyNames::add(const Named& named, PersonRole role, int row, NoisyPaper& paper) {
  PersonMention mention;
  mention.role = role;
  mention.row = row;
  mention.confidence = 1;
  mention.legibility = dirt_ < 0.01 ? 0.95 : dirt_ < 0.05 ? 0.8 : 0.5;
  const PersonName printed = as_printed(named.person, mention, row > 0);
  mention.printed = wreck(misread(in_order(printed), dirt_));
  const auto parsed = parse_person_name(mention.printed, grammar_);
  if (parsed) mention.parts = parsed->name;
  if (dice_.chance(0.08)) {
    const bool known = named.student != nullptr && named.student->birth_date;
    mention.birth_date = known && dice_.chance(0.98)
                             ? *named.student->birth_date
                             : CalendarDate{static_cast<int>(2004 + dice_.below(14)),
                                            static_cast<int>(1 + dice_.below(12)),
                                            static_cast<int>(1 + dice_.below(28))};
  } else if (dice_.chance(0.1) && paper.context.date) {
    const bool known = named.student != nullptr && named.student->birth_date;
    const int age = known ? years_between(*named.student->birth_date, paper.context.date->to)
                          : static_cast<int>(6 + dice_.below(12));
    mention.age = age + (dice_.chance(0.06) ? 1 : 0);
  }
  paper.mentions.push_back(std::move(mention));
  paper.truth.push_back(named.student == nullptr ? std::optional<StudentId>() : named.student->id);
}

PersonName NoisyNames::as_printed(const DrawnPerson& person, PersonMention& mention, bool in_list) {
  PersonName name = person.name;
  if (name.last.find('-') != std::string::npos && dice_.chance(0.15)) {
    name.last = std::string(dice_.of(split_letters(name.last, "-")));
  }
  const double length = dice_.share();
  if (length < (in_list ? 0.4 : 0.3)) name.middle.clear();
  GrammaticalCase wanted = GrammaticalCase::nominative;
  if (!in_list && dice_.chance(0.45)) {
    wanted = kGrammaticalCases.at(1 + dice_.below(3));
    if (dice_.chance(0.02)) wanted = kGrammaticalCases.at(4 + dice_.below(2));
  }
  PersonName printed = grammar_.decline(name, person.gender, wanted);
  if (dice_.chance(0.04)) printed.last = name.last;  // as its bearer wants it
  if (dice_.chance(0.7)) mention.expected_case = wanted;
  if (dice_.chance(0.01)) mention.expected_case = GrammaticalCase::dative;
  if (length > 0.92) {
    printed.first = initial_of(printed.first);
    printed.middle = initial_of(printed.middle);
  }
  return printed;
}

std::string NoisyNames::in_order(const PersonName& name) {
  const bool first_comes_first = dice_.chance(0.2);
  const std::string given = name.middle.empty() ? name.first : name.first + " " + name.middle;
  return first_comes_first ? given + " " + name.last : name.last + " " + given;
}

std::string NoisyNames::misread(const std::string& text, double rate) {
  std::string read;
  for (const std::string& letter : letters_of(text)) {
    if (letter == " " || !dice_.chance(rate)) {
      read += letter;
      continue;
    }
    const double how = dice_.share();
    if (how < 0.62) {
      read += alike(letter, dice_);
    } else if (how < 0.74) {
      read += any_letter(dice_);
    } else if (how < 0.84) {
      continue;  // lost
    } else if (how < 0.90) {
      read += letter + any_letter(dice_);
    } else {
      read += latin(letter);
    }
  }
  return read;
}

/// Mistakes of whole words.
std::string NoisyNames::wreck(std::string text) {
  const double how = dice_.share();
  if (how < 0.1) return to_upper_letters(text);
  if (how < 0.1 + dirt_ / 2) {  // two words joined
    const std::size_t space = text.find(' ');
    if (space != std::string::npos) text.erase(space, 1);
  } else if (how < 0.1 + dirt_) {  // a word split
    const auto letters = letters_of(text);
    const std::size_t at = 2 + dice_.below(std::max<std::size_t>(letters.size(), 4) - 3);
    text.clear();
    for (std::size_t i = 0; i < letters.size(); ++i) text += (i == at ? " " : "") + letters[i];
  } else if (how < 0.105 + dirt_) {  // ё as е everywhere
    for (std::size_t at = text.find("ё"); at != std::string::npos; at = text.find("ё")) {
      text.replace(at, 2, "е");
    }
  }
  return text;
}

}  // namespace fonds
