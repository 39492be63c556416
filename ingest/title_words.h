/// title_words: titles in types no engine reads, told by the few words titles are made of.
///
/// Lettering of titles is often read as «БЯТГОЛРНОСТЬ» at no confidence at all. The words of titles
/// are few and long: a reading that comes near one of them in ornamental_distance can hardly be
/// anything else. Only for large type that no engine reads well. Threads: pure.
#pragma once

#include <vector>

#include "model/page.h"

namespace fonds {

/// `words`, one reading of a title, with those near a word of titles put right, and how many
/// letters that explains.
struct TitleReading {
  std::vector<Word> words;
  double explained = 0;
};

/// Words that come near none are dropped unless they were read well.
TitleReading as_title(const std::vector<Word>& words);

}  // namespace fonds
