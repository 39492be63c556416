/// Words misread by the recogniser: distances between folded words, letter by letter.
///
/// Threads: pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fonds {

/// The characters of valid UTF-8.
[[nodiscard]] std::u32string characters_of(std::string_view utf8);
/// Letters put in, left out or misread between `a` and `b`; `most` + 1 when there are more than
/// `most`.
[[nodiscard]] std::size_t edit_distance(std::u32string_view a, std::u32string_view b,
                                        std::size_t most);

/// The same in ornamental type, where А, Д, И, Л look alike, and Г, П, Р, Т, and О, С: taking one
/// for another counts half.
double ornamental_distance(std::u32string_view a, std::u32string_view b);

}  // namespace fonds
