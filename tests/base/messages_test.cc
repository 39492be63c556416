#include "base/messages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>

#include "base/error.h"
#include "base/spoken_language.h"
#include "base/text.h"

namespace fonds {
namespace {

const std::string kLocale = FONDS_BINARY_DIR "/locale";

class Messages : public ::testing::Test {
 protected:
  ~Messages() override { choose_language(Language::english, kLocale); }
};

TEST_F(Messages, RussianFindsItsTranslation) {
  choose_language(Language::russian, kLocale);

  EXPECT_EQ(language(), Language::russian);
  EXPECT_STREQ(tr("cannot read"), "не удалось прочитать");
}

TEST_F(Messages, EnglishIsWhatTheCodeSays) {
  choose_language(Language::russian, kLocale);
  choose_language(Language::english, kLocale);

  EXPECT_EQ(language(), Language::english);
  EXPECT_STREQ(tr("cannot read"), "cannot read");
  EXPECT_STREQ(trn("{} page", "{} pages", 1), "{} page");
  EXPECT_STREQ(trn("{} page", "{} pages", 5), "{} pages");
}

TEST_F(Messages, AnUnknownTextStaysAsItIs) {
  choose_language(Language::russian, kLocale);

  EXPECT_STREQ(tr("no such text, said by nobody"), "no such text, said by nobody");
}

TEST_F(Messages, WithoutACatalogueThereIsEnglishNotAFailure) {
  choose_language(Language::russian, "/nonexistent");

  EXPECT_STREQ(tr("cannot read"), "cannot read");
}

TEST_F(Messages, AFaultIsExplainedInRussian) {
  choose_language(Language::russian, kLocale);

  const Error error = system_error(28, "x");  // ENOSPC

  EXPECT_EQ(error.message(), "x: на диске нет места");
  EXPECT_THAT(error.hint(), ::testing::HasSubstr("освободите место"));
}

TEST_F(Messages, AThreadMaySpeakALanguageOfItsOwnForAWhile) {
  choose_language(Language::english, kLocale);
  {
    const SpokenLanguage russian(Language::russian);
    EXPECT_EQ(language(), Language::russian);
    EXPECT_STREQ(tr("cannot read"), "не удалось прочитать");
    {
      const SpokenLanguage english(Language::english);
      EXPECT_STREQ(tr("cannot read"), "cannot read");
    }
    EXPECT_STREQ(tr("cannot read"), "не удалось прочитать") << "the one before is spoken again";
  }
  EXPECT_STREQ(tr("cannot read"), "cannot read");
}

TEST_F(Messages, TwoThreadsSpeakTwoLanguagesAtOnce) {
  choose_language(Language::english, kLocale);
  std::atomic<int> wrong = 0;
  const auto speak = [&](Language language, std::string expected, std::string counted) {
    for (int i = 0; i < 2000; ++i) {
      const SpokenLanguage spoken(language);
      wrong += tr("cannot read") == expected ? 0 : 1;
      wrong += trn("page", "pages", 5) == counted ? 0 : 1;
    }
  };
  {
    const std::jthread russian(speak, Language::russian, "не удалось прочитать", "стр.");
    const std::jthread english(speak, Language::english, "cannot read", "pages");
    const std::jthread again(speak, Language::russian, "не удалось прочитать", "стр.");
  }
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(language(), Language::english);
}

TEST_F(Messages, SayFillsTheBlanks) {
  EXPECT_EQ(say("{} of {}", 3, "7"), "3 of 7");
  EXPECT_EQ(say("{1} {0}", "a", "b"), "b a") << "a translation may turn the order round";
}

}  // namespace
}  // namespace fonds
