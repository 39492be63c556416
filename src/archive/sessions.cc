#include "archive/sessions.h"

#include <chrono>

#include "access/token.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/journal.h"
#include "catalogue/sessions.h"
#include "catalogue/users.h"

namespace fonds {
namespace {

/// A request is noted so often, not with each one: noting is writing.
constexpr std::chrono::minutes kNoted{1};

std::chrono::minutes idle_of(const ConfigFile& settings) {
  return std::chrono::minutes(settings.integer("web.idle_minutes"));
}

std::chrono::hours whole_of(const ConfigFile& settings) {
  return std::chrono::hours(settings.integer("web.hours"));
}

}  // namespace

Secret ArchiveSessions::begin(const ArchivePeople::SignedIn& signed_in) {
  const auto user = Users(archive_.catalogue()).find(signed_in.actor.login);
  if (!user) throw Error(Fault::bug, "who signed in has no account");
  Secret token = new_token();
  const Moment now = archive_.clock().now();
  Sessions sessions(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  sessions.remove_older(transaction, now - whole_of(archive_.settings()),
                        now - idle_of(archive_.settings()));
  sessions.add(transaction, token_hash(token.view()),
               {user->id, now, now, signed_in.actor.purpose, signed_in.must_change_password});
  transaction.commit();
  return token;
}

std::optional<OpenSession> ArchiveSessions::find(std::string_view token) {
  if (!is_token(token)) return std::nullopt;
  const std::string hash = token_hash(token);
  Sessions sessions(archive_.catalogue());
  const auto stored = sessions.find(hash);
  const Moment now = archive_.clock().now();
  if (!stored || stored->begun_at + whole_of(archive_.settings()) <= now ||
      stored->seen_at + idle_of(archive_.settings()) <= now) {
    return std::nullopt;
  }
  const auto user = Users(archive_.catalogue()).find(stored->user);
  if (!user || user->disabled_at) return std::nullopt;
  if (stored->seen_at + kNoted <= now) {
    Transaction transaction(archive_.catalogue());
    sessions.set_seen(transaction, hash, now);
    transaction.commit();
  }
  Actor actor{user->login, user->role, stored->purpose};
  actor.via = "web";
  return OpenSession{std::move(actor), user->name, user->second_factor,
                     stored->must_change_password};
}

void ArchiveSessions::state_purpose(std::string_view token, std::string_view purpose) {
  if (archive_.policy().purpose(purpose) == nullptr) {
    throw Error(Fault::usage, say(tr("there is no purpose '{}'"), printable(purpose)),
                tr("choose one of the list"));
  }
  Transaction transaction(archive_.catalogue());
  Sessions(archive_.catalogue()).set_purpose(transaction, token_hash(token), purpose);
  transaction.commit();
}

void ArchiveSessions::end(std::string_view token) {
  const std::string hash = token_hash(token);
  Sessions sessions(archive_.catalogue());
  const auto stored = sessions.find(hash);
  if (!stored) return;
  const auto user = Users(archive_.catalogue()).find(stored->user);
  Transaction transaction(archive_.catalogue());
  if (user) {
    Journal(archive_.catalogue())
        .append(transaction, {user->login, user->role, "", {}, "web"}, "user.signed_out",
                "user/" + std::to_string(user->id.value), "{}");
  }
  sessions.remove(transaction, hash);
  transaction.commit();
}

void ArchiveSessions::end_all(std::string_view login) {
  const auto user = Users(archive_.catalogue()).find(login);
  if (!user) return;
  Transaction transaction(archive_.catalogue());
  Sessions(archive_.catalogue()).remove_of(transaction, user->id);
  transaction.commit();
}

}  // namespace fonds
