#include "model/user.h"

#include <algorithm>
#include <array>

namespace fonds {
namespace {

constexpr std::size_t kShortest = 2;
constexpr std::size_t kLongest = 32;
/// "recognition" is the login under which workers write what they read.
constexpr std::array<std::string_view, 3> kReserved{"local", "system", "recognition"};

constexpr bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

bool is_live(const ApiToken& token, Moment now) {
  return !token.revoked_at && now < token.expires_at;
}

bool is_login(std::string_view text) {
  if (text.size() < kShortest || text.size() > kLongest || !is_letter(text.front())) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
  });
}

bool is_reserved_login(std::string_view login) {
  return std::find(kReserved.begin(), kReserved.end(), login) != kReserved.end();
}

}  // namespace fonds
