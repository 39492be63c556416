/// photographed_at: when a picture was taken, as its camera wrote it down (Exif DateTimeOriginal).
///
/// Nothing rests on it: a picture whose Exif is damaged is a picture all the same.
/// Threads: pure. Runs in the sandboxed worker.
#pragma once

#include <string>
#include <string_view>

namespace fonds {

/// "2024-05-15T18:30:05" by the camera's clock, which knows no zone; empty when it does not say, or
/// says what is no moment.
std::string photographed_at(std::string_view picture);

/// Whether a text is such a moment.
bool is_photograph_moment(std::string_view text);

}  // namespace fonds
