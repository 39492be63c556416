/// Passwords: argon2id hashes of passwords, as the catalogue keeps them (libsodium's text form:
/// salt and cost stand in it).
///
/// Passwords are compared as NFC: one keyboard writes й as one sign, another as two. Every answer
/// of verify() takes the same work, also for users that are not there.
/// Threads: immutable; use one from all threads, each call needs the memory of its cost.
/// Faults:  usage (no UTF-8), unavailable (not enough memory), corrupt (no hash of ours).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fonds {

/// What one guess costs; the standard one takes about a tenth of a second.
struct PasswordCost {
  unsigned long long passes = 3;
  std::size_t memory = std::size_t{64} << 20U;  ///< bytes
};
/// For tests.
inline constexpr PasswordCost kCheapestPassword{1, 8192};

/// Longer ones are never right.
inline constexpr std::size_t kMostPasswordBytes = 256;

class Passwords {
 public:
  explicit Passwords(PasswordCost cost = {});

  [[nodiscard]] std::string hash(std::string_view password) const;
  /// `hash` empty: of a user who is not there or has no password; false after the same work.
  [[nodiscard]] bool verify(std::string_view hash, std::string_view password) const;
  /// Whether a hash was made at another cost than today's: hash again when the password is known.
  [[nodiscard]] bool needs_rehash(std::string_view hash) const;

  /// The hash of no password, at today's cost.
  [[nodiscard]] const std::string& hash_of_nobody() const { return nobody_; }

 private:
  PasswordCost cost_;
  std::string nobody_;
};

}  // namespace fonds
