#include "ingest/rows_starts.h"

#include "registry/letters.h"

namespace fonds {
namespace {

constexpr int kMostNumber = 999;

}  // namespace

bool RowStarts::begins_name(std::size_t at) const {
  const NameWord& word = words_[at];
  if (word.kind == NameWord::Kind::initial) return true;
  return word.kind == NameWord::Kind::word && word.capital && has_cyrillic(word.text) &&
         count_letters(word.text) > 1 && !word.quoted;
}

std::optional<int> RowStarts::number_at(std::size_t at) const {
  const NameWord& word = words_[at];
  if (word.kind != NameWord::Kind::number || word.folded.size() > 3) return std::nullopt;
  int number = 0;
  for (const char c : word.folded) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  if (number < 1 || number > kMostNumber) return std::nullopt;
  return number;
}

bool RowStarts::begins_row(std::size_t at, std::size_t end) const {
  const std::size_t name = name_behind(at, end);
  if (name >= end || !number_at(at) || !begins_name(name)) return false;
  const std::string_view before = words_[at].before.of(paper_.folded());
  if (before.find("№") != std::string_view::npos || before.ends_with('-') ||
      before.ends_with(',') || before.ends_with('.')) {
    return false;
  }
  const std::string_view after = words_[at + 1].before.of(paper_.folded());
  return after.find_first_of(",-/\"%") == std::string_view::npos;
}

std::size_t RowStarts::name_behind(std::size_t at, std::size_t end) const {
  const bool second =
      at + 2 < end && words_[at + 1].kind == NameWord::Kind::number &&
      words_[at + 1].before.of(paper_.folded()).find_first_not_of(' ') == std::string_view::npos;
  return second ? at + 2 : at + 1;
}

bool RowStarts::full_name_begins(std::size_t at) const {
  return at + 1 < words_.size() && words_[at + 1].line == words_[at].line && begins_name(at) &&
         begins_name(at + 1) && !wording_.is_no_name(words_[at].folded) &&
         !wording_.is_no_name(words_[at + 1].folded);
}

bool RowStarts::is_lead(std::size_t at) const {
  const NameWord& word = words_[at];
  return word.kind == NameWord::Kind::number || count_letters(word.text) == 1 ||
         (!has_cyrillic(word.text) && count_letters(word.text) <= 4);
}

}  // namespace fonds
