/// Transliteration: Russian words that a word in Latin letters may stand for (Ivanova, Yulia,
/// Kravets). There are many ways to write one, so the spellings (config/transliteration.toml) are
/// tried only as far as a vocabulary goes on with them.
///
/// Threads: immutable; from any thread. Faults: usage (the data file is wrong, with its line).
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

class DataTable;

class Transliteration {
 public:
  /// config/transliteration.toml as compiled in.
  static Transliteration shipped();
  explicit Transliteration(const DataTable& data);

  /// Whether the word has Latin letters and no others.
  static bool is_latin(std::string_view word);

  /// Answers whether words begin so, and whether this is a word itself.
  struct Held {
    bool begins = false;
    bool whole = false;
  };
  using Ask = std::function<Held(const std::string& russian)>;
  /// The words that `latin` (folded) can be, at most `most`; asks at most kMostAsked times.
  [[nodiscard]] std::vector<std::string> readings(std::string_view latin, const Ask& ask,
                                                  std::size_t most) const;
  static constexpr std::size_t kMostAsked = 2000;

 private:
  struct Spelling {
    std::string latin;
    std::vector<std::string> russian;
  };
  struct Walk;
  void go_on(Walk& walk, std::size_t at, const std::string& russian) const;

  std::vector<Spelling> spellings_;
  std::string silent_;  ///< a letter that is not written in Latin, after a consonant
};

}  // namespace fonds
