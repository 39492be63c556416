-- Stacks: files in which several papers were scanned one behind another, and the papers they were parted into.

-- Documents that seem to be several papers. Replaced by every recognition, but for a person's word.
CREATE TABLE stack_proposals (
  document BIGINT NOT NULL PRIMARY KEY REFERENCES documents (id),
  first_pages TEXT NOT NULL,          -- pages on which a paper seems to begin, '1,3,4'; empty: nothing is proposed
  confidence DOUBLE PRECISION NOT NULL, -- 0 … 1
  reasons TEXT NOT NULL,              -- JSON list
  kept_whole_by TEXT NOT NULL         -- login of who said that it is one paper; empty: nobody
);

-- Documents that were parted: no papers any more. Their file stays until the first of its papers is destroyed.
CREATE TABLE stacks (
  document BIGINT NOT NULL PRIMARY KEY REFERENCES documents (id),
  parts BIGINT NOT NULL UNIQUE REFERENCES intakes (id), -- the delivery that its papers are
  parted_by TEXT NOT NULL,            -- login
  parted_at TEXT NOT NULL             -- when
);

-- Where the papers of stacks came from.
CREATE TABLE stack_parts (
  document BIGINT NOT NULL PRIMARY KEY REFERENCES documents (id),
  stack BIGINT NOT NULL REFERENCES stacks (document),
  first_page INTEGER NOT NULL,        -- in the stack, from 1
  pages INTEGER NOT NULL              -- how many
);
CREATE INDEX stack_parts_stack ON stack_parts (stack, document);
