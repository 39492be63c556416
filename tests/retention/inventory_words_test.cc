#include "retention/inventory_words.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace fonds {
namespace {

InventoryWords words_of(const char* toml) {
  return InventoryWords(DataTable::parse(toml, "words.toml"));
}

TEST(InventoryWords, AHeadingIsKnownByItsFirstWord) {
  for (const char* known :
       {"Приказы директора по основной деятельности", "Приказ о режиме работы", "ПРОТОКОЛЫ советов",
        "  Распоряжения директора", "«Протоколы заседаний» жюри", "Постановления совета",
        "Приказы-распоряжения", "Приказами оформленные решения"}) {
    EXPECT_TRUE(InventoryWords::shipped().is_numbered(known)) << known;
  }
  for (const char* other :
       {"Журнал регистрации приказов", "Копии приказов", "Документы к протоколам", "1 приказ",
        "Приказчики ярмарки", "Протоколирование заседаний", "Дело фонда", "", "   ", "№ 1 – № 5"}) {
    EXPECT_FALSE(InventoryWords::shipped().is_numbered(other)) << other;
  }
}

TEST(InventoryWords, NumbersAreFoundHoweverTheyAreWritten) {
  for (const char* named :
       {"№ 1 – № 54", "№ 1–54", "№ 1 — 54", "№№ 1-54", "№№1, 3, 7", "№ 3", "Протоколы (№3)",
        "№ 12-лс – № 18-лс", "№ лс-12", "№\u00a01 – №\u00a054"}) {
    EXPECT_TRUE(names_numbers(named)) << named;
  }
  for (const char* none :
       {"", "1–54", "за 2023 год", "№", "№ __ – № __", "№ б/н", "№ от 12.01.2023", "том 1"}) {
    EXPECT_FALSE(names_numbers(none)) << none;
  }
}

TEST(InventoryWords, AnyBytesMayBeAsked) {
  const std::string broken = "\xd0приказы\xff № \xf0\x9f";
  EXPECT_TRUE(InventoryWords::shipped().is_numbered(broken)) << "what is no letter is a sign";
  EXPECT_FALSE(names_numbers(broken));
  EXPECT_TRUE(InventoryWords::shipped().is_numbered("Приказы \xff"));

  std::string endless;
  for (int i = 0; i < 100'000; ++i) endless += "№ ";
  EXPECT_FALSE(InventoryWords::shipped().is_numbered(endless));
  EXPECT_FALSE(names_numbers(endless));
}

TEST(InventoryWords, AreData) {
  const InventoryWords own = words_of("[numbered]\nbegin = ['наряд']");
  EXPECT_TRUE(own.is_numbered("Наряды на работы"));
  EXPECT_FALSE(own.is_numbered("Приказы"));
}

TEST(InventoryWords, DataThatAreNoneAreRefused) {
  for (const char* wrong : {"", "[numbered]", "[numbered]\nbegin = []", "[numbered]\nbegin = ['']",
                            "[numbered]\nbegin = ['Приказ']", "[numbered]\nbegin = ['отчёт']",
                            "[numbered]\nbegin = ['приказ|.*']", "[numbered]\nbegins = ['приказ']",
                            "[numberd]\nbegin = ['приказ']", "[numbered]\nbegin = 'приказ'"}) {
    EXPECT_THROW(words_of(wrong), Error) << wrong;
  }
}

}  // namespace
}  // namespace fonds
