-- Browsers that are signed in. What the browser shows is kept nowhere, only its hash; a row goes with the signing out,
-- or when the session is over.
CREATE TABLE sessions (
  token_hash TEXT NOT NULL PRIMARY KEY, -- SHA-256 of what the browser shows, hex: 32 random bytes need no salt
  user_id BIGINT NOT NULL REFERENCES users (id),
  begun_at TEXT NOT NULL,             -- a moment: of the signing in
  seen_at TEXT NOT NULL,              -- a moment: of the last request, to the minute
  purpose TEXT NOT NULL,              -- code of the purpose of access that was stated; empty: none was
  must_change_password INTEGER NOT NULL -- 1: the password must be changed before anything else; else 0
);
CREATE INDEX sessions_user ON sessions (user_id);
CREATE INDEX sessions_begun ON sessions (begun_at);
