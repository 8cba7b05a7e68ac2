"""Values for the tests of the store."""

from datetime import UTC, datetime, timedelta

from mlprep_gui.domain.assessment import Assessment, Evidence, PointVerdict, Verdict
from mlprep_gui.domain.question import KeyPoint, KeyPointId, Level, PackId, Question, QuestionId, Term
from mlprep_gui.domain.session import Mode, Session, SessionId, Take, TakeId, TakeState
from mlprep_gui.domain.transcript import Transcript, Word

NOON = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)


def question(name: str) -> Question:
    return Question(
        id=QuestionId(name),
        prompt=f"What is {name}?",
        spoken_prompt=f"What is {name}, in short?",
        topic="Basics",
        level=Level.HARD,
        answer_s=75.0,
        why="Because.",
        key_points=(
            KeyPoint(
                KeyPointId("a"), "It is a thing.", 2.0, ("a thing", "some thing"), ("no thing",), "It is.", "Is it?"
            ),
            KeyPoint(KeyPointId("b"), "It has a café."),
        ),
        glossary=(Term("SMOTE", ("smote", "s mote")), Term("ROC")),
        pack=PackId("core"),
        content_hash=f"hash-{name}",
    )


def session(name: str, *questions: str, day: int = 0) -> Session:
    return Session(
        id=SessionId(name),
        mode=Mode.MOCK,
        started_at=NOON + timedelta(days=day),
        questions=tuple(question(one) for one in questions),
        think_s=20.0,
    )


def take(
    of: Session, position: int = 0, attempt: int = 1, state: TakeState = TakeState.COMPLETE, duration_s: float = 40.0
) -> Take:
    name = f"{of.id}-{position}-{attempt}"
    return Take(
        id=TakeId(name),
        session=of.id,
        question=of.questions[position].id,
        position=position,
        attempt=attempt,
        started_at=of.started_at + timedelta(minutes=2 * position, seconds=attempt),
        state=state,
        audio=f"{name}.wav",
        rate_hz=16_000,
        duration_s=duration_s,
        levels_db=(-60.5, -12.3, -90.0, 0.0),
        device="Desk microphone",
    )


def transcript(text: str = "It is a thing", model: str = "tiny.en 1") -> Transcript:
    words = tuple(Word(word, 0.5 * at, 0.5 * at + 0.4, 0.9) for at, word in enumerate(text.split()))
    return Transcript(words, ((0.0, 1.2), (1.9, 2.5)), 3.0, model)


def assessment(score: float, *verdicts: Verdict, assessor: str = "hybrid 1") -> Assessment:
    """Return verdicts on points a, b and c, which rest on one stretch of words, on none, and on two said apart."""
    evidence = ((Evidence(0, 2, "It is"),), (), (Evidence(0, 1, "It"), Evidence(2, 4, 'a "thïng"')))
    claims = ("no thing", "", "")
    points = tuple(
        PointVerdict(KeyPointId(name), verdict, 0.8, 0.1, said, claim)
        for name, verdict, said, claim in zip("abc", verdicts, evidence, claims, strict=False)
    )
    return Assessment(points, score, score - 5, score + 5, assessor)
