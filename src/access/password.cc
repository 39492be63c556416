#include "access/password.h"

#include <fmt/format.h>
#include <sodium/core.h>
#include <sodium/crypto_pwhash_argon2id.h>
#include <sodium/randombytes.h>
#include <sodium/utils.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "access/secret.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

constexpr int kForm = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;
constexpr std::size_t kMemoryUnit = 1024;  ///< bytes: hashes say their memory in these

/// Random bytes as they are written in a hash.
template <std::size_t bytes>
std::string random_part() {
  std::array<unsigned char, bytes> drawn{};
  randombytes_buf(drawn.data(), drawn.size());
  std::array<char, sodium_base64_ENCODED_LEN(bytes, kForm)> text{};
  sodium_bin2base64(text.data(), text.size(), drawn.data(), drawn.size(), kForm);
  return text.data();
}

/// The form libsodium reads, with a random salt and a random result: no password is known to fit.
/// Made so because hashing one would cost as much as a sign-in wherever an archive is opened.
std::string made_up_hash(const PasswordCost& cost) {
  return fmt::format("$argon2id$v=19$m={},t={},p=1${}${}", cost.memory / kMemoryUnit, cost.passes,
                     random_part<16>(), random_part<32>());
}

/// The password as it is hashed. What ICU needs on its way is not wiped; plain ASCII never goes
/// there.
Secret as_hashed(std::string_view password) {
  const bool plain = std::all_of(password.begin(), password.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return plain ? Secret(password) : Secret::taken(normalise(password));
}

Error no_memory() {
  return {Fault::unavailable, tr("not enough memory to check a password"),
          tr("repeat in a moment; if it lasts, end programs that need much memory")};
}

/// 0: made at this cost, 1: at another one, -1: no hash at all.
int compare_cost(const std::string& hash, const PasswordCost& cost) {
  return crypto_pwhash_argon2id_str_needs_rehash(hash.c_str(), cost.passes, cost.memory);
}

constexpr std::size_t kSaltBytes = crypto_pwhash_argon2id_SALTBYTES;
constexpr std::size_t kResultBytes = 32;

/// A hash in its parts.
struct Parts {
  PasswordCost cost{0, 0};
  std::array<unsigned char, kSaltBytes> salt{};
  std::array<unsigned char, kResultBytes> result{};
};

/// The number behind `name` in `text`; 0: there is none.
unsigned long long number_behind(std::string_view text, std::string_view name) {
  const std::size_t at = text.find(name);
  unsigned long long number = 0;
  if (at != std::string_view::npos) {
    std::from_chars(text.data() + at + name.size(), text.data() + text.size(), number);
  }
  return number;
}

template <std::size_t size>
bool read_bytes(std::string_view text, std::array<unsigned char, size>& bytes) {
  std::size_t read = 0;
  return sodium_base642bin(bytes.data(), size, text.data(), text.size(), nullptr, &read, nullptr,
                           kForm) == 0 &&
         read == size;
}

/// "$argon2id$v=19$m=65536,t=3,p=1$salt$result"
std::optional<Parts> parts_of(const std::string& hash) {
  if (compare_cost(hash, {}) < 0) return std::nullopt;  // libsodium can not read it
  std::array<std::string_view, 6> fields;
  std::string_view rest = hash;
  for (std::string_view& field : fields) {
    const std::size_t end = std::min(rest.find('$'), rest.size());
    field = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  Parts parts;
  parts.cost.memory = number_behind(fields[3], "m=") * kMemoryUnit;
  parts.cost.passes = number_behind(fields[3], "t=");
  const bool read = rest.empty() && number_behind(fields[3], "p=") == 1 &&
                    read_bytes(fields[4], parts.salt) && read_bytes(fields[5], parts.result);
  return read ? std::optional(parts) : std::nullopt;
}

}  // namespace

Passwords::Passwords(PasswordCost cost) : cost_(cost) {
  // Chooses the fast way for this processor; without it the portable one is taken.
  if (sodium_init() < 0) throw Error(Fault::unavailable, tr("no source of random numbers"));
  nobody_ = made_up_hash(cost_);
}

std::string Passwords::hash(std::string_view password) const {
  if (!is_valid_utf8(password)) {
    throw Error(Fault::usage, tr("the password is not valid text"),
                tr("type letters, digits and signs of a keyboard"));
  }
  const Secret secret = as_hashed(password);
  std::array<char, crypto_pwhash_argon2id_STRBYTES> hash{};
  if (crypto_pwhash_argon2id_str(hash.data(), secret.view().data(), secret.view().size(),
                                 cost_.passes, cost_.memory) != 0) {
    throw no_memory();
  }
  return hash.data();
}

bool Passwords::verify(std::string_view hash, std::string_view password) const {
  const bool possible =
      !hash.empty() && password.size() <= kMostPasswordBytes && is_valid_utf8(password);
  const auto parts = parts_of(possible ? std::string(hash) : nobody_);
  if (!parts) {
    throw Error(Fault::corrupt, tr("the catalogue holds a password hash that is none"),
                tr("set the user a new password"));
  }
  const Secret secret = possible ? as_hashed(password) : Secret();
  // Not crypto_pwhash_str_verify(): it tells no difference between a wrong password and too little
  // memory, and that would lock users out whenever the machine is short of it.
  std::array<unsigned char, kResultBytes> result{};
  if (crypto_pwhash_argon2id(result.data(), result.size(), secret.view().data(),
                             secret.view().size(), parts->salt.data(), parts->cost.passes,
                             parts->cost.memory, crypto_pwhash_argon2id_ALG_ARGON2ID13) != 0) {
    throw no_memory();
  }
  const bool same = sodium_memcmp(result.data(), parts->result.data(), result.size()) == 0;
  return same && possible;
}

bool Passwords::needs_rehash(std::string_view hash) const {
  return compare_cost(std::string(hash), cost_) != 0;
}

}  // namespace fonds
