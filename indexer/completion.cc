#include "indexer/completion.h"

#include <algorithm>

#include "base/text.h"
#include "indexer/card_terms.h"
#include "indexer/fields.h"

namespace fonds {
namespace {

using Xapian::Query;

struct Place {
  FieldId field;
  Slot slot;
};
Place place_of(CompletionField field) {
  switch (field) {
    case CompletionField::collective:
      return {FieldId::collective, Slot::collective};
    case CompletionField::case_index:
      return {FieldId::case_index, Slot::case_index};
    case CompletionField::event:
      return {FieldId::event, Slot::event};
  }
  return {FieldId::event, Slot::event};
}

/// The words typed, folded, those of runs one by one.
std::vector<std::string> words_of(std::string_view typed) {
  std::vector<std::string> words;
  const std::string text = normalise(to_valid_utf8(typed));
  for (const Token& token : tokens_of(text)) {
    const bool whole = token.form == Token::Form::word || token.form == Token::Form::number;
    if (whole && !token.text.empty()) words.push_back(token.text);
  }
  return words;
}

/// Papers with a word in the field that may begin so. Terms are stems: they may be shorter.
Query beginning(const Xapian::Database& database, FieldId field, const std::string& word,
                Stems& stems) {
  constexpr std::size_t kMostTerms = 200;
  std::vector<std::string> terms{term_of(field, stems.of(word))};
  const std::string prefix = term_of(field, word);
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    if (terms.size() == kMostTerms) break;
    terms.push_back(*term);
  }
  return {Query::OP_OR, terms.begin(), terms.end()};
}

/// Whether each word begins a word of the value: stems promise less.
bool has_words(const std::string& value, const std::vector<std::string>& wanted) {
  const std::vector<std::string> words = words_of(value);
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& each) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return word.starts_with(each); });
  });
}

}  // namespace

std::vector<Completion> completions(const Xapian::Database& database, CompletionField field,
                                    std::string_view typed, int limit, const Visible& visible,
                                    VisibleSets& sets, Stems& stems) {
  constexpr std::size_t kMostWords = 8;
  constexpr Xapian::doccount kLookedAt = 2000;
  std::vector<std::string> words = words_of(typed);
  words.resize(std::min(words.size(), kMostWords));
  if (words.empty() || limit <= 0) return {};
  const Place place = place_of(field);
  std::vector<Query> parts;
  parts.reserve(words.size());
  for (const std::string& word : words) {
    parts.push_back(beginning(database, place.field, word, stems));
  }
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(
      sets.restricted(database, Query(Query::OP_AND, parts.begin(), parts.end()), visible));
  Xapian::ValueCountMatchSpy spy(static_cast<Xapian::valueno>(place.slot));
  enquire.add_matchspy(&spy);
  (void)enquire.get_mset(0, 0, kLookedAt);
  std::vector<Completion> found;
  constexpr std::size_t kMostValues = 500;
  const auto end = spy.top_values_end(kMostValues);
  for (auto value = spy.top_values_begin(kMostValues); value != end; ++value) {
    if (found.size() == static_cast<std::size_t>(limit)) break;
    if (has_words(*value, words)) found.push_back({*value, value.get_termfreq()});
  }
  return found;
}

}  // namespace fonds
