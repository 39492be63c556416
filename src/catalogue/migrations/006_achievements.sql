-- What people state of achievements, the bank of achievements frozen twice a year, and consents.
-- Achievements themselves have no table: they are derived from cards and their links, which are the one truth.

-- A person's word on one achievement: it outlives every change of the card.
CREATE TABLE achievement_words (
  document BIGINT NOT NULL REFERENCES cards (document),
  student BIGINT NOT NULL,            -- record of the register the paper is linked to; 0: the collective it is given to
  field TEXT NOT NULL CHECK (field IN ('counts', 'control', 'scope', 'place')),
  value TEXT NOT NULL,                -- 'yes', 'no', 'interim', 'external', 'laureate 2'; empty: there is none
  login TEXT NOT NULL,                -- of the person
  decided_at TEXT NOT NULL,           -- when it was written
  PRIMARY KEY (document, student, field)
);

-- The papers a collective is named on.
CREATE INDEX card_values_collective ON card_values (value, document) WHERE field = 'collective';

-- The bank of achievements as it was at a moment. Written once; the journal holds its hash.
CREATE TABLE achievement_snapshots (
  number BIGINT NOT NULL PRIMARY KEY, -- from 1, without gaps
  taken_at TEXT NOT NULL,             -- when
  taken_by TEXT NOT NULL,             -- login
  records BIGINT NOT NULL,            -- how many it holds
  hash TEXT NOT NULL                  -- SHA-256 over the hashes of its records in order, hex
);

-- Its records. Personal data: where a person has to be forgotten the facts and the salt go and the hash stays, so
-- that the rest can still be verified and nobody can try names against it.
CREATE TABLE achievement_snapshot_records (
  snapshot BIGINT NOT NULL REFERENCES achievement_snapshots (number),
  position BIGINT NOT NULL,           -- from 1
  document BIGINT NOT NULL,           -- the paper that proves it
  accession TEXT NOT NULL,            -- of that paper
  student BIGINT NOT NULL,            -- of the register; 0: a collective's
  holder TEXT NOT NULL,               -- name of the student then, or title of the collective
  collective TEXT NOT NULL,           -- that the paper names
  event TEXT NOT NULL,                -- as on the card, like the following
  nomination TEXT NOT NULL,           -- as on the card
  level TEXT NOT NULL,                -- 'municipal'
  place TEXT NOT NULL,                -- 'laureate 2'
  mark TEXT NOT NULL,                 -- result of the row as printed
  date TEXT NOT NULL,                 -- '2024-05-15', '2023/2024'
  control TEXT NOT NULL,              -- 'interim'
  scope TEXT NOT NULL,                -- 'external'
  kind TEXT NOT NULL,                 -- of the paper
  attended TEXT NOT NULL,             -- JSON list: collectives the student attended on that date
  members TEXT NOT NULL,              -- JSON list: students who attended the collective on that date
  salt TEXT NOT NULL,                 -- random, hashed with the facts
  hash TEXT NOT NULL,                 -- SHA-256 of salt and facts, hex
  PRIMARY KEY (snapshot, position)
);

-- Consents that a person has put on record. Never changed: a withdrawal is a record of its own.
CREATE TABLE consents (
  id BIGINT NOT NULL PRIMARY KEY,
  student BIGINT NOT NULL REFERENCES students (id),
  scope TEXT NOT NULL CHECK (scope IN ('publication', 'processing')),
  given_by TEXT NOT NULL,             -- who signed, as on the paper; may be empty
  given_on TEXT NOT NULL,             -- a day
  until TEXT NOT NULL,                -- the last day it holds; empty: until it is withdrawn
  document BIGINT NOT NULL,           -- the paper that proves it; 0: none in the archive
  recorded_by TEXT NOT NULL,          -- login
  recorded_at TEXT NOT NULL           -- when
);
CREATE INDEX consents_student ON consents (student);

-- Withdrawals: each ends every consent of its scope that the student gave until that day.
CREATE TABLE consent_withdrawals (
  id BIGINT NOT NULL PRIMARY KEY,
  student BIGINT NOT NULL REFERENCES students (id),
  scope TEXT NOT NULL CHECK (scope IN ('publication', 'processing')),
  withdrawn_on TEXT NOT NULL,         -- a day
  document BIGINT NOT NULL,           -- the paper that proves it; 0: none in the archive
  recorded_by TEXT NOT NULL,          -- login
  recorded_at TEXT NOT NULL           -- when
);
CREATE INDEX consent_withdrawals_student ON consent_withdrawals (student);

-- Papers that seemed to give or withdraw consent and do not, as a person says.
CREATE TABLE consent_dismissals (
  document BIGINT NOT NULL REFERENCES documents (id),
  student BIGINT NOT NULL REFERENCES students (id),
  recorded_by TEXT NOT NULL,          -- login
  recorded_at TEXT NOT NULL,          -- when
  PRIMARY KEY (document, student)
);
