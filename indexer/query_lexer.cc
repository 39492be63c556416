#include "indexer/query_lexer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "base/text.h"
#include "indexer/fields.h"

namespace fonds {
namespace {

using std::string_view_literals::operator""sv;

/// Opening quotes with what may close them.
constexpr std::array<std::pair<std::string_view, std::array<std::string_view, 2>>, 4> kQuotes{{
    {"\""sv, {"\""sv, "\""sv}},
    {"«"sv, {"»"sv, "»"sv}},
    {"„"sv, {"“"sv, "”"sv}},
    {"“"sv, {"”"sv, "”"sv}},
}};

constexpr std::array<std::pair<std::string_view, Lexeme::Kind>, 6> kOperators{{
    {"AND", Lexeme::Kind::both},
    {"И", Lexeme::Kind::both},
    {"OR", Lexeme::Kind::either},
    {"ИЛИ", Lexeme::Kind::either},
    {"NOT", Lexeme::Kind::none},
    {"НЕ", Lexeme::Kind::none},
}};

/// «NEAR», "NEAR/5", «РЯДОМ»: within how many words; 0 for anything else.
int near_distance(std::string_view word) {
  constexpr int kUsual = 10;
  constexpr int kMost = 100;
  for (const std::string_view name : {"NEAR"sv, "РЯДОМ"sv}) {
    if (word == name) return kUsual;
    if (!word.starts_with(name) || word[name.size()] != '/') continue;
    const std::string_view figures = word.substr(name.size() + 1);
    int distance = 0;
    const auto [end, problem] =
        std::from_chars(figures.data(), figures.data() + figures.size(), distance);
    const bool whole = problem == std::errc() && end == figures.data() + figures.size();
    if (whole && distance > 0) return std::min(distance, kMost);
  }
  return 0;
}

bool is_space(char c) { return static_cast<unsigned char>(c) <= ' '; }

/// Length of the white space at the beginning: ASCII, no-break and wide spaces.
std::size_t leading_space(std::string_view text) {
  if (text.empty()) return 0;
  if (is_space(text.front())) return 1;
  for (const std::string_view space :
       {"\u00A0"sv, "\u2002"sv, "\u2003"sv, "\u2009"sv, "\u202F"sv, "\u3000"sv}) {
    if (text.starts_with(space)) return space.size();
  }
  return 0;
}

struct Quoted {
  std::string_view inside;
  std::size_t size = 0;  ///< with the quotes
};

/// Bytes of the opening quote at the beginning; 0 without one.
std::size_t leading_quote(std::string_view text) {
  for (const auto& [open, closing] : kQuotes) {
    if (text.starts_with(open)) return open.size();
  }
  return 0;
}

/// The quoted text at the beginning; nothing when the quote there is never closed.
std::optional<Quoted> closed_quote(std::string_view text) {
  for (const auto& [open, closing] : kQuotes) {
    if (!text.starts_with(open)) continue;
    const std::string_view rest = text.substr(open.size());
    for (const std::string_view close : closing) {
      const std::size_t end = rest.find(close);
      if (end == std::string_view::npos) continue;
      return Quoted{rest.substr(0, end), open.size() + end + close.size()};
    }
  }
  return std::nullopt;
}

bool is_field_name(std::string_view name) {
  const std::string folded = fold(name);
  for (const Field& field : kFields) {
    if (field.name.empty()) continue;
    if (folded == field.name || folded == fold(field.russian_name)) return true;
  }
  return false;
}

}  // namespace

Lexemes lexemes_of(std::string_view query, std::size_t most) {
  Lexemes result;
  std::string field;
  const auto add = [&](Lexeme::Kind kind, std::string_view text) {
    result.list.push_back({kind, std::string(text), std::exchange(field, {}), false, 0});
  };
  // A quote that is never closed makes every later search for its end go to the end of the query:
  // after the first one of them, quotes are no longer looked for.
  bool quotes = true;
  while (!query.empty()) {
    if (const std::size_t space = leading_space(query); space > 0) {
      field.clear();
      query.remove_prefix(space);
      continue;
    }
    if (result.list.size() >= most) {
      result.cut = true;
      break;
    }
    if (const std::size_t mark = leading_quote(query); mark > 0) {
      const std::optional<Quoted> quoted = quotes ? closed_quote(query) : std::nullopt;
      if (quoted) add(Lexeme::Kind::phrase, quoted->inside);
      quotes = quoted.has_value();
      result.open_quote = result.open_quote || !quotes;
      query.remove_prefix(quoted ? quoted->size : mark);
      continue;
    }
    const char c = query.front();
    if (c == '(' || c == ')') {
      add(c == '(' ? Lexeme::Kind::open : Lexeme::Kind::close, query.substr(0, 1));
      query.remove_prefix(1);
      continue;
    }
    if (c == '-' && query.size() > 1 && leading_space(query.substr(1)) == 0) {
      add(Lexeme::Kind::minus, "-");
      query.remove_prefix(1);
      continue;
    }
    std::size_t end = 0;
    while (end < query.size() && query[end] != '(' && query[end] != ')' &&
           leading_space(query.substr(end)) == 0 && leading_quote(query.substr(end)) == 0) {
      ++end;
      if (query[end - 1] == ':' && field.empty() && is_field_name(query.substr(0, end - 1))) break;
    }
    const std::string_view word = query.substr(0, end);
    query.remove_prefix(end);
    if (word.ends_with(':') && field.empty() && is_field_name(word.substr(0, word.size() - 1))) {
      field = word.substr(0, word.size() - 1);
      continue;
    }
    Lexeme::Kind kind = Lexeme::Kind::word;
    for (const auto& [name, operation] : kOperators) {
      if (word == name && field.empty()) kind = operation;
    }
    const int distance = field.empty() ? near_distance(word) : 0;
    add(distance > 0 ? Lexeme::Kind::near : kind, word);
    result.list.back().distance = distance;
  }
  result.list.push_back({});
  return result;
}

}  // namespace fonds
