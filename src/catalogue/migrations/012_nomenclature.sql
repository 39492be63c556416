-- Nomenclatures of files, one a year: the headings under which cases are kept, and how long.
CREATE TABLE nomenclatures (
  year BIGINT NOT NULL PRIMARY KEY,
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
  title TEXT NOT NULL,
  PRIMARY KEY (year, place)
);

-- The words of period and authority are those of model/retention_rule.h.
CREATE TABLE nomenclature_items (
  year BIGINT NOT NULL REFERENCES nomenclatures (year),
  place BIGINT NOT NULL,              -- in the list, from 1
  case_index TEXT NOT NULL,           -- '02-05'; twice only in a draft
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  years BIGINT NOT NULL,
  counted_from TEXT NOT NULL,
  mark TEXT NOT NULL,
  proviso TEXT NOT NULL,
  act TEXT NOT NULL,
  edition TEXT NOT NULL,
  article TEXT NOT NULL,
  letter TEXT NOT NULL,
  verified BIGINT NOT NULL CHECK (verified IN (0, 1)),
  ek_protocol TEXT NOT NULL,          -- of the commission that lengthened the period; empty: none did
  local_years BIGINT NOT NULL,        -- 0: none did
  note TEXT NOT NULL,
  carrier TEXT NOT NULL CHECK (carrier IN ('paper', 'electronic', 'hybrid')),
  ongoing BIGINT NOT NULL CHECK (ongoing IN (0, 1)),
  school_year BIGINT NOT NULL CHECK (school_year IN (0, 1)),
  reserve BIGINT NOT NULL CHECK (reserve IN (0, 1)),
  PRIMARY KEY (year, place)
);
CREATE INDEX nomenclature_items_index ON nomenclature_items (year, case_index);
