"""The longer SQL of the store. An answer is a take that holds something said or typed."""

_ANSWERED = "('complete', 'recovered', 'typed')"

# Answers to a part of a question. CROSS JOIN: begin with the few parts, not with the many takes.
PARTS = """
SELECT take.id FROM question_snapshot AS part
CROSS JOIN session_question AS asked ON asked.digest = part.digest
CROSS JOIN take ON take.session_id = asked.session_id AND take.position = asked.position
WHERE part.is_part
"""

SAVE_TAKE = """
INSERT INTO take (id, session_id, question_id, position, attempt, started_at, state, audio, rate_hz, duration_s,
                  levels, device)
VALUES (:id, :session_id, :question_id, :position, :attempt, :started_at, :state, :audio, :rate_hz, :duration_s,
        :levels, :device)
ON CONFLICT (id) DO UPDATE SET started_at = excluded.started_at, state = excluded.state, audio = excluded.audio,
    rate_hz = excluded.rate_hz, duration_s = excluded.duration_s, levels = excluded.levels, device = excluded.device
"""

# Of several attempts at a question the last one counts. SQLite takes the other columns from the row of max().
# {page} is one of the constants below, never text from outside.
_SESSIONS = f"""
WITH page AS ({{page}}),
counted AS (
    SELECT session_id, id, state, started_at, duration_s, max(attempt) FROM take
    WHERE session_id IN (SELECT id FROM page) AND state IN {_ANSWERED} GROUP BY session_id, position
)
SELECT session.id, session.mode, session.state, session.started_at,
    count(counted.id) AS answered,
    (SELECT count(*) FROM session_question AS asked WHERE asked.session_id = session.id) AS questions,
    round(max(0.0, coalesce(
        (julianday(session.ended_at) - julianday(session.started_at)) * 86400.0,
        max((julianday(counted.started_at) - julianday(session.started_at)) * 86400.0 + counted.duration_s),
        0.0)), 1) AS duration_s,
    avg(graded.score) AS mean_score,
    coalesce((SELECT snapshot.prompt FROM session_question AS asked
        JOIN question_snapshot AS snapshot ON snapshot.digest = asked.digest
        WHERE asked.session_id = session.id AND asked.position = 0), '') AS first_prompt,
    coalesce(sum(counted.state = 'recovered'), 0) AS recovered
FROM page AS session
LEFT JOIN counted ON counted.session_id = session.id
LEFT JOIN answer_entry AS graded ON graded.take_id = counted.id
GROUP BY session.id
ORDER BY session.started_at DESC, session.id DESC
"""
SESSIONS = _SESSIONS.format(page="SELECT * FROM session WHERE deleted_at IS NULL")
SESSIONS_SINCE = _SESSIONS.format(page="SELECT * FROM session WHERE deleted_at IS NULL AND started_at >= ?")
# Those that come after a session in the list; after none when its name is empty.
SESSIONS_AFTER = _SESSIONS.format(
    page="""
    SELECT * FROM session
    WHERE deleted_at IS NULL
        AND (:after = '' OR (started_at, id) < (SELECT started_at, id FROM session WHERE id = :after))
    ORDER BY started_at DESC, id DESC LIMIT :limit
"""
)

LAST_ANSWERS = f"""
WITH answered AS (
    SELECT take.id, take.question_id, take.started_at, graded.id AS assessment_id, graded.score
    FROM take
    JOIN session ON session.id = take.session_id AND session.deleted_at IS NULL
    LEFT JOIN newest_assessment AS graded ON graded.take_id = take.id AND graded.graded
    WHERE take.state IN {_ANSWERED} AND take.id NOT IN ({PARTS})
),
history AS (
    SELECT question_id, count(*) AS answers, avg(score) AS mean_score FROM answered GROUP BY question_id
),
newest AS (
    SELECT question_id, id, max(started_at) AS started_at, assessment_id, score FROM answered GROUP BY question_id
)
SELECT newest.question_id, newest.started_at, history.answers, newest.score AS last_score, history.mean_score,
    coalesce(sum(coalesce(own.verdict, point.verdict) = 'missed'), 0) AS missed,
    coalesce(sum(coalesce(own.verdict, point.verdict) = 'contradicted'), 0) AS contradicted
FROM newest
JOIN history ON history.question_id = newest.question_id
LEFT JOIN point_verdict AS point ON point.assessment_id = newest.assessment_id
LEFT JOIN newest_own_verdict AS own ON own.take_id = newest.id AND own.key_point_id = point.key_point_id
GROUP BY newest.question_id
"""

# {where} is one of the constants below, never text from outside.
_TAKES = """
SELECT take.*, asked.digest AS asked_digest FROM take
JOIN session ON session.id = take.session_id
JOIN session_question AS asked ON asked.session_id = take.session_id AND asked.position = take.position
WHERE {where}
ORDER BY take.started_at, take.position, take.attempt
"""
TAKE = _TAKES.format(where="take.id = ? AND session.deleted_at IS NULL")
TAKES_OF_SESSION = _TAKES.format(where="take.session_id = ?")
TAKES_OF_QUESTION = _TAKES.format(
    where=f"take.question_id = ? AND session.deleted_at IS NULL AND take.state IN {_ANSWERED}"
)

# Every point of every answer that the learner judged, with the verdict that stood there when the last point was judged.
JUDGED_POINTS = """
WITH judged AS (
    SELECT take_id, max(created_at) AS judged_at FROM newest_own_verdict GROUP BY take_id
)
SELECT graded.take_id, graded.assessor, point.*, own.verdict AS own,
    (SELECT earlier.verdict FROM assessment AS seen
        JOIN point_verdict AS earlier
            ON earlier.assessment_id = seen.id AND earlier.key_point_id = point.key_point_id
        WHERE seen.take_id = judged.take_id AND seen.created_at <= judged.judged_at
        ORDER BY seen.id DESC LIMIT 1) AS left_verdict
FROM judged
JOIN take ON take.id = judged.take_id
JOIN session ON session.id = take.session_id AND session.deleted_at IS NULL
JOIN newest_assessment AS graded ON graded.take_id = judged.take_id
JOIN point_verdict AS point ON point.assessment_id = graded.id
LEFT JOIN newest_own_verdict AS own ON own.take_id = judged.take_id AND own.key_point_id = point.key_point_id
ORDER BY take.started_at, take.position, take.attempt, point.position
"""

NEWEST_UNEDITED = "SELECT * FROM transcript WHERE take_id = ? AND made_from IS NULL ORDER BY id DESC LIMIT 1"
EDITED_FROM = """
SELECT heard.* FROM newest_transcript AS newest JOIN transcript AS heard ON heard.id = newest.made_from
WHERE newest.take_id = ?
"""

# Where a crashed session ended: with its last take.
END_LEFT_SESSION = """
UPDATE session SET state = 'ended_early', ended_at = (
    SELECT strftime('%Y-%m-%dT%H:%M:%f000+00:00',
        coalesce(max(julianday(take.started_at) + take.duration_s / 86400.0), julianday(session.started_at)))
    FROM take WHERE take.session_id = session.id)
WHERE state = 'running'
"""
