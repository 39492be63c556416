/// Sha256 names bytes: the hash by which originals are stored and journal entries are chained.
///
/// Threads: an object is used by one thread; sha256() from any thread.
#pragma once

#include <sodium/crypto_hash_sha256.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace fonds {

/// A running SHA-256 (FIPS 180-4).
class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);
  /// 64 lower-case hex digits of all bytes added. Call once.
  std::string finish();

 private:
  crypto_hash_sha256_state state_;
};

/// Lower-case hex of the SHA-256 of `bytes`.
std::string sha256(std::string_view bytes);

/// `bytes` unguessable random bytes as lower-case hex.
std::string random_hex(std::size_t bytes);

/// Whether `text` is 64 lower-case hex digits.
bool is_sha256(std::string_view text);

}  // namespace fonds
