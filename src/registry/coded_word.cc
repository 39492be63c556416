#include "registry/coded_word.h"

#include "registry/letters.h"

namespace fonds {
namespace {

LetterCode code_of(std::string_view letter) {
  if (letter.size() == 1) {
    const char c = letter.front();
    if (c >= '0' && c <= '9') return static_cast<LetterCode>(CodedWord::kDigit0 + (c - '0'));
    if (c == '-') return CodedWord::kHyphen;
    if (c == ' ') return CodedWord::kSpace;
    if (c == '\'') return CodedWord::kApostrophe;
    return CodedWord::kOther;
  }
  if (letter.size() != 2) return CodedWord::kOther;
  const auto lead = static_cast<unsigned char>(letter[0]);
  const auto trail = static_cast<unsigned char>(letter[1]);
  if (lead == 0xD0 && trail >= 0xB0 && trail <= 0xBF) {  // а-п
    return static_cast<LetterCode>(trail - 0xB0 + 1);
  }
  if (lead == 0xD1 && trail >= 0x80 && trail <= 0x8F) {  // р-я
    return static_cast<LetterCode>(trail - 0x80 + 17);
  }
  return CodedWord::kOther;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

CodedWord code_word(std::string_view text) {
  const bool latin = std::any_of(text.begin(), text.end(), is_ascii_letter);
  const std::string folded = fold_letters(latin ? fold_lookalikes(text) : std::string(text));
  CodedWord word;
  for (std::size_t at = 0; at < folded.size() && word.size < CodedWord::kMost;) {
    const std::size_t bytes = std::min(letter_bytes(folded[at]), folded.size() - at);
    word.codes.at(word.size++) = code_of(std::string_view(folded).substr(at, bytes));
    at += bytes;
  }
  return word;
}

LetterCode code_letter(std::string_view letter) {
  const CodedWord word = code_word(letter);
  return word.size == 1 ? word[0] : CodedWord::kOther;
}

}  // namespace fonds
