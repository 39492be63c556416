/// Policy: which role may do what, and how much of the archive it sees. The one table of rights for
/// the command line, the API and the web (config/roles.toml); the use cases of src/archive ask it
/// first, before they look at anything.
///
/// Invariant: what the data does not grant is denied; a role it does not name is denied everything.
/// How far a role sees (sight, blocked records) is enforced by the queries of src/archive.
/// Threads:   immutable; use one from all threads.
/// Faults:    denied; usage (a purpose there is not; the data is wrong, with its line).
#pragma once

#include <array>
#include <bitset>
#include <string>
#include <string_view>
#include <vector>

#include "access/operation.h"
#include "model/actor.h"

namespace fonds {

class DataTable;

/// Whose papers a role sees.
enum class Sight {
  nothing,
  own_collectives,  ///< of learners who attend the user's own collectives
  all,
};

/// Why somebody looks at papers (the regulation names the ones that are allowed).
struct Purpose {
  std::string code;  ///< as it is typed and stands in the journal
  std::string russian;
  std::string english;
};

class Policy {
 public:
  /// config/roles.toml as compiled in; read once.
  static const Policy& shipped();
  explicit Policy(const DataTable& data);

  /// Whether the role is granted the operation; require() asks more.
  [[nodiscard]] bool may(Role role, Operation operation) const;
  /// Returns when the actor may: the role is granted it, an API token's scope holds it, and a
  /// purpose is stated where one must be. Throws with what to do otherwise.
  void require(const Actor& actor, Operation operation) const;

  [[nodiscard]] Sight sight(Role role) const;
  /// Whether records that are blocked (personal data nobody may use) are there for the role.
  [[nodiscard]] bool may_see_blocked(Role role) const;
  [[nodiscard]] bool needs_purpose(Role role, Operation operation) const;

  [[nodiscard]] const std::vector<Purpose>& purposes() const { return purposes_; }
  /// Nothing when there is no such purpose.
  [[nodiscard]] const Purpose* purpose(std::string_view code) const;
  /// In the language of all texts; of a role the data does not name, its code name.
  [[nodiscard]] std::string title(Role role) const;

 private:
  struct Rights {
    bool named = false;  ///< in the data
    std::string russian;
    std::string english;
    std::bitset<kOperations.size()> granted;
    Sight sight = Sight::nothing;
    bool blocked = false;
    bool purpose = false;  ///< must be stated
  };
  void read_purpose(const DataTable& data);
  void read_role(const DataTable& data);
  [[nodiscard]] const Rights& rights(Role role) const;
  [[nodiscard]] std::string known_purposes() const;

  std::array<Rights, kRoles.size()> rights_;  ///< in the order of Role
  std::vector<Purpose> purposes_;
};

/// `purpose` in the language of all texts.
const std::string& title_of(const Purpose& purpose);

// The shipped policy.
bool may(Role role, Operation operation);
void require(const Actor& actor, Operation operation);

}  // namespace fonds
