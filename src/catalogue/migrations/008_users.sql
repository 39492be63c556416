-- Accounts: who may sign in, in which role, and what proves who they are. Names of persons stand here and nowhere
-- else; the journal knows logins only.
-- A moment is text, '2026-03-01T09:00:00.000Z'; empty: it has not come.
CREATE TABLE users (
  id BIGINT NOT NULL PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,         -- never changed, never given to anybody else: it stands in the journal
  name TEXT NOT NULL,                 -- of the person, as forms and registers print it
  role TEXT NOT NULL CHECK (role IN ('clerk', 'teacher', 'methodist', 'archivist', 'director', 'auditor', 'administrator')),
  created_at TEXT NOT NULL,           -- a moment
  disabled_at TEXT NOT NULL,          -- a moment; empty: may sign in
  must_change_password INTEGER NOT NULL, -- 1: somebody else chose the password; else 0
  password_hash TEXT NOT NULL,        -- argon2id with its salt and cost; empty: no password was set, none fits
  password_set_at TEXT NOT NULL,      -- a moment
  totp_secret TEXT NOT NULL,          -- of the second factor, base32: has to be known to compare codes; empty: none
  totp_on INTEGER NOT NULL,           -- 1: signing in takes a code; 0: there is no secret, or nobody has shown yet that
                                      -- the telephone has it
  totp_last_step BIGINT NOT NULL      -- number of the 30 s whose code was used last: a code is good once; -1: none was
);

-- The collectives whose papers a teacher may see.
CREATE TABLE user_collectives (
  user_id BIGINT NOT NULL REFERENCES users (id),
  position INTEGER NOT NULL,          -- from 1, as they were given
  collective TEXT NOT NULL,           -- title without quotes, as memberships.collective
  PRIMARY KEY (user_id, position)
);

-- With these, programs act for a user. The text of a token is shown once and kept nowhere.
CREATE TABLE user_tokens (
  id BIGINT NOT NULL PRIMARY KEY,
  user_id BIGINT NOT NULL REFERENCES users (id),
  label TEXT NOT NULL,                -- what it is for, in the user's words
  token_hash TEXT NOT NULL UNIQUE,    -- SHA-256 of the token's text, hex: 32 random bytes need no salt
  scope TEXT NOT NULL,                -- operations it is limited to, a space between; empty: all its user may
  created_at TEXT NOT NULL,           -- a moment
  expires_at TEXT NOT NULL,           -- a moment
  revoked_at TEXT NOT NULL,           -- a moment; empty: was not
  last_used_at TEXT NOT NULL          -- a moment; empty: never
);
CREATE INDEX user_tokens_user ON user_tokens (user_id, id);

-- Sign-ins that failed, in a row. Kept for logins nobody has, too, so that a lock does not tell which accounts there
-- are; and by hash, since people type their password in the wrong place.
CREATE TABLE failed_sign_ins (
  login_hash TEXT NOT NULL PRIMARY KEY, -- SHA-256 of the login as typed, hex
  failures INTEGER NOT NULL,          -- since the last success, at least 1
  first_at TEXT NOT NULL,             -- the moment of the first of them
  last_at TEXT NOT NULL,              -- the moment of the last
  locked_until TEXT NOT NULL          -- a moment; empty: no lock
);
CREATE INDEX failed_sign_ins_last ON failed_sign_ins (last_at);
