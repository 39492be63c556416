/// Actor: who does a thing. Every use case takes one; the journal names it.
///
/// Threads: a value type.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

enum class Role { clerk, teacher, methodist, archivist, director, auditor, administrator };

inline constexpr std::array<Role, 7> kRoles{Role::clerk,        Role::teacher,  Role::methodist,
                                            Role::archivist,    Role::director, Role::auditor,
                                            Role::administrator};

constexpr std::string_view name_of(Role role) {
  switch (role) {
    case Role::clerk:
      return "clerk";
    case Role::teacher:
      return "teacher";
    case Role::methodist:
      return "methodist";
    case Role::archivist:
      return "archivist";
    case Role::director:
      return "director";
    case Role::auditor:
      return "auditor";
    case Role::administrator:
      return "administrator";
  }
  return "auditor";
}

constexpr std::optional<Role> role_from(std::string_view name) {
  for (const Role role : kRoles) {
    if (name_of(role) == name) return role;
  }
  return std::nullopt;
}

struct Actor {
  std::string login;  ///< stable account name, written to the journal: no personal data
  Role role = Role::auditor;
  std::string purpose{};             ///< code of a purpose of access; empty: none was stated
  std::vector<std::string> scope{};  ///< operations an API token is limited to; empty: none is
  std::string via{};                 ///< what acted for the user: "cli", "token:12"; empty: nothing
};

/// The person at the machine's own command line.
inline Actor local_archivist() { return {"local", Role::archivist}; }

}  // namespace fonds
