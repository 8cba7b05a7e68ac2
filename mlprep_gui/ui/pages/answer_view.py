"""What the widgets show of one answer: key points with evidence, marks in the transcript, the waveform."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication

from mlprep_gui.app.said_below import in_words
from mlprep_gui.app.views import AnswerView
from mlprep_gui.delivery import MEASURED_RECOGNISER, PHRASES_WRITTEN, SOUNDS_WRITTEN
from mlprep_gui.domain.assessment import Assessment, Evidence, PointVerdict, Verdict
from mlprep_gui.domain.question import KeyPoint, KeyPointId
from mlprep_gui.domain.session import TakeState
from mlprep_gui.domain.transcript import Transcript
from mlprep_gui.ui.pages.words import decimal_words
from mlprep_gui.ui.widgets.key_point_row import KeyPointView
from mlprep_gui.ui.widgets.waveform import WaveView, clock
from mlprep_gui.ui.widgets.words_view import Marked, Noted

translate = QCoreApplication.translate
_BEFORE_S = 0.15
_AFTER_S = 0.25
_FLOOR_DB = -60.0
_BARS = 300
_LABEL_SHARE = 0.08
LONG_PAUSE_S = 1.0
_BETTER = (Verdict.CONTRADICTED, Verdict.MISSED, Verdict.UNSURE, Verdict.PARTLY, Verdict.COVERED)


def grade_of(view: AnswerView) -> Assessment | None:
    """Return the assessment when the answer was graded, else None."""
    grade = view.answer.assessment
    return grade if grade is not None and grade.graded else None


def verdicts_of(view: AnswerView) -> tuple[Verdict, ...]:
    """Return the program's verdicts in the order of the key points; empty when it was not graded."""
    grade = grade_of(view)
    if grade is None:
        return ()
    found = (grade.verdict_of(point.id) for point in view.answer.question.key_points)
    return tuple(verdict.verdict for verdict in found if verdict is not None)


def ungraded_reason(view: AnswerView) -> tuple[str, str]:
    """Return why there is no grade, as a title and what to do; both empty when there is one."""
    if grade_of(view) is not None:
        return "", ""
    if view.answer.take.state is TakeState.SKIPPED:
        return translate("Answers", "Skipped."), translate("Answers", "Nothing was recorded for this question.")
    if view.pending:
        return (
            translate("Answers", "Being graded."),
            translate("Answers", "The answer is saved. The verdicts appear here when they are ready."),
        )
    not_graded = translate("Answers", "Not graded.")
    if view.failure:
        return not_graded, view.failure
    if view.answer.assessment is not None and view.answer.assessment.reason:
        return not_graded, in_words(view.answer.assessment.reason)
    return not_graded, translate("Answers", "Play it, say it again, or type it.")


def evidence_times(transcript: Transcript | None, evidence: Sequence[Evidence]) -> tuple[tuple[float, float], ...]:
    """Return from when to when the evidence was said, seconds, a little wider; empty when there is nothing to play."""
    if transcript is None or transcript.is_typed:
        return ()
    times: list[tuple[float, float]] = []
    for stretch in evidence:
        words = transcript.words[stretch.start : stretch.end]
        if not words:
            continue
        start_s, end_s = max(0.0, words[0].start_s - _BEFORE_S), words[-1].end_s + _AFTER_S
        if times and start_s <= times[-1][1]:  # so near to the one before that nothing lies between
            start_s = times.pop()[0]
        times.append((start_s, end_s))
    return tuple(times)


def reversal(point: KeyPoint, found: PointVerdict | None) -> str:
    """Return what a contradicted point sounds like, as one sentence; empty for any other verdict."""
    if found is None or found.verdict is not Verdict.CONTRADICTED:
        return ""
    if found.wrong_claim:
        return translate("Answers", "This sounds like the reverse: “{0}”.").format(found.wrong_claim.rstrip("."))
    return translate("Answers", "This sounds like the reverse of “{0}”.").format(point.statement.rstrip("."))


def key_point_views(view: AnswerView) -> tuple[KeyPointView, ...]:
    """Return the rows of an answer, in the order of the question's key points."""
    return tuple(_key_point_view(view, point) for point in view.answer.question.key_points)


def best_answer(view: AnswerView, point: KeyPointId) -> AnswerView:
    """Return the answer that says most about a key point: this one, or one to a follow-up question about it."""
    asked = [each for each in view.follow_ups if (grade := grade_of(each)) is not None and grade.verdict_of(point)]
    return max((view, *asked), key=lambda each: _rank(each, point))


def _rank(view: AnswerView, point: KeyPointId) -> int:
    grade = grade_of(view)
    found = grade.verdict_of(point) if grade is not None else None
    return _BETTER.index(found.verdict) if found is not None else -1


def _after(view: AnswerView, best: AnswerView, point: KeyPointId) -> str:
    """Return what a follow-up question about a point did to its verdict; empty when none was answered and graded."""
    if best is not view:
        return translate("Answers", "after the follow\u2011up")
    asked = any((grade := grade_of(each)) is not None and grade.verdict_of(point) for each in view.follow_ups)
    return translate("Answers", "also after the follow\u2011up") if asked else ""


def tick_agrees(ticked: bool, verdict: Verdict) -> bool | None:
    """Return whether the learner and the program agree on what was said; None where it is half said, or unsure."""
    if verdict in (Verdict.PARTLY, Verdict.UNSURE):
        return None
    return ticked is (verdict is Verdict.COVERED)


def ticks_agreement(view: AnswerView) -> tuple[int, int]:
    """Return how often the learner ticked as the program found, of how many points that were clearly said or not."""
    grade, ticks = grade_of(view), view.answer.judged_first
    if grade is None or not ticks:
        return 0, 0
    compared = [tick_agrees(ticks[each.key_point], each.verdict) for each in grade.verdicts if each.key_point in ticks]
    clear = [same for same in compared if same is not None]
    return sum(clear), len(clear)


def _key_point_view(view: AnswerView, point: KeyPoint) -> KeyPointView:
    answer, grade, first = view.answer, grade_of(view), view
    own, ticked = answer.own_verdicts.get(point.id), answer.judged_first.get(point.id)
    at_first = grade.verdict_of(point.id) if grade is not None else None
    view = best_answer(first, point.id)
    grade = grade_of(view)
    found = grade.verdict_of(point.id) if grade is not None else None
    if found is None or at_first is None:
        return KeyPointView(point.id, point.statement, None, own=own)
    transcript = view.answer.transcript
    times = evidence_times(transcript, found.evidence)
    lacking = found.verdict in (Verdict.MISSED, Verdict.PARTLY)
    return KeyPointView(
        key_point=point.id,
        statement=point.statement,
        verdict=found.verdict,
        quotes=quotes_of(transcript, found.evidence),
        quote_time=", ".join(dict.fromkeys(clock(start_s + _BEFORE_S) for start_s, _ in times)),
        playable=bool(times) and view.audio is not None,
        reversal=reversal(point, found),
        correction=point.correction if found.verdict is Verdict.CONTRADICTED else "",
        could_say=point.sayable if lacking else "",
        question=_question(found),
        own=own,
        after=_after(first, view, point.id),
        ticked=ticked,
        tick_agrees=ticked is None or tick_agrees(ticked, at_first.verdict) is not False,
    )


def _question(found: PointVerdict) -> str:
    """Return what an unsure verdict asks the learner, above the words it rests on; empty for any other verdict."""
    if found.verdict is not Verdict.UNSURE:
        return ""
    if found.evidence:
        return translate("Answers", "Did you say this? Your words:")
    return translate("Answers", "Did you say this? No words of yours show it clearly.")


def quotes_of(transcript: Transcript | None, evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """Return the learner's words of each stretch of evidence; without a transcript as the evidence holds them."""
    said = [_quote(transcript, stretch) for stretch in evidence]
    return (*(words.rstrip(".") for words in said[:-1]), *said[-1:])


def _quote(transcript: Transcript | None, evidence: Evidence) -> str:
    if transcript is not None and 0 <= evidence.start < evidence.end <= len(transcript.words):
        text = " ".join(word.text for word in transcript.words[evidence.start : evidence.end])
    else:
        text = evidence.text
    return text.rstrip(",;:")


def marks_of(view: AnswerView) -> tuple[Marked, ...]:
    """Return the evidence in the transcript, first word first.

    Where two overlap the earlier one keeps its words, and tells of both.
    """
    grade = grade_of(view)
    if grade is None:
        return ()
    statements = {point.id: point.statement for point in view.answer.question.key_points}
    marks = [
        Marked(stretch.start, stretch.end, found.verdict, _about(statements.get(found.key_point, ""), number, found))
        for found in grade.verdicts
        if found.verdict is not Verdict.MISSED
        for number, stretch in enumerate(found.evidence, start=1)
    ]
    marks.sort(key=lambda mark: (mark.start, mark.end))
    apart: list[Marked] = []
    for mark in marks:
        start = max(mark.start, apart[-1].end) if apart else mark.start
        if start < mark.end:
            about = "\n".join(each.about for each in marks if each.start < mark.end and start < each.end)
            apart.append(Marked(start, mark.end, mark.verdict, about))
    return tuple(apart)


def notes_of(view: AnswerView) -> tuple[Noted, ...]:
    """Return what some words are heard as; the words themselves stay as they were written down."""
    return tuple(
        Noted(found.start, found.end, translate("Answers", "Heard as: {0}").format(found.term))
        for found in view.heard_as
    )


def _about(statement: str, number: int, found: PointVerdict) -> str:
    """Return what a mark stands for: the key point, and which of its stretches this is where there are two."""
    if len(found.evidence) < 2:
        return statement
    return translate("Answers", "{0} ({1} of {2})").format(statement, number, len(found.evidence))


def wave_of(view: AnswerView) -> WaveView:
    """Return the waveform of an answer: at most 300 bars, pauses of a second or more, fillers."""
    take, transcript = view.answer.take, view.answer.transcript
    pauses: Sequence[tuple[float, float]] = ()
    fillers: list[tuple[float, str]] = []
    if transcript is not None:
        pauses = [(gap.start_s, gap.end_s) for gap in transcript.pauses if gap.duration_s >= LONG_PAUSE_S]
        found = view.delivery.fillers if view.delivery is not None else ()
        fillers = [
            (transcript.words[filler.start].start_s, filler.text)
            for filler in found
            if filler.start < len(transcript.words)
        ]
    return WaveView(take.duration_s, _bars(take.levels_db), pauses, _readable(fillers, pauses, take.duration_s))


def _readable(
    fillers: Sequence[tuple[float, str]], pauses: Sequence[tuple[float, float]], duration_s: float
) -> list[tuple[float, str]]:
    """Leave the word of a filler out where it would be written over the length of a pause; its tick stays."""
    room_s = duration_s * _LABEL_SHARE
    middles = [(start + end) / 2 for start, end in pauses]
    return [
        (start_s, "" if any(abs(start_s - middle) < room_s for middle in middles) else word)
        for start_s, word in fillers
    ]


def _bars(levels_db: Sequence[float]) -> tuple[float, ...]:
    if not levels_db:
        return ()
    count = min(_BARS, len(levels_db))
    edges = [round(len(levels_db) * index / count) for index in range(count + 1)]
    loudest = [max(levels_db[start:end]) for start, end in pairwise(edges)]
    return tuple(min(1.0, max(0.0, 1.0 - level / _FLOOR_DB)) for level in loudest)


def delivery_lines(view: AnswerView) -> tuple[tuple[str, str], ...]:
    """Return how the answer sounded as pairs of label and value; what could not be measured says so."""
    found = view.delivery
    if found is None or not found.words:
        return ()
    lines = [(translate("Delivery", "Words"), str(found.words))]
    typed = view.answer.transcript is not None and view.answer.transcript.is_typed
    if typed:
        return tuple(lines)
    unknown = translate("Delivery", "not measured")
    pace = translate("Delivery", "{0} words a minute").format(round(found.pace_wpm)) if found.pace_wpm else unknown
    lines.append((translate("Delivery", "Pace"), pace))
    first = (
        unknown if found.latency_s is None else translate("Delivery", "{0} s").format(decimal_words(found.latency_s))
    )
    lines.append((translate("Delivery", "First word after"), first))
    lines.append((translate("Delivery", "Pauses over 1 s"), _pause_words(found.long_pauses, found.longest_pause_s)))
    counts: dict[str, int] = {}
    for filler in found.fillers:
        counts[filler.text] = counts.get(filler.text, 0) + 1
    heard = ", ".join(f"{text} {count}" for text, count in sorted(counts.items(), key=lambda pair: -pair[1]))
    lines.append((translate("Delivery", "Fillers heard"), heard or translate("Delivery", "none")))
    return tuple(lines)


def delivery_note(view: AnswerView) -> str:
    """Return how far the counts can be relied on; empty for a typed answer and where nothing was measured."""
    transcript = view.answer.transcript
    if transcript is None or transcript.is_typed or not delivery_lines(view):
        return ""
    measured = translate("Delivery", "Pace and pauses are measured in the sound, fillers counted in the words.")
    if transcript.is_edited:
        counted = translate("Delivery", "They are the words as you corrected them.")
    elif transcript.model == MEASURED_RECOGNISER:
        (sounds, of_sounds), (phrases, of_phrases) = SOUNDS_WRITTEN, PHRASES_WRITTEN
        counted = translate(
            "Delivery",
            "The recogniser leaves out about {0} in 10 of “um” and “uh”: in a test with artificial voices it wrote {1}"
            " of {2} down, and {3} of {4} of “you know” and the like.",
        ).format(round(10 * (1 - sounds / of_sounds)), sounds, of_sounds, phrases, of_phrases)
    else:
        counted = translate("Delivery", "How many fillers this recogniser leaves out was not measured.")
    return f"{measured} {counted}"


def _pause_words(count: int | None, longest_s: float | None) -> str:
    if count is None:
        return translate("Delivery", "not measured")
    if count == 0 or longest_s is None:
        return translate("Delivery", "none")
    return translate("Delivery", "{0}, longest {1} s").format(count, decimal_words(longest_s))


def agreement(view: AnswerView) -> tuple[int, int]:
    """Return on how many points the learner and the program agree, of how many that both judged; unsure is neither."""
    grade = grade_of(view)
    own = view.answer.own_verdicts
    if grade is None:
        return 0, 0
    judged = [
        (found.verdict, own[found.key_point])
        for found in grade.verdicts
        if found.key_point in own and found.verdict is not Verdict.UNSURE
    ]
    return sum(mine is theirs for theirs, mine in judged), len(judged)


def key_point_of(view: AnswerView, name: str) -> KeyPoint | None:
    """Return the key point with this id."""
    return next((point for point in view.answer.question.key_points if point.id == KeyPointId(name)), None)
