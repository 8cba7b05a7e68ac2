"""The store: one object, used from the store thread."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from mlprep_gui.domain.assessment import Assessment, PointVerdict, Verdict
from mlprep_gui.domain.comparing import ComparedAttempt
from mlprep_gui.domain.errors import StoreError
from mlprep_gui.domain.exporting import ExportedSession, SelectedSession, Selection
from mlprep_gui.domain.question import KeyPointId, Question, QuestionId
from mlprep_gui.domain.regrading import Stale
from mlprep_gui.domain.session import (
    Answer,
    EarlierGrade,
    EarlierTranscript,
    JudgedPoint,
    Mode,
    QuestionHistory,
    Session,
    SessionId,
    SessionRecord,
    SessionState,
    SessionSummary,
    Take,
    TakeId,
    TakeState,
)
from mlprep_gui.domain.transcript import Transcript
from mlprep_gui.ports import CapturedAudio
from mlprep_gui.store import codec, queries, recovery
from mlprep_gui.store.archive import Archive
from mlprep_gui.store.database import back_up, backup_is_due, copy_database, open_database
from mlprep_gui.store.errors import store_errors
from mlprep_gui.store.planning import Planning
from mlprep_gui.store.progress import ProgressReader
from mlprep_gui.store.selection import exported_answer
from mlprep_gui.store.selection import select as find_selected
from mlprep_gui.store.staleness import find_stale

RepairAudio = Callable[[Path], CapturedAudio | None]


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Store:
    """Keeps sessions and everything that belongs to them.

    Transcripts, assessments and the learner's own verdicts are only ever added; the newest counts.
    Every method raises StoreError when the disk or the database refuses.

    Attributes:
        notices: what the learner should be told about opening and recovering, in order.
        archive: the list of answers, with notes and bookmarks.
        progress: what has become of practice.
        planning: what the plan is computed from.
    """

    def __init__(
        self, connection: sqlite3.Connection, notices: tuple[str, ...] = (), now: Callable[[], datetime] = _utc_now
    ) -> None:
        self._db = connection
        self._now = now
        self.notices = notices
        self.archive = Archive(connection, self._changing, now)
        self.progress = ProgressReader(connection, self._changing)
        self.planning = Planning(connection, self._changing, now)

    @classmethod
    def open(cls, database: Path, backups: Path, now: Callable[[], datetime] = _utc_now) -> "Store":
        """Open or create the database; upgrades (after a backup) and restores as needed.

        Raises:
            StoreError: when it cannot be opened, or was written by a newer version, or is open already.
        """
        with store_errors(f"open the database {database}"):
            connection, notices = open_database(database, backups, now())
        return cls(connection, notices, now)

    def back_up_when_due(self, backups: Path) -> None:
        """Make the backup of the day if there is none; not for the start, since it copies everything."""
        with store_errors(f"make a backup in {backups}"):
            if backup_is_due(backups, self._now()):
                back_up(self._db, backups, self._now())

    def close(self) -> None:
        """Close the database; the store cannot be used afterwards."""
        with store_errors("close the database"):
            self._db.close()

    # Writing

    def add_session(self, session: Session) -> None:
        """Add a session and the questions as they are asked."""
        with self._changing("save the session"):
            self._db.execute(
                "INSERT INTO session (id, mode, state, started_at, ended_at, think_s) VALUES (?, ?, ?, ?, ?, ?)",
                (
                    session.id,
                    session.mode.value,
                    session.state.value,
                    codec.to_text(session.started_at),
                    codec.to_text(session.ended_at) if session.ended_at else None,
                    session.think_s,
                ),
            )
            for position, question in enumerate(session.questions):
                self._db.execute(
                    "INSERT INTO session_question (session_id, position, digest) VALUES (?, ?, ?)",
                    (session.id, position, self._keep_question(question)),
                )

    def add_follow_up(self, session: SessionId, position: int, question: Question) -> None:
        """Add a question that is asked after an answer, at the position after the last one."""
        with self._changing("save the follow-up question"):
            self._db.execute(
                "INSERT INTO session_question (session_id, position, digest) VALUES (?, ?, ?)",
                (session, position, self._keep_question(question)),
            )

    def _keep_question(self, question: Question) -> str:
        text = codec.question_to_json(question)
        digest = codec.digest(text)
        self._db.execute(
            "INSERT INTO question_snapshot (digest, question_id, content_hash, prompt, json) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            (digest, question.id, question.content_hash, question.prompt, text),
        )
        return digest

    def set_session_state(self, session: SessionId, state: SessionState, ended_at: datetime | None = None) -> None:
        """Say how a session stands."""
        with self._changing("save the session"):
            cursor = self._db.execute(
                "UPDATE session SET state = ?, ended_at = ? WHERE id = ?",
                (state.value, codec.to_text(ended_at) if ended_at else None, session),
            )
            _expect_one(cursor, f"There is no session {session}.")

    def save_take(self, take: Take) -> None:
        """Add a take, or bring its row up to date; its session and its position in it are fixed."""
        with self._changing("save the take"):
            self._db.execute(queries.SAVE_TAKE, codec.take_to_row(take))

    def add_transcript(self, take: TakeId, transcript: Transcript) -> None:
        """Add a transcript; it counts from now on."""
        with self._changing("save the transcript"):
            self._insert_transcript(take, transcript)

    def add_edit(self, take: TakeId, transcript: Transcript) -> None:
        """Add the learner's correction of what was recognised or typed; it counts from now on.

        add_transcript with what was recognised takes it back.
        """
        with self._changing("save your words"):
            self._insert_transcript(take, transcript, is_edit=True)

    def _insert_transcript(self, take: TakeId, transcript: Transcript, *, is_edit: bool = False) -> None:
        heard = self._db.execute(queries.NEWEST_UNEDITED, (take,)).fetchone()
        if is_edit and heard is None:
            message = "There are no words of this answer to correct."
            raise StoreError(message, "It may have been removed; go back to the list of sessions.")
        self._db.execute(
            "INSERT INTO transcript (take_id, created_at, model, duration_s, json, made_from)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                take,
                codec.to_text(self._now()),
                transcript.model,
                transcript.duration_s,
                codec.transcript_to_json(transcript),
                heard["id"] if is_edit else None,
            ),
        )

    def add_assessment(self, take: TakeId, assessment: Assessment, question: Question | None = None) -> None:
        """Add an assessment of the newest transcript; it counts until there is another one of either.

        Args:
            take: the answer.
            assessment: what was found.
            question: the question as it was graded, when that may differ from how it was asked.
        """
        with self._changing("save the assessment"):
            self._insert_assessment(take, assessment, question)

    def _insert_assessment(self, take: TakeId, assessment: Assessment, question: Question | None) -> None:
        cursor = self._db.execute(
            "INSERT INTO assessment (take_id, transcript_id, created_at, question_digest, assessor, graded, reason,"
            " score, score_low, score_high)"
            " VALUES (?, (SELECT max(id) FROM transcript WHERE take_id = ?), ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                take,
                take,
                codec.to_text(self._now()),
                self._keep_question(question) if question is not None else None,
                assessment.assessor,
                assessment.graded,
                assessment.reason,
                assessment.score,
                assessment.score_low,
                assessment.score_high,
            ),
        )
        self._db.executemany(
            "INSERT INTO point_verdict (assessment_id, position, key_point_id, verdict, p_covered, p_contradicted,"
            " evidence, wrong_claim) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    cursor.lastrowid,
                    position,
                    found.key_point,
                    found.verdict.value,
                    found.p_covered,
                    found.p_contradicted,
                    codec.evidence_to_json(found.evidence),
                    found.wrong_claim,
                )
                for position, found in enumerate(assessment.verdicts)
            ),
        )

    def keep_grade(self, graded: Answer) -> Answer | None:
        """Add the transcript and the assessment of an answer where they say something new.

        Args:
            graded: an answer of this store, graded again.

        Returns:
            The answer as it was kept before, or None when it was deleted or written down anew meanwhile: then nothing
            is added.
        """
        take = graded.take.id
        before = self.answer(take)
        if before is None or before.transcript not in (None, graded.transcript):
            return None
        if before.transcript is None and graded.transcript is not None:
            self.add_transcript(take, graded.transcript)
        is_new = before.assessment != graded.assessment or not before.question.grades_like(graded.question)
        if graded.assessment is not None and is_new:
            self.add_assessment(take, graded.assessment, graded.question)
        return before

    def set_own_verdict(self, take: TakeId, key_point: KeyPointId, verdict: Verdict | None) -> None:
        """Keep the learner's own verdict on a key point; None takes it back."""
        with self._changing("save your verdict"):
            self._db.execute(
                "INSERT INTO own_verdict (take_id, created_at, key_point_id, verdict) VALUES (?, ?, ?, ?)",
                (take, codec.to_text(self._now()), key_point, verdict.value if verdict else None),
            )

    def add_judged_first(self, take: TakeId, said: Mapping[KeyPointId, bool]) -> None:
        """Keep which key points the learner believed to have said, before seeing any verdict."""
        now = codec.to_text(self._now())
        with self._changing("save what you ticked"):
            self._db.executemany(
                "INSERT INTO judged_first (take_id, created_at, key_point_id, said) VALUES (?, ?, ?, ?)",
                ((take, now, point, ticked) for point, ticked in said.items()),
            )

    # Reading

    def sessions(self) -> tuple[SessionSummary, ...]:
        """Return the session list, newest first."""
        with store_errors("read the sessions"):
            return tuple(codec.summary_from_row(row) for row in self._db.execute(queries.SESSIONS))

    def recent_sessions(self, since: datetime) -> tuple[SessionSummary, ...]:
        """Return the sessions since an instant, and in any case the newest one; newest first."""
        with store_errors("read the sessions"):
            rows = self._db.execute(queries.RECENT_SESSIONS, (codec.to_text(since),))
            return tuple(codec.summary_from_row(row) for row in rows)

    def session(self, session: SessionId) -> SessionRecord:
        """Return a session with all its takes, in the order they were given."""
        with store_errors("read the session"):
            row = self._db.execute("SELECT * FROM session WHERE id = ?", (session,)).fetchone()
            if row is None:
                message = f"There is no session {session}."
                raise StoreError(message, "Go back to the list of sessions.")
            questions = self._db.execute(
                "SELECT snapshot.json FROM session_question AS asked"
                " JOIN question_snapshot AS snapshot ON snapshot.digest = asked.digest"
                " WHERE asked.session_id = ? ORDER BY asked.position",
                (session,),
            )
            value = Session(
                id=SessionId(row["id"]),
                mode=Mode(row["mode"]),
                started_at=codec.to_instant(row["started_at"]),
                questions=tuple(codec.question_from_json(question["json"]) for question in questions),
                think_s=row["think_s"],
                state=SessionState(row["state"]),
                ended_at=codec.to_instant(row["ended_at"]) if row["ended_at"] else None,
            )
            return SessionRecord(value, self._answers(queries.TAKES_OF_SESSION, session))

    def attempts_at(self, question: QuestionId) -> tuple[ComparedAttempt, ...]:
        """Return every whole answer ever given to a question, oldest first."""
        with store_errors("read the answers"):
            rows = self._db.execute(queries.ATTEMPTS_AT, (question,)).fetchall()
            questions = {digest: self._question(digest) for digest in {row["digest"] for row in rows}}
            return tuple(codec.attempt_from_row(row, questions[row["digest"]]) for row in rows)

    def answer(self, take: TakeId) -> Answer | None:
        """Return one answer, or None when there is none or its session was deleted."""
        with store_errors("read the answer"):
            return next(iter(self._answers(queries.TAKE, take)), None)

    def stale_answers(self, assessor: str, questions: Sequence[Question], *, everything: bool = False) -> Stale:
        """Return the answers that are not graded yet, or by another assessor, or before their question changed.

        Args:
            assessor: name and version of the present assessor.
            questions: the questions in use; an answer to any other one is only counted.
            everything: return every answer that can be graded again.
        """
        with store_errors("read the answers"):
            return find_stale(self._db, self._question, assessor, questions, everything=everything)

    def _answers(self, query: str, key: str) -> tuple[Answer, ...]:
        rows = self._db.execute(query, (key,)).fetchall()
        return tuple(self._answer(row) for row in rows)

    def _answer(self, row: sqlite3.Row) -> Answer:
        take = codec.take_from_row(row)
        written = self._transcripts(take.id)
        own = self._db.execute("SELECT * FROM newest_own_verdict WHERE take_id = ? ORDER BY id", (take.id,))
        first = self._db.execute("SELECT * FROM judged_first WHERE take_id = ? ORDER BY id", (take.id,))
        grades = self._grades(take.id, row["asked_digest"])
        newest = grades[0] if grades else None
        counts = (
            self._db.execute("SELECT 1 FROM newest_assessment WHERE take_id = ?", (take.id,)).fetchone() is not None
        )
        heard = self._db.execute(queries.EDITED_FROM, (take.id,)).fetchone()
        return Answer(
            take=take,
            question=newest.question if newest is not None else self._question(row["asked_digest"]),
            transcript=written[0].transcript if written else None,
            assessment=newest.assessment if newest is not None and counts else None,
            own_verdicts={KeyPointId(one["key_point_id"]): Verdict(one["verdict"]) for one in own},
            judged_first={KeyPointId(one["key_point_id"]): bool(one["said"]) for one in first},
            graded_at=newest.graded_at if newest is not None and counts else None,
            earlier=grades[1:] if counts else grades,
            written_at=written[0].written_at if written else None,
            earlier_transcripts=written[1:],
            heard=codec.transcript_from_row(heard) if heard else None,
            note=self.archive.note_of(take.id),
            bookmarked=self.archive.is_bookmarked(take.id),
        )

    def _transcripts(self, take: TakeId) -> tuple[EarlierTranscript, ...]:
        """Read every transcript of a take, newest first."""
        rows = self._db.execute("SELECT * FROM transcript WHERE take_id = ? ORDER BY id DESC", (take,)).fetchall()
        return tuple(
            EarlierTranscript(codec.to_instant(row["created_at"]), codec.transcript_from_row(row)) for row in rows
        )

    def _grades(self, take: TakeId, asked_digest: str) -> tuple[EarlierGrade, ...]:
        """Read every assessment of a take, newest first."""
        rows = self._db.execute("SELECT * FROM assessment WHERE take_id = ? ORDER BY id DESC", (take,)).fetchall()
        return tuple(
            EarlierGrade(
                codec.to_instant(row["created_at"]),
                self._question(row["question_digest"] or asked_digest),
                codec.assessment_from_row(row, self._verdicts(row["id"])),
            )
            for row in rows
        )

    def _verdicts(self, assessment: int) -> tuple[PointVerdict, ...]:
        rows = self._db.execute("SELECT * FROM point_verdict WHERE assessment_id = ? ORDER BY position", (assessment,))
        return tuple(codec.verdict_from_row(row) for row in rows)

    def _question(self, digest: str) -> Question:
        row = self._db.execute("SELECT json FROM question_snapshot WHERE digest = ?", (digest,)).fetchone()
        return codec.question_from_json(row["json"])

    def copy_to(self, target: Path) -> None:
        """Copy the database, as it stands, to a new file that needs no journal beside it."""
        with store_errors("copy the database"):
            copy_database(self._db, target)

    def select(self, selection: Selection) -> tuple[SelectedSession, ...]:
        """Return the sessions that an export is about, oldest first; those without an answer are left out."""
        with store_errors("read the sessions"):
            return find_selected(self._db, selection)

    def exported(self, session: SessionId, take: TakeId | None = None) -> ExportedSession:
        """Return a session with everything that is kept about its answers, or about one of them."""
        record = self.session(session)
        with store_errors("read the answers"):
            answers = tuple(
                exported_answer(self._db, answer)
                for answer in record.answers
                if answer.take.state is not TakeState.RECORDING and take in (None, answer.take.id)
            )
        return ExportedSession(record.session, answers)

    def last_answers(self) -> Mapping[QuestionId, QuestionHistory]:
        """Return what is known of every question ever answered."""
        with store_errors("read the answers"):
            rows = self._db.execute(queries.LAST_ANSWERS).fetchall()
        return {history.question: history for history in map(codec.history_from_row, rows)}

    def judged_points(self) -> tuple[JudgedPoint, ...]:
        """Return every point of every answer in which the learner judged at least one, oldest answer first."""
        with store_errors("read your verdicts"):
            return tuple(codec.judged_point_from_row(row) for row in self._db.execute(queries.JUDGED_POINTS))

    # Deleting and recovering

    def delete_session(self, session: SessionId) -> None:
        """Take a session off the list; restore_session brings it back until the next purge."""
        self._mark_deleted(session, codec.to_text(self._now()))

    def restore_session(self, session: SessionId) -> None:
        """Undo delete_session."""
        self._mark_deleted(session, None)

    def _mark_deleted(self, session: SessionId, when: str | None) -> None:
        with self._changing("change the session"):
            cursor = self._db.execute("UPDATE session SET deleted_at = ? WHERE id = ?", (when, session))
            _expect_one(cursor, f"There is no session {session}.")

    def purge_deleted(self, takes: Path) -> int:
        """Remove deleted sessions for good, with their audio, and return how many; for the start of the program."""
        with self._changing("remove deleted sessions"):
            return recovery.purge_deleted(self._db, takes)

    def recover(self, takes: Path, repair: RepairAudio) -> tuple[Take, ...]:
        """Bring back what a crash left behind; for the start of the program, before any recording.

        Args:
            takes: the takes folder. Audio that belongs to no take is left alone and named in the notices.
            repair: makes a cut-off recording whole; None when nothing was heard (`audio.wav.repair`).

        Returns:
            The takes that were being recorded, now recovered, or skipped when they hold no sound.
        """
        with self._changing("recover the last session"):
            recovered, notices = recovery.recover(self._db, takes, repair)
        self.notices += notices
        return recovered

    @contextmanager
    def _changing(self, doing: str) -> Iterator[None]:
        """One transaction: all of it or nothing."""
        with store_errors(doing):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise


def _expect_one(cursor: sqlite3.Cursor, message: str) -> None:
    if cursor.rowcount != 1:
        raise StoreError(message, "It may have been removed; go back to the list of sessions.")
