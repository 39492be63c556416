#include "catalogue/leases.h"

#include "catalogue/sql.h"

namespace fonds {

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
