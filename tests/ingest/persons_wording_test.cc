#include "ingest/persons_wording.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/error.h"
#include "typed_paper.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

PersonWording wording_of(std::string_view toml) {
  return PersonWording(DataTable::parse(toml, "test.toml"));
}

std::vector<std::string> found(const PersonWording& wording, std::string_view text) {
  const PaperText paper = typed_paper(text);
  const auto words = name_words(paper);
  std::vector<std::string> phrases;
  for (const PhraseHit& hit : wording.find_cues(words, paper.folded())) {
    std::string phrase;
    for (std::size_t i = hit.first; i <= hit.last; ++i) {
      phrase += (phrase.empty() ? "" : " ") + words[i].text;
    }
    phrases.push_back(phrase);
  }
  return phrases;
}

constexpr const char* kCues = R"(
[[cue]]
says = "holder"
stands = "before"
case = "dat"
words = "вручается, выдан~, в том что, # класс~, г., победител*"
)";

TEST(PersonWording, PhrasesAndTheirEndings) {
  const PersonWording wording = wording_of(kCues);
  EXPECT_THAT(found(wording, "Вручается Выдана в том, что"),
              ElementsAre("Вручается", "Выдана", "в том что"));
  EXPECT_THAT(found(wording, "5 «В» класса"), ElementsAre("5 В класса"));
  EXPECT_THAT(found(wording, "г. Сочи"), ElementsAre("г"));
  EXPECT_THAT(found(wording, "победительницами"), ElementsAre("победительницами"));
  EXPECT_THAT(found(wording, "вpучаетcя вручаотся"), ElementsAre("вручается", "вручаотся"));
}

TEST(PersonWording, WhatIsNoPhrase) {
  const PersonWording wording = wording_of(kCues);
  for (const char* text : {"вручение", "«вручается»", "в том", "том что", "класса", "г Сочи",
                           "Г. Сочи", "Выданов", "выданными", "победа", "", "5"}) {
    EXPECT_THAT(found(wording, text), IsEmpty()) << text;
  }
}

TEST(PersonWording, NoNames) {
  const PersonWording wording = PersonWording::shipped();
  for (const char* word : {"директор", "диплома", "мбоу", "центра", "победителю", "награждается"}) {
    EXPECT_TRUE(wording.is_no_name(word)) << word;
  }
  for (const char* word : {"кравец", "атаманов", "краев", "школин", "мельник", "третьяков", "туров",
                           "солнцева", "начальников", "иван"}) {
    EXPECT_FALSE(wording.is_no_name(word)) << word;
  }
}

TEST(PersonWording, AMistakeInTheDataIsNamedWithItsLine) {
  for (const char* toml : {
           "[[cue]]\nsays = \"hero\"\nstands = \"before\"\nwords = \"а\"",
           "[[cue]]\nsays = \"holder\"\nstands = \"beside\"\nwords = \"а\"",
           "[[cue]]\nsays = \"holder\"\nstands = \"before\"\ncase = \"voc\"\nwords = \"а\"",
           "[[cue]]\nsays = \"holder\"\nstands = \"before\"",
           "[[cue]]\nsays = \"holder\"\nstands = \"before\"\nword = \"а\"",
           "[[column]]\nholds = \"shoes\"\nwords = \"а\"",
           "[cues]\n",
           "[words]\nnames = \"а\"",
       }) {
    try {
      wording_of(toml);
      ADD_FAILURE() << toml;
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::usage) << toml;
      EXPECT_NE(std::string(error.what()).find("test.toml"), std::string::npos) << error.what();
    }
  }
}

TEST(PersonWording, EmptyDataFindNothing) {
  EXPECT_THAT(found(wording_of(""), "награждается Иванов Иван"), IsEmpty());
}

}  // namespace
}  // namespace fonds
