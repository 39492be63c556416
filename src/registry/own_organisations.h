/// own_organisations: which of the organisations a list names are ours, told by its own rows: ours
/// is the one whose rows the register knows.
///
/// By Bayes' rule over all rows of one organisation: a row of ours nearly always names a student of
/// the register, a row of another's seldom does (config/matching.toml, [own_list]). A few outsiders
/// who share their names with students of ours are not enough. Threads: pure function.
#pragma once

#include <string>
#include <vector>

#include "registry/matcher_settings.h"

namespace fonds {

struct OrganisationRow {
  std::string organisation;  ///< as printed; rows without one do not count
  /// How much likelier the printed name is if it is a student of the register than if it is nobody.
  double ratio = 1;
};

/// As printed in the first row of each.
std::vector<std::string> own_organisations(const std::vector<OrganisationRow>& rows,
                                           const MatcherSettings& settings);

}  // namespace fonds
