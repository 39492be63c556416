/// Tokens: the texts with which programs show that they act for a user.
///
/// A token is shown once, when it is made; the catalogue keeps its hash. 32 random bytes can not be
/// guessed, so the hash needs neither salt nor cost. "fonds_" before them lets people and scanners
/// for lost secrets tell what they have found.
/// Threads: pure but for the randomness.
#pragma once

#include <string>
#include <string_view>

#include "access/secret.h"

namespace fonds {

/// A new one, like no other.
Secret new_token();
/// Whether `text` is written as a token; says nothing about whether there is such a one.
bool is_token(std::string_view text);
/// What the catalogue knows a token by: 64 hex digits.
std::string token_hash(std::string_view token);

}  // namespace fonds
