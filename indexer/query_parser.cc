#include "indexer/query_parser.h"

#include <algorithm>
#include <optional>

#include "base/messages.h"
#include "base/text.h"
#include "indexer/field_query.h"
#include "indexer/fields.h"
#include "indexer/joined_lexemes.h"
#include "indexer/query_lexer.h"
#include "indexer/word_query.h"

namespace fonds {
namespace {

using Xapian::Query;
using Kind = Lexeme::Kind;

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
        const ShortNames& short_names, Vocabulary& vocabulary, Tolerance tolerance)
      : lexemes_(std::move(lexemes)),
        fields_(value_words, stems, vocabulary),
        words_of_(vocabulary, stems, short_names, tolerance, findings_) {}

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
    result_.query = joined(Query::OP_AND, parts_);
    if (plain_ && words_.size() > 1) result_.any_word = joined(Query::OP_OR, words_);
    if (plain_) result_.plain_words = std::move(typed_words_);
    result_.wanted = std::move(findings_.wanted);
    result_.notice = std::move(findings_.notice);
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

  void note(const std::string& sentence) { findings_.note(sentence); }
  void note_misplaced(const std::string& what) {
    note(say(tr("“{}” does not join anything here and was not taken as a sign."), what));
  }

  static bool begins_part(Kind kind) {
    return kind == Kind::open || kind == Kind::minus || kind == Kind::none || is_words(kind);
  }
  static bool is_words(Kind kind) {
    return kind == Kind::word || kind == Kind::phrase || kind == Kind::person ||
           kind == Kind::series;
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
    return joined(Query::OP_OR, parts);
  }

  /// An operator with nothing to join is a word like any other.
  void as_word(std::vector<Query>& parts) {
    note_misplaced(current().text);
    const Query part = words_of_.words(current().text);
    advance();
    if (!part.empty()) parts.push_back(part);
  }

  /// one { [AND] one }
  Query all() {
    std::vector<Query> wanted;
    std::vector<Query> excluded;
    while (true) {
      const bool joint = current().kind == Kind::both || current().kind == Kind::either ||
                         current().kind == Kind::near;
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
    Query all_wanted = joined(Query::OP_AND, wanted);
    if (excluded.empty()) return all_wanted;
    const Query any_excluded = joined(Query::OP_OR, excluded);
    if (wanted.empty()) return everything_but(any_excluded);
    return {Query::OP_AND_NOT, all_wanted, any_excluded};
  }

  /// A word, a phrase or a bracket. What is excluded is not marked in texts.
  Query one(bool negative) {
    const WantedWords before = negative ? findings_.wanted : WantedWords{};
    Query query;
    if (current().kind == Kind::open) {
      query = bracket();
    } else if (following().kind == Kind::near) {
      query = near();
    } else {
      const Lexeme lexeme = current();
      advance();
      query = lexeme.field.empty() ? plain(lexeme) : in_field(lexeme);
    }
    if (negative) findings_.wanted = before;
    return query;
  }

  Query plain(const Lexeme& lexeme) {
    if (lexeme.kind == Kind::phrase) {
      plain_ = false;
      return words_of_.phrase(lexeme.text);
    }
    if (lexeme.kind == Kind::word) typed_words_.push_back(lexeme.text);
    if (lexeme.kind != Kind::word) add_words_of(lexeme.text);
    if (lexeme.text.ends_with('*')) plain_ = false;
    Query query = lexeme.kind == Kind::person   ? words_of_.surname_with_initials(lexeme.text)
                  : lexeme.kind == Kind::series ? words_of_.series_and_number(lexeme.text)
                                                : words_of_.words(lexeme.text);
    if (lexeme.kind == Kind::series) {
      const std::size_t space = lexeme.text.rfind(' ');
      words_.push_back(words_of_.words(lexeme.text.substr(0, space)));
      words_.push_back(words_of_.words(lexeme.text.substr(space + 1)));
    } else if (!query.empty()) {
      words_.push_back(query);
    }
    return query;
  }

  /// Of lexemes that were joined, one by one again.
  void add_words_of(const std::string& text) {
    std::size_t begin = 0;
    while (begin < text.size()) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      typed_words_.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
  }

  /// one NEAR one: words of text without fields; anything else is joined by AND.
  Query near() {
    plain_ = false;
    std::vector<Query> sides;
    std::vector<Query> apart;
    int distance = 0;
    for (;;) {
      const Lexeme lexeme = current();
      advance();
      const Query close = lexeme.field.empty() ? words_of_.any_form(lexeme.text) : Query();
      apart.push_back(close.empty() ? one_of(lexeme) : close);
      if (!close.empty()) sides.push_back(close);
      if (current().kind != Kind::near || !is_words(following().kind)) break;
      distance = std::max(distance, current().distance);
      advance();
    }
    if (sides.size() < apart.size() || sides.size() < 2) return joined(Query::OP_AND, apart);
    const auto window =
        static_cast<Xapian::termcount>(distance) + static_cast<Xapian::termcount>(sides.size()) - 1;
    return {Query::OP_NEAR, sides.begin(), sides.end(), window};
  }
  Query one_of(const Lexeme& lexeme) {
    return lexeme.field.empty() ? plain(lexeme) : in_field(lexeme);
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
      return plain({lexeme.kind, lexeme.text, {}, false, 0});
    }
    if (!lexeme.loosely) plain_ = false;
    FieldQuery found = fields_.of(*field, lexeme.text);
    if (!found.notice.empty()) note(found.notice);
    if (!found.understood) return words_of_.words(lexeme.field + ' ' + lexeme.text);
    const auto add = [](std::vector<std::string>& to, const std::vector<std::string>& from) {
      to.insert(to.end(), from.begin(), from.end());
    };
    add(findings_.wanted.terms, found.terms);
    add(findings_.wanted.stems, found.stems);
    if (!lexeme.loosely) return found.query;
    const Query in_text = plain({Kind::word, lexeme.text, {}, false, 0});
    return {Query::OP_OR, found.query, in_text};
  }

  std::vector<Lexeme> lexemes_;
  QueryFindings findings_;
  FieldQueries fields_;
  WordQueries words_of_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool plain_ = true;  ///< nothing but words so far
  std::vector<Query> words_;
  std::vector<std::string> typed_words_;
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

ParsedQuery QueryParser::parse(std::string_view typed, Vocabulary& vocabulary,
                               Tolerance tolerance) {
  bool cut = false;
  const std::string query = readable(typed, cut);
  Lexemes lexemes = lexemes_of(query, kMostQueryWords);
  ParsedQuery parsed = Parse(joined_lexemes(std::move(lexemes.list)), stems_, words_,
                             ShortNames::shipped(), vocabulary, tolerance)
                           .run();
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
