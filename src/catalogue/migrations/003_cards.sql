-- What is known of a document beside its text. The machine's word and a person's stand side by side in rows of their own
-- (origin); a new recognition replaces the machine's rows only. Names and values stand here and nowhere else: never in the journal.

-- One line a document whose paper was understood or decided on.
CREATE TABLE cards (
  document BIGINT NOT NULL PRIMARY KEY REFERENCES documents (id),
  revision BIGINT NOT NULL,           -- raised by every change: who changes a card says which one was read
  run INTEGER NOT NULL,               -- recognition run the machine's rows come from; 0: none
  waiting INTEGER NOT NULL            -- how urgently it waits for a person, 0: not at all; the order of the review queue
);
CREATE INDEX cards_waiting ON cards (waiting, document) WHERE waiting > 0;

-- The values of its fields.
CREATE TABLE card_values (
  document BIGINT NOT NULL REFERENCES cards (document),
  field TEXT NOT NULL,                -- 'kind', 'date', … (kCardFields)
  origin TEXT NOT NULL CHECK (origin IN ('machine', 'person')),
  value TEXT NOT NULL,                -- canonical; empty: there is none (person), or not sure enough to say (machine)
  confidence DOUBLE PRECISION NOT NULL, -- 0 … 1
  reasons TEXT NOT NULL,              -- JSON list of {"said", "with"}
  page INTEGER NOT NULL,              -- where it stands, from 1; 0: nowhere
  box_left INTEGER NOT NULL,          -- pixels of the original image
  box_top INTEGER NOT NULL,           -- pixels of the original image
  box_width INTEGER NOT NULL,         -- pixels of the original image
  box_height INTEGER NOT NULL,        -- pixels of the original image
  login TEXT NOT NULL,                -- of the person; empty for the machine
  decided_at TEXT NOT NULL,           -- when it was written
  PRIMARY KEY (document, field, origin)
);

-- The persons the paper names, as the counted run read them. Not yet anybody of the register.
CREATE TABLE mentions (
  document BIGINT NOT NULL REFERENCES cards (document),
  number INTEGER NOT NULL,            -- in reading order, from 1
  printed TEXT NOT NULL,              -- as it stands on the paper
  last_name TEXT NOT NULL,            -- in the printed case
  first_name TEXT NOT NULL,           -- in the printed case, or an initial
  middle_name TEXT NOT NULL,          -- in the printed case, or an initial
  expected_case TEXT NOT NULL,        -- that the wording demands: 'nom', 'gen', …; else empty
  role TEXT NOT NULL CHECK (role IN ('holder', 'listed', 'other')),
  confidence DOUBLE PRECISION NOT NULL, -- that this is a person in this role
  legibility DOUBLE PRECISION NOT NULL, -- of its worst word, as the recogniser says
  reasons TEXT NOT NULL,              -- JSON list of {"said", "with"}
  page INTEGER NOT NULL,              -- where it stands, from 1
  box_left INTEGER NOT NULL,          -- pixels of the original image
  box_top INTEGER NOT NULL,           -- pixels of the original image
  box_width INTEGER NOT NULL,         -- pixels of the original image
  box_height INTEGER NOT NULL,        -- pixels of the original image
  row_number INTEGER NOT NULL,        -- in a list, from 1; 0: not in a list
  result TEXT NOT NULL,               -- of that row, as printed
  birth_date TEXT NOT NULL,           -- as the paper says; else empty
  age INTEGER NOT NULL,               -- full years, as the paper says; -1: it does not
  organisation TEXT NOT NULL,         -- they come from, as printed
  teacher TEXT NOT NULL,              -- as printed
  PRIMARY KEY (document, number)
);

-- Whose paper it is, or may be.
CREATE TABLE student_links (
  document BIGINT NOT NULL REFERENCES cards (document),
  student BIGINT NOT NULL,            -- of the register
  origin TEXT NOT NULL CHECK (origin IN ('machine', 'person')),
  mention INTEGER NOT NULL,           -- number in mentions; 0: a person's link, which is not by a name
  state TEXT NOT NULL CHECK (state IN ('linked', 'offered', 'refused')),
  probability DOUBLE PRECISION NOT NULL, -- 0 … 1
  reasons TEXT NOT NULL,              -- JSON list of {"said", "with"}
  login TEXT NOT NULL,                -- of the person; empty for the machine
  decided_at TEXT NOT NULL,           -- when it was written
  PRIMARY KEY (document, student, origin)
);
CREATE INDEX student_links_student ON student_links (student, document);

-- Lines of the recognised text that a person has corrected.
CREATE TABLE text_corrections (
  document BIGINT NOT NULL REFERENCES cards (document),
  page INTEGER NOT NULL,              -- from 1
  line INTEGER NOT NULL,              -- of the page's text, from 1
  machine TEXT NOT NULL,              -- the line as the machine had read it: it is found again by this after a new recognition
  value TEXT NOT NULL,                -- as it is printed on the paper
  login TEXT NOT NULL,                -- of the person
  PRIMARY KEY (document, page, line)
);
