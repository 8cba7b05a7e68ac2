-- The learner's correction of a transcript, and the transcript it was made from; NULL: as it was recognised or typed.
ALTER TABLE transcript ADD COLUMN made_from INTEGER REFERENCES transcript (id);

-- The words an assessment is about: with newer words it no longer counts. NULL: there were none.
ALTER TABLE assessment ADD COLUMN transcript_id INTEGER REFERENCES transcript (id);
UPDATE assessment
SET transcript_id = (SELECT max(transcript.id) FROM transcript WHERE transcript.take_id = assessment.take_id);

DROP VIEW newest_assessment;
CREATE VIEW newest_assessment AS
SELECT * FROM assessment
WHERE
    id = (SELECT max(newer.id) FROM assessment AS newer WHERE newer.take_id = assessment.take_id)
    AND transcript_id IS (SELECT max(heard.id) FROM transcript AS heard WHERE heard.take_id = assessment.take_id);
