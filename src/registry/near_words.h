/// NearWords: a set of words that is asked for a word with one letter misread: changed, lost or
/// added. The first letter must be right. Words are folded (letters.h).
///
/// Keeps eight bytes for each letter of each word; an answer takes about a microsecond.
/// Threads: immutable after loading.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace fonds {

class NearWords {
 public:
  void add(std::string_view folded);
  /// Shorter words are near too many others: of fewer than five letters only themselves are found.
  [[nodiscard]] bool has_near(std::string_view folded) const;

 private:
  /// Hashes of each word and of each word without one of its letters but the first.
  std::unordered_set<std::uint64_t> words_;
  std::unordered_set<std::uint64_t> shortened_;
};

}  // namespace fonds
