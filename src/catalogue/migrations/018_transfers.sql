-- Volumes handed over to other archives: keys and days, nobody's data; they are kept for ever.
CREATE TABLE transfers (
  number BIGINT NOT NULL PRIMARY KEY, -- from 1, without gaps
  package TEXT NOT NULL UNIQUE,       -- id of the package
  made_on TEXT NOT NULL,              -- a day
  made_by TEXT NOT NULL,              -- login
  journal_entry BIGINT NOT NULL,      -- head of the journal when the package was begun
  tag_manifest TEXT NOT NULL,         -- hash that stands for the whole package, 64 hex digits
  receiver TEXT NOT NULL,             -- may be empty
  act TEXT NOT NULL,                  -- of acceptance: number and day; empty: it is not accepted
  accepted_on TEXT NOT NULL,          -- a day; likewise
  recorded_by TEXT NOT NULL           -- login; likewise
);

-- The volumes of a transfer.
CREATE TABLE transfer_units (
  transfer BIGINT NOT NULL REFERENCES transfers (number),
  place BIGINT NOT NULL,              -- in the package, from 1
  volume BIGINT NOT NULL REFERENCES volumes (id),
  PRIMARY KEY (transfer, place)
);
CREATE INDEX transfer_units_volume ON transfer_units (volume);
