-- The learner's notes on an answer: the newest counts, an empty one takes the one before away.
CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    take_id TEXT NOT NULL REFERENCES take (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX note_by_take ON note (take_id, id);

CREATE TABLE bookmark (
    take_id TEXT PRIMARY KEY REFERENCES take (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL
) STRICT;

-- How an answer sounded, measured once; measure names the way of measuring.
CREATE TABLE delivery (
    transcript_id INTEGER PRIMARY KEY REFERENCES transcript (id) ON DELETE CASCADE,
    measure INTEGER NOT NULL,
    words INTEGER NOT NULL,
    pace_wpm REAL,
    fillers INTEGER NOT NULL,
    long_pauses INTEGER,
    latency_s REAL
) STRICT;

CREATE VIEW newest_note AS
SELECT * FROM note WHERE id = (SELECT max(newer.id) FROM note AS newer WHERE newer.take_id = note.take_id);

-- What lists need of an answer in one narrow row, kept by the triggers below; later takes have greater ids.
CREATE TABLE answer_entry (
    id INTEGER PRIMARY KEY,
    take_id TEXT NOT NULL UNIQUE REFERENCES take (id) ON DELETE CASCADE,
    session_id TEXT NOT NULL,
    question_id TEXT NOT NULL,
    started_at TEXT NOT NULL,
    pack TEXT NOT NULL,
    topic TEXT NOT NULL,
    digest TEXT NOT NULL, -- of the question as it was asked
    is_part INTEGER NOT NULL, -- it was asked for some of its key points only
    state TEXT NOT NULL,
    listed INTEGER NOT NULL, -- something was said or typed, and its session is not deleted
    transcript_id INTEGER, -- the ones that count
    assessment_id INTEGER,
    score REAL, -- NULL: not graded
    bookmarked INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX answer_entry_by_time ON answer_entry (started_at);
CREATE INDEX answer_entry_by_session ON answer_entry (session_id);
CREATE INDEX answer_entry_by_question ON answer_entry (question_id, started_at);

-- What can be searched of an answer, and the index over it.
CREATE TABLE answer_text (
    id INTEGER PRIMARY KEY REFERENCES answer_entry (id) ON DELETE CASCADE,
    heard TEXT NOT NULL DEFAULT '', -- the words of the transcript that counts, with a space between two and nowhere else
    note TEXT NOT NULL DEFAULT '',
    question TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE answer_search USING fts5 (
    heard, note, question,
    content = 'answer_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

-- What was kept before.
INSERT INTO answer_entry (take_id, session_id, question_id, started_at, pack, topic, digest, is_part, state, listed,
    transcript_id, assessment_id, score)
SELECT take.id, take.session_id, take.question_id, take.started_at,
    coalesce(json_extract(asked.json, '$.pack'), ''), coalesce(json_extract(asked.json, '$.topic'), ''),
    place.digest, coalesce(json_extract(asked.json, '$.is_part'), 0), take.state,
    take.state IN ('complete', 'recovered', 'typed') AND session.deleted_at IS NULL,
    (SELECT max(id) FROM transcript WHERE take_id = take.id),
    newest.id, CASE WHEN newest.graded THEN newest.score END
FROM take
JOIN session ON session.id = take.session_id
JOIN session_question AS place ON place.session_id = take.session_id AND place.position = take.position
JOIN question_snapshot AS asked ON asked.digest = place.digest
LEFT JOIN newest_assessment AS newest ON newest.take_id = take.id
ORDER BY take.started_at, take.position, take.attempt;

INSERT INTO answer_text (id, heard, question)
SELECT entry.id,
    coalesce((SELECT group_concat(replace(json_extract(word.value, '$[0]'), ' ', char(160)), ' ')
        FROM transcript, json_each(transcript.json, '$.words') AS word
        WHERE transcript.id = entry.transcript_id), ''),
    asked.prompt
FROM answer_entry AS entry
JOIN question_snapshot AS asked ON asked.digest = entry.digest;

INSERT INTO answer_search (answer_search) VALUES ('rebuild');

-- The index follows what can be searched.
CREATE TRIGGER answer_text_added AFTER INSERT ON answer_text BEGIN
    INSERT INTO answer_search (rowid, heard, note, question) VALUES (new.id, new.heard, new.note, new.question);
END;
CREATE TRIGGER answer_text_changed AFTER UPDATE ON answer_text BEGIN
    INSERT INTO answer_search (answer_search, rowid, heard, note, question)
    VALUES ('delete', old.id, old.heard, old.note, old.question);
    INSERT INTO answer_search (rowid, heard, note, question) VALUES (new.id, new.heard, new.note, new.question);
END;
CREATE TRIGGER answer_text_removed AFTER DELETE ON answer_text BEGIN
    INSERT INTO answer_search (answer_search, rowid, heard, note, question)
    VALUES ('delete', old.id, old.heard, old.note, old.question);
END;

-- Both follow what is kept, whoever writes it.
CREATE TRIGGER take_added AFTER INSERT ON take BEGIN
    INSERT INTO answer_entry (take_id, session_id, question_id, started_at, pack, topic, digest, is_part, state, listed)
    SELECT new.id, new.session_id, new.question_id, new.started_at,
        coalesce(json_extract(asked.json, '$.pack'), ''), coalesce(json_extract(asked.json, '$.topic'), ''),
        place.digest, coalesce(json_extract(asked.json, '$.is_part'), 0), new.state,
        new.state IN ('complete', 'recovered', 'typed') AND session.deleted_at IS NULL
    FROM session
    JOIN session_question AS place ON place.session_id = session.id AND place.position = new.position
    JOIN question_snapshot AS asked ON asked.digest = place.digest
    WHERE session.id = new.session_id;
    INSERT INTO answer_text (id, question)
    SELECT entry.id, asked.prompt
    FROM answer_entry AS entry
    JOIN question_snapshot AS asked ON asked.digest = entry.digest
    WHERE entry.take_id = new.id;
END;
CREATE TRIGGER take_changed AFTER UPDATE OF state, started_at ON take BEGIN
    UPDATE answer_entry
    SET started_at = new.started_at, state = new.state,
        listed = new.state IN ('complete', 'recovered', 'typed')
            AND (SELECT deleted_at IS NULL FROM session WHERE id = new.session_id)
    WHERE take_id = new.id;
END;
CREATE TRIGGER session_hidden AFTER UPDATE OF deleted_at ON session BEGIN
    UPDATE answer_entry
    SET listed = state IN ('complete', 'recovered', 'typed') AND new.deleted_at IS NULL
    WHERE session_id = new.id;
END;
CREATE TRIGGER transcript_added AFTER INSERT ON transcript BEGIN
    UPDATE answer_entry
    SET transcript_id = new.id,
        (assessment_id, score) = (
            SELECT id, CASE WHEN graded THEN score END FROM newest_assessment WHERE take_id = new.take_id)
    WHERE take_id = new.take_id;
    UPDATE answer_text
    SET heard = coalesce((SELECT group_concat(replace(json_extract(word.value, '$[0]'), ' ', char(160)), ' ')
        FROM json_each(new.json, '$.words') AS word), '')
    WHERE id = (SELECT id FROM answer_entry WHERE take_id = new.take_id);
END;
CREATE TRIGGER assessment_added AFTER INSERT ON assessment BEGIN
    UPDATE answer_entry
    SET (assessment_id, score) = (
        SELECT id, CASE WHEN graded THEN score END FROM newest_assessment WHERE take_id = new.take_id)
    WHERE take_id = new.take_id;
END;
CREATE TRIGGER note_added AFTER INSERT ON note BEGIN
    UPDATE answer_text SET note = new.text WHERE id = (SELECT id FROM answer_entry WHERE take_id = new.take_id);
END;
CREATE TRIGGER bookmark_added AFTER INSERT ON bookmark BEGIN
    UPDATE answer_entry SET bookmarked = 1 WHERE take_id = new.take_id;
END;
CREATE TRIGGER bookmark_removed AFTER DELETE ON bookmark BEGIN
    UPDATE answer_entry SET bookmarked = 0 WHERE take_id = old.take_id;
END;
