-- Times are UTC, ISO 8601 with microseconds, so that text order is time order.

-- A question as it was asked, kept even when its pack is gone or has changed.
CREATE TABLE question_snapshot (
    digest TEXT PRIMARY KEY,
    question_id TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    prompt TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;

CREATE TABLE session (
    id TEXT PRIMARY KEY,
    mode TEXT NOT NULL,
    state TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    think_s REAL NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX session_by_time ON session (started_at);

CREATE TABLE session_question (
    session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    digest TEXT NOT NULL REFERENCES question_snapshot (digest),
    PRIMARY KEY (session_id, position)
) STRICT;
CREATE INDEX session_question_by_digest ON session_question (digest);

CREATE TABLE take (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL,
    question_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    state TEXT NOT NULL,
    audio TEXT NOT NULL,
    rate_hz INTEGER NOT NULL,
    duration_s REAL NOT NULL,
    levels BLOB NOT NULL, -- tenths of a dBFS, 16-bit little-endian, one each 50 ms
    device TEXT NOT NULL,
    FOREIGN KEY (session_id, position) REFERENCES session_question (session_id, position) ON DELETE CASCADE,
    UNIQUE (session_id, position, attempt)
) STRICT;
CREATE INDEX take_by_question ON take (question_id, started_at);

-- Rows below are only ever added; the newest of a take wins.
CREATE TABLE transcript (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    take_id TEXT NOT NULL REFERENCES take (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    model TEXT NOT NULL,
    duration_s REAL NOT NULL,
    json TEXT NOT NULL -- words [text, start_s, end_s, confidence] and speech [start_s, end_s]
) STRICT;
CREATE INDEX transcript_by_take ON transcript (take_id, id);

CREATE TABLE assessment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    take_id TEXT NOT NULL REFERENCES take (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    assessor TEXT NOT NULL,
    graded INTEGER NOT NULL,
    reason TEXT NOT NULL,
    score REAL NOT NULL,
    score_low REAL NOT NULL,
    score_high REAL NOT NULL
) STRICT;
CREATE INDEX assessment_by_take ON assessment (take_id, id);

CREATE TABLE point_verdict (
    assessment_id INTEGER NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    key_point_id TEXT NOT NULL,
    verdict TEXT NOT NULL,
    p_covered REAL NOT NULL,
    p_contradicted REAL NOT NULL,
    evidence_start INTEGER,
    evidence_end INTEGER,
    evidence_text TEXT,
    wrong_claim TEXT NOT NULL,
    PRIMARY KEY (assessment_id, position)
) STRICT;

-- The learner's own verdict on a key point; a NULL verdict takes the one before back.
CREATE TABLE own_verdict (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    take_id TEXT NOT NULL REFERENCES take (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    key_point_id TEXT NOT NULL,
    verdict TEXT
) STRICT;
CREATE INDEX own_verdict_by_take ON own_verdict (take_id, key_point_id, id);

CREATE VIEW newest_transcript AS
SELECT * FROM transcript
WHERE id = (SELECT max(newer.id) FROM transcript AS newer WHERE newer.take_id = transcript.take_id);

CREATE VIEW newest_assessment AS
SELECT * FROM assessment
WHERE id = (SELECT max(newer.id) FROM assessment AS newer WHERE newer.take_id = assessment.take_id);

CREATE VIEW newest_own_verdict AS
SELECT * FROM own_verdict
WHERE
    verdict IS NOT NULL
    AND id = (
        SELECT max(newer.id) FROM own_verdict AS newer
        WHERE newer.take_id = own_verdict.take_id AND newer.key_point_id = own_verdict.key_point_id
    );
