-- Applications for learners' results and what became of them (the register of disclosures), and parents who may not be
-- told. Personal data: names and documents seen stand here and never in the journal.
CREATE TABLE disclosures (
  number BIGINT NOT NULL PRIMARY KEY, -- in the register, from 1, without gaps
  student BIGINT NOT NULL REFERENCES students (id),
  applicant_kind TEXT NOT NULL CHECK (applicant_kind IN ('student', 'representative', 'body', 'other')),
  applicant TEXT NOT NULL,            -- name of the person or of the body
  relation TEXT NOT NULL,             -- to the student: 'мать'; may be empty
  identity TEXT NOT NULL,             -- the document that was seen; empty: none was
  authority TEXT NOT NULL,            -- paper about the relation, requisites of a body's request; may be empty
  authority_until TEXT NOT NULL,      -- its last day; empty: it names none
  form TEXT NOT NULL CHECK (form IN ('oral', 'written')),
  asked TEXT NOT NULL,                -- in the applicant's words; empty: all results
  first_day TEXT NOT NULL,            -- papers from this day; empty: from the first
  last_day TEXT NOT NULL,             -- papers to this day; empty: to the last
  application BIGINT NOT NULL,        -- document: the written application; 0: not in the archive
  applied_on TEXT NOT NULL,           -- a day
  opened_by TEXT NOT NULL,            -- login
  opened_at TEXT NOT NULL,            -- when
  state TEXT NOT NULL CHECK (state IN ('opened', 'approved', 'issued', 'refused')),
  approved_by TEXT NOT NULL,          -- login; empty: was not
  approved_at TEXT NOT NULL,          -- when; empty: was not
  resolution TEXT NOT NULL,           -- approval on paper, by whom and when; empty: approved in the program
  decided_by TEXT NOT NULL,           -- login; issued or refused by
  decided_on TEXT NOT NULL,           -- a day
  reason TEXT NOT NULL,               -- of the refusal
  given TEXT NOT NULL                 -- what was handed out, in words
);
CREATE INDEX disclosures_student ON disclosures (student);

-- Never removed: a restriction that was lifted says until when it stood.
CREATE TABLE guardian_restrictions (
  id BIGINT NOT NULL PRIMARY KEY,
  student BIGINT NOT NULL REFERENCES students (id),
  name TEXT NOT NULL,                 -- of the parent or guardian
  reason TEXT NOT NULL,               -- the decision it rests on
  restricted_by TEXT NOT NULL,        -- login
  restricted_at TEXT NOT NULL,        -- when
  lifted_by TEXT NOT NULL,            -- login; empty: it stands
  lifted_at TEXT NOT NULL             -- when; empty: it stands
);
CREATE INDEX guardian_restrictions_student ON guardian_restrictions (student);
