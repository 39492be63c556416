-- Searches people keep. What is looked for may name children: the row is its owner's alone, goes with them, and nothing of it
-- stands in the journal.
CREATE TABLE saved_searches (
  login TEXT NOT NULL,                -- of the owner
  name TEXT NOT NULL,                 -- the owner's word for it, folded: how it is called
  title TEXT NOT NULL,                -- the same as written
  query TEXT NOT NULL,                -- as typed
  saved_at TEXT NOT NULL,             -- when
  PRIMARY KEY (login, name)
);
