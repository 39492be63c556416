-- The register: the people the archive is about. Personal data: all of it may have to be erased, so nothing of
-- it but ids stands in the journal.
-- A day is text, '2012-03-12'; empty: not known. What is empty or 0 is not known.
CREATE TABLE students (
  id BIGINT NOT NULL PRIMARY KEY,
  external_id TEXT NOT NULL,          -- in the institution's own list or the imported file
  last_name TEXT NOT NULL,            -- nominative, as the three names
  first_name TEXT NOT NULL,           -- nominative; empty: not known
  middle_name TEXT NOT NULL,          -- patronymic
  name_key TEXT NOT NULL,             -- the whole name in lower case, ё as е: names are compared so
  gender TEXT NOT NULL CHECK (gender IN ('m', 'f', 'unknown')),
  birth_date TEXT NOT NULL,           -- a day
  school TEXT NOT NULL,               -- where the student goes to school
  left_on TEXT NOT NULL,              -- the day the student left the institution
  person BIGINT NOT NULL,             -- the student this record belongs to: its own id, or that of the record it was
                                      -- merged into. It stays as it was, so that parting them restores both
  search_key TEXT NOT NULL            -- every word the student is found by: names, former surnames, those of
                                      -- records merged into this one; folded, a space before each
);
CREATE INDEX students_external_id ON students (external_id);
CREATE INDEX students_name ON students (name_key, birth_date);
CREATE INDEX students_person ON students (person);

-- Surnames a student had before.
CREATE TABLE former_names (
  student BIGINT NOT NULL REFERENCES students (id),
  position INTEGER NOT NULL,          -- from 1, the oldest first
  last_name TEXT NOT NULL,            -- as it was; nominative
  name_key TEXT NOT NULL,             -- the whole name with this surname, as students.name_key
  PRIMARY KEY (student, position)
);
CREATE INDEX former_names_name ON former_names (name_key);

-- What a student attended, and when.
CREATE TABLE memberships (
  student BIGINT NOT NULL REFERENCES students (id),
  position INTEGER NOT NULL,          -- from 1, as they were given
  collective TEXT NOT NULL,           -- объединение, without quotes
  programme TEXT NOT NULL,            -- title of what is taught there; may be empty
  group_name TEXT NOT NULL,           -- of the collective; may be empty
  school_year INTEGER NOT NULL,       -- its first calendar year
  first_day TEXT NOT NULL,            -- a day
  last_day TEXT NOT NULL,             -- a day
  PRIMARY KEY (student, position)
);
CREATE INDEX memberships_collective ON memberships (collective, school_year);

-- Who may ask for a student's papers.
CREATE TABLE guardians (
  student BIGINT NOT NULL REFERENCES students (id),
  position INTEGER NOT NULL,          -- from 1
  name TEXT NOT NULL,                 -- nominative, as given
  relation TEXT NOT NULL,             -- 'мать', 'отец', 'опекун'
  PRIMARY KEY (student, position)
);

-- Which records were taken to be one person, and which were parted again.
CREATE TABLE student_merges (
  id BIGINT NOT NULL PRIMARY KEY,
  kept BIGINT NOT NULL REFERENCES students (id),
  merged BIGINT NOT NULL REFERENCES students (id),
  merged_at TEXT NOT NULL,            -- when they became one person
  merged_by TEXT NOT NULL,            -- login
  parted_at TEXT NOT NULL,            -- empty: still one
  parted_by TEXT NOT NULL             -- login
);
CREATE INDEX student_merges_kept ON student_merges (kept);
CREATE INDEX student_merges_merged ON student_merges (merged);
