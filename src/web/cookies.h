/// What browsers keep for the desk: which session is theirs, the language, a line to be shown once;
/// and the token without which a form of theirs is not believed.
///
/// Threads: pure functions.
#pragma once

#include <string>
#include <string_view>

#include "web/http.h"

namespace fonds {

inline constexpr std::string_view kLanguageCookie = "language";
inline constexpr std::string_view kSaidCookie = "said";
/// By TLS under a name that no other host of the domain can set.
std::string_view session_cookie(const Request& request);
std::string_view visitor_cookie(const Request& request);  ///< before anybody signed in

/// HttpOnly, SameSite=Lax, for all paths. `seconds` 0: it goes; negative: until the browser closes.
void set_cookie(const Request& request, Response& response, std::string_view name,
                std::string_view value, int seconds);
/// Of what the browser shows: nobody can tell that from it.
std::string form_token_of(std::string_view shown);
/// Whether two are the same, in the same time whatever they are.
bool is_same_token(std::string_view one, std::string_view other);

}  // namespace fonds
