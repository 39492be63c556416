#include "archive/consent_reader.h"

#include <gtest/gtest.h>

#include <utility>

#include "base/data_file.h"
#include "base/error.h"

namespace fonds {
namespace {

ConsentReading read(const std::string& text, const char* kind = "consent") {
  return ConsentReader::shipped().read(kind, text);
}

TEST(ConsentReader, ASeparateConsentToPublicationIsSeen) {
  for (const char* text :
       {"СОГЛАСИЕ\nна обработку персональных данных, разрешённых субъектом персональных данных\n"
        "для распространения\nЯ, Зябликова Н.",
        "даю согласие на публикацию фотографий", "согласие на размещение на сайте учреждения",
        "Согласие на фото и публикацию работ", "разрешаю публиковать имя и фамилию сына"}) {
    EXPECT_EQ(read(text).says, ConsentSays::publication) << text;
  }
  EXPECT_EQ(read("даю согласие на публикацию").words, "согласие на публикацию");
}

TEST(ConsentReader, WhatAllowsOnlyProcessingOrRefusesIsNone) {
  for (const char* text :
       {"даю согласие на обработку персональных данных: сбор, передачу (распространение, "
        "предоставление, доступ), удаление",
        "не даю согласие на публикацию", "Согласие на публикацию\nне разрешаю",
        "запрещаю публиковать фотографии", "согласие на участие в походе", ""}) {
    EXPECT_EQ(read(text).says, ConsentSays::nothing) << text;
  }
  EXPECT_EQ(read("согласие на публикацию", "diploma").says, ConsentSays::nothing);
  EXPECT_FALSE(ConsentReader::shipped().reads("diploma"));
}

TEST(ConsentReader, AWithdrawalIsSeenAlsoInAnApplication) {
  for (const char* text :
       {"Отзываю своё согласие на публикацию", "прошу прекратить обработку персональных данных",
        "отзываю данное ранее согласие", "ЗАЯВЛЕНИЕ ОБ ОТЗЫВЕ СОГЛАСИЯ"}) {
    EXPECT_EQ(read(text).says, ConsentSays::withdrawal) << text;
    EXPECT_EQ(read(text, "application").says, ConsentSays::withdrawal) << text;
  }
  EXPECT_EQ(read("даю согласие на публикацию; согласие может быть отозвано в любое время").says,
            ConsentSays::publication);
}

TEST(ConsentReader, TheLastDayIsReadWhereItIsWritten) {
  const auto until = [](const std::string& text) {
    const auto day = read("даю согласие на публикацию\n" + text).until;
    return day ? to_text(*day) : "";
  };
  EXPECT_EQ(until("Согласие действует до 31.08.2026"), "2026-08-31");
  EXPECT_EQ(until("действительно с момента подписания по 31.12.2027"), "2027-12-31");
  EXPECT_EQ(until("до 31.08.2026"), "");
  EXPECT_EQ(until("действует до 31.02.2026"), "") << "no day";
  EXPECT_EQ(until("действует до отзыва"), "");
}

TEST(ConsentReader, MistakesInTheDataAreRefused) {
  const std::string good =
      "[publication]\nkinds=['consent']\nwords='а'\nrefused='б'\n[withdrawal]\nkinds=[]\n"
      "words='в'\n[until]\nwords='г'\n";
  EXPECT_NO_THROW(ConsentReader(DataTable::parse(good, "consents.toml")));
  for (const auto& [from, to] :
       {std::pair("refused", "refuse"), {"words='а'", "words='('"}, {"[until]", "[till]"}}) {
    std::string wrong = good;
    wrong.replace(wrong.find(from), std::string(from).size(), to);
    EXPECT_THROW(ConsentReader(DataTable::parse(wrong, "consents.toml")), Error) << to;
  }
}

}  // namespace
}  // namespace fonds
