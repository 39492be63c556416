-- Stacks of papers: what separator, cover and case sheets say of the papers behind them, and marks of
-- the words of pages, so that a paper scanned twice is noticed.

-- What is wrong with a scan ("upside_down,faint"); empty: nothing.
ALTER TABLE pages ADD COLUMN warnings TEXT NOT NULL DEFAULT '';

-- The documents that are sheets, or hold one.
CREATE TABLE sheets (
  document BIGINT NOT NULL PRIMARY KEY REFERENCES documents (id),
  intake BIGINT NOT NULL REFERENCES intakes (id),
  scope TEXT NOT NULL CHECK (scope IN ('behind', 'within', 'several')),
  opens INTEGER NOT NULL,             -- 1: what it says holds until the next such sheet; 0: it only parts papers
  kind TEXT NOT NULL,                 -- 'separator', 'cover', 'case'
  case_index TEXT NOT NULL,           -- '02-08'; empty: not said
  year INTEGER NOT NULL,              -- of the nomenclature; 0: not said
  collective TEXT NOT NULL,           -- its title; empty: not said
  expected INTEGER NOT NULL           -- papers expected behind it; 0: not said
);
CREATE INDEX sheets_intake ON sheets (intake, document);

-- Numbers drawn from the words of the pages of the counted run: pages with nearly the same words share many.
CREATE TABLE page_marks (
  mark INTEGER NOT NULL,              -- which draw, from 0, times 65536, plus what was drawn
  document BIGINT NOT NULL REFERENCES documents (id),
  page INTEGER NOT NULL,              -- its number in the document, from 1
  PRIMARY KEY (mark, document, page)
);
CREATE INDEX page_marks_document ON page_marks (document);

-- Papers that seem to have been scanned before: told to people, never decided.
CREATE TABLE rescans (
  document BIGINT NOT NULL PRIMARY KEY REFERENCES documents (id),
  earlier BIGINT NOT NULL REFERENCES documents (id),
  likeness DOUBLE PRECISION NOT NULL  -- of their words, 0 … 1
);
