#include "indexer/joined_lexemes.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "indexer/fields.h"
#include "indexer/terms.h"

namespace fonds {
namespace {

using Kind = Lexeme::Kind;

bool is_plain(const Lexeme& lexeme) { return lexeme.kind == Kind::word && lexeme.field.empty(); }

/// The words of a plain lexeme, folded.
std::vector<Token> words_in(const Lexeme& lexeme) {
  std::vector<Token> words;
  for (Token& token : tokens_of(lexeme.text)) {
    if (token.form != Token::Form::run && !token.text.empty()) words.push_back(std::move(token));
  }
  return words;
}

/// "И.", "И.В.", "И.В": the letters; empty for anything else.
std::vector<std::string> initials_in(const Lexeme& lexeme) {
  constexpr std::size_t kMost = 2;
  std::vector<std::string> letters;
  if (!is_plain(lexeme) || lexeme.text.find('.') == std::string::npos) return letters;
  const std::vector<Token> words = words_in(lexeme);
  if (words.size() > kMost) return letters;
  for (const Token& word : words) {
    if (word.form != Token::Form::word || count_characters(word.text) != 1) return {};
    letters.push_back(word.text);
  }
  return letters;
}

/// One word of letters, not a single one.
std::optional<std::string> surname_in(const Lexeme& lexeme) {
  if (!is_plain(lexeme) || lexeme.text.find('*') != std::string::npos) return std::nullopt;
  const std::vector<Token> words = words_in(lexeme);
  if (words.size() != 1 || words.front().form != Token::Form::word) return std::nullopt;
  if (count_characters(words.front().text) < 2) return std::nullopt;
  return words.front().text;
}

bool begins_small(const Lexeme& lexeme) {
  const std::string letter = first_characters(lexeme.text, 1);
  return letter == fold(letter);
}

bool is_number_sign(const Lexeme& lexeme) {
  return is_plain(lexeme) && (lexeme.text == "№" || lexeme.text == "N" || lexeme.text == "#");
}

bool has_digit(const Lexeme& lexeme) {
  return is_plain(lexeme) && std::any_of(lexeme.text.begin(), lexeme.text.end(),
                                         [](char c) { return c >= '0' && c <= '9'; });
}

/// The lexemes one by one; each function takes what it can from where the walk stands.
class Walk {
 public:
  explicit Walk(std::vector<Lexeme> list) : list_(std::move(list)) {}

  std::vector<Lexeme> run() {
    while (at_ < list_.size()) {
      if (!person() && !index_of_case() && !series()) joined_.push_back(std::move(list_[at_++]));
    }
    return std::move(joined_);
  }

 private:
  [[nodiscard]] const Lexeme& ahead(std::size_t count) const {
    return list_[std::min(at_ + count, list_.size() - 1)];
  }

  /// Initials from `from` on, at most two, of one or two lexemes; their number goes to `taken`.
  [[nodiscard]] std::vector<std::string> initials(std::size_t from, std::size_t& taken) const {
    std::vector<std::string> letters = initials_in(ahead(from));
    taken = letters.empty() ? 0 : 1;
    if (letters.size() != 1) return letters;
    const std::vector<std::string> more = initials_in(ahead(from + 1));
    if (more.size() != 1) return letters;
    letters.push_back(more.front());
    taken = 2;
    return letters;
  }

  bool person() {
    std::size_t taken = 0;
    std::vector<std::string> letters = initials(0, taken);
    auto surname = letters.empty() ? surname_in(ahead(0)) : surname_in(ahead(taken));
    if (surname && letters.empty()) letters = initials(1, taken);
    if (!surname || letters.empty()) return false;
    // «г. Сочи»: who writes a name with a capital writes initials so.
    const bool small_first = begins_small(ahead(0));
    if (small_first != begins_small(ahead(taken))) return false;
    std::string text = *surname;
    for (const std::string& letter : letters) text += ' ' + letter;
    joined_.push_back({Kind::person, text, {}, false, 0});
    at_ += taken + 1;
    return true;
  }

  /// «дело № 02-05»
  bool index_of_case() {
    if (!is_plain(ahead(0))) return false;
    const std::string word = fold(ahead(0).text);
    const Field& field = entry_of(FieldId::case_index);
    if (word != fold(field.russian_name) && word != field.name && word != "дела") return false;
    const std::size_t value = is_number_sign(ahead(1)) ? 2 : 1;
    if (!has_digit(ahead(value))) return false;
    joined_.push_back({Kind::word, ahead(value).text, std::string(field.name), true, 0});
    at_ += value + 1;
    return true;
  }

  /// «ДО 004289», «серия ДО № 004289»
  bool series() {
    constexpr std::size_t kMostLetters = 4;
    const std::size_t number = is_number_sign(ahead(1)) ? 2 : 1;
    if (!is_plain(ahead(0)) || !has_digit(ahead(number))) return false;
    const std::vector<Token> words = words_in(ahead(0));
    const bool is_one = words.size() == 1 && words.front().form == Token::Form::word;
    if (!is_one || count_characters(words.front().text) > kMostLetters) return false;
    if (words.front().end != ahead(0).text.size()) return false;  // «ст.», «от:»
    joined_.push_back({Kind::series, ahead(0).text + ' ' + ahead(number).text, {}, false, 0});
    at_ += number + 1;
    return true;
  }

  std::vector<Lexeme> list_;
  std::vector<Lexeme> joined_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Lexeme> joined_lexemes(std::vector<Lexeme> list) { return Walk(std::move(list)).run(); }

}  // namespace fonds
