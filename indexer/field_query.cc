#include "indexer/field_query.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/messages.h"
#include "base/text.h"
#include "indexer/card_terms.h"
#include "indexer/date_query.h"
#include "indexer/word_query.h"
#include "registry/number_key.h"

namespace fonds {
namespace {

using Xapian::Query;

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_year(std::string_view text) { return text.size() == 4 && all_digits(text); }

/// "2023/2024", "2023-2024", "2023/24" as it is indexed; empty for anything else.
std::string school_year_from(std::string_view text) {
  if (text.size() < 6 || (text[4] != '/' && text[4] != '-') || !is_year(text.substr(0, 4))) {
    return {};
  }
  const std::string_view rest = text.substr(5);
  if (!all_digits(rest) || (rest.size() != 2 && rest.size() != 4)) return {};
  const std::string second = std::to_string(std::stoi(std::string(text.substr(0, 4))) + 1);
  if (!std::string_view(second).ends_with(rest)) return {};
  return std::string(text.substr(0, 4)) + '/' + second;
}

FieldQuery year(const Field& field, const std::string& typed) {
  FieldQuery found;
  if (is_year(typed)) {
    found.query = Query(term_of(field.id, typed));
    return found;
  }
  if (const std::string school_year = school_year_from(typed); !school_year.empty()) {
    found.query = Query(term_of(field.id, school_year));
    return found;
  }
  const std::size_t dots = typed.find("..");
  const std::string from = typed.substr(0, dots);
  const std::string to = dots == std::string::npos ? "" : typed.substr(dots + 2);
  const bool sound = dots != std::string::npos && (from.empty() || is_year(from)) &&
                     (to.empty() || is_year(to)) && from.size() + to.size() > 0;
  if (!sound) {
    found.understood = false;
    found.notice = say(tr("“{}” is no year and was searched as text."), printable(typed));
    return found;
  }
  // A paper of several years is found when any of them is within.
  std::vector<Query> bounds;
  if (!from.empty()) {
    const auto last = static_cast<Xapian::valueno>(Slot::last_year);
    bounds.emplace_back(Query::OP_VALUE_GE, last, from);
  }
  if (!to.empty()) {
    bounds.emplace_back(Query::OP_VALUE_LE, static_cast<Xapian::valueno>(Slot::year), to);
  }
  found.query = joined(Query::OP_AND, bounds);
  return found;
}

/// Digits without a series, and enough of them to mean something: "1312", "1312/99".
bool may_be_a_part(const std::string& typed) {
  constexpr std::size_t kLeastDigits = 3;
  const NumberKey key = number_key(typed);
  return all_digits(key.look_alike) && key.look_alike.size() >= kLeastDigits &&
         std::all_of(key.canonical.begin(), key.canonical.end(),
                     [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

FieldQuery date(const std::string& typed) {
  FieldQuery found;
  if (const auto query = date_query(typed)) {
    found.query = *query;
  } else {
    found.understood = false;
    found.notice = say(tr("“{}” is no date and was searched as text."), printable(typed));
  }
  return found;
}

FieldQuery number(const std::string& typed) {
  FieldQuery found;
  found.query = number_query(typed);
  const NumberTerms terms = number_terms(typed);
  if (!terms.look_alike.empty()) found.terms.push_back(terms.look_alike);
  return found;
}

}  // namespace

FieldQuery FieldQueries::of(const Field& field, const std::string& typed) {
  switch (field.type) {
    case FieldType::year:
      return year(field, typed);
    case FieldType::value:
      return value(field, typed);
    case FieldType::number:
      return number(typed);
    case FieldType::person:
      return person(typed);
    case FieldType::title:
      return title(field, typed);
    case FieldType::date:
      return date(typed);
    case FieldType::lack:
      return lack(typed);
    case FieldType::code: {
      FieldQuery found;
      const std::vector<std::string> terms = code_terms(field.id, typed);
      if (!terms.empty()) found.query = Query(terms.front());
      return found;
    }
    default: {
      FieldQuery found;
      if (!typed.empty()) found.query = Query(term_of(field.id, fold(typed)));
      return found;
    }
  }
}

FieldQuery FieldQueries::value(const Field& field, const std::string& typed) const {
  FieldQuery found;
  if (typed.empty()) return found;
  std::vector<Query> values;
  for (const std::string& each : words_.meant(field.name, typed)) {
    values.emplace_back(term_of(field.id, fold(each)));
  }
  found.query = joined(Query::OP_OR, values);
  if (!values.empty()) return found;
  found.query = Query(term_of(field.id, fold(typed)));  // a value without a name, or none at all
  if (words_.names(field.name)) {
    found.notice = say(tr("“{}” is not among what {} can be: {}."), printable(typed),
                       language() == Language::russian ? field.russian_name : field.name,
                       words_.titles(field.name));
  }
  return found;
}

FieldQuery FieldQueries::lack(const std::string& typed) const {
  FieldQuery found = value(entry_of(FieldId::has), typed);
  if (!found.query.empty()) {
    found.query = Query(Query::OP_AND_NOT, Query::MatchAll, found.query);
  }
  return found;
}

/// The word, or, where no linked student is called so, the names it may stand for.
std::vector<std::string> FieldQueries::names_meant(const std::string& word, FieldQuery& found) {
  if (vocabulary_.holds(word, WordsOf::names) || looked_up_++ >= kMostLookedUp) return {word};
  std::vector<std::string> names;
  for (const OtherWord& other : vocabulary_.others(word, WordsOf::names)) {
    names.push_back(other.word);
  }
  if (names.empty()) return {word};
  found.notice = say(tr("“{}” was searched as: {}."), printable(word),
                     fmt::format("{}", fmt::join(names, ", ")));
  return names;
}

FieldQuery FieldQueries::person(const std::string& typed) {
  FieldQuery found;
  if (all_digits(typed)) {
    found.terms = {term_of(FieldId::student, typed)};
    found.query = Query(found.terms.front());
    return found;
  }
  std::vector<Query> parts;
  for (const Token& token : tokens_of(typed)) {
    if (token.text.empty() || token.form == Token::Form::part) continue;
    if (token.form == Token::Form::run) {  // namesakes are told apart by their birthdays
      const auto birth = typed_date(token.text);
      if (!birth) continue;
      parts.emplace_back(term_of(FieldId::student_birth, to_text(birth->from)));
    }
    if (token.form != Token::Form::word) continue;
    std::vector<std::string> terms;
    for (const std::string& name : names_meant(token.text, found)) {
      terms.push_back(term_of(FieldId::student_name, name));
      found.stems.push_back(stems_.of(name));
    }
    parts.emplace_back(Query::OP_OR, terms.begin(), terms.end());
    found.terms.insert(found.terms.end(), terms.begin(), terms.end());
  }
  if (parts.size() > 1) {
    found.query = Query(Query::OP_NEAR, parts.begin(), parts.end(), kNameWindow);
  } else {
    found.query = joined(Query::OP_AND, parts);
  }
  return found;
}

FieldQuery FieldQueries::title(const Field& field, const std::string& typed) {
  FieldQuery found;
  std::vector<Query> words;
  for (const Token& token : tokens_of(typed)) {
    if (token.text.empty() || token.form == Token::Form::part) continue;
    const bool word = token.form == Token::Form::word;
    words.emplace_back(term_of(field.id, word ? stems_.of(token.text) : token.text));
    if (word) found.stems.push_back(stems_.of(token.text));
  }
  found.query = joined(Query::OP_AND, words);
  return found;
}

Query number_query(const std::string& typed) {
  const NumberTerms terms = number_terms(typed);
  if (terms.look_alike.empty()) return {};
  // A document that has one form has those below it, so the sums keep this order whatever the
  // lengths of the texts do to single weights.
  std::vector<Query> forms{Query(Query::OP_SCALE_WEIGHT, Query(terms.exact), 64),
                           Query(Query::OP_SCALE_WEIGHT, Query(terms.canonical), 16),
                           Query(Query::OP_SCALE_WEIGHT, Query(terms.look_alike), 4)};
  if (may_be_a_part(typed)) {
    std::vector<Query> parts;
    for (const std::string& part : terms.parts) parts.emplace_back(part);
    forms.push_back(joined(Query::OP_AND, parts));
  }
  return joined(Query::OP_OR, forms);
}

Query name_query(const std::string& word) { return {term_of(FieldId::student_name, word)}; }

}  // namespace fonds
