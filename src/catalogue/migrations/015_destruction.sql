-- What acts have destroyed, or are about to: ids and days; it is kept for ever and names nobody.
-- acts.state may be 'withdrawn', 'destroying', 'carried_out' as well.

ALTER TABLE acts ADD COLUMN approved_at TEXT NOT NULL DEFAULT '';  -- when the approval was recorded; empty: was not
ALTER TABLE acts ADD COLUMN withdrawn_on TEXT NOT NULL DEFAULT ''; -- a day; empty: was not
ALTER TABLE acts ADD COLUMN waybill TEXT NOT NULL DEFAULT '';      -- of the paper: number and day; empty: none
ALTER TABLE acts ADD COLUMN grams BIGINT NOT NULL DEFAULT 0;       -- weight of the paper
ALTER TABLE acts ADD COLUMN done_on TEXT NOT NULL DEFAULT '';      -- a day; empty: it is not carried out
ALTER TABLE acts ADD COLUMN done_by TEXT NOT NULL DEFAULT '';      -- login
UPDATE acts SET approved_at = changed_at WHERE state = 'approved';

-- The tombstones of documents. While 'gone' is 0 all of the document is still there and nobody sees it. After that this row,
-- its number, the hashes of its files and its place in the volume are the card that stays.
CREATE TABLE destroyed_documents (
  document BIGINT NOT NULL PRIMARY KEY REFERENCES documents (id),
  act BIGINT NOT NULL REFERENCES acts (number),
  volume BIGINT NOT NULL REFERENCES volumes (id), -- it was filed in; of a stack: that of the first paper destroyed
  gone BIGINT NOT NULL CHECK (gone IN (0, 1)),
  kind TEXT NOT NULL,                 -- of paper, as its card said; empty: it did not, or it is still there
  date TEXT NOT NULL,                 -- as its card said; likewise
  pages BIGINT NOT NULL               -- likewise; 0: not known
);
CREATE INDEX destroyed_documents_act ON destroyed_documents (act, volume);
CREATE INDEX destroyed_documents_withdrawn ON destroyed_documents (document) WHERE gone = 0;

-- The students whose data an act destroys, by their numbers in the register: the act about personal data lists them.
CREATE TABLE destroyed_subjects (
  act BIGINT NOT NULL REFERENCES acts (number),
  volume BIGINT NOT NULL REFERENCES volumes (id),
  student BIGINT NOT NULL,            -- of the register
  PRIMARY KEY (act, volume, student)
);
