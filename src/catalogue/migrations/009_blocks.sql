-- Blocked records: personal data nobody may use but whoever keeps the archive (consent withdrawn, processing
-- stopped), while the period of keeping them runs. A student's block is one of all papers linked to the student.
CREATE TABLE blocks (
  subject TEXT NOT NULL CHECK (subject IN ('student', 'document')),
  id BIGINT NOT NULL,                 -- of the student's record or of the document
  reason TEXT NOT NULL,               -- in a person's words; may be erased with the record
  blocked_at TEXT NOT NULL,           -- when
  blocked_by TEXT NOT NULL,           -- login
  PRIMARY KEY (subject, id)
);
