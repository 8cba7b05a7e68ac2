"""Recordings made elsewhere, as answers."""

import uuid
from dataclasses import replace
from pathlib import Path

from mlprep_gui.audio.wav import repair
from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.session import Mode, Session, SessionId, SessionState, Take, TakeId, TakeState
from mlprep_gui.ports import CapturedAudio, Clock, Grader
from mlprep_gui.store import Store


def new_session_id(clock: Clock) -> SessionId:
    """Return the id of a session that starts now."""
    return SessionId(f"{clock.now():%Y%m%d-%H%M%S}-{uuid.uuid4().hex[:6]}")


def bring_in(grader: Grader, source: Path, takes: Path, session: SessionId) -> CapturedAudio:
    """Copy a recording of any kind into the takes folder, as takes are; blocking, so called in a job.

    Raises:
        InputError: when it is missing, broken, without sound or too long.
        StoreError, ModelError: as Grader.convert.
    """
    target = takes / f"{session}-file-{uuid.uuid4().hex[:6]}.wav"
    grader.convert(source, target)
    audio = repair(target)
    if audio is None:
        target.unlink()
        raise InputError(f"{source.name} has no sound in it.", "Choose another recording.")
    return replace(audio, device=source.name)


def keep_as_session(store: Store, clock: Clock, question: Question, session: SessionId, audio: CapturedAudio) -> None:
    """Keep a recording that was brought in as a practice session of one question; it is graded when it is opened.

    Raises:
        StoreError: when it cannot be written.
    """
    now = clock.now()
    store.add_session(Session(session, Mode.PRACTICE, now, (question,), 0.0, SessionState.FINISHED, now))
    take = Take(
        id=TakeId(f"{session}-01-1"),
        session=session,
        question=question.id,
        position=0,
        attempt=1,
        started_at=now,
        state=TakeState.COMPLETE,
        audio=audio.path.name,
        rate_hz=audio.rate_hz,
        duration_s=audio.duration_s,
        levels_db=audio.levels_db,
        device=audio.device,
    )
    store.save_take(take)
