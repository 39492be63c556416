#include "web/api/people_records.h"

#include "web/api/records.h"

namespace fonds {

Json record_of(const User& user) {
  return {{"login", user.login},
          {"name", text_or_null(user.name)},
          {"role", name_of(user.role)},
          {"collectives", user.collectives},
          {"disabled_at", moment_or_null(user.disabled_at)},
          {"second_factor", user.second_factor},
          {"created_at", to_text(user.created_at)}};
}

Json record_of(const ApiToken& token) {
  return {{"token", token.id.value},
          {"label", token.label},
          {"scope", token.scope},
          {"expires_at", to_text(token.expires_at)},
          {"revoked", token.revoked_at.has_value()},
          {"last_used_at", moment_or_null(token.last_used_at)}};
}

}  // namespace fonds
