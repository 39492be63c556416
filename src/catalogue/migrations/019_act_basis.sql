-- Why an act destroys: the term is over, or a learner withdrew the consent to the processing of optional data.
ALTER TABLE acts ADD COLUMN basis TEXT NOT NULL DEFAULT 'term_over'; -- or 'consent_withdrawn'
ALTER TABLE acts ADD COLUMN subject BIGINT NOT NULL DEFAULT 0;      -- whose data, of the register; 0: it is not about one learner
