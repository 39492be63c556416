/// Sha512: the other digest that packages made by foreign programs name their files by (RFC 8493
/// §2.4). What is ours is named by SHA-256, see digest.h.
///
/// Threads: an object is used by one thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace fonds {

/// A running SHA-512 (FIPS 180-4).
class Sha512 {
 public:
  Sha512();
  ~Sha512();
  Sha512(const Sha512&) = delete;
  Sha512& operator=(const Sha512&) = delete;
  void add(std::string_view bytes);
  /// 128 lower-case hex digits of all bytes added. Call once.
  std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fonds
