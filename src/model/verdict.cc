#include "model/verdict.h"

#include "model/named.h"

namespace fonds {

std::optional<DisposalObstacleKind> disposal_obstacle_kind_from(std::string_view name) {
  return named<DisposalObstacleKind>(kDisposalObstacleKinds, name);
}

std::optional<Appraisal> appraisal_from(std::string_view name) {
  return named<Appraisal>(kAppraisals, name);
}

}  // namespace fonds
