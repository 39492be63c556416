#include "indexer/terms.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace fonds {
namespace {

constexpr unsigned kStressMark = 0x301;
constexpr unsigned kSoftHyphen = 0xAD;

bool is_word(unsigned c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  // Xapian counts connecting punctuation as letters; forms are full of rulings made of it.
  return c == kSoftHyphen ||
         (Xapian::Unicode::is_wordchar(c) &&
          Xapian::Unicode::get_category(c) != Xapian::Unicode::CONNECTOR_PUNCTUATION);
}

bool is_digit(unsigned c) {
  return c < 0x80 ? (c >= '0' && c <= '9')
                  : Xapian::Unicode::get_category(c) == Xapian::Unicode::DECIMAL_DIGIT_NUMBER;
}

bool is_small(unsigned c) {
  return Xapian::Unicode::get_category(c) == Xapian::Unicode::LOWERCASE_LETTER;
}

bool is_hyphen(unsigned c) { return c == '-' || c == kSoftHyphen || c == 0x2010 || c == 0x2011; }

/// What joins words of a run; its folded form, 0 for anything else.
char joint(unsigned c) {
  switch (c) {
    case '-':
    case '/':
    case '.':
    case ',':
    case '\'':
      return static_cast<char>(c);
    case 0x2010:  // hyphens and dashes, as recognition confuses them
    case 0x2011:
    case 0x2012:
    case 0x2013:
      return '-';
    case 0x2019:
      return '\'';
    default:
      return 0;
  }
}

/// Appends the folded form of `c`.
void append_folded(std::string& out, unsigned c) {
  if (c == kStressMark || c == kSoftHyphen) return;
  unsigned folded = Xapian::Unicode::tolower(c);
  if (folded == 0x451) folded = 0x435;  // ё, е
  Xapian::Unicode::append_utf8(out, folded);
}

/// Cuts at a character boundary to what the index can hold.
void shorten(std::string& term) {
  if (term.size() <= kLongestTerm) return;
  std::size_t end = kLongestTerm;
  while (end > 0 && (static_cast<unsigned char>(term[end]) & 0xC0U) == 0x80U) --end;
  term.resize(end);
}

}  // namespace

Tokeniser::Character Tokeniser::at(std::size_t offset) const {
  if (offset >= text_.size()) return {0, text_.size()};
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned>(static_cast<unsigned char>(i < text_.size() ? text_[i] : 0));
  };
  const unsigned first = byte(offset);
  const auto follows = [&](std::size_t i) { return byte(offset + i) & 0x3FU; };
  if (first < 0x80) return {first, offset + 1};
  if (first < 0xE0) return {(first & 0x1FU) << 6U | follows(1), offset + 2};
  if (first < 0xF0) return {(first & 0xFU) << 12U | follows(1) << 6U | follows(2), offset + 3};
  return {(first & 7U) << 18U | follows(1) << 12U | follows(2) << 6U | follows(3), offset + 4};
}

/// After the hyphen at `offset` that ends a line inside a word: where the word goes on, else 0.
std::size_t Tokeniser::after_line_break(std::size_t offset) const {
  Character c = at(offset);
  if (!is_hyphen(c.code)) return 0;
  bool broken = false;
  for (c = at(c.end); c.code == ' ' || c.code == '\r' || c.code == '\n'; c = at(c.end)) {
    if (c.code == '\n' && broken) return 0;  // an empty line: a new paragraph
    broken = broken || c.code == '\n';
    offset = c.end;
  }
  return broken && is_small(c.code) ? offset : 0;
}

/// After the joint at `offset` with a word right behind it: where that begins, else 0.
std::size_t Tokeniser::after_joint(std::size_t offset) const {
  const Character c = at(offset);
  if (joint(c.code) == 0) return 0;
  const Character next = at(c.end);
  return is_word(next.code) && next.code != kSoftHyphen ? c.end : 0;
}

Token& Tokeniser::append(Token::Form form, std::size_t begin, std::size_t end) {
  if (run_size_ == run_.size()) run_.emplace_back();
  Token& token = run_[run_size_++];
  token.text.clear();
  token.begin = begin;
  token.end = end;
  token.place = place_;
  token.form = form;
  return token;
}

void Tokeniser::read_word() {
  const std::size_t begin = at_;
  ++place_;
  Token& word = append(Token::Form::word, begin, begin);
  bool composed = true;
  std::size_t halves[2] = {0, 0};  // end of the first half, begin of the second
  for (Character c = at(at_); at_ < text_.size(); c = at(at_)) {
    if (c.code != kSoftHyphen && is_word(c.code)) {
      append_folded(word.text, c.code);
      if (is_digit(c.code)) word.form = Token::Form::number;
      if (c.code >= 0x300 && c.code < 0x370 && c.code != kStressMark) composed = false;
      at_ = c.end;
    } else if (const std::size_t next = after_line_break(at_);
               next > 0 && word.form == Token::Form::word) {
      if (halves[0] == 0) halves[0] = at_, halves[1] = next;
      at_ = next;
    } else if (c.code == kSoftHyphen) {
      at_ = c.end;
    } else {
      break;
    }
  }
  if (!composed) word.text = fold(normalise(word.text));
  shorten(word.text);
  word.end = at_;
  if (halves[0] == 0) return;
  const std::size_t end = at_;
  const std::pair<std::size_t, std::size_t> parts[] = {{begin, halves[0]}, {halves[1], end}};
  for (const auto& [from, to] : parts) {
    Token& part = append(Token::Form::part, from, to);
    for (Character c = at(from); c.end <= to; c = at(c.end)) {
      if (is_word(c.code)) append_folded(part.text, c.code);
      if (c.end >= text_.size()) break;
    }
    shorten(part.text);
  }
}

bool Tokeniser::read_run() {
  run_size_ = given_ = 0;
  while (at_ < text_.size()) {
    const Character c = at(at_);
    if (is_word(c.code) && c.code != kSoftHyphen) break;
    at_ = c.end;
  }
  if (at_ >= text_.size()) return false;
  read_word();
  std::size_t words = 1;
  bool digits = run_.front().form == Token::Form::number;
  constexpr std::size_t kWordsOfARun = 16;  // more is a table or dirt, not a number
  while (words < kWordsOfARun) {
    const std::size_t next = after_joint(at_);
    if (next == 0) break;
    at_ = next;
    const std::size_t first = run_size_;
    read_word();
    digits = digits || run_[first].form == Token::Form::number;
    ++words;
  }
  if (words == 1 || !digits) return true;
  const std::size_t begin = run_.front().begin;
  Token& run = append(Token::Form::run, begin, at_);
  run.place = run_.front().place;
  for (Character c = at(begin); c.end <= at_; c = at(c.end)) {
    if (const char joined = joint(c.code); joined != 0) {
      run.text += joined;
    } else if (is_word(c.code)) {
      append_folded(run.text, c.code);
    }
    if (c.end >= text_.size()) break;
  }
  shorten(run.text);
  return true;
}

const Token* Tokeniser::next() {
  while (given_ == run_size_) {
    if (!read_run()) return nullptr;
    // A whole run was read last but stands first.
    if (run_size_ > 1 && run_[run_size_ - 1].form == Token::Form::run) {
      std::rotate(run_.begin(), run_.begin() + static_cast<std::ptrdiff_t>(run_size_) - 1,
                  run_.begin() + static_cast<std::ptrdiff_t>(run_size_));
    }
  }
  return &run_[given_++];
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> all;
  Tokeniser tokeniser(text);
  while (const Token* token = tokeniser.next()) all.push_back(*token);
  return all;
}

const std::string& Stems::of(const std::string& word) {
  constexpr std::size_t kMostKnown = 1U << 16U;
  const auto found = known_.find(word);
  if (found != known_.end()) return found->second;
  if (known_.size() >= kMostKnown) known_.clear();
  std::string stem = stem_(word);
  for (std::string shorter = stem_(stem); shorter != stem; shorter = stem_(stem)) {
    stem = std::move(shorter);
  }
  return known_.emplace(word, std::move(stem)).first->second;
}

}  // namespace fonds
