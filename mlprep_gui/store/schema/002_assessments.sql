-- The question as an answer was graded with it; NULL: as it was asked.
ALTER TABLE assessment ADD COLUMN question_digest TEXT REFERENCES question_snapshot (digest);
CREATE INDEX assessment_by_question ON assessment (question_digest) WHERE question_digest IS NOT NULL;

-- A verdict may rest on several stretches of the answer: JSON, [start, end, text] each, in the order they were said.
ALTER TABLE point_verdict ADD COLUMN evidence TEXT NOT NULL DEFAULT '[]';
UPDATE point_verdict
SET evidence = json_array(json_array(evidence_start, evidence_end, evidence_text))
WHERE evidence_text IS NOT NULL;
ALTER TABLE point_verdict DROP COLUMN evidence_start;
ALTER TABLE point_verdict DROP COLUMN evidence_end;
ALTER TABLE point_verdict DROP COLUMN evidence_text;
