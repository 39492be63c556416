/// TOTP: the second factor, codes of a telephone that change every 30 s (RFC 6238: SHA-1, 6
/// digits, as every authenticator reads them).
///
/// A code is good in its step and in the one before and behind it, since clocks differ, and once:
/// the caller keeps the step it was of and shows it next time. Comparing takes the same work
/// whatever the code is.
/// Threads: pure but for the randomness. Faults: corrupt (the secret is none).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "access/secret.h"
#include "base/clock.h"

namespace fonds {

/// A new secret of 160 bits, base32 as people type it when they can not photograph it.
Secret new_totp_secret();
/// otpauth://… : what the square code on the screen says. `issuer` is shown above the login.
Secret totp_uri(std::string_view secret, std::string_view login, std::string_view issuer);
/// The code of the step `moment` lies in.
std::string totp_code(std::string_view secret, Moment moment);
/// The step whose code `typed` is (spaces do not count), if it is good at `now` and later than
/// `last_step`.
std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view typed, Moment now,
                                      std::int64_t last_step);

}  // namespace fonds
