-- Acts of selection for destruction: numbers, days and keys, nobody's data; they are kept for ever.
CREATE TABLE acts (
  number BIGINT NOT NULL PRIMARY KEY, -- from 1, without gaps
  state TEXT NOT NULL,                -- 'draft', 'agreed', 'approved', 'cancelled'
  drawn_up_on TEXT NOT NULL,          -- a day
  author TEXT NOT NULL,               -- login
  agreed TEXT NOT NULL,               -- protocol of the commission: number and day; empty: was not
  inventories TEXT NOT NULL,          -- what confirms the inventories of the same years; may be empty
  one_meeting BIGINT NOT NULL CHECK (one_meeting IN (0, 1)),
  approval TEXT NOT NULL,             -- number of the approval; empty: was not
  approved_on TEXT NOT NULL,          -- a day; empty: was not
  approved_by TEXT NOT NULL,          -- login; empty: was not
  revision BIGINT NOT NULL,           -- raised by every change, from 1
  changed_by TEXT NOT NULL,           -- login
  changed_at TEXT NOT NULL            -- when
);

-- The volumes an act is about.
CREATE TABLE act_units (
  act BIGINT NOT NULL REFERENCES acts (number),
  volume BIGINT NOT NULL REFERENCES volumes (id),
  PRIMARY KEY (act, volume)
);
CREATE INDEX act_units_volume ON act_units (volume);
