#include "archive/register_view.h"

#include <gmock/gmock.h>

#include <boost/filesystem/operations.hpp>
#include <fstream>

#include "archive/workers.h"
#include "base/error.h"
#include "catalogue/students.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

/// Lines of words in ordinary type at 300 dpi.
std::vector<RecognisedPage> page_of(const std::vector<std::vector<std::string>>& lines) {
  RecognisedPage page;
  page.geometry.width = 2480;
  page.geometry.height = 3508;
  int top = 300;
  for (const auto& words : lines) {
    Line line;
    int left = 600;
    for (const std::string& text : words) {
      line.words.push_back({text, {left, top, 20 * static_cast<int>(text.size()), 50}, 0.95});
      left += 20 * static_cast<int>(text.size()) + 20;
    }
    page.lines.push_back(line);
    top += 120;
  }
  return {page};
}

std::vector<RecognisedPage> diploma_of(const std::vector<std::string>& name) {
  return page_of({{"ДИПЛОМ"}, {"награждается"}, name});
}

/// A clock that is set forward by hand.
class HandClock : public Clock {
 public:
  [[nodiscard]] Moment now() const override { return now_; }
  void pass(std::chrono::milliseconds time) { now_ += time; }

 private:
  Moment now_{std::chrono::sys_days{std::chrono::year{2026} / 11 / 28}};
};

TEST(RegisterView, AStudentAddedIsFoundInTheNextPaper) {
  TempArchive temp;
  Database& catalogue = temp.archive().catalogue();
  HandClock clock;
  RegisterView view(clock, &DocumentKinds::shipped);
  const auto paper = diploma_of({"Бочаров", "Платон", "Ефимович"});
  ASSERT_TRUE(view.understand(catalogue, paper).links.empty());

  Student student;
  student.name = {"Бочаров", "Платон", "Ефимович"};
  Transaction transaction(catalogue);
  const StudentId id = Students(catalogue).add(transaction, student);
  transaction.commit();
  clock.pass(std::chrono::minutes(1));

  const auto links = view.understand(catalogue, paper).links;
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links.front().student, id);
}

TEST(RegisterView, AnInstitutionsOwnKindIsRecognised) {
  TempArchive temp;
  const auto paper = diploma_of({"Бочаров", "Платон", "Ефимович"});
  std::ofstream((temp.archive().folder() / "kinds.toml").string()) << R"([[kind]]
id = "camp_diploma"
ru = "Диплом лагеря"
sheet = "award"
fields = ["date"]
[kind.titles]
'диплом' = 1.5
[[kind]]
id = "diploma"
[kind.titles]
'диплом' = 0
)";
  const DocumentKinds kinds = temp.archive().kinds();
  EXPECT_THAT(kinds.own(), testing::ElementsAre("camp_diploma", "diploma"));
  HandClock clock;
  RegisterView view(clock, [&] { return temp.archive().kinds(); });

  EXPECT_EQ(view.understand(temp.archive().catalogue(), paper).reading.kind.value, "camp_diploma");
  EXPECT_EQ(temp.archive().words().title("kind", "camp_diploma"), "Диплом лагеря");
}

TEST(RegisterView, ARowThatNamesTheInstitutionIsSurerOfItsStudent) {
  TempArchive temp;
  Database& catalogue = temp.archive().catalogue();
  Student student;
  student.name = {"Бочаров", "Платон", "Ефимович"};
  Transaction transaction(catalogue);
  Students(catalogue).add(transaction, student);
  transaction.commit();
  const auto paper = page_of({{"ПРОТОКОЛ", "№", "7"},
                              {"заседания", "жюри", "районного", "конкурса"},
                              {"№", "Фамилия,", "имя", "Учреждение", "Результат"},
                              {"1", "Лось", "Анна", "МАОУ", "СОШ", "№", "3", "1", "место"},
                              {"2", "Бочаров", "Платон", "МБУ", "ДО", "ДДТ", "2", "место"},
                              {"3", "Цой", "Кирилл", "МАОУ", "СОШ", "№", "4", "3", "место"}});
  HandClock clock;
  const auto probability = [&](std::vector<std::string> own_names) {
    RegisterView view(clock, &DocumentKinds::shipped, std::move(own_names));
    const auto links = view.understand(catalogue, paper).links;
    return links.size() == 1 ? links.front().probability : 0.0;
  };
  const double untold = probability({});
  EXPECT_GT(untold, 0);
  EXPECT_GT(probability({"МБУ ДО ДДТ"}), untold);
  EXPECT_LT(probability({"МБУ ДО ЦДТ"}), untold) << "theirs is another";
}

TEST(RegisterView, AMistakeInTheKindsIsToldBeforeAnyPaperIsTaken) {
  TempArchive temp;
  std::ofstream((temp.archive().folder() / "kinds.toml").string()) << "[[kind]]\nid = \"Bad Id\"\n";

  try {
    const RecognitionWorkers workers(temp.archive(), recognition_actor(), 1,
                                     RecognitionWorkers::Until::queue_is_empty, {});
    FAIL() << "workers with a wrong file";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::usage);
    EXPECT_THAT(error.message(), testing::HasSubstr("Bad Id"));
  }
}

TEST(RegisterView, KindsThatCannotBeReadAreNotTakenForNone) {
  for (const char* target : {"kinds.toml", "."}) {  // a link to itself, a folder
    TempArchive temp;
    const auto kinds = temp.folder() / "kinds.toml";
    boost::filesystem::create_symlink(target, kinds);
    EXPECT_ANY_THROW(temp.archive().kinds()) << target;
  }
}

TEST(RegisterView, EveryKindOfChangeRaisesTheRevision) {
  TempArchive temp;
  Database& catalogue = temp.archive().catalogue();
  Students students(catalogue);
  Student student;
  student.name = {"Бочаров", "Платон", ""};
  std::vector<std::int64_t> revisions{students.revision()};
  const auto changed = [&](const auto& change) {
    Transaction transaction(catalogue);
    change(transaction);
    transaction.commit();
    revisions.push_back(students.revision());
  };

  StudentId one;
  StudentId other;
  changed([&](Transaction& t) { one = students.add(t, student); });
  changed([&](Transaction& t) { other = students.add(t, student); });
  student.id = one;
  changed([&](Transaction& t) { students.replace(t, student); });
  changed([&](Transaction& t) { students.merge(t, local_archivist(), one, other); });
  changed([&](Transaction& t) { students.part(t, local_archivist(), other); });

  for (std::size_t i = 1; i < revisions.size(); ++i) EXPECT_GT(revisions[i], revisions[i - 1]) << i;
}

}  // namespace
}  // namespace fonds
