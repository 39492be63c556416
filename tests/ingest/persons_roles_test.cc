#include "ingest/persons_roles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <string>
#include <vector>

#include "typed_paper.h"

namespace fonds {
namespace {

using testing::ElementsAre;

/// The role of each name of the text, "nobody" and its case.
std::vector<std::string> roles_in(std::string_view text, std::string_view kind = "diploma") {
  static const NameGrammar grammar = NameGrammar::shipped();
  static const PersonWording wording = PersonWording::shipped();
  const PaperText paper = typed_paper(text);
  const auto words = name_words(paper);
  const auto cues = wording.find_cues(words, paper.folded());
  const RoleContext context{paper, words, wording, cues, kind};
  NameFinder finder(paper, words, grammar, wording);
  forbid_places(context, finder);
  std::vector<std::size_t> all(words.size());
  std::iota(all.begin(), all.end(), 0);
  const auto runs = finder.find(all, expectation(context, finder), false);
  std::vector<std::string> told;
  for (const RoleVerdict& each : assign_roles(context, runs, finder)) {
    std::string role = each.nobody ? "nobody" : std::string(name_of(each.role));
    if (each.expected_case) role += " " + std::string(name_of(*each.expected_case));
    told.push_back(role);
  }
  return told;
}

TEST(Roles, WordsBeforeANameAndTheirCase) {
  EXPECT_THAT(roles_in("награждается\nБелов Антон"), ElementsAre("holder nom"));
  EXPECT_THAT(roles_in("выдано\nБелову Антону"), ElementsAre("holder dat"));
  EXPECT_THAT(roles_in("Администрация награждает\nБелова Антона"), ElementsAre("holder acc"));
  EXPECT_THAT(roles_in("вручается\nученику 5 класса\nБелову Антону"), ElementsAre("holder dat"));
  EXPECT_THAT(roles_in("в составе: Белов Антон, Громов Олег"), ElementsAre("listed", "listed"));
}

TEST(Roles, OfficesBeforeAName) {
  for (const char* text :
       {"Директор Белов Антон", "Председатель жюри\nА.Б. Белов", "Педагог: Белов А.Б.",
        "Начальник управления образования администрации района\nА.Б. Белов", "Верно: А.Б. Белов",
        "Члены комиссии: Белов А.Б.", "СЛУШАЛИ: педагога Белова А.Б."}) {
    EXPECT_THAT(roles_in(text), ElementsAre("other")) << text;
  }
}

TEST(Roles, WordsBehindAName) {
  EXPECT_THAT(roles_in("Белов Антон, обучающийся ЦДТ"), ElementsAre("holder"));
  EXPECT_THAT(roles_in("Белов Антон, директор ЦДТ"), ElementsAre("other"));
  EXPECT_THAT(roles_in("вручается\nБеловой Анне Ильиничне\nучителю музыки"),
              ElementsAre("other dat"));
}

TEST(Roles, AnOfficeSpokenOnceIsSpent) {
  EXPECT_THAT(roles_in("награждается\nБелов Антон\nПедагог: Громов О.О.\nученик Жуков Пётр"),
              ElementsAre("holder nom", "other", "holder nom"));
}

TEST(Roles, NobodysNames) {
  EXPECT_THAT(roles_in("школа имени Антона Белова"), ElementsAre("nobody"));
  EXPECT_THAT(roles_in("школа имени Белова\nПетров Антон"), ElementsAre("holder"));
  EXPECT_THAT(roles_in("Уважаемый Антон Ильич!"), ElementsAre("nobody"));
}

TEST(Roles, ByLayoutAlone) {
  EXPECT_THAT(roles_in("ДИПЛОМ\nБелов Антон\nза победу"), ElementsAre("holder"));
  EXPECT_THAT(roles_in("ДИПЛОМ\nБелов Антон\nв Сочи"), ElementsAre("holder"));
  EXPECT_THAT(roles_in("текст о том, как Белов Антон жил"), ElementsAre("other"));
  EXPECT_THAT(roles_in("А.Б. Белов"), ElementsAre("other"));
}

}  // namespace
}  // namespace fonds
