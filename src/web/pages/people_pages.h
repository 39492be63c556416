/// people_pages: what the pages of accounts and of their tokens share.
///
/// Threads: as Visit. Faults: denied, not_found, usage.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "model/user.h"
#include "web/routes.h"
#include "web/visit.h"

namespace fonds {

/// The account the path names.
User named_user(Visit& visit);
/// Whoever takes rights from themselves may be the last who could give them back.
Error own_account();

/// A secret that is shown this once.
struct ToldSecret {
  std::string title;
  std::string secret;
  std::string advice;
  std::string back;  ///< the page to go on with
};
Response secret_page(Visit& visit, const ToldSecret& told);

/// [{"id", "label", "scope", "expires", "revoked", "used", "revoke"}].
Json tokens_model(Visit& visit, const User& user);
/// What a token of the user may be limited to: [{"value", "title"}].
Json operations_model(const Visit& visit, const User& user);
std::vector<Route> token_routes();

}  // namespace fonds
