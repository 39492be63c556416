#include "retention/inventory_words.h"

#include <string>

#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

std::string folded(std::string_view text) { return fold(normalise(to_valid_utf8(text))); }

/// Quotes and the like may stand before the word; an ending of case and number behind its begin.
Pattern first_word_of(const DataTable& data) {
  static const Pattern word("\\p{L}+");
  data.expect_only({"numbered"});
  const DataTable& numbered = data.table("numbered");
  numbered.expect_only({"begin"});
  std::string begins;
  for (const std::string& each : numbered.texts("begin")) {
    if (!word.matches(each) || folded(each) != each) {
      numbered.refuse(say(tr("“{}” is no beginning of a word"), each),
                      tr("write small letters, е for ё: \"приказ\""));
    }
    begins += (begins.empty() ? "" : "|") + each;
  }
  // An empty choice would fit every heading.
  if (begins.empty()) {
    numbered.refuse(tr("no word is given"), tr("write small letters, е for ё: \"приказ\""));
  }
  return Pattern("^[^\\p{L}\\p{Nd}]*(?:" + begins + ")\\p{L}{0,3}(?!\\p{L})");
}

}  // namespace

const InventoryWords& InventoryWords::shipped() {
  constexpr std::string_view kFile = "inventory_words.toml";
  static const InventoryWords words(DataTable::parse(shipped_data(kFile), kFile));
  return words;
}

InventoryWords::InventoryWords(const DataTable& data) : first_word_(first_word_of(data)) {}

bool InventoryWords::is_numbered(std::string_view heading) const {
  return first_word_.find(PatternText(folded(heading))).has_value();
}

bool names_numbers(std::string_view heading) {
  // Every way to write a range, whatever its dash, has its first number behind a sign.
  static const Pattern first_number("№\\s*[\\p{L}/-]*\\p{Nd}");
  return first_number.find(PatternText(folded(heading))).has_value();
}

}  // namespace fonds
