"""What a reader is told of a session, in plain words: made once, written as Markdown, HTML, PDF and Anki notes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mlprep_gui.delivery import measure
from mlprep_gui.domain.assessment import Assessment, Evidence, PointVerdict, Verdict
from mlprep_gui.domain.exporting import ExportedSession
from mlprep_gui.domain.question import KeyPoint
from mlprep_gui.domain.session import Answer, Mode, Session, SessionState, TakeState

_MODES = {Mode.PRACTICE: "Practice", Mode.MOCK: "Mock interview"}


@dataclass(frozen=True, slots=True)
class PointReport:
    """One key point of an answer.

    Attributes:
        verdict: the program's; None when the answer was not graded.
        own: the learner's own verdict, which counts before the program's.
        quotes: the learner's words it rests on.
        advice: what to say instead, or what is right; empty for a point that was covered.
    """

    statement: str
    verdict: Verdict | None
    own: Verdict | None = None
    quotes: tuple[str, ...] = ()
    advice: str = ""

    @property
    def counts_as(self) -> Verdict | None:
        """The verdict that counts."""
        return self.own or self.verdict


@dataclass(frozen=True, slots=True)
class AnswerReport:
    """One answer.

    Attributes:
        facts: topic, level, attempt and how it sounded, each a few words.
        score: the score with its range, or why there is none.
        note: the learner's own; empty for none.
        audio: file name of its recording inside the takes folder; empty when there is none.
    """

    number: int
    prompt: str
    facts: tuple[str, ...]
    score: str
    said: str
    points: tuple[PointReport, ...]
    example: str
    note: str
    audio: str


@dataclass(frozen=True, slots=True)
class SessionReport:
    """One session with its answers."""

    title: str
    facts: tuple[str, ...]
    answers: tuple[AnswerReport, ...]


def session_report(exported: ExportedSession) -> SessionReport:
    """Return what is told of a session."""
    session, answers = exported.session, tuple(each.answer for each in exported.answers)
    reports = tuple(answer_report(answer) for answer in answers)
    title = f"{_MODES[session.mode]}, {instant_words(session.started_at)}"
    return SessionReport(title, _session_facts(session, answers, reports), reports)


def answer_report(answer: Answer) -> AnswerReport:
    """Return what is told of an answer."""
    question, transcript = answer.question, answer.transcript
    grade = answer.assessment if answer.assessment is not None and answer.assessment.graded else None
    return AnswerReport(
        number=answer.take.position + 1,
        prompt=_writable(question.prompt),
        facts=tuple(map(_writable, _answer_facts(answer))),
        score=_writable(_score_words(answer, grade)),
        said=_writable(transcript.text) if transcript is not None else "",
        points=tuple(_point_report(answer, grade, point) for point in question.key_points),
        example=_writable(question.example),
        note=_writable(answer.note),
        audio=Path(answer.take.audio).name if answer.take.audio else "",
    )


def verdict_word(verdict: Verdict) -> str:
    """Return the word of a verdict."""
    return verdict.value.capitalize()


def verdict_counts(points: Sequence[PointReport]) -> str:
    """Return "3 covered, 1 partly, 2 missed" of points that have a verdict; empty when none has."""
    counts = Counter(point.counts_as for point in points if point.counts_as is not None)
    return ", ".join(f"{counts[verdict]} {verdict.value}" for verdict in Verdict if counts[verdict])


def instant_words(when: datetime) -> str:
    """Return "22 November 2026, 18:42", where the learner is."""
    local = when.astimezone()
    return f"{local.day} {local:%B %Y, %H:%M}"


def clock(seconds: float) -> str:
    """Return "1:05"."""
    minutes, rest_s = divmod(round(seconds), 60)
    return f"{minutes}:{rest_s:02d}"


def counted(number: int, one: str, many: str) -> str:
    """Return "1 answer" or "5 answers"."""
    return f"{number} {one if number == 1 else many}"


def _session_facts(session: Session, answers: Sequence[Answer], reports: Sequence[AnswerReport]) -> tuple[str, ...]:
    given = [answer for answer in answers if answer.take.state is not TakeState.SKIPPED]
    followed = sum(answer.question.is_follow_up for answer in given)
    asked = sum(not question.is_follow_up for question in session.questions)
    facts = [counted(asked, "question asked", "questions asked")]
    facts.append(counted(len(given) - followed, "answer", "answers"))
    if followed:
        facts.append(counted(followed, "follow-up answered", "follow-ups answered"))
    if session.state is SessionState.ENDED_EARLY:
        facts.append("ended early")
    # Of several attempts the last one counts.
    whole = zip(answers, reports, strict=True)
    newest = {report.number: report for answer, report in whole if not answer.question.is_follow_up}
    if counts := verdict_counts([point for report in newest.values() for point in report.points]):
        facts.append(f"key points: {counts}")
    return tuple(facts)


def _answer_facts(answer: Answer) -> list[str]:
    question, take = answer.question, answer.take
    facts = [question.topic] if question.topic else []
    facts.append("follow-up" if question.is_follow_up else question.level.value)
    if take.attempt > 1:
        facts.append(f"attempt {take.attempt}")
    if take.state is TakeState.SKIPPED:
        return [*facts, "skipped"]
    if take.state is TakeState.TYPED:
        facts.append("typed")
    if take.state is TakeState.RECOVERED:
        facts.append("recovered after a crash")
    if answer.bookmarked:
        facts.append("bookmarked")
    if answer.transcript is not None and answer.transcript.is_edited:
        facts.append("transcript corrected")
    return facts + _delivery_facts(answer)


def _delivery_facts(answer: Answer) -> list[str]:
    if answer.transcript is None:
        return [clock(answer.take.duration_s)] if answer.take.duration_s else []
    measured = measure(answer.transcript)
    if answer.transcript.is_typed:
        return [counted(measured.words, "word", "words")]
    facts = [clock(measured.duration_s)]
    if measured.pace_wpm is not None:
        facts.append(f"{round(measured.pace_wpm)} words a minute")
    if measured.long_pauses is not None:
        facts.append(counted(measured.long_pauses, "long pause", "long pauses"))
    facts.append(counted(len(measured.fillers), "filler", "fillers"))
    if measured.latency_s is not None:
        facts.append(f"first word after {measured.latency_s:.1f} s")
    return facts


def _score_words(answer: Answer, grade: Assessment | None) -> str:
    if grade is not None:
        return f"{round(grade.score)} of 100, likely {round(grade.score_low)} to {round(grade.score_high)}"
    if answer.take.state is TakeState.SKIPPED:
        return "Skipped."
    reason = answer.assessment.reason if answer.assessment is not None else ""
    return f"Not graded. {reason}".strip()


def _point_report(answer: Answer, grade: Assessment | None, point: KeyPoint) -> PointReport:
    found = grade.verdict_of(point.id) if grade is not None else None
    own = answer.own_verdicts.get(point.id)
    verdict = found.verdict if found is not None else None
    return PointReport(
        statement=_writable(point.statement),
        verdict=verdict,
        own=own,
        quotes=tuple(map(_writable, _quotes(found.evidence))) if found is not None else (),
        advice=_writable(_advice(point, own or verdict, found)),
    )


def _quotes(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """Return the words of each stretch, as one quotes them: only the last may end with a full stop."""
    said = [each.text.rstrip(",;:") for each in evidence]
    return (*(words.rstrip(".") for words in said[:-1]), *said[-1:])


def _advice(point: KeyPoint, counts_as: Verdict | None, found: PointVerdict | None) -> str:
    if counts_as in (Verdict.MISSED, Verdict.PARTLY):
        return f"You could say: {point.sayable}"
    if counts_as is Verdict.CONTRADICTED:
        claim = found.wrong_claim.rstrip(".") if found is not None else ""
        sounds_like = f"This sounds like the reverse: {claim}." if claim else ""
        return f"{sounds_like} {point.correction}".strip()
    return ""


def _writable(text: str) -> str:
    """Return the text without halves of characters, which a recogniser may leave and no file can hold."""
    return text.encode("utf-8", errors="replace").decode("utf-8")
