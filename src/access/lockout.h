/// Lockout: how long a login is locked after sign-ins that failed in a row.
///
/// Five failures lock it for a minute, each further one for twice as long, up to a day. A sign-in
/// that succeeds clears all; whoever may manage users clears it, too. A try while it is locked is
/// not checked and does not count: a stranger can not keep a user out for longer than the lock.
/// Threads: pure functions; moments are given.
#pragma once

#include <optional>

#include "base/clock.h"
#include "model/user.h"

namespace fonds {

/// Until when nobody may sign in; nothing: one may try. Ask before anything is checked.
std::optional<Moment> locked_until(const FailedSignIns& failed, Moment now);
/// What is known after one more failure at `now`; while it is locked, the same as before.
FailedSignIns after_failure(const FailedSignIns& failed, Moment now);

}  // namespace fonds
