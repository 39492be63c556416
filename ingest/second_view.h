/// SecondView: the writing that only shows when coloured ink is taken away.
///
/// Where a stamp, a blue signature or a coloured pattern crosses writing, they make one shape that
/// is neither found nor read as a line. In the black ink of the page (Projection::black_ink) the
/// line stands alone. Coloured writing is missing there, so each word is taken from the view in
/// which it reads better.
///
/// Threads: as Recogniser. Faults: as Recogniser.
#pragma once

#include <functional>
#include <vector>

#include "ingest/page_view.h"

namespace fonds {

/// Whether a second view of the page is worth its time: some line of `read` was read badly, or
/// something of the size of a stamp among `pictures` (Ink::pictures) may have swallowed one.
bool is_disturbed(const std::vector<ReadPiece>& read, int usual_height,
                  const std::vector<Box>& pictures, int dpi);

/// Puts pieces of `black`, the page's black ink, among `read` where they read better than the words
/// at their place, which are taken out; `read_words` reads the words of one. Whether it found any.
bool add_black_ink(std::vector<ReadPiece>& read, const PageView& black,
                   const std::function<void(ReadPiece&)>& read_words);

}  // namespace fonds
