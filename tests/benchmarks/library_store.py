"""A store as it looks after years of practice: made-up answers, put together from texts of the shipped questions."""

import math
import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

from mlprep_gui.assessment.calibration import assessor_name
from mlprep_gui.assessment.model import load_model
from mlprep_gui.bank import load_library
from mlprep_gui.domain.assessment import Assessment, Evidence, PointVerdict, Verdict
from mlprep_gui.domain.question import Question
from mlprep_gui.domain.session import Mode, Session, SessionId, SessionState, Take, TakeId, TakeState
from mlprep_gui.domain.transcript import Transcript, Word
from mlprep_gui.paths import Paths
from mlprep_gui.store import Store

WORDS_A_DAY: Final = 2000
TAKES_A_SESSION: Final = 5
SESSIONS_A_DAY: Final = 2
WORDS_A_TAKE: Final = WORDS_A_DAY // (TAKES_A_SESSION * SESSIONS_A_DAY)
#: What a learner says in nearly every answer, and what was said once in all the years.
COMMON_WORD, RARE_WORD = "model", "zanzibar"
_WORD_S = 0.42
_LAST_DAY = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
_LEVELS_DB = tuple(random.Random(0).uniform(-50.0, -10.0) for _ in range(round(WORDS_A_TAKE * _WORD_S * 20)))
_SHARES = {Verdict.COVERED: 45, Verdict.PARTLY: 15, Verdict.MISSED: 30, Verdict.CONTRADICTED: 4, Verdict.UNSURE: 6}


@dataclass
class _Clock:
    now: datetime = field(default=_LAST_DAY)

    def __call__(self) -> datetime:
        return self.now


def fill_store(paths: Paths, takes: int, seed: int = 0) -> None:
    """Fill the store of a data folder with so many takes, the last ones on the evening of 22 November 2026.

    Everything goes through the store's own methods, so that it is what the program itself would have written.
    """
    chance = random.Random(seed)
    assessor = assessor_name(load_model(paths.resources / "assessor.json"))
    questions = load_library(paths.questions).questions
    clock = _Clock()
    store = Store.open(paths.database, paths.backups, clock)
    store._db.execute("PRAGMA synchronous = OFF")  # a benchmark's data may be lost; a learner's may not
    sessions = math.ceil(takes / TAKES_A_SESSION)
    for number in range(sessions):
        count = min(TAKES_A_SESSION, takes - number * TAKES_A_SESSION)
        days, hour = divmod(sessions - 1 - number, SESSIONS_A_DAY)
        clock.now = _LAST_DAY - timedelta(days=days, hours=8 * hour)
        _add_session(store, number, chance.sample(questions, count), clock.now, assessor, chance)
    store.close()


def copy_store(source: Paths, target: Paths) -> None:
    """Copy a closed store to another data folder."""
    target.database.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source.database, target.database)


def _add_session(
    store: Store, number: int, questions: Sequence[Question], began: datetime, assessor: str, chance: random.Random
) -> None:
    mode = Mode.MOCK if number % 4 == 0 else Mode.PRACTICE
    session = Session(SessionId(f"s{number:06}"), mode, began, tuple(questions), 30.0)
    store.add_session(session)
    for position, question in enumerate(questions):
        take = _take(session, position, question, chance)
        transcript = _transcript(question, chance, rare=number == 0 and position == 0)
        store.save_take(take)
        store.add_transcript(take.id, transcript)
        store.add_assessment(take.id, _assessment(question, transcript, assessor, chance))
        if chance.random() < 0.05:
            store.archive.set_note(take.id, f"Say that {question.key_points[0].statement}")
        if chance.random() < 0.03:
            store.archive.set_bookmark(take.id, is_marked=True)
    store.set_session_state(session.id, SessionState.FINISHED, began + timedelta(minutes=3 * len(questions)))


def _take(session: Session, position: int, question: Question, chance: random.Random) -> Take:
    return Take(
        id=TakeId(f"{session.id}-{position}"),
        session=session.id,
        question=question.id,
        position=position,
        attempt=1,
        started_at=session.started_at + timedelta(minutes=3 * position),
        state=TakeState.RECOVERED if chance.random() < 0.005 else TakeState.COMPLETE,
        audio=f"{session.id}-{position}.wav",
        rate_hz=16_000,
        duration_s=WORDS_A_TAKE * _WORD_S,
        levels_db=_LEVELS_DB,
        device="Desk microphone",
    )


def _transcript(question: Question, chance: random.Random, *, rare: bool) -> Transcript:
    """Return words of the question's own texts, in stretches of a dozen, with fillers between."""
    texts = [question.example, question.why, *(phrase for point in question.key_points for phrase in point.accept)]
    source = " ".join(texts).split()
    said: list[str] = [RARE_WORD] if rare else []
    while len(said) < WORDS_A_TAKE:
        begin = chance.randrange(len(source))
        said += [*source[begin : begin + 12], chance.choice(("um", "so", "and", COMMON_WORD))]
    words = tuple(
        Word(text, round(at * _WORD_S, 2), round(at * _WORD_S + 0.3, 2), round(chance.uniform(0.4, 1.0), 3))
        for at, text in enumerate(said[:WORDS_A_TAKE])
    )
    end_s = WORDS_A_TAKE * _WORD_S
    pieces = tuple(
        (begin, min(begin + 7.0, end_s)) for begin in (0.6 + 8.5 * piece for piece in range(int(end_s // 8.5)))
    )
    return Transcript(words, pieces, end_s, "tiny.en")


def _assessment(question: Question, transcript: Transcript, assessor: str, chance: random.Random) -> Assessment:
    verdicts = tuple(
        PointVerdict(
            point.id,
            verdict,
            round(chance.random(), 3),
            round(chance.random() * 0.1, 3),
            (Evidence(3, 12, " ".join(word.text for word in transcript.words[3:12])),)
            if verdict in (Verdict.COVERED, Verdict.PARTLY, Verdict.CONTRADICTED)
            else (),
        )
        for point, verdict in zip(
            question.key_points,
            chance.choices(list(_SHARES), list(_SHARES.values()), k=len(question.key_points)),
            strict=True,
        )
    )
    score = round(100 * sum(found.verdict is Verdict.COVERED for found in verdicts) / len(verdicts), 1)
    return Assessment(verdicts, score, max(0.0, score - 8), min(100.0, score + 8), assessor)
