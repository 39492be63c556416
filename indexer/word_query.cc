#include "indexer/word_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/messages.h"
#include "base/text.h"
#include "indexer/card_terms.h"
#include "indexer/date_query.h"
#include "indexer/field_query.h"
#include "indexer/fields.h"
#include "indexer/keyboard.h"
#include "indexer/word_pairs.h"

namespace fonds {
namespace {

using Xapian::Query;

/// Of a phrase: shorter words are near too many others; what one word, and all of it, may mean.
constexpr std::size_t kFewestMistaken = 4;
constexpr std::size_t kMostMeant = 3;
constexpr std::size_t kMostPhrases = 9;

std::string stem_term(Stems& stems, const std::string& word) {
  return std::string(entry_of(FieldId::stem).prefix) + stems.of(word);
}

/// The words of a text as tokens, halves of divided words and empty ones left out.
std::vector<std::string> whole_words(const std::string& text) {
  std::vector<std::string> words;
  for (const Token& token : tokens_of(text)) {
    const bool inside = token.form == Token::Form::run || token.form == Token::Form::part;
    if (!inside && !token.text.empty()) words.push_back(token.text);
  }
  return words;
}

}  // namespace

void QueryFindings::note(const std::string& sentence) {
  if (notice.find(sentence) != std::string::npos) return;
  if (!notice.empty()) notice += ' ';
  notice += sentence;
}

Query joined(Query::op operation, const std::vector<Query>& parts) {
  if (parts.empty()) return {};
  return parts.size() == 1 ? parts.front() : Query(operation, parts.begin(), parts.end());
}

/// A word in any of its forms, or in those of a linked student's name.
Query WordQueries::held_word(const std::string& word) {
  findings_.wanted.stems.push_back(stems_.of(word));
  std::vector<Query> places{Query(stem_term(stems_, word)), name_query(word)};
  findings_.wanted.terms.push_back(*places.back().get_terms_begin());
  for (const std::string& full : short_names_.full_names(word)) {
    constexpr double kMeantLess = 0.7;  // than what was typed
    places.emplace_back(Query::OP_SCALE_WEIGHT,
                        Query(Query::OP_OR, Query(stem_term(stems_, full)), name_query(full)),
                        kMeantLess);
    findings_.wanted.stems.push_back(stems_.of(full));
    findings_.wanted.terms.push_back(term_of(FieldId::student_name, full));
  }
  return joined(Query::OP_OR, places);
}

Query WordQueries::other_words(const std::string& word, const std::vector<OtherWord>& others) {
  std::vector<Query> meant;
  for (const OtherWord& other : others) {
    const Query forms(Query::OP_OR,
                      Query(Query::OP_OR, Query(stem_term(stems_, other.word)), Query(other.word)),
                      name_query(other.word));
    meant.emplace_back(Query::OP_SCALE_WEIGHT, forms, 1 / (1.0 + other.cost));
    findings_.wanted.stems.push_back(stems_.of(other.word));
    findings_.wanted.exact.push_back(other.word);
    findings_.wanted.terms.push_back(term_of(FieldId::student_name, other.word));
  }
  tell_others(word, others);
  return joined(Query::OP_OR, meant);
}

void WordQueries::tell_others(const std::string& word, const std::vector<OtherWord>& others) {
  std::vector<std::string> names;
  names.reserve(others.size());
  for (const OtherWord& other : others) names.push_back(other.word);
  findings_.note(say(tr("“{}” was searched as: {}."), printable(word), fmt::join(names, ", ")));
}

Query WordQueries::word(const std::string& word) {
  const bool held = vocabulary_.holds(word, WordsOf::papers_and_names);
  if (held && tolerance_ == Tolerance::of_unknown_words) return held_word(word);
  const bool short_name = !short_names_.full_names(word).empty();
  if (!held && short_name) return held_word(word);
  if (looked_up_++ >= kMostLookedUp) return held_word(word);
  const std::vector<OtherWord> others = vocabulary_.others(word, WordsOf::papers_and_names);
  if (others.empty()) return held_word(word);
  if (!held) return other_words(word, others);
  return {Query::OP_OR, held_word(word), other_words(word, others)};
}

/// The value itself, or as another field that plain words are looked for in.
Query WordQueries::exact(const std::string& value) {
  findings_.wanted.exact.push_back(value);
  std::vector<Query> places;
  for (const Field& field : kFields) {
    if (!field.plain || field.type == FieldType::name) continue;
    if (field.type == FieldType::number) {
      places.push_back(number_query(value));
    } else {
      places.emplace_back(std::string(field.prefix) + value);
    }
  }
  return joined(Query::OP_OR, places);
}

Query WordQueries::adjacent(const std::vector<std::string>& terms) {
  if (terms.size() == 1) return Query(terms.front());
  findings_.wanted.phrases.push_back(terms);
  Query phrase(Query::OP_PHRASE, terms.begin(), terms.end(),
               static_cast<Xapian::termcount>(terms.size()));
  // What the phrase demands anyway, but is asked without a look at places.
  std::vector<std::string> pairs;
  for (std::size_t i = 1; i < terms.size(); ++i) {
    std::string pair = pair_term(terms[i - 1], terms[i]);
    if (!pair.empty()) pairs.push_back(std::move(pair));
  }
  if (pairs.empty()) return phrase;
  // Two neighbours are the pair itself.
  if (terms.size() == 2) return Query(pairs.front());
  return {Query::OP_FILTER, phrase, Query(Query::OP_AND, pairs.begin(), pairs.end())};
}

bool WordQueries::holds_all_words_of(const std::string& typed) {
  const std::vector<std::string> words = whole_words(typed);
  return !words.empty() && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return vocabulary_.holds(word, WordsOf::papers_and_names) || vocabulary_.holds_exactly(word);
  });
}

/// What the keys say in the other layout, when papers have that and not what was typed.
std::string WordQueries::in_meant_layout(const std::string& typed) {
  constexpr std::size_t kFewestLetters = 3;
  if (count_characters(typed) < kFewestLetters) return typed;
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const bool latin = std::all_of(typed.begin(), typed.end(), is_ascii);
  const bool letters = std::any_of(typed.begin(), typed.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  if (latin && !letters) return typed;  // a number
  std::string meant = latin ? in_russian_layout(typed) : in_english_layout(typed);
  if (meant == typed || holds_all_words_of(typed) || !holds_all_words_of(meant)) return typed;
  findings_.note(say(tr("“{}” was searched as: {}."), printable(typed), printable(meant)));
  return meant;
}

Query WordQueries::words(const std::string& as_typed) {
  if (as_typed.ends_with('*')) {
    if (const auto query = beginning(as_typed)) return *query;
  }
  const std::string typed = in_meant_layout(as_typed);
  const std::vector<Token> tokens = tokens_of(typed);
  std::vector<Query> parts;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.text.empty() || token.form == Token::Form::part) continue;
    if (token.form == Token::Form::word) {
      parts.push_back(word(token.text));
    } else if (token.form == Token::Form::number) {
      parts.push_back(exact(token.text));
    } else {
      // A run: as one token, as a case or a day, or its words one after the other however they were
      // joined.
      std::vector<Query> ways{exact(token.text)};
      const std::vector<std::string> codes = code_terms(FieldId::case_index, token.text);
      if (!codes.empty()) ways.emplace_back(codes.front());
      if (const auto day = typed_date(token.text); day && day->precision == DatePrecision::day) {
        ways.push_back(dated_within(day->from, day->to));
      }
      std::vector<std::string> inside;
      while (i + 1 < tokens.size() && tokens[i + 1].begin < token.end) {
        if (!tokens[++i].text.empty()) inside.push_back(tokens[i].text);
      }
      if (!inside.empty()) ways.push_back(adjacent(inside));
      parts.push_back(joined(Query::OP_OR, ways));
    }
  }
  return joined(Query::OP_AND, parts);
}

std::optional<Query> WordQueries::beginning(const std::string& typed) {
  const std::string_view head = std::string_view(typed).substr(0, typed.find('*'));
  const std::vector<Token> tokens = tokens_of(head);
  if (head.size() + 1 != typed.size() || tokens.empty()) return std::nullopt;
  const Token& token = tokens.front();  // a run comes first
  const bool whole = token.begin == 0 && token.end == head.size();
  if (!whole || count_characters(token.text) < 2) {
    findings_.note(
        say(tr("“{}” was searched as a whole word: two letters or more must stand before *."),
            printable(typed)));
    return std::nullopt;
  }
  findings_.wanted.beginnings.push_back(token.text);
  const Expansion expansion = vocabulary_.beginning_with(token.text);
  if (expansion.more) {
    findings_.note(say(tr("Too many words begin with “{}”: the {} most frequent were searched."),
                       token.text, kMostExpansions));
  }
  if (expansion.words.empty()) return Query(token.text);  // matches nothing
  return Query(Query::OP_OR, expansion.words.begin(), expansion.words.end());
}

Query WordQueries::phrase(const std::string& text) {
  std::vector<std::string> terms = whole_words(text);
  if (terms.size() > kMostPhraseWords) {
    findings_.note(say(tr("Only the first {} words of a phrase were searched."), kMostPhraseWords));
    terms.resize(kMostPhraseWords);
  }
  if (terms.empty()) return {};
  std::vector<Query> ways;
  for (const std::vector<std::string>& meant : meant_phrases(terms)) {
    if (meant.size() == 1) findings_.wanted.exact.push_back(meant.front());
    ways.push_back(adjacent(meant));
  }
  return joined(Query::OP_OR, ways);
}

/// The phrase as typed, and for words no paper has in this form with those they may stand for.
std::vector<std::vector<std::string>> WordQueries::meant_phrases(
    const std::vector<std::string>& typed) {
  std::map<std::size_t, std::vector<OtherWord>> others;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const bool short_word = count_characters(typed[i]) < kFewestMistaken;
    if (short_word || vocabulary_.holds_exactly(typed[i])) continue;
    // Without a word for each, no paper has the phrase, whatever the others mean.
    if (looked_up_++ >= kMostLookedUp) return {typed};
    std::vector<OtherWord> found = vocabulary_.others(typed[i], WordsOf::papers_and_names);
    if (found.empty()) return {typed};
    found.resize(std::min(found.size(), kMostMeant));
    others.emplace(i, std::move(found));
  }
  std::vector<std::vector<std::string>> phrases{typed};
  for (const auto& [i, meant] : others) {
    tell_others(typed[i], meant);
    std::vector<std::vector<std::string>> further;
    for (const std::vector<std::string>& phrase : phrases) {
      for (const OtherWord& other : meant) {
        if (further.size() == kMostPhrases) break;
        further.push_back(phrase);
        further.back()[i] = other.word;
      }
    }
    phrases = std::move(further);
  }
  return phrases;
}

Query WordQueries::any_form(const std::string& text) {
  const std::vector<std::string> words = whole_words(text);
  if (words.size() != 1) return {};
  const std::string stem = stems_.of(words.front());
  std::vector<std::string> forms{words.front()};
  for (const std::string& each : vocabulary_.beginning_with(stem).words) {
    if (each != words.front() && stems_.of(each) == stem) forms.push_back(each);
  }
  findings_.wanted.stems.push_back(stem);
  return {Query::OP_OR, forms.begin(), forms.end()};
}

Query WordQueries::surname_with_initials(const std::string& text) {
  const std::vector<std::string> words = whole_words(text);
  std::vector<std::string> printed_last(words.begin() + 1, words.end());
  printed_last.push_back(words.front());
  std::vector<std::string> surnames{words.front()};
  const bool held = vocabulary_.holds(words.front(), WordsOf::papers_and_names);
  if (!held && looked_up_++ < kMostLookedUp) {
    for (OtherWord& other : vocabulary_.others(words.front(), WordsOf::names)) {
      surnames.push_back(std::move(other.word));
    }
  }
  std::vector<Query> ways{adjacent(words), adjacent(printed_last)};
  for (const std::string& surname : surnames) {
    std::vector<std::string> names{term_of(FieldId::student_name, surname)};
    for (std::size_t i = 1; i < words.size(); ++i) {
      names.push_back(term_of(FieldId::student_name, words[i]));
    }
    findings_.wanted.terms.insert(findings_.wanted.terms.end(), names.begin(), names.end());
    findings_.wanted.stems.push_back(stems_.of(surname));
    // In this order, as the index places the parts of a name: И.В. is not В.И.
    ways.emplace_back(Query::OP_PHRASE, names.begin(), names.end(), kNameWindow);
  }
  return joined(Query::OP_OR, ways);
}

Query WordQueries::series_and_number(const std::string& text) {
  const std::size_t space = text.rfind(' ');
  const Query series = words(text.substr(0, space));
  const Query number = words(text.substr(space + 1));
  const Query both(Query::OP_AND, series, number);
  const Query found(Query::OP_OR, number_query(text), both);
  // Series are short and easily misread: the number alone is better than nothing.
  return tolerance_ == Tolerance::of_all_words ? Query(Query::OP_OR, found, number) : found;
}

}  // namespace fonds
