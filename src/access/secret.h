/// Secret: a text (a password, a token) whose memory is wiped when it is no longer needed.
///
/// Never printed, never compared with ==: view() is for the functions that hash or store it.
/// Threads: a value type, moved only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// Overwrites all of `text` and empties it.
void wipe(std::string& text);

class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string_view text) : bytes_(text.begin(), text.end()) {}
  ~Secret();
  Secret(Secret&& other) noexcept : bytes_(std::move(other.bytes_)) {}
  Secret& operator=(Secret&& other) noexcept {
    bytes_.swap(other.bytes_);
    return *this;
  }
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;

  /// Takes `text` over and wipes it.
  static Secret taken(std::string&& text);

  /// Never a null pointer, which C libraries do not take.
  [[nodiscard]] std::string_view view() const {
    return bytes_.empty() ? std::string_view("") : std::string_view(bytes_.data(), bytes_.size());
  }
  [[nodiscard]] bool empty() const { return bytes_.empty(); }

 private:
  std::vector<char> bytes_;  ///< no string: a short one would leave copies behind when moved
};

}  // namespace fonds
