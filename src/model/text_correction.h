/// TextCorrection: a line of the recognised text as a person says it stands on the paper.
///
/// The machine's text is never changed: corrections are kept beside it and laid over it by
/// corrected(). Threads: a value type, pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

struct TextCorrection {
  int page = 1;         ///< from 1
  int line = 1;         ///< of the page's text, from 1
  std::string machine;  ///< the line as the machine had read it
  std::string value;    ///< one line; empty: nothing is printed there
  std::string by;       ///< login of the person
};

/// One line of a text whose pages are parted by form feeds; nothing when there is no such line.
std::optional<std::string_view> line_of(std::string_view text, int page, int line);

/// The corrections with page, line and `machine` as they are in `text`. A line is found again after
/// a new recognition: the one that reads as it did, the nearest first, else the one most like it. A
/// correction whose line is gone gets the number behind the last line of its page (of the last
/// page, when the page is gone): none is lost.
std::vector<TextCorrection> anchored(std::string_view text,
                                     const std::vector<TextCorrection>& corrections);

/// `text` with every correction laid over it, as anchored() places them.
std::string corrected(std::string_view text, const std::vector<TextCorrection>& corrections);

}  // namespace fonds
