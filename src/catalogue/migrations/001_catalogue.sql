-- The catalogue's first form. The same text runs on SQLite and PostgreSQL, and can be read and run without Fonds.
-- Times are RFC 3339 text in UTC with milliseconds ("2026-11-23T20:41:07.123Z"), so they sort as text.
-- Ids come from the table counters, never from the engine: they are never used twice.

-- Numbers given out so far; raised in the transaction that uses the number, so a rollback leaves no gap.
CREATE TABLE counters (
  name TEXT NOT NULL PRIMARY KEY,     -- 'journal', 'intake', 'document', 'job', 'accession-2026'
  value BIGINT NOT NULL               -- the last number given out; 0: none yet
);

INSERT INTO counters (name, value) VALUES ('journal', 0);

-- What happened: append-only and hash-chained. Ids and field names only, never personal data.
CREATE TABLE journal (
  number BIGINT NOT NULL PRIMARY KEY, -- from 1, without gaps
  at TEXT NOT NULL,                   -- when
  actor TEXT NOT NULL,                -- login of who did it
  event TEXT NOT NULL,                -- 'document.accepted'
  subject TEXT NOT NULL,              -- 'document/123'
  details TEXT NOT NULL,              -- JSON object: ids, hashes, counts
  previous_hash TEXT NOT NULL,        -- hash of the entry before; 64 zeros in the first
  hash TEXT NOT NULL                  -- SHA-256 of this entry with previous_hash, hex
);
CREATE INDEX journal_subject ON journal (subject, number);

-- One delivery: an upload, a scan batch, a file of the watched folder.
CREATE TABLE intakes (
  id BIGINT NOT NULL PRIMARY KEY,
  source TEXT NOT NULL,               -- 'file', 'scanner', 'folder'
  label TEXT NOT NULL,                -- what the clerk called it; may be empty, may hold personal data
  started_at TEXT NOT NULL            -- when it began
);

-- One paper or electronic record.
CREATE TABLE documents (
  id BIGINT NOT NULL PRIMARY KEY,
  accession TEXT NOT NULL UNIQUE,     -- '2026-000123': year of intake and running number
  intake BIGINT NOT NULL REFERENCES intakes (id),
  state TEXT NOT NULL CHECK (state IN ('accepted', 'recognised', 'quarantined')),
  accepted_at TEXT NOT NULL,          -- when its bytes were safe and it was recorded
  run INTEGER NOT NULL,               -- recognition run whose results count; 0: none
  confidence DOUBLE PRECISION NOT NULL, -- of that run, mean over words, 0 … 1
  seconds DOUBLE PRECISION NOT NULL,  -- that run took
  problem TEXT NOT NULL               -- why quarantined, for a clerk; else empty
);
CREATE INDEX documents_state ON documents (state, id);
CREATE INDEX documents_intake ON documents (intake);

-- The files a document came as, in page order. Their bytes are in the object store under sha256.
CREATE TABLE originals (
  document BIGINT NOT NULL REFERENCES documents (id),
  position INTEGER NOT NULL,          -- from 1
  sha256 TEXT NOT NULL,               -- name in the object store, 64 hex digits
  size BIGINT NOT NULL,               -- bytes
  kind TEXT NOT NULL,                 -- 'jpeg', 'pdf', …
  source_name TEXT NOT NULL,          -- file name as delivered; may hold personal data
  PRIMARY KEY (document, position)
);
CREATE INDEX originals_sha256 ON originals (sha256, document);

-- The pages the counted recognition run found; their words are in its ALTO file.
CREATE TABLE pages (
  document BIGINT NOT NULL REFERENCES documents (id),
  number INTEGER NOT NULL,            -- from 1 within the document
  width INTEGER NOT NULL,             -- of the original image, pixels
  height INTEGER NOT NULL,            -- of the original image, pixels
  dpi DOUBLE PRECISION NOT NULL,      -- of the original image
  rotation INTEGER NOT NULL,          -- clockwise turn that makes it upright: 0, 90, 180, 270
  skew DOUBLE PRECISION NOT NULL,     -- remaining clockwise turn, degrees
  confidence DOUBLE PRECISION NOT NULL, -- mean over its words, 0 … 1
  words INTEGER NOT NULL,             -- how many were read
  source TEXT NOT NULL,               -- 'none', 'recognised', 'embedded'
  PRIMARY KEY (document, number)
);

-- Work that waits, runs, is done or was given up.
CREATE TABLE jobs (
  id BIGINT NOT NULL PRIMARY KEY,     -- also the order in which jobs are taken
  kind TEXT NOT NULL,                 -- 'recognise'
  document BIGINT NOT NULL REFERENCES documents (id),
  state TEXT NOT NULL CHECK (state IN ('queued', 'leased', 'done', 'quarantined')),
  attempts INTEGER NOT NULL,          -- leases so far, the present one included
  not_before TEXT NOT NULL,           -- queued: when it may be taken
  owner TEXT NOT NULL,                -- leased: by which worker; else empty
  leased_until TEXT NOT NULL,         -- leased: when the lease runs out; else empty
  problem TEXT NOT NULL               -- what went wrong at the last attempt; else empty
);
CREATE INDEX jobs_waiting ON jobs (kind, id) WHERE state IN ('queued', 'leased');
CREATE INDEX jobs_state ON jobs (state, id);
CREATE INDEX jobs_document ON jobs (document);

-- Exclusive rights with an end, such as that of the one index writer.
CREATE TABLE leases (
  name TEXT NOT NULL PRIMARY KEY,     -- 'index-writer'
  owner TEXT NOT NULL,                -- who holds it
  held_until TEXT NOT NULL            -- when anybody may take it
);
