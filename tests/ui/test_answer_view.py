"""What is computed from an answer before it is shown."""

from dataclasses import replace

import pytest

from mlprep_gui.delivery import SOUNDS_WRITTEN
from mlprep_gui.domain.assessment import Evidence, PointVerdict, Verdict
from mlprep_gui.domain.editing import edited
from mlprep_gui.domain.question import KeyPointId
from mlprep_gui.ui.pages import answer_view, report, words
from mlprep_gui.ui.widgets.words_view import Marked
from tests.ui import samples


def test_marks_never_overlap() -> None:
    grade = samples.ASSESSMENT
    first = replace(grade.verdicts[0], evidence=(Evidence(2, 9, ""),))
    second = replace(grade.verdicts[1], evidence=(Evidence(6, 12, ""),))
    inside = PointVerdict(KeyPointId("weights"), Verdict.PARTLY, 0.5, 0.0, (Evidence(7, 9, ""),))
    answer = replace(samples.ANSWER.answer, assessment=replace(grade, verdicts=(first, second, inside)))
    marks = answer_view.marks_of(replace(samples.ANSWER, answer=answer))
    assert [(mark.start, mark.end) for mark in marks] == [(2, 9), (9, 12)]
    independent, in_turn, _, weights = (point.statement for point in samples.BAGGING.key_points[:4])
    assert [mark.about.split("\n") for mark in marks] == [[independent, in_turn, weights], [in_turn]]
    assert all(isinstance(mark, Marked) for mark in marks)


def test_both_stretches_of_a_point_are_marked_and_told_apart() -> None:
    statement = samples.BAGGING.key_points[3].statement
    marks = [mark for mark in answer_view.marks_of(samples.ANSWER) if mark.about.startswith(statement)]
    words = [samples.TRANSCRIPT.words[mark.start : mark.end] for mark in marks]
    assert [" ".join(word.text for word in said) for said in words] == [
        "and then you average them.",
        "and at the end you add them up.",
    ]
    assert [mark.about for mark in marks] == [f"{statement} (1 of 2)", f"{statement} (2 of 2)"]
    assert {mark.verdict for mark in marks} == {Verdict.PARTLY}


def test_evidence_outside_the_transcript_plays_nothing() -> None:
    assert answer_view.evidence_times(samples.TRANSCRIPT, (Evidence(9_000, 9_004, "gone"),)) == ()
    assert answer_view.evidence_times(None, (Evidence(0, 4, "So both are ensembles."),)) == ()
    assert answer_view.evidence_times(samples.TRANSCRIPT, ()) == ()


def test_two_stretches_play_apart_and_near_ones_as_one() -> None:
    words = samples.TRANSCRIPT.words
    apart = answer_view.evidence_times(samples.TRANSCRIPT, (Evidence(2, 5, ""), Evidence(20, 24, "")))
    assert [len(apart), apart[0][0] < words[2].start_s, apart[1][1] > words[23].end_s] == [2, True, True]
    assert words[4].end_s < apart[0][1] < apart[1][0] < words[20].start_s
    near = answer_view.evidence_times(samples.TRANSCRIPT, (Evidence(2, 5, ""), Evidence(5, 8, "")))
    assert near == answer_view.evidence_times(samples.TRANSCRIPT, (Evidence(2, 8, ""),))


def test_the_quote_joins_both_stretches_with_their_times() -> None:
    row = answer_view.key_point_views(samples.ANSWER)[3]
    assert row.quote == "and then you average them … and at the end you add them up."
    assert row.quote_time == "0:12, 0:28"
    assert answer_view.quotes_of(None, (Evidence(0, 2, "So both,"),)) == ("So both",)


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("boosting votes equally.", "This sounds like the reverse: “boosting votes equally”."),
        ("", "This sounds like the reverse of “Bagging mainly lowers variance, boosting mainly lowers bias”."),
    ],
)
def test_a_contradicted_point_says_what_it_sounds_like(claim: str, words: str) -> None:
    found, point = samples.ASSESSMENT.verdicts[2], samples.BAGGING.key_points[2]
    assert answer_view.reversal(point, replace(found, wrong_claim=claim)) == words
    assert answer_view.reversal(point, replace(found, verdict=Verdict.MISSED)) == ""


def test_feedback_and_report_say_the_same_of_a_contradicted_point() -> None:
    row = answer_view.key_point_views(samples.ANSWER)[2]
    (wrong,) = [point for point in report.judged_points((samples.ANSWER,)) if point.verdict is Verdict.CONTRADICTED]
    assert row.reversal and row.correction
    assert wrong.set_right == f"{row.reversal} {row.correction}"
    mine = replace(samples.ANSWER.answer, own_verdicts={KeyPointId("variance-bias"): Verdict.COVERED})
    points = report.judged_points((replace(samples.ANSWER, answer=mine),))
    assert {point.set_right for point in points} == {""}


def test_the_waveform_is_short_and_within_bounds() -> None:
    wave = answer_view.wave_of(samples.ANSWER)
    assert len(wave.levels) == 300
    assert all(0.0 <= level <= 1.0 for level in wave.levels)
    assert all(end - start >= 1.0 for start, end in wave.pauses)
    assert next(word for _, word in wave.fillers) == "um"


def test_nothing_is_said_about_how_silence_sounded() -> None:
    assert answer_view.delivery_lines(samples.SILENT_ANSWER) == ()


def test_how_far_the_count_of_fillers_can_be_relied_on_is_told_with_what_was_measured() -> None:
    note = answer_view.delivery_note(samples.ANSWER)
    assert "leaves out about 8 in 10 of “um” and “uh”" in note
    assert f"wrote {SOUNDS_WRITTEN[0]} of {SOUNDS_WRITTEN[1]} down" in note
    answer, transcript = samples.ANSWER.answer, samples.TRANSCRIPT
    other = replace(samples.ANSWER, answer=replace(answer, transcript=replace(transcript, model="whisper base")))
    assert "was not measured" in answer_view.delivery_note(other)
    mended = replace(samples.ANSWER, answer=replace(answer, transcript=edited(transcript, "um yes")))
    assert "as you corrected them" in answer_view.delivery_note(mended)
    assert answer_view.delivery_note(samples.TYPED_ANSWER) == ""
    assert answer_view.delivery_note(samples.SILENT_ANSWER) == ""


def test_agreement_counts_only_what_the_learner_judged() -> None:
    assert answer_view.agreement(samples.ANSWER) == (0, 1)
    assert answer_view.agreement(samples.UNJUDGED) == (0, 0)
    assert answer_view.agreement(samples.SILENT_ANSWER) == (0, 0)


def test_deciding_an_unsure_point_is_no_disagreement() -> None:
    own = {KeyPointId("noise"): Verdict.COVERED, KeyPointId("in-turn"): Verdict.COVERED}
    decided = replace(samples.ANSWER, answer=replace(samples.ANSWER.answer, own_verdicts=own))
    assert answer_view.agreement(decided) == (1, 1)


def test_own_verdicts_rule_over_the_program_in_the_report() -> None:
    points = report.judged_points((samples.ANSWER,))
    by_id = {point.key_point.id: point.verdict for point in points}
    assert by_id[KeyPointId("examples")] is Verdict.PARTLY


def test_the_heaviest_points_are_practised_first() -> None:
    points = report.judged_points((samples.ANSWER, samples.CONFUSION_ANSWER, samples.CROSS_ANSWER))
    chosen = report.practise_next(points)
    assert [(point.key_point.id, point.verdict) for point in chosen] == [
        ("variance-bias", Verdict.CONTRADICTED),
        ("p1", Verdict.CONTRADICTED),
        ("p1", Verdict.PARTLY),
    ]


def test_the_newest_graded_attempt_counts() -> None:
    again = replace(
        samples.ANSWER, answer=replace(samples.ANSWER.answer, take=replace(samples.BAGGING_TAKE, attempt=2))
    )
    failed = replace(
        samples.SILENT_ANSWER,
        answer=replace(samples.SILENT_ANSWER.answer, take=replace(samples.BAGGING_TAKE, attempt=3)),
    )
    view = samples.session_view((samples.ANSWER, again, failed))
    assert report.newest_answers(view) == (again,)


@pytest.mark.parametrize(("number", "expected"), [(0, "no"), (1, "one"), (12, "twelve"), (13, "13"), (-1, "-1")])
def test_numbers_in_words(number: int, expected: str) -> None:
    assert words.number_word(number) == expected


@pytest.mark.parametrize(
    ("attempt", "expected"), [(1, "First attempt"), (3, "Third attempt"), (9, "Attempt 9"), (0, "Attempt 0")]
)
def test_attempts_in_words(attempt: int, expected: str) -> None:
    assert words.ordinal_attempt(attempt) == expected


@pytest.mark.parametrize(("weight", "word"), [(4, "Essential"), (2, "Important"), (1, "Bonus")])
def test_weights_in_words(weight: float, word: str) -> None:
    assert words.weight_word(weight, 4) == word
