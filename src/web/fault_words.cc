#include "web/fault_words.h"

#include <algorithm>

namespace fonds {
namespace {

constexpr std::string_view kCommand = "`fonds ";
constexpr std::string_view kBetween = "; ";

std::string_view without_end(std::string_view text, std::string_view signs) {
  const std::size_t last = text.find_last_not_of(signs);
  return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

/// What a clause says without its command; empty when the command is what it says.
std::string said_besides(std::string_view clause) {
  const std::size_t begin = clause.find(kCommand);
  if (begin == std::string_view::npos) return std::string(clause);
  const std::string_view head = without_end(clause.substr(0, begin), " ");
  if (head.ends_with('(')) {
    const std::size_t close = clause.find(')', begin);
    std::string said(without_end(head, "( "));
    if (close != std::string_view::npos) said += clause.substr(close + 1);
    return said;
  }
  return std::string(head.ends_with(':') ? without_end(head, ": ") : std::string_view{});
}

}  // namespace

std::string without_commands(std::string_view text) {
  if (text.find(kCommand) == std::string_view::npos) return std::string(text);
  std::string said;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(kBetween, begin), text.size());
    const std::string clause = said_besides(text.substr(begin, end - begin));
    if (!clause.empty()) said += (said.empty() ? "" : std::string(kBetween)) + clause;
    begin = end + kBetween.size();
  }
  return said;
}

std::string fault_in_words(const Error& error) {
  const std::string hint = without_commands(error.hint());
  const std::string message = without_commands(error.message());
  return hint.empty() ? message : message + ": " + hint;
}

}  // namespace fonds
