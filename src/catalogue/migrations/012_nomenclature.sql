-- Nomenclatures of files, one a year: the headings under which cases are kept, and how long.
CREATE TABLE nomenclatures (
  year BIGINT NOT NULL PRIMARY KEY,   -- it is in force
  state TEXT NOT NULL CHECK (state IN ('draft', 'agreed', 'approved', 'locked')),
  revision BIGINT NOT NULL,           -- raised by every change, from 1
  agreed TEXT NOT NULL,               -- protocol of the commission: number and day; empty: was not
  approval TEXT NOT NULL,             -- number of the approval; empty: was not
  approved_on TEXT NOT NULL,          -- a day; empty: was not
  approved_by TEXT NOT NULL,          -- login; empty: was not
  changed_by TEXT NOT NULL,           -- login
  changed_at TEXT NOT NULL            -- when
);

CREATE TABLE nomenclature_sections (
  year BIGINT NOT NULL REFERENCES nomenclatures (year),
  place BIGINT NOT NULL,              -- in the list, from 1
  code TEXT NOT NULL,                 -- '02'
  title TEXT NOT NULL,                -- as printed
  PRIMARY KEY (year, place)
);

-- The words of period and authority are those of model/retention_rule.h.
CREATE TABLE nomenclature_items (
  year BIGINT NOT NULL REFERENCES nomenclatures (year),
  place BIGINT NOT NULL,              -- in the list, from 1
  case_index TEXT NOT NULL,           -- '02-05'; twice only in a draft
  title TEXT NOT NULL,                -- heading of the case, as printed
  kind TEXT NOT NULL,                 -- of period: 'years', 'permanent' …
  years BIGINT NOT NULL,              -- of the period, or the least of it; 0: it names none
  counted_from TEXT NOT NULL,         -- event: 'case_closed', 'learner_left' …
  mark TEXT NOT NULL,                 -- whose decision it needs in the end: 'none', 'EK', 'EPK'
  proviso TEXT NOT NULL,              -- what must have been done before: 'none', 'audit'
  act TEXT NOT NULL,                  -- the list: '236'; 'L': the commission's decision; may be empty, as the next three
  edition TEXT NOT NULL,              -- of the list
  article TEXT NOT NULL,              -- of the list
  letter TEXT NOT NULL,               -- of the article
  verified BIGINT NOT NULL CHECK (verified IN (0, 1)),
  ek_protocol TEXT NOT NULL,          -- of the commission that set the period or made it longer; empty: none did
  local_years BIGINT NOT NULL,        -- the longer period; 0: there is none
  note TEXT NOT NULL,                 -- as printed; may be empty
  carrier TEXT NOT NULL CHECK (carrier IN ('paper', 'electronic', 'hybrid')),
  ongoing BIGINT NOT NULL CHECK (ongoing IN (0, 1)),
  school_year BIGINT NOT NULL CHECK (school_year IN (0, 1)),
  reserve BIGINT NOT NULL CHECK (reserve IN (0, 1)),
  PRIMARY KEY (year, place)
);
CREATE INDEX nomenclature_items_index ON nomenclature_items (year, case_index);
