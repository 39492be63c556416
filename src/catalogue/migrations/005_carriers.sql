-- Electronic carriers: photographs know when they were made, files that cannot be read are found by
-- what a person wrote of them.

-- As the camera's clock said, without a zone: '2024-05-15T18:30:05'; empty: not said.
ALTER TABLE originals ADD COLUMN made_at TEXT NOT NULL DEFAULT '';

-- May hold personal data; empty: none.
ALTER TABLE documents ADD COLUMN description TEXT NOT NULL DEFAULT '';
