#include "registry/own_organisations.h"

#include <algorithm>
#include <cmath>

#include "registry/organisation_name.h"

namespace fonds {
namespace {

/// Organisations looked at, the first of a list: a list of as many organisations as rows would cost
/// the square of its length.
constexpr std::size_t kMost = 200;

struct Organisation {
  std::string name;
  double weight = 0;  ///< log-odds of being ours
};

/// How much likelier a row of this ratio is in our list than in another's.
double evidence(double ratio, const MatcherSettings::OwnList& own) {
  const double of_ours = own.row_known * ratio + (1 - own.row_known);
  const double of_others = own.row_of_others * ratio + (1 - own.row_of_others);
  return std::log(of_ours / of_others);
}

}  // namespace

std::vector<std::string> own_organisations(const std::vector<OrganisationRow>& rows,
                                           const MatcherSettings& settings) {
  const MatcherSettings::OwnList& own = settings.own_list;
  const double prior = std::log(own.ours / (1 - own.ours));
  std::vector<Organisation> organisations;
  for (const OrganisationRow& row : rows) {
    if (row.organisation.empty()) continue;
    auto known = std::find_if(organisations.begin(), organisations.end(), [&](const auto& each) {
      return same_organisation(each.name, row.organisation);
    });
    if (known == organisations.end()) {
      if (organisations.size() == kMost) continue;
      known = organisations.insert(known, {row.organisation, prior});
    }
    known->weight += evidence(row.ratio, own);
  }
  std::vector<std::string> ours;
  for (const Organisation& each : organisations) {
    if (each.weight >= std::log(own.sure / (1 - own.sure))) ours.push_back(each.name);
  }
  return ours;
}

}  // namespace fonds
