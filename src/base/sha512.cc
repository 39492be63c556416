#include "base/sha512.h"

#include <sodium/crypto_hash_sha512.h>
#include <sodium/utils.h>

#include <array>

namespace fonds {

struct Sha512::State {
  crypto_hash_sha512_state running{};
};

Sha512::Sha512() : state_(std::make_unique<State>()) { crypto_hash_sha512_init(&state_->running); }

Sha512::~Sha512() = default;

void Sha512::add(std::string_view bytes) {
  crypto_hash_sha512_update(&state_->running, reinterpret_cast<const unsigned char*>(bytes.data()),
                            bytes.size());
}

std::string Sha512::finish() {
  std::array<unsigned char, crypto_hash_sha512_BYTES> hash{};
  crypto_hash_sha512_final(&state_->running, hash.data());
  std::string hex(2 * hash.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.pop_back();
  return hex;
}

}  // namespace fonds
