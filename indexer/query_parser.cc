#include "indexer/query_parser.h"

#include <algorithm>
#include <optional>

#include "base/messages.h"
#include "base/text.h"
#include "indexer/field_query.h"
#include "indexer/fields.h"
#include "indexer/query_lexer.h"

namespace fonds {
namespace {

using Xapian::Query;
using Kind = Lexeme::Kind;

Query combined(Query::op operation, const std::vector<Query>& parts) {
  if (parts.empty()) return {};
  if (parts.size() == 1) return parts.front();
  return {operation, parts.begin(), parts.end()};
}

/// What a term matches without the query having a positive part: "-word" alone.
Query everything_but(const Query& excluded) {
  return {Query::OP_AND_NOT, Query::MatchAll, excluded};
}

const Field* field_named(std::string_view name) {
  const std::string folded = fold(name);
  for (const Field& field : kFields) {
    if (!field.name.empty() && (folded == field.name || folded == fold(field.russian_name))) {
      return &field;
    }
  }
  return nullptr;
}

/// One parse: a recursive descent over the lexemes.
class Parse {
 public:
  Parse(std::vector<Lexeme> lexemes, Stems& stems, const ValueWords& value_words,
        const Expander& expand)
      : lexemes_(std::move(lexemes)), stems_(stems), fields_(value_words, stems), expand_(expand) {}

  ParsedQuery run() {
    while (current().kind != Kind::end) {
      const Query part = any();
      if (!part.empty()) parts_.push_back(part);
      // A bracket that closes nothing: what follows is joined like any other word.
      if (current().kind == Kind::close) {
        note_misplaced(current().text);
        advance();
      }
    }
    result_.query = combined(Query::OP_AND, parts_);
    if (plain_ && words_.size() > 1) result_.any_word = combined(Query::OP_OR, words_);
    unique(result_.wanted.stems);
    unique(result_.wanted.exact);
    unique(result_.wanted.beginnings);
    unique(result_.wanted.phrases);
    unique(result_.wanted.terms);
    return std::move(result_);
  }

 private:
  template <class Value>
  static void unique(std::vector<Value>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
  }

  [[nodiscard]] const Lexeme& current() const { return lexemes_[at_]; }
  [[nodiscard]] const Lexeme& following() const {
    return lexemes_[std::min(at_ + 1, lexemes_.size() - 1)];
  }
  void advance() {
    if (at_ + 1 < lexemes_.size()) ++at_;
  }

  void note(const std::string& sentence) {
    if (result_.notice.find(sentence) != std::string::npos) return;
    if (!result_.notice.empty()) result_.notice += ' ';
    result_.notice += sentence;
  }
  void note_misplaced(const std::string& what) {
    note(say(tr("“{}” does not join anything here and was not taken as a sign."), what));
  }

  static bool begins_part(Kind kind) {
    return kind == Kind::word || kind == Kind::phrase || kind == Kind::open ||
           kind == Kind::minus || kind == Kind::none;
  }

  /// all { OR all }
  Query any() {
    std::vector<Query> parts;
    while (true) {
      const Query part = all();
      if (!part.empty()) parts.push_back(part);
      if (current().kind != Kind::either) break;
      plain_ = false;
      advance();
    }
    return combined(Query::OP_OR, parts);
  }

  /// An operator with nothing to join is a word like any other.
  void as_word(std::vector<Query>& parts) {
    note_misplaced(current().text);
    const Query part = words(current().text);
    advance();
    if (!part.empty()) parts.push_back(part);
  }

  /// one { [AND] one }
  Query all() {
    std::vector<Query> wanted;
    std::vector<Query> excluded;
    while (true) {
      const bool joint = current().kind == Kind::both || current().kind == Kind::either;
      const bool first = wanted.empty() && excluded.empty();
      if (joint && (first || !begins_part(following().kind))) {
        as_word(wanted);
        continue;
      }
      if (current().kind == Kind::both) advance();
      if (!begins_part(current().kind)) break;
      bool negative = false;
      while (current().kind == Kind::minus || current().kind == Kind::none) {
        if (!begins_part(following().kind)) {
          if (current().kind == Kind::none) as_word(wanted);
          if (current().kind == Kind::minus) advance();
          negative = false;
          break;
        }
        negative = !negative;
        plain_ = false;
        advance();
      }
      if (!begins_part(current().kind)) continue;
      const Query part = one(negative);
      if (!part.empty()) (negative ? excluded : wanted).push_back(part);
    }
    Query all_wanted = combined(Query::OP_AND, wanted);
    if (excluded.empty()) return all_wanted;
    const Query any_excluded = combined(Query::OP_OR, excluded);
    if (wanted.empty()) return everything_but(any_excluded);
    return {Query::OP_AND_NOT, all_wanted, any_excluded};
  }

  /// A word, a phrase or a bracket. What is excluded is not marked in texts.
  Query one(bool negative) {
    const WantedWords before = negative ? result_.wanted : WantedWords{};
    Query query;
    if (current().kind == Kind::open) {
      query = bracket();
    } else if (current().kind == Kind::phrase) {
      const Lexeme lexeme = current();
      advance();
      query = lexeme.field.empty() ? phrase(lexeme.text) : in_field(lexeme);
      plain_ = false;
    } else {
      const Lexeme lexeme = current();
      advance();
      query = lexeme.field.empty() ? words(lexeme.text) : in_field(lexeme);
      if (!query.empty()) words_.push_back(query);
    }
    if (negative) result_.wanted = before;
    return query;
  }

  Query bracket() {
    advance();
    plain_ = false;
    if (depth_ == kDeepestQuery) {
      note(tr("Brackets deeper than can be followed were left out."));
      return {};  // what is inside is read as if the bracket were not there
    }
    ++depth_;
    Query inside = any();
    --depth_;
    if (current().kind == Kind::close) {
      advance();
    } else if (current().kind == Kind::end) {
      note(tr("A bracket is not closed; it was taken as closed at the end."));
    }
    return inside;
  }

  Query in_field(const Lexeme& lexeme) {
    const Field* field = field_named(lexeme.field);
    if (field == nullptr || field->type == FieldType::words) {
      return lexeme.kind == Kind::phrase ? phrase(lexeme.text) : words(lexeme.text);
    }
    plain_ = false;
    FieldQuery found = fields_.of(*field, lexeme.text);
    if (!found.notice.empty()) note(found.notice);
    if (!found.understood) return words(lexeme.field + ' ' + lexeme.text);
    const auto add = [](std::vector<std::string>& to, const std::vector<std::string>& from) {
      to.insert(to.end(), from.begin(), from.end());
    };
    add(result_.wanted.terms, found.terms);
    add(result_.wanted.stems, found.stems);
    return found.query;
  }

  /// A word in any of its forms, or in those of a linked student's name.
  Query stem(const std::string& word) {
    result_.wanted.stems.push_back(stems_.of(word));
    const Query in_text(std::string(entry_of(FieldId::stem).prefix) + stems_.of(word));
    const Query in_names = name_query(word);
    result_.wanted.terms.push_back(*in_names.get_terms_begin());
    return {Query::OP_OR, in_text, in_names};
  }

  /// The value itself, or as another field that plain words are looked for in.
  Query exact(const std::string& value) {
    result_.wanted.exact.push_back(value);
    std::vector<Query> places;
    for (const Field& field : kFields) {
      if (!field.plain || field.type == FieldType::name) continue;
      if (field.type == FieldType::number) {
        places.push_back(number_query(value));
      } else {
        places.emplace_back(std::string(field.prefix) + value);
      }
    }
    return combined(Query::OP_OR, places);
  }

  Query adjacent(const std::vector<std::string>& terms) {
    if (terms.size() > 1) result_.wanted.phrases.push_back(terms);
    return terms.size() == 1 ? Query(terms.front())
                             : Query(Query::OP_PHRASE, terms.begin(), terms.end(),
                                     static_cast<Xapian::termcount>(terms.size()));
  }

  /// What was typed without a space: usually one word.
  Query words(const std::string& typed) {
    if (typed.ends_with('*')) {
      if (const auto query = beginning(typed)) return *query;
    }
    const std::vector<Token> tokens = tokens_of(typed);
    std::vector<Query> parts;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const Token& token = tokens[i];
      if (token.text.empty() || token.form == Token::Form::part) continue;
      if (token.form == Token::Form::word) {
        parts.push_back(stem(token.text));
      } else if (token.form == Token::Form::number) {
        parts.push_back(exact(token.text));
      } else {
        // A run: as one token, or its words one after the other however they were joined.
        std::vector<std::string> inside;
        while (i + 1 < tokens.size() && tokens[i + 1].begin < token.end) {
          if (!tokens[++i].text.empty()) inside.push_back(tokens[i].text);
        }
        Query whole = exact(token.text);
        parts.push_back(inside.empty() ? whole : Query(Query::OP_OR, whole, adjacent(inside)));
      }
    }
    return combined(Query::OP_AND, parts);
  }

  /// A word's beginning, "дипл*"; nothing when it is not just that.
  std::optional<Query> beginning(const std::string& typed) {
    const std::string_view head = std::string_view(typed).substr(0, typed.find('*'));
    const std::vector<Token> tokens = tokens_of(head);
    if (head.size() + 1 != typed.size() || tokens.empty()) return std::nullopt;
    const Token& token = tokens.front();  // a run comes first
    const bool whole = token.begin == 0 && token.end == head.size();
    if (!whole || count_characters(token.text) < 2) {
      note(say(tr("“{}” was searched as a whole word: two letters or more must stand before *."),
               printable(typed)));
      return std::nullopt;
    }
    plain_ = false;
    result_.wanted.beginnings.push_back(token.text);
    const Expansion expansion = expand_(token.text);
    if (expansion.more) {
      note(say(tr("Too many words begin with “{}”: the {} most frequent were searched."),
               token.text, kMostExpansions));
    }
    if (expansion.words.empty()) return Query(token.text);  // matches nothing
    return Query(Query::OP_OR, expansion.words.begin(), expansion.words.end());
  }

  /// Words as typed, one after the other.
  Query phrase(const std::string& text) {
    std::vector<std::string> terms;
    for (const Token& token : tokens_of(text)) {
      if (token.form == Token::Form::run || token.form == Token::Form::part) continue;
      if (token.text.empty()) continue;
      if (terms.size() == kMostPhraseWords) {
        note(say(tr("Only the first {} words of a phrase were searched."), kMostPhraseWords));
        break;
      }
      terms.push_back(token.text);
    }
    if (terms.empty()) return {};
    if (terms.size() == 1) result_.wanted.exact.push_back(terms.front());
    return adjacent(terms);
  }

  std::vector<Lexeme> lexemes_;
  Stems& stems_;
  FieldQueries fields_;
  const Expander& expand_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool plain_ = true;  ///< nothing but words so far
  std::vector<Query> words_;
  std::vector<Query> parts_;
  ParsedQuery result_;
};

/// `typed` as valid, composed UTF-8 of bounded length.
std::string readable(std::string_view typed, bool& cut) {
  cut = typed.size() > kLongestQuery;
  std::size_t end = std::min(typed.size(), kLongestQuery);
  while (cut && end > 0 && (static_cast<unsigned char>(typed[end]) & 0xC0U) == 0x80U) --end;
  return normalise(to_valid_utf8(typed.substr(0, end)));
}

}  // namespace

ParsedQuery QueryParser::parse(std::string_view typed, const Expander& expand) {
  bool cut = false;
  const std::string query = readable(typed, cut);
  Lexemes lexemes = lexemes_of(query, kMostQueryWords);
  ParsedQuery parsed = Parse(std::move(lexemes.list), stems_, words_, expand).run();
  const auto note = [&](const std::string& sentence) {
    if (!parsed.notice.empty()) parsed.notice += ' ';
    parsed.notice += sentence;
  };
  if (lexemes.open_quote) note(tr("A quotation mark has no partner and was left out."));
  if (cut || lexemes.cut) {
    note(say(tr("The query is too long: only its first {} words were searched."), kMostQueryWords));
  }
  return parsed;
}

}  // namespace fonds
