/// Rescan: whether two recognised texts are of the same paper, scanned twice.
///
/// Two scans of one paper differ by misread letters; two papers of one series share most words and
/// differ in whole ones: names, numbers. Threads: pure.
#pragma once

#include <string_view>
#include <vector>

namespace fonds {

struct Likeness {
  double shared = 0;  ///< words found in both, misread ones too, of all: 0 … 1
  int exchanged = 0;  ///< words of one text where the other has quite another word
  bool same_paper = false;
};

Likeness compare_texts(std::string_view a, std::string_view b);

/// Numbers drawn from the words of a page, by which pages worth comparing are found among all:
/// texts that share most words share many marks, whatever was misread. None for a text of too few
/// words. Each number is drawn only once; they stand in the catalogue: never change how they are
/// drawn.
std::vector<int> marks_of(std::string_view text);
inline constexpr int kMarks = 16;
/// Two scans of one paper share at least so many: one may be chance.
inline constexpr int kLeastSharedMarks = 2;

}  // namespace fonds
