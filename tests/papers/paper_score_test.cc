#include "support/paper_score.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/paper_match.h"
#include "support/sample_papers.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const NameGrammar& grammar() {
  static const NameGrammar shipped = NameGrammar::shipped();
  return shipped;
}

SamplePaper paper() {
  return sample_paper_from(
      "kind: gratitude\n"
      "date: 2024-05-15\n"
      "date_also: 2024-05\n"
      "level: municipal\n"
      "level_also: null\n"
      "event: районного слёта «Юный лоцман»\n"
      "person: holder | dat | Жаровой Инне Львовне | Жарова Инна Львовна\n"
      "person: other | nom | О.Б. Кнутов | Кнутов О.Б.\n"
      "\n"
      "БЛАГОДАРНОСТЬ\n"
      "Жаровой Инне Львовне\n"
      "\f\n"
      "О.Б. Кнутов\n",
      "007.paper");
}

PersonMention mention(PersonName parts, PersonRole role) {
  PersonMention person;
  person.parts = std::move(parts);
  person.role = role;
  return person;
}

PaperReading right_reading() {
  PaperReading reading;
  reading.kind.value = "gratitude";
  reading.date.value = date_span_from("2024-05-15");
  reading.level.value = Level::municipal;
  reading.event.value = "районного слета \"Юный лоцман\"";
  reading.persons = {mention({"Жаровой", "Инне", "Львовне"}, PersonRole::holder),
                     mention({"Кнутов", "О.", "Б."}, PersonRole::other)};
  return reading;
}

PaperScore score_of(const PaperReading& reading) {
  PaperScore score(grammar());
  score.add(paper(), reading);
  return score;
}

TEST(SamplePaper, IsLaidOutLineByLineAndPageByPage) {
  const SamplePaper sample = paper();
  EXPECT_EQ(text_of(sample.pages), "БЛАГОДАРНОСТЬ\nЖаровой Инне Львовне\n\fО.Б. Кнутов\n");
  EXPECT_EQ(sample.pages[1].number, 2);
  EXPECT_FALSE(sample.is_holdout());
  const auto& title = sample.pages[0].lines[0].words[0].box;
  const auto& name = sample.pages[0].lines[1].words[0].box;
  EXPECT_GT(title.height, name.height);
  EXPECT_GT(name.top, title.top + title.height);
}

TEST(SamplePaper, AMisspeltFileIsRefusedWithItsLine) {
  const auto message = [](const char* text) -> std::string {
    try {
      sample_paper_from(text, "008.paper");
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "taken";
  };
  EXPECT_THAT(message("kind: diploma\nplaice: 1\n\n"), HasSubstr("008.paper:2: no such key"));
  EXPECT_THAT(message("kind: diploma\nplace: 1\nplace: 2\n\n"), HasSubstr("said twice"));
  EXPECT_THAT(message("kind: diploma\nperson: winner | nom | А | А\n\n"), HasSubstr("role"));
  EXPECT_THAT(message("kind: diploma\nperson: holder | А\n\n"), HasSubstr("4 to 6 parts"));
  EXPECT_THAT(message("place: 1\n\n"), HasSubstr("no kind"));
  EXPECT_THAT(message("kind: diploma\nplace:\n\n"), HasSubstr("key: value"));
}

TEST(PaperScore, ARightReadingHasNoMistakes) {
  const PaperScore score = score_of(right_reading());
  EXPECT_THAT(score.mistakes(), ElementsAre());
  EXPECT_EQ(score.fields().at("event").right, 1);
  EXPECT_EQ(score.fields().at("number").empty, 1);
  EXPECT_EQ(score.persons().named, 2);
  EXPECT_EQ(score.persons().nominative, 2);
}

TEST(PaperScore, AnswersTakenAsRightTooAreRight) {
  PaperReading reading = right_reading();
  reading.date.value = date_span_from("2024-05");
  reading.level.value.reset();
  const PaperScore score = score_of(reading);
  EXPECT_THAT(score.mistakes(), ElementsAre());
  EXPECT_EQ(score.fields().at("level").empty, 1);
}

TEST(PaperScore, TellsWrongFromMissingFromSpurious) {
  PaperReading reading = right_reading();
  reading.kind.value = "diploma";
  reading.date.value.reset();
  reading.number.value = "15";
  reading.event.value = "районного слёта «Юный боцман»";
  reading.level.value = Level::regional;
  const PaperScore score = score_of(reading);
  EXPECT_EQ(score.fields().at("kind").wrong, 1);
  EXPECT_EQ(score.fields().at("date").missing, 1);
  EXPECT_EQ(score.fields().at("number").spurious, 1);
  EXPECT_EQ(score.fields().at("event").wrong, 1);
  EXPECT_EQ(score.fields().at("level").wrong, 1);
  EXPECT_EQ(score.mistakes().size(), 5U);
}

TEST(PaperScore, ARightNameInAnotherRoleIsNotRightInEither) {
  PaperReading reading = right_reading();
  reading.persons[1].role = PersonRole::holder;
  const PaperScore score = score_of(reading);
  EXPECT_EQ(score.persons().named, 2);
  const auto& holder = score.persons().roles[0];
  EXPECT_EQ(holder.told, 2);
  EXPECT_EQ(holder.right, 1);
  EXPECT_EQ(score.persons().roles[2].right, 0);
  EXPECT_THAT(score.mistakes(), ElementsAre(HasSubstr("role of О.Б. Кнутов")));
}

TEST(PaperScore, ASecondMentionIsNoMistakeButAStrangerIs) {
  PaperReading reading = right_reading();
  reading.persons.push_back(mention({"", "Инна", "Львовна"}, PersonRole::other));
  reading.persons.push_back(mention({"Жаркова", "Дина", "Львовна"}, PersonRole::other));
  const PaperScore score = score_of(reading);
  EXPECT_EQ(score.persons().told, 3);
  EXPECT_THAT(score.mistakes(), ElementsAre(HasSubstr("Жаркова Дина Львовна")));
}

TEST(PaperMatch, OnlyNoisyPapersForgiveALetter) {
  EXPECT_TRUE(is_same_name("Жаровои Инне Львовне", "Жаровой Инне Львовне", true));
  EXPECT_FALSE(is_same_name("Жаровои Инне Львовне", "Жаровой Инне Львовне", false));
  EXPECT_FALSE(is_same_name("Жаровой Инне", "Жаровой Инне Львовне", true));
  EXPECT_FALSE(is_same_name("Комаровой Нине Львовне", "Жаровой Инне Львовне", true));
  EXPECT_TRUE(is_same_number("II2-О", "112-0", true));
  EXPECT_FALSE(is_same_number("II2-О", "112-0", false));
  EXPECT_FALSE(is_same_number("112", "113", true));
  EXPECT_FALSE(is_same_title("«Юный»", "районного слёта «Юный лоцман»", true));
}

}  // namespace
}  // namespace fonds
