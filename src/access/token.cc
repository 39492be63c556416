#include "access/token.h"

#include <sodium/randombytes.h>
#include <sodium/utils.h>

#include <array>

#include "base/digest.h"

namespace fonds {
namespace {

constexpr std::string_view kBegin = "fonds_";
constexpr std::size_t kBytes = 32;
constexpr int kForm = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::size_t kRoom = sodium_base64_ENCODED_LEN(kBytes, kForm);  ///< with the 0 behind

}  // namespace

Secret new_token() {
  std::array<unsigned char, kBytes> drawn{};
  randombytes_buf(drawn.data(), drawn.size());
  std::string text(kBegin);
  text.resize(kBegin.size() + kRoom);
  sodium_bin2base64(text.data() + kBegin.size(), kRoom, drawn.data(), drawn.size(), kForm);
  text.pop_back();
  sodium_memzero(drawn.data(), drawn.size());
  return Secret::taken(std::move(text));
}

bool is_token(std::string_view text) {
  if (!text.starts_with(kBegin)) return false;
  text.remove_prefix(kBegin.size());
  if (text.size() != kRoom - 1) return false;
  std::array<unsigned char, kBytes> bytes{};
  std::size_t read = 0;
  const bool good = sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr,
                                      &read, nullptr, kForm) == 0;
  sodium_memzero(bytes.data(), bytes.size());
  return good && read == kBytes;
}

std::string token_hash(std::string_view token) { return sha256(token); }

}  // namespace fonds
