-- Volumes of cases: what is filed under an item of a nomenclature, the unit that is kept and destroyed.
CREATE TABLE volumes (
  id BIGINT NOT NULL PRIMARY KEY,
  year BIGINT NOT NULL REFERENCES nomenclatures (year),
  case_index TEXT NOT NULL,           -- of its item
  number BIGINT NOT NULL,             -- within the case, from 1
  state TEXT NOT NULL,                -- 'open', 'closed', 'transferred', 'destroyed'
  title TEXT NOT NULL,                -- its own, may name a person; empty: that of its item
  carrier TEXT NOT NULL CHECK (carrier IN ('paper', 'electronic', 'hybrid')),
  matter BIGINT NOT NULL,             -- first volume of the one matter it belongs to; 0: it stands alone
  student BIGINT NOT NULL,            -- whose personal file it is; 0: nobody's
  shelf TEXT NOT NULL,                -- where the paper stands; may be empty
  opened_on TEXT NOT NULL,            -- a day
  closed_on TEXT NOT NULL,            -- a day; empty: it is open
  first_day TEXT NOT NULL,            -- of its documents, once it is closed; may be empty
  last_day TEXT NOT NULL,             -- of its documents, once it is closed: its year is that of its period
  sheets BIGINT NOT NULL,             -- counted when it was closed; 0: not counted
  changed_by TEXT NOT NULL,           -- login
  changed_at TEXT NOT NULL,           -- when
  UNIQUE (year, case_index, number)
);
CREATE INDEX volumes_index ON volumes (case_index, year);
CREATE INDEX volumes_matter ON volumes (matter) WHERE matter > 0;
CREATE INDEX volumes_student ON volumes (student) WHERE student > 0;

-- Which document is filed in which volume.
CREATE TABLE filed_documents (
  document BIGINT NOT NULL PRIMARY KEY REFERENCES documents (id),
  volume BIGINT NOT NULL REFERENCES volumes (id),
  place BIGINT NOT NULL,              -- in the volume, from 1, without gaps
  sheets BIGINT NOT NULL,             -- of paper; 0: it has none
  filed_on TEXT NOT NULL,             -- a day
  filed_by TEXT NOT NULL              -- login
);
CREATE INDEX filed_documents_volume ON filed_documents (volume, place);

-- What people put on record of a volume (model/case_file.h).
CREATE TABLE volume_marks (
  volume BIGINT NOT NULL REFERENCES volumes (id),
  kind TEXT NOT NULL,                 -- 'learner_left', 'not_needed', 'audited' …
  day TEXT NOT NULL,                  -- on which it happened
  basis TEXT NOT NULL,                -- the paper that shows it; may be erased with the volume
  marked_by TEXT NOT NULL,            -- login
  marked_at TEXT NOT NULL,            -- when
  PRIMARY KEY (volume, kind)
);

-- What a commission decided of a volume whose period ends with its decision.
CREATE TABLE appraisals (
  volume BIGINT NOT NULL PRIMARY KEY REFERENCES volumes (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('keep', 'prolong', 'destroy')),
  protocol TEXT NOT NULL,             -- number and day
  last_day TEXT NOT NULL,             -- it is kept, of 'prolong'; else empty
  recorded_by TEXT NOT NULL,          -- login
  recorded_at TEXT NOT NULL           -- when
);

-- Volumes handed out.
CREATE TABLE loans (
  id BIGINT NOT NULL PRIMARY KEY,
  volume BIGINT NOT NULL REFERENCES volumes (id),
  taker TEXT NOT NULL,                -- who took it: name and office
  purpose TEXT NOT NULL,              -- may be empty
  issued_on TEXT NOT NULL,            -- a day
  due_on TEXT NOT NULL,               -- a day
  issued_by TEXT NOT NULL,            -- login
  returned_on TEXT NOT NULL,          -- a day; empty: it is out
  returned_to TEXT NOT NULL           -- login
);
CREATE UNIQUE INDEX loans_out ON loans (volume) WHERE returned_on = '';

-- What must not be destroyed, whatever its term.
CREATE TABLE holds (
  id BIGINT NOT NULL PRIMARY KEY,
  subject TEXT NOT NULL CHECK (subject IN ('student', 'document', 'volume', 'item')),
  target BIGINT NOT NULL,             -- id of student, document, volume; of an item its year, 0: all years
  case_index TEXT NOT NULL,           -- of an item; else empty
  reason TEXT NOT NULL,               -- in a person's words; may be erased with the record
  last_day TEXT NOT NULL,             -- empty: until it is lifted
  set_by TEXT NOT NULL,               -- login
  set_at TEXT NOT NULL,               -- when
  lifted_by TEXT NOT NULL,            -- login; empty: it stands
  lifted_at TEXT NOT NULL,            -- when; empty: it stands
  lifted_because TEXT NOT NULL        -- in a person's words
);

-- The last plan of what is to be done with volumes: those that something is to be done with.
CREATE TABLE planned_steps (
  volume BIGINT NOT NULL PRIMARY KEY REFERENCES volumes (id),
  step TEXT NOT NULL,                 -- 'close', 'ask', 'inventory', 'decide', 'destroy', 'blocked'
  term TEXT NOT NULL,                 -- first day it may stand in an act; may be empty
  planned_on TEXT NOT NULL            -- the day since which the plan says so
);
