#include "indexer/value_words.h"

#include <algorithm>

#include "base/data_file.h"
#include "base/messages.h"
#include "base/text.h"
#include "indexer/terms.h"

namespace fonds {
namespace {

/// Stems of the words, runs taken apart: "гран-при" and "гран при" are one name.
std::vector<std::string> stems_of(std::string_view text) {
  Stems stems;
  std::vector<std::string> found;
  for (const Token& token : tokens_of(normalise(to_valid_utf8(text)))) {
    if (token.text.empty()) continue;
    if (token.form == Token::Form::word) found.push_back(stems.of(token.text));
    if (token.form == Token::Form::number) found.push_back(token.text);
  }
  return found;
}

bool is_part(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  return std::all_of(part.begin(), part.end(), [&](const std::string& stem) {
    return std::find(whole.begin(), whole.end(), stem) != whole.end();
  });
}

}  // namespace

ValueWords ValueWords::shipped() {
  constexpr std::string_view kFile = "value_words.toml";
  return ValueWords(DataTable::parse(shipped_data(kFile), kFile));
}

ValueWords::ValueWords(const DataTable& data) {
  data.expect_only({"value"});
  for (const DataTable& each : data.tables("value")) {
    each.expect_only({"field", "value", "ru", "en", "words"});
    add({each.text("field"), each.text("value"), each.text("ru"), each.text("en"),
         each.texts("words")});
  }
}

void ValueWords::add(Value value) {
  const std::size_t number = values_.size();
  std::vector<std::string> names = value.words;
  names.insert(names.end(), {value.value, value.ru, value.en});
  for (const std::string& name : names) {
    if (std::vector<std::string> stems = stems_of(name); !stems.empty()) {
      names_.push_back({number, std::move(stems)});
    }
  }
  values_.push_back(std::move(value));
}

std::vector<std::string> ValueWords::meant(std::string_view field, std::string_view typed) const {
  const std::vector<std::string> wanted = stems_of(typed);
  std::vector<std::size_t> whole;
  std::vector<std::size_t> partly;
  if (!wanted.empty()) {
    for (const Name& name : names_) {
      if (values_[name.value].field != field) continue;
      if (name.stems == wanted) whole.push_back(name.value);
      if (is_part(wanted, name.stems)) partly.push_back(name.value);
    }
  }
  std::vector<std::size_t>& found = whole.empty() ? partly : whole;
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::vector<std::string> values;
  for (const std::size_t each : found) values.push_back(values_[each].value);
  return values;
}

std::string ValueWords::title(std::string_view field, std::string_view value) const {
  for (const Value& each : values_) {
    if (each.field == field && each.value == value) {
      return language() == Language::russian ? each.ru : each.en;
    }
  }
  return std::string(value);
}

std::vector<std::string> ValueWords::list_titles(std::string_view field) const {
  std::vector<std::string> all;
  for (const Value& each : values_) {
    if (each.field != field) continue;
    all.push_back(language() == Language::russian ? each.ru : each.en);
  }
  return all;
}

std::string ValueWords::titles(std::string_view field) const {
  return fmt::format("{}", fmt::join(list_titles(field), ", "));
}

bool ValueWords::names(std::string_view field) const {
  return std::any_of(values_.begin(), values_.end(),
                     [&](const Value& each) { return each.field == field; });
}

}  // namespace fonds
