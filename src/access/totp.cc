#include "access/totp.h"

#include <fmt/format.h>
#include <liboath/oath.h>
#include <sodium/randombytes.h>
#include <sodium/utils.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <new>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {
namespace {

constexpr unsigned kDigits = 6;
constexpr std::int64_t kStep = 30;   ///< seconds
constexpr std::int64_t kWindow = 1;  ///< steps before and behind
constexpr std::size_t kSecretBytes = 20;

using Code = std::array<char, kDigits + 1>;

/// Memory of liboath.
struct Allocation {
  char* bytes = nullptr;
  std::size_t size = 0;
  Allocation() = default;
  Allocation(const Allocation&) = delete;
  Allocation& operator=(const Allocation&) = delete;
  ~Allocation() {
    if (bytes != nullptr) sodium_memzero(bytes, size);
    std::free(bytes);
  }
};

std::int64_t step_of(Moment moment) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count();
  return seconds / kStep;
}

/// The key of a secret and the codes it gives.
class Key {
 public:
  explicit Key(std::string_view secret) {
    static const bool ready = oath_init() == OATH_OK;
    const bool read =
        ready && !secret.empty() &&
        oath_base32_decode(secret.data(), secret.size(), &key_.bytes, &key_.size) == OATH_OK;
    if (!read || key_.size == 0) refuse();
  }

  [[nodiscard]] Code code(std::int64_t step) const {
    Code code{};
    if (step >= 0 &&
        oath_hotp_generate(key_.bytes, key_.size, static_cast<std::uint64_t>(step), kDigits, false,
                           OATH_HOTP_DYNAMIC_TRUNCATION, code.data()) != OATH_OK) {
      refuse();
    }
    return code;
  }

 private:
  [[noreturn]] static void refuse() {
    throw Error(Fault::corrupt, tr("the catalogue holds a secret of a second factor that is none"),
                tr("switch the user's second factor off and on again"));
  }

  Allocation key_;
};

/// The six digits of what was typed; nothing when it is no code at all.
std::optional<Code> code_from(std::string_view typed) {
  Code code{};
  std::size_t digits = 0;
  for (const char c : typed) {
    if (c == ' ') continue;
    if (c < '0' || c > '9' || digits == kDigits) return std::nullopt;
    code.at(digits++) = c;
  }
  return digits == kDigits ? std::optional(code) : std::nullopt;
}

/// As a URI takes it.
std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string encoded;
  for (const char c : text) {
    if (kPlain.find(c) != std::string_view::npos) {
      encoded += c;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

}  // namespace

Secret new_totp_secret() {
  std::array<char, kSecretBytes> drawn{};
  randombytes_buf(drawn.data(), drawn.size());
  Allocation text;
  const int answer = oath_base32_encode(drawn.data(), drawn.size(), &text.bytes, &text.size);
  sodium_memzero(drawn.data(), drawn.size());
  if (answer != OATH_OK) throw std::bad_alloc();
  return Secret(std::string_view(text.bytes, text.size));
}

Secret totp_uri(std::string_view secret, std::string_view login, std::string_view issuer) {
  const std::string shown = percent_encoded(issuer);
  return Secret::taken(
      fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}&algorithm=SHA1&digits={}&period={}",
                  shown, percent_encoded(login), percent_encoded(secret), shown, kDigits, kStep));
}

std::string totp_code(std::string_view secret, Moment moment) {
  return Key(secret).code(step_of(moment)).data();
}

std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view typed, Moment now,
                                      std::int64_t last_step) {
  const Key key(secret);
  const auto code = code_from(typed);
  const Code compared = code.value_or(Code{'x'});
  std::optional<std::int64_t> found;
  for (std::int64_t step = step_of(now) - kWindow; step <= step_of(now) + kWindow; ++step) {
    const Code right = key.code(step);
    const bool same = sodium_memcmp(right.data(), compared.data(), right.size()) == 0;
    if (same && code && step >= 0 && step > last_step) found = step;
  }
  return found;
}

}  // namespace fonds
