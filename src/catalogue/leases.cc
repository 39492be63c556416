#include "catalogue/leases.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <atomic>

#include "catalogue/sql.h"

namespace fonds {

std::string new_lease_owner() {
  static std::atomic<int> made{0};
  std::array<char, 256> host{};
  ::gethostname(host.data(), host.size() - 1);
  return fmt::format("{}/{}/{}", host.data(), ::getpid(), ++made);
}

bool Leases::acquire(std::string_view name, std::string_view owner, std::chrono::seconds duration) {
  const Moment now = database_.clock().now();
  return change(database_,
                "INSERT INTO leases (name, owner, held_until) VALUES (:name, :owner, :until) "
                "ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, "
                "held_until = excluded.held_until "
                "WHERE leases.owner = excluded.owner OR leases.held_until <= :now",
                name, owner, to_text(now + duration), to_text(now)) == 1;
}

void Leases::release(std::string_view name, std::string_view owner) {
  change(database_, "DELETE FROM leases WHERE name = :name AND owner = :owner", name, owner);
}

}  // namespace fonds
