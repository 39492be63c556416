/// Actor: who does a thing. Every use case takes one; the journal names it.
///
/// Threads: a value type.
#pragma once

#include <string>
#include <string_view>

namespace fonds {

enum class Role { clerk, teacher, methodist, archivist, director, auditor, administrator };

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

struct Actor {
  std::string login;  ///< stable account name, written to the journal: no personal data
  Role role = Role::auditor;
};

/// The person at the machine's own command line.
inline Actor local_archivist() { return {"local", Role::archivist}; }

}  // namespace fonds
