#include "catalogue/intakes.h"

#include <fmt/format.h>

#include <limits>

#include "catalogue/sql.h"
#include "model/document.h"

namespace fonds {
namespace {

/// Of documents: nothing has withdrawn them.
constexpr std::string_view kThere =
    "NOT EXISTS (SELECT 1 FROM destroyed_documents g WHERE g.document = documents.id)";

template <class... Arguments>
std::vector<Intake> load(Database& database, const std::string& condition,
                         const Arguments&... arguments) {
  std::vector<Intake> found;
  long long id = 0;
  std::string started_at;
  Intake intake;
  each_row(
      database, "SELECT id, source, label, started_at FROM intakes WHERE " + condition,
      std::tie(id, intake.source, intake.label, started_at),
      [&] {
        intake.id = {id};
        intake.started_at = moment_from_text(started_at);
        found.push_back(intake);
      },
      arguments...);
  return found;
}

}  // namespace

std::optional<Intake> Intakes::find(IntakeId id) {
  std::vector<Intake> found = load(database_, "id = :id", id.value);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<Intake> Intakes::list(std::optional<IntakeId> before, int limit) {
  const std::int64_t below = before ? before->value : std::numeric_limits<std::int64_t>::max();
  return load(database_,
              "id < :below AND NOT EXISTS (SELECT 1 FROM stacks WHERE stacks.parts = intakes.id) "
              "ORDER BY id DESC LIMIT :limit",
              below, limit);
}

IntakeCounts Intakes::counts(IntakeId id) {
  IntakeCounts counts;
  std::string state;
  long long papers = 0;
  each_row(
      database_,
      fmt::format("SELECT state, count(*) FROM documents WHERE intake = :intake AND {} "
                  "GROUP BY state",
                  kThere),
      std::tie(state, papers),
      [&] {
        const auto number = static_cast<int>(papers);
        if (state == name_of(DocumentState::accepted)) counts.waiting = number;
        if (state == name_of(DocumentState::recognised)) counts.recognised = number;
        if (state == name_of(DocumentState::quarantined)) counts.quarantined = number;
      },
      id.value);
  return counts;
}

std::vector<DocumentId> Intakes::documents_of(IntakeId id) {
  std::vector<DocumentId> found;
  long long document = 0;
  each_row(
      database_,
      fmt::format("SELECT id FROM documents WHERE intake = :intake AND {} ORDER BY id", kThere),
      std::tie(document), [&] { found.push_back({document}); }, id.value);
  return found;
}

}  // namespace fonds
