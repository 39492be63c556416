/// Unicode text: everything inside Fonds is valid UTF-8, normalised (NFC) when it enters.
///
/// Threads: pure functions, from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fonds {

[[nodiscard]] bool is_valid_utf8(std::string_view bytes);
/// `bytes` as valid UTF-8: each ill-formed sequence becomes U+FFFD.
[[nodiscard]] std::string to_valid_utf8(std::string_view bytes);
/// NFC of valid UTF-8.
[[nodiscard]] std::string normalise(std::string_view text);
/// Lower case with ё folded to е: the form in which words are compared.
[[nodiscard]] std::string fold(std::string_view text);
/// The form in which a file system without upper and lower case takes two names for one: NFC, full
/// case folding. For comparing only.
[[nodiscard]] std::string fold_case(std::string_view text);
/// One printable line: control characters (new lines, escapes, bidi overrides) and noncharacters
/// (U+FFFE, which no XML may hold) become '?'. Ill-formed UTF-8 becomes U+FFFD. For names of
/// foreign files shown to people.
[[nodiscard]] std::string printable(std::string_view bytes);

/// Bytes in a single-byte code page ("ibm-866", "windows-1251") as UTF-8.
[[nodiscard]] std::string decode(std::string_view bytes, const char* code_page);

/// A file name out of a ZIP written without the UTF-8 flag: UTF-8 where valid, else whichever of
/// CP866 and CP1251 gives the more plausible Russian name.
[[nodiscard]] std::string decode_file_name(std::string_view bytes);

/// Code points in valid UTF-8.
[[nodiscard]] std::size_t count_characters(std::string_view text);
/// The first `count` code points.
[[nodiscard]] std::string first_characters(std::string_view text, std::size_t count);

}  // namespace fonds
