-- A question may be asked for some of its key points only; the answer then says nothing about the others.
ALTER TABLE question_snapshot
ADD COLUMN is_part INTEGER GENERATED ALWAYS AS (coalesce(json_extract(json, '$.is_part'), 0)) VIRTUAL;
CREATE INDEX question_snapshot_parts ON question_snapshot (digest) WHERE is_part;

-- What the learner did to the plan, which is computed from the answers. Rows are only ever added; of each kind the newest
-- on a question, or for 'rated' on an answer, counts, and a NULL value takes the one before back.
CREATE TABLE plan_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    created_at TEXT NOT NULL,
    act TEXT NOT NULL, -- rated, suspended, buried, reset, settings
    question_id TEXT NOT NULL, -- '' for settings
    take_id TEXT REFERENCES take (id) ON DELETE CASCADE,
    value TEXT
) STRICT;
CREATE INDEX plan_event_by_take ON plan_event (take_id) WHERE take_id IS NOT NULL;
CREATE INDEX plan_event_by_question ON plan_event (question_id, id);

-- What was computed for a question, with a mark of all it was computed from: saves time, and can be thrown away.
CREATE TABLE plan_snapshot (
    question_id TEXT PRIMARY KEY,
    mark TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;
