#include "ingest/number_forms.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sample_paper.h"

namespace fonds {
namespace {

std::vector<std::string> numbers_of(const std::string& text) {
  static const DataTable kPatterns =
      DataTable::parse(shipped_data("paper_patterns.toml"), "paper_patterns.toml");
  static const NumberForms kForms(kPatterns.table("number"));
  std::vector<std::string> numbers;
  for (const PrintedNumber& number : kForms.find(PaperText(paper_of(text)))) {
    numbers.push_back(number.text);
  }
  return numbers;
}

using Numbers = std::vector<std::string>;

TEST(NumberForms, ReadsEverySignAndShape) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"№ 24-0317", "24-0317"},
      {"№К-1990/24", "К-1990/24"},
      {"N 15", "15"},
      {"No 15", "15"},
      {"Nº 15", "15"},
      {"Ne 15", "15"},
      {"Мо 147", "147"},
      {"Протокол М 12", "12"},
      {"М 24-0905/77", "24-0905/77"},
      {"рег. № 147", "147"},
      {"Регистрационный // 0078", "0078"},
      {"Рег. Хе 147", "147"},
      {"Регистрационный номер: 0054167", "0054167"},
      {"Рег. номер 0274", "0274"},
      {"Серия АБ № 004512", "АБ 004512"},
      {"серия ЗК 004512", "ЗК 004512"},
      {"№ 87-од", "87-од"},
      {"№ ___128___", "128"},
      {"серия ШЭ-24\n№ 000731", "ШЭ-24 000731"},
      {"№ 118 А 0087", "118 А 0087"},
      {"№ 45 от 2024", "45"},
      {"№ 0Л24-10", "ОЛ24-10"},
      {"№ 01-24/356", "01-24/356"},
      {"№ 8/5", "8/5"},
      {"№ 22-О170", "22-0170"},
      {"№ З", ""},
      {"№ 1З", "13"},
      {"№ 15 от 12.04.2024", "15"},
      {"№ АБ 004512", "АБ 004512"},
      {"№ 218.", "218"},
      {"№ К - 1990 / 24", "К-1990/24"},
      {"№ RD-118-0043", "RD-118-0043"},
      {"№? 57-п", "57-п"},
      {"№/ЦДТ-25/8", "ЦДТ-25/8"},
      {"№* 6651", "6651"},
      {"номер ?72-35/544", "72-35/544"},
      {"Рег. 0147", "0147"},
      {"№ 112-0", "112-о"},
      {"№ 118-0д", "118-од"},
  };
  for (const auto& [text, number] : cases) {
    EXPECT_EQ(numbers_of(text), *number == '\0' ? Numbers{} : Numbers{number}) << text;
  }
}

TEST(NumberForms, WithoutASignThereIsNoNumber) {
  for (const char* text :
       {"15.05.2024", "школа 15", "№ ____", "№ п/п", "№ от 12", "№", "МО Новый район", "мой дом 15",
        "б/н", "серия конкурсов", "Nikon 15", "на 100 м 15", "регион 15", "№ ?"}) {
    EXPECT_EQ(numbers_of(text), Numbers{}) << text;
  }
}

TEST(NumberForms, LettersReadForDigitsArePutRight) {
  EXPECT_EQ(tidy_number("22-О17З"), "22-0173");
  EXPECT_EQ(tidy_number("l5"), "15");
  EXPECT_EQ(tidy_number("К – 15 / 24"), "К-15/24");
  EXPECT_EQ(tidy_number("87-од"), "87-од");
  EXPECT_EQ(tidy_number("8/04-0"), "8/04-о");
  EXPECT_EQ(tidy_number("8/04-10"), "8/04-10");
  EXPECT_EQ(tidy_number("А-0"), "А-0");
  EXPECT_EQ(tidy_number("О-15"), "О-15");
  EXPECT_EQ(tidy_number(""), "");
}

}  // namespace
}  // namespace fonds
