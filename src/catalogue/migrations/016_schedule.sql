-- What the scheduled jobs did. Numbers and ids only, nobody's data.
CREATE TABLE schedule_runs (
  job TEXT NOT NULL,                  -- 'retention_plan', 'fixity' …
  due_on TEXT NOT NULL,               -- the day it was due on
  started_at TEXT NOT NULL,           -- when
  ended_at TEXT NOT NULL,             -- when
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'alarm', 'failed')),
  report TEXT NOT NULL,               -- JSON object: counts and ids
  PRIMARY KEY (job, due_on)
);
