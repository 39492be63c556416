#include "base/messages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/error.h"
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

TEST_F(Messages, SayFillsTheBlanks) {
  EXPECT_EQ(say("{} of {}", 3, "7"), "3 of 7");
  EXPECT_EQ(say("{1} {0}", "a", "b"), "b a") << "a translation may turn the order round";
}

}  // namespace
}  // namespace fonds
