/// Wire: numbers and texts to bytes and back, for messages between our own processes.
///
/// Threads: value types. Faults: unavailable (WireReader: cut short, too long, out of range).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace fonds {

class WireWriter {
 public:
  void number(std::uint64_t value);
  void real(double value);
  void text(std::string_view value);
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class WireReader {
 public:
  explicit WireReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number();
  /// A number from `least` to `most`.
  std::int64_t number(std::int64_t least, std::int64_t most);
  /// A finite number from `least` to `most`.
  double real(double least, double most);
  /// Any bytes, at most `longest`.
  std::string_view bytes(std::size_t longest);
  /// As bytes(), made valid UTF-8 without control characters: what is not becomes '?' or U+FFFD.
  std::string text(std::size_t longest);
  /// A count of things of at least `each` bytes: never more than the rest can hold.
  std::size_t count(std::size_t most, std::size_t each);
  /// Says corrupt when something is left over.
  void end() const;

 private:
  std::string_view rest_;
};

/// The Error of a reader, and of those who check what it read.
[[noreturn]] void refuse_message(std::string_view why);

}  // namespace fonds
