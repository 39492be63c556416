#include "ingest/persons_facts.h"

#include <gtest/gtest.h>

#include "typed_paper.h"

namespace fonds {
namespace {

PersonFacts facts_of(std::string_view text) {
  static const PersonWording wording = PersonWording::shipped();
  const PaperText paper = typed_paper(text);
  const auto words = name_words(paper);
  return facts_in_text(paper, words, wording, 0, words.size());
}

TEST(PersonFacts, BirthDates) {
  EXPECT_EQ(facts_of("12.02.2013 г.р.").birth_date, (CalendarDate{2013, 2, 12}));
  EXPECT_EQ(facts_of("12 февраля 2013 года рождения").birth_date, (CalendarDate{2013, 2, 12}));
  EXPECT_EQ(facts_of("(12.02.2013), игрок команды").birth_date, (CalendarDate{2013, 2, 12}));
  EXPECT_EQ(facts_of("родился 9 января 2010 г.").birth_date, (CalendarDate{2010, 1, 9}));
  EXPECT_EQ(facts_of("(01.09.2010 г. рожд.)").birth_date, (CalendarDate{2010, 9, 1}));
}

TEST(PersonFacts, WhatIsNoBirthDate) {
  for (const char* text :
       {"12.02.2013", "приказ (от 12.02.2013)", "победитель (12.02.2013)",
        "приказ от 12.02.2013 № 5", "31.02.2013 г.р.", "2013 г.р.", "12.02.13 г.р.",
        "12.02.2013 г. Сочи", "1.13.2013 г.р.", "12 2 2013 г.р."}) {
    EXPECT_EQ(facts_of(text).birth_date, std::nullopt) << text;
  }
}

TEST(PersonFacts, Ages) {
  EXPECT_EQ(facts_of("11 лет").age, 11);
  EXPECT_EQ(facts_of("Кравец, 4 года").age, 4);
  for (const char* text : {"10-12 лет", "2 год обучения", "2013 года рождения",
                           "категория 13–15 лет", "лет", "1 год"}) {
    EXPECT_EQ(facts_of(text).age, std::nullopt) << text;
  }
}

TEST(PersonFacts, Classes) {
  EXPECT_EQ(facts_of("ученику 5 «В» класса").school_class, "5 «В»");
  EXPECT_EQ(facts_of("11 класс").school_class, "11");
  EXPECT_EQ(facts_of("7Б класс").school_class, "7Б");
  for (const char* text : {"12 класс", "класс 5", "5 «В»", "1-4 класс", "2024 класс"}) {
    EXPECT_EQ(facts_of(text).school_class, "") << text;
  }
}

TEST(PersonFacts, Organisations) {
  EXPECT_EQ(facts_of("ученик МБОУ ООШ № 14").organisation, "МБОУ ООШ № 14");
  EXPECT_EQ(facts_of("МБУ ДО «Дом детского творчества» района, педагог").organisation,
            "МБУ ДО «Дом детского творчества» района");
  EXPECT_EQ(facts_of("(СОШ № 3), 2 место").organisation, "СОШ № 3");
  EXPECT_EQ(facts_of("МБУ ДО ДДТ 2 место").organisation, "МБУ ДО ДДТ");
  EXPECT_EQ(facts_of("МАОУ СОШ № 3 лауреат I степени").organisation, "МАОУ СОШ № 3");
  EXPECT_EQ(facts_of("МБУ ДО «Победитель» района").organisation, "МБУ ДО «Победитель» района");
  EXPECT_EQ(facts_of("обучающийся объединения «Центр»").organisation, "");
}

}  // namespace
}  // namespace fonds
