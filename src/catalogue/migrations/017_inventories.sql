-- Inventories of cases (описи дел), a section a year: they are kept for ever and name nobody but those who sign them.
CREATE TABLE inventories (
  number BIGINT NOT NULL PRIMARY KEY, -- of the record, from 1, without gaps
  kind TEXT NOT NULL CHECK (kind IN ('permanent', 'long_term', 'personnel')),
  electronic BIGINT NOT NULL CHECK (electronic IN (0, 1)),
  list TEXT NOT NULL,                 -- опись №
  year BIGINT NOT NULL,               -- of the section: its volumes were finished in it
  state TEXT NOT NULL,                -- 'draft', 'agreed', 'approved', 'handed_over', 'cancelled'
  drawn_up_on TEXT NOT NULL,          -- a day
  author TEXT NOT NULL,               -- login
  institution TEXT NOT NULL,          -- as the title page says it; may be empty
  fonds TEXT NOT NULL,                -- number of the fonds, likewise
  first_day TEXT NOT NULL,            -- of its volumes, likewise; may be empty
  last_day TEXT NOT NULL,             -- likewise
  founder_history TEXT NOT NULL,      -- of the preface; may be empty
  fonds_history TEXT NOT NULL,        -- likewise
  composer TEXT NOT NULL,             -- who signs it, office and name; may be empty
  keeper TEXT NOT NULL,               -- who answers for the archive, likewise
  agreed TEXT NOT NULL,               -- protocol of the commission: number and day; empty: was not
  authority TEXT NOT NULL,            -- protocol of the authority's commission; may be empty
  approved_on TEXT NOT NULL,          -- a day; empty: was not
  approved_by TEXT NOT NULL,          -- login; empty: was not
  handed_over_on TEXT NOT NULL,       -- a day; empty: was not
  received_by TEXT NOT NULL,          -- login; empty: was not
  revision BIGINT NOT NULL,           -- raised by every change, from 1
  changed_by TEXT NOT NULL,           -- login
  changed_at TEXT NOT NULL            -- when
);
CREATE INDEX inventories_list ON inventories (list);

-- The volumes of an inventory; each has its number through all years of the list.
CREATE TABLE inventory_units (
  inventory BIGINT NOT NULL REFERENCES inventories (number),
  unit BIGINT NOT NULL,               -- its number in the list
  volume BIGINT NOT NULL REFERENCES volumes (id),
  PRIMARY KEY (inventory, unit)
);
CREATE INDEX inventory_units_volume ON inventory_units (volume);

-- The volumes that were finished in a year.
CREATE INDEX volumes_last_day ON volumes (last_day);
