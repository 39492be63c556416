#include "registry/matcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/small_register.h"

namespace fonds {
namespace {

const StudentIndex& index() {
  static const StudentIndex all = index_of(small_register());
  return all;
}

std::vector<MentionMatch> match_all(const std::vector<PersonMention>& mentions,
                                    const PaperContext& paper = {}) {
  MatcherSettings settings = MatcherSettings::shipped();
  settings.own_names = {"МБОУ ДО ЦДТ"};
  return Matcher(index(), shipped_grammar(), settings).match(mentions, paper);
}

MentionMatch match(const PersonMention& mention, const PaperContext& paper = {}) {
  return match_all({mention}, paper).front();
}

/// The id of the student linked; 0: nobody.
std::int64_t linked(const MentionMatch& found) { return found.linked ? found.linked->value : 0; }
std::int64_t linked(const std::string& printed, const PaperContext& paper = {}) {
  return linked(match(mention_of(printed), paper));
}

std::vector<std::int64_t> offered(const MentionMatch& found) {
  std::vector<std::int64_t> ids;
  for (const Candidate& each : found.candidates) ids.push_back(each.student.value);
  return ids;
}

PaperContext paper_of(const std::string& collective, const std::string& group = "") {
  PaperContext paper;
  paper.collective = collective;
  paper.group = group;
  paper.date = date_span_from("2024-05-15");
  return paper;
}

TEST(Matcher, AFullNameIsLinkedInAnyCaseAndOrder) {
  for (const char* printed :
       {"Кравец Тимофей Ильич", "Кравцу Тимофею Ильичу", "КРАВЦА ТИМОФЕЯ ИЛЬИЧА",
        "Тимофею Ильичу Кравцу", "Кpaвeц Тимофей Ильич"}) {
    EXPECT_EQ(linked(printed), 1) << printed;
  }
  EXPECT_EQ(linked("Ковальчук Анне Сергеевне"), 2);
  EXPECT_EQ(linked("Любови Павловне Седых"), 9);
  EXPECT_EQ(linked("Мамедова Руслана Эльдар оглы"), 11);
  EXPECT_EQ(linked("Коломийцу Фоме Фомичу"), 15);
}

TEST(Matcher, SeveralLettersMayBeMisread) {
  for (const char* printed :
       {"Кравеп Тимофей Ильич", "Кравец Тнмофей Ипьич", "Крaвсц Тимофсй Ильич",
        "Кравцу Тимофею Ипьичу", "Кравц Тимофею Ильичу"}) {
    EXPECT_EQ(linked(printed), 1) << printed;
  }
  EXPECT_EQ(linked("Ковапьчук Анне Серrеевне"), 2);
}

TEST(Matcher, WordsMayBeSplitOrJoined) {
  EXPECT_EQ(linked("Кра вец Тимофей Ильич"), 1);
  EXPECT_EQ(linked("КравецТимофей Ильич"), 1);
}

TEST(Matcher, ASurnameMayBeUnbentFormerOrPartOfADoubleOne) {
  EXPECT_EQ(linked("Кравец Тимофею Ильичу"), 1);
  EXPECT_EQ(linked("Тарасенко Нике Львовне"), 12);
  EXPECT_EQ(linked("Сидорова Мария Ивановна"), 10);
  EXPECT_EQ(linked("Белых Мария Ивановна"), 10);
}

TEST(Matcher, NamesakesGoToAPerson) {
  const MentionMatch found = match(mention_of("Журавлёву Роману Артёмовичу"));

  EXPECT_FALSE(found.linked);
  EXPECT_THAT(offered(found), testing::UnorderedElementsAre(3, 4));
  ASSERT_FALSE(found.reasons.empty());
  EXPECT_EQ(found.reasons.front(), (Reason{"several students fit: {}", {"2"}}));
}

TEST(Matcher, NamesakesAreToldByBirthDateAndWeighedByCollective) {
  PersonMention mention = mention_of("Журавлёв Роман Артёмович");
  mention.birth_date = calendar_date_from("2014-06-19");
  EXPECT_EQ(linked(match(mention)), 4);

  mention.birth_date.reset();
  PaperContext paper = paper_of("Юный мастер");
  paper.school_year = 2022;
  EXPECT_EQ(offered(match(mention, paper)).front(), 3);
  EXPECT_GT(match(mention, paper).candidates.front().probability, 0.9);
  paper.collective = "«Звонкий гопос»";
  EXPECT_EQ(offered(match(mention, paper)).front(), 4);

  mention.birth_date = calendar_date_from("2013-06-19");  // one figure misread, or somebody else
  EXPECT_NE(linked(match(mention)), 3);
}

TEST(Matcher, BrothersAreNotToldByInitials) {
  for (const char* printed : {"Гринь П.О.", "П.О. Гринь", "Гринь П."}) {
    const MentionMatch found = match(mention_of(printed), paper_of("Звонкий голос", "1"));
    EXPECT_FALSE(found.linked) << printed;
    EXPECT_THAT(offered(found), testing::IsSupersetOf({5, 6})) << printed;
  }
  EXPECT_EQ(linked("Гриню Петру Олеговичу"), 6);
}

TEST(Matcher, APatronymicThatContradictsIsSomebodyElse) {
  EXPECT_EQ(linked("Бойко Таисия Евгеньевна"), 7);
  EXPECT_EQ(linked("Бойко Таисии Руслановне"), 8);
  EXPECT_EQ(linked("Бойко Таисия Петровна"), 0);
  EXPECT_EQ(linked("Кравец Тимофей Павлович"), 0);
  EXPECT_EQ(linked("Кравец Тимофей Игоревич", paper_of("Юный мастер")), 0);
}

TEST(Matcher, ABrotherOfAStudentIsNotTheStudent) {
  EXPECT_EQ(linked("Кравец Матвей Ильич"), 0);
  EXPECT_EQ(linked("Кравец Савелий"), 0);
  EXPECT_EQ(linked("Ковальчук Алла Сергеевна"), 0);
}

TEST(Matcher, StrangersAreNobody) {
  for (const char* printed : {"Соловей Милана Олеговна", "Цой Кирилл Вениаминович", "Ли Виктория",
                              "Иванов И.И.", "Тимофей", "Ильич"}) {
    EXPECT_EQ(linked(printed), 0) << printed;
  }
}

TEST(Matcher, InAnOpenListANameWithoutPatronymicIsLinkedOnlyWithMoreToIt) {
  PaperContext contest;
  contest.is_list = true;
  contest.date = date_span_from("2024-03-25");
  PersonMention row = mention_of("Седых Любовь", PersonRole::listed);
  row.row = 1;
  EXPECT_EQ(linked(match(row, contest)), 0);

  row.organisation = "МБОУ СОШ № 3";
  EXPECT_EQ(linked(match(row, contest)), 0);

  row.birth_date = calendar_date_from("2012-07-07");
  EXPECT_EQ(linked(match(row, contest)), 9);
}

TEST(Matcher, RowsOfAListPreferMembersOfItsCollective) {
  PaperContext protocol = paper_of("Весёлая палитра", "1");
  protocol.is_list = true;
  PersonMention row = mention_of("Бойко Таисия", PersonRole::listed);
  row.row = 1;

  EXPECT_EQ(linked(match(row, protocol)), 7);
}

TEST(Matcher, TwoRowsAreNotTheSameStudent) {
  PaperContext protocol = paper_of("Юный мастер", "1");
  protocol.is_list = true;
  std::vector<PersonMention> rows{mention_of("Кравец Т.", PersonRole::listed),
                                  mention_of("Кравец Т.", PersonRole::listed)};
  rows[0].row = 1;
  rows[1].row = 2;

  for (const MentionMatch& found : match_all(rows, protocol)) {
    EXPECT_FALSE(found.linked);
    EXPECT_THAT(offered(found), testing::Contains(1));
  }
  rows[1].row = 1;  // the same row, on the second page of the spread
  EXPECT_EQ(linked(match_all(rows, protocol)[1]), 1);
}

TEST(Matcher, OthersOnThePaperAreNotLearners) {
  const MentionMatch found = match(mention_of("Кравец Тимофей Ильич", PersonRole::other));

  EXPECT_FALSE(found.linked);
  EXPECT_TRUE(found.candidates.empty());
  EXPECT_FALSE(found.reasons.empty());
}

TEST(Matcher, WhoWasNotBornYetIsNotMeant) {
  PaperContext old;
  old.date = date_span_from("2009-05-15");
  EXPECT_EQ(linked("Кравец Тимофей Ильич", old), 0);
  old.date = date_span_from("2010-12-15");
  EXPECT_EQ(linked("Журавлёв Роман Артёмович", old), 0);
}

TEST(Matcher, ProbabilitiesAddUpToAtMostOneAndComeBestFirst) {
  for (const char* printed :
       {"Журавлёв Роман", "Гринь П.О.", "Бойко Таисия", "Иванов", "Лысенко Петра"}) {
    const MentionMatch found = match(mention_of(printed));
    double sum = 0;
    double last = 1;
    for (const Candidate& each : found.candidates) {
      EXPECT_LE(each.probability, last);
      EXPECT_FALSE(each.reasons.empty());
      last = each.probability;
      sum += each.probability;
    }
    EXPECT_LE(sum, 1 + 1e-9);
    EXPECT_LE(found.candidates.size(), 8U);
  }
}

TEST(Matcher, NoNameAndNoRegisterAreNoDanger) {
  EXPECT_EQ(linked(""), 0);
  EXPECT_EQ(linked("№ 17"), 0);
  EXPECT_EQ(linked(std::string(4000, 'x')), 0);
  const StudentIndex empty = index_of({});
  const auto found = Matcher(empty, shipped_grammar(), MatcherSettings::shipped())
                         .match({mention_of("Кравец Тимофей Ильич")}, paper_of("Юный мастер"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].candidates.empty());
}

/// Six members of «Радуга» among many of whom each shares surname and first name with others.
std::vector<Student> rosters() {
  std::vector<Student> students;
  const std::vector<PersonName> names{{"Белов", "Артём", ""},   {"Сомова", "Дарья", ""},
                                      {"Гусев", "Максим", ""},  {"Рябова", "Софья", ""},
                                      {"Карпов", "Даниил", ""}, {"Зуева", "Алиса", ""}};
  const std::vector<const char*> collectives{"Радуга", "Маяк", "Росток"};
  for (std::size_t c = 0; c < collectives.size(); ++c) {
    for (std::size_t n = 0; n < names.size(); ++n) {
      if (c > 0 && n % 3 != c) continue;  // a third of the names stands in another collective too
      Student student;
      student.id = {static_cast<std::int64_t>(100 * c + n + 1)};
      student.name = names[n];
      student.name.middle = c == 0 ? "Павлович" : "Львович";
      if (names[n].first.ends_with("а") || names[n].first.ends_with("я")) {
        student.name.middle = c == 0 ? "Павловна" : "Львовна";
      }
      student.memberships.push_back({collectives[c], "", "1", 2023, {}, {}});
      students.push_back(student);
    }
  }
  return students;
}

std::vector<MentionMatch> match_rows(const std::vector<const char*>& printed) {
  static const StudentIndex index = index_of(rosters());
  std::vector<PersonMention> rows;
  for (const char* name : printed) {
    rows.push_back(mention_of(name, PersonRole::listed));
    rows.back().row = static_cast<int>(rows.size());
  }
  PaperContext paper;
  paper.school_year = 2023;
  paper.is_list = true;
  return Matcher(index, shipped_grammar(), MatcherSettings::shipped()).match(rows, paper);
}

TEST(Matcher, AListWhoseTitleCannotBeReadIsTakenForTheCollectiveMostOfItsRowsAttend) {
  const auto found = match_rows({"Белов Артём", "Сомова Дарья", "Гусев Максим", "Рябова Софья",
                                 "Карпов Даниил", "Зуева Алиса"});
  for (std::size_t i = 0; i < found.size(); ++i) {
    ASSERT_FALSE(found[i].candidates.empty()) << i;
    EXPECT_EQ(found[i].candidates.front().student.value, static_cast<std::int64_t>(i + 1)) << i;
    EXPECT_GT(found[i].candidates.front().probability, 0.9) << i;
  }
}

TEST(Matcher, AFewRowsAreNoCollective) {
  for (const MentionMatch& row : match_rows({"Сомова Дарья", "Гусев Максим"})) {
    EXPECT_FALSE(row.linked);
  }
}

TEST(Matcher, AListOfStrangersIsNobodysRoster) {
  const auto found = match_rows({"Окунев Пётр", "Щукина Вера", "Налимов Олег", "Сомова Дарья",
                                 "Ершова Нина", "Судаков Глеб", "Карасёв Илья", "Линёва Ольга"});
  EXPECT_FALSE(found[3].linked);
}

/// A protocol of an open contest whose rows name their organisations; nobody has told which is
/// ours.
std::vector<MentionMatch> match_contest(
    const std::vector<std::pair<const char*, const char*>>& printed) {
  std::vector<PersonMention> rows;
  for (const auto& [name, organisation] : printed) {
    rows.push_back(mention_of(name, PersonRole::listed));
    rows.back().row = static_cast<int>(rows.size());
    rows.back().organisation = organisation;
  }
  PaperContext paper;
  paper.school_year = 2023;
  paper.is_list = true;
  return Matcher(index(), shipped_grammar(), MatcherSettings::shipped()).match(rows, paper);
}

TEST(Matcher, AnOrganisationWhoseRowsTheRegisterKnowsIsOurs) {
  const auto found = match_contest({{"Кравец Тимофей", "МБУ ДО «Исток»"},
                                    {"Ковальчук Анна", "МБУ ДО «Исток»"},
                                    {"Седых Любовь", "МАОУ СОШ № 7"},
                                    {"Лысенко Пётр", "МБУ ДО «Исток»"},
                                    {"Налимов Олег", "МАОУ СОШ № 7"},
                                    {"Мамедов Руслан", "МБУ ДО «Исток»"},
                                    {"Коломиец Фома", "МБУ ДО «Исток»"}});
  EXPECT_EQ(linked(found[0]), 1);
  EXPECT_EQ(linked(found[1]), 2);
  EXPECT_EQ(linked(found[2]), 0) << "an outsider of the same surname and first name";
  EXPECT_EQ(linked(found[3]), 13);
  EXPECT_THAT(
      found[0].reasons,
      testing::Contains(Reason{"the register knows nearly all rows of «{}»", {"МБУ ДО «Исток»"}}));
  EXPECT_THAT(found[2].reasons, testing::Not(testing::Contains(testing::Field(
                                    &Reason::said, testing::HasSubstr("nearly all rows")))));
}

TEST(Matcher, TwoKnownRowsOfASchoolDoNotMakeItOurs) {
  const auto found = match_contest({{"Кравец Тимофей", "МАОУ СОШ № 7"},
                                    {"Ковальчук Анна", "МАОУ СОШ № 7"},
                                    {"Налимов Олег", "МАОУ СОШ № 8"},
                                    {"Окунев Пётр", "МАОУ СОШ № 8"}});
  for (const MentionMatch& row : found) EXPECT_FALSE(row.linked);
}

}  // namespace
}  // namespace fonds
