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

# Questions asked about one point of the answer before, as Question.is_follow_up tells: answers to them count for the
# point, not as answers of their own.
FOLLOW_UPS = """
SELECT digest FROM question_snapshot WHERE is_part AND prompt = json_extract(json, '$.key_points[0].probe')
"""

# Of several attempts at a question the last one that was graded counts, else the last one, as in the report of a round.
# SQLite takes the other columns from the row of max().
# {page} is one of the constants below, never text from outside.
_SESSIONS = f"""
WITH page AS ({{page}}),
counted AS (
    SELECT take.session_id, take.id, take.state, take.started_at, take.duration_s, entry.score,
        asked.digest IN ({FOLLOW_UPS}) AS follows, max((entry.score IS NOT NULL) * 1000000 + take.attempt)
    FROM take
    JOIN session_question AS asked ON asked.session_id = take.session_id AND asked.position = take.position
    JOIN answer_entry AS entry ON entry.take_id = take.id
    WHERE take.session_id IN (SELECT id FROM page) AND take.state IN {_ANSWERED}
    GROUP BY take.session_id, take.position
)
SELECT session.id, session.mode, session.state, session.started_at,
    count(counted.id) FILTER (WHERE NOT follows) AS answered,
    (SELECT count(*) FROM session_question AS asked
        WHERE asked.session_id = session.id AND asked.digest NOT IN ({FOLLOW_UPS})) AS questions,
    round(max(0.0, coalesce(
        (julianday(session.ended_at) - julianday(session.started_at)) * 86400.0,
        max((julianday(counted.started_at) - julianday(session.started_at)) * 86400.0 + counted.duration_s),
        0.0)), 1) AS duration_s,
    avg(counted.score) FILTER (WHERE NOT follows) AS mean_score,
    coalesce((SELECT snapshot.prompt FROM session_question AS asked
        JOIN question_snapshot AS snapshot ON snapshot.digest = asked.digest
        WHERE asked.session_id = session.id AND asked.position = 0), '') AS first_prompt,
    coalesce(sum(counted.state = 'recovered'), 0) AS recovered
FROM page AS session
LEFT JOIN counted ON counted.session_id = session.id
GROUP BY session.id
ORDER BY session.started_at DESC, session.id DESC
"""
SESSIONS = _SESSIONS.format(page="SELECT * FROM session WHERE deleted_at IS NULL")
SESSIONS_SINCE = _SESSIONS.format(page="SELECT * FROM session WHERE deleted_at IS NULL AND started_at >= ?")
# And the newest one, however long ago that was.
RECENT_SESSIONS = _SESSIONS.format(
    page="""
    SELECT * FROM session
    WHERE deleted_at IS NULL
        AND started_at >= min(?, (SELECT max(started_at) FROM session WHERE deleted_at IS NULL))
"""
)
# Those that come after a session in the list; after none when its name is empty.
SESSIONS_AFTER = _SESSIONS.format(
    page="""
    SELECT * FROM session
    WHERE deleted_at IS NULL
        AND (:after = '' OR (started_at, id) < (SELECT started_at, id FROM session WHERE id = :after))
    ORDER BY started_at DESC, id DESC LIMIT :limit
"""
)

# SQLite takes the other columns from the row of max().
LAST_ANSWERS = """
WITH newest AS (
    SELECT question_id, take_id, max(started_at) AS started_at, score,
        CASE WHEN score IS NOT NULL THEN assessment_id END AS assessment_id,
        count(*) AS answers, avg(score) AS mean_score
    FROM answer_entry WHERE listed AND NOT is_part GROUP BY question_id
)
SELECT newest.question_id, newest.started_at, newest.answers, newest.score AS last_score, newest.mean_score,
    coalesce(sum(coalesce(own.verdict, point.verdict) = 'missed'), 0) AS missed,
    coalesce(sum(coalesce(own.verdict, point.verdict) = 'contradicted'), 0) AS contradicted
FROM newest
LEFT JOIN point_verdict AS point ON point.assessment_id = newest.assessment_id
LEFT JOIN newest_own_verdict AS own ON own.take_id = newest.take_id AND own.key_point_id = point.key_point_id
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

# One row an attempt, with its verdicts in it: each row that is fetched waits for the GUI thread, when that is busy.
ATTEMPTS_AT = """
SELECT entry.take_id, entry.started_at, entry.score, take.audio,
    coalesce(graded.question_digest, entry.digest) AS digest,
    (SELECT json_group_object(key_point_id, verdict) FROM point_verdict
        WHERE assessment_id = entry.assessment_id AND entry.score IS NOT NULL) AS verdicts,
    (SELECT json_group_object(key_point_id, verdict) FROM newest_own_verdict
        WHERE newest_own_verdict.take_id = entry.take_id) AS own_verdicts
FROM answer_entry AS entry
JOIN take ON take.id = entry.take_id
LEFT JOIN assessment AS graded ON graded.id = entry.assessment_id
WHERE entry.question_id = ? AND entry.listed AND NOT entry.is_part
ORDER BY entry.started_at, entry.id
"""

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
