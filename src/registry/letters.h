/// Letters of names: folding that keeps every letter's place, so that an ending found in the folded
/// word can be cut from the printed one.
///
/// Invariant: fold_letters() keeps the length in bytes. Only Cyrillic and Latin letters change.
/// Threads:   pure functions, from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// Lower case, ё as е: words are compared so. Unlike fold() of base it never changes a length and
/// takes tens of nanoseconds.
[[nodiscard]] std::string fold_letters(std::string_view word);
/// The same into `folded`, whose memory is used again.
void fold_letters(std::string_view word, std::string& folded);

[[nodiscard]] std::string to_upper_letters(std::string_view word);
/// The first letter of each part (after a space or hyphen) upper, the others lower; a word that is
/// not all capitals is left as it is.
[[nodiscard]] std::string to_title_letters(std::string_view word);

/// Whether there are two letters and none is lower case.
[[nodiscard]] bool is_all_capitals(std::string_view word);
[[nodiscard]] bool is_capitalised(std::string_view word);
[[nodiscard]] bool has_cyrillic(std::string_view word);

/// Bytes of the UTF-8 character that begins with `lead`; an ill-formed one counts as 1.
[[nodiscard]] std::size_t letter_bytes(char lead);
[[nodiscard]] std::size_t count_letters(std::string_view word);
/// Vowels of a folded Russian word.
[[nodiscard]] std::size_t count_vowels(std::string_view folded);

/// Latin letters that look like Cyrillic ones (ABCEHKMOPTX and small acekopxy…) as those; the
/// others stay.
[[nodiscard]] std::string fold_lookalikes(std::string_view word);

/// The pieces between any of the (ASCII) `separators`; empty ones are left out.
[[nodiscard]] std::vector<std::string_view> split_letters(std::string_view text,
                                                          std::string_view separators);

}  // namespace fonds
