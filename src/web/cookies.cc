#include "web/cookies.h"

#include <fmt/format.h>

#include "base/digest.h"

namespace fonds {

std::string_view session_cookie(const Request& request) {
  return request.secure ? "__Host-fonds" : "fonds";
}

std::string_view visitor_cookie(const Request& request) {
  return request.secure ? "__Host-visitor" : "visitor";
}

void set_cookie(const Request& request, Response& response, std::string_view name,
                std::string_view value, int seconds) {
  std::string text = fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax", name, value);
  if (seconds >= 0) text += fmt::format("; Max-Age={}", seconds);
  if (request.secure) text += "; Secure";
  response.set("Set-Cookie", std::move(text));
}

std::string form_token_of(std::string_view shown) {
  return sha256("form of the visit\n" + std::string(shown));
}

bool is_same_token(std::string_view one, std::string_view other) {
  if (one.size() != other.size() || one.empty()) return false;
  unsigned char difference = 0;
  for (std::size_t at = 0; at < one.size(); ++at) {
    difference |= static_cast<unsigned char>(one[at] ^ other[at]);
  }
  return difference == 0;
}

}  // namespace fonds
