/// Base64 with padding (RFC 4648, section 4), by libsodium.
///
/// Threads: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fonds {

/// Nothing: it is not written so.
std::optional<std::string> base64_decoded(std::string_view text);

}  // namespace fonds
