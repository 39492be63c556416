/// When an answer read from a sample paper is as good as the true one: letters of one look, other
/// quotes and dashes and, on noisy papers, a letter or two of a recogniser's mistakes do not count.
///
/// Threads: pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// Folded words of letters and digits, Latin look-alikes as Cyrillic; the rest parts them.
std::vector<std::string> words_of(std::string_view text);
/// One word misread as the other: equal, or on a noisy paper an edit in every six letters.
bool is_same_word(std::string_view a, std::string_view b, bool noisy);
/// Share of words that both have, F1: 1 when they hold the same words in any order.
double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b, bool noisy);

/// A title or an institution: the whole of it or what stands in its quotes, four words in five.
bool is_same_title(std::string_view answer, std::string_view truth, bool noisy);
/// A number or an index: letters and digits; on a noisy paper O is 0, l is 1, З is 3.
bool is_same_number(std::string_view answer, std::string_view truth, bool noisy);
/// Every word of the name, in any order.
bool is_same_name(std::string_view answer, std::string_view truth, bool noisy);
/// May be another mention of the same person: the beginnings of two words, or of a surname and an
/// initial, agree.
bool may_be_same_person(std::string_view answer, std::string_view nominative, bool noisy);

}  // namespace fonds
