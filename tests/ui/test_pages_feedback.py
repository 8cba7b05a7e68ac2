"""Feedback on an answer, and the same in review: evidence before the number, nothing invented."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mlprep_gui.app.views import AnswerView, PlaybackView
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.question import KeyPointId
from mlprep_gui.ui.pages.feedback_view import FeedbackView
from mlprep_gui.ui.pages.session_page import SessionPage
from mlprep_gui.ui.widgets.key_point_row import KeyPointRow
from mlprep_gui.ui.widgets.rows import QuestionRow
from mlprep_gui.ui.widgets.waveform import Waveform
from mlprep_gui.ui.widgets.words_view import TranscriptView
from tests.ui import samples
from tests.ui.seen import button, settle, shown_text


@pytest.fixture
def feedback(qtbot: QtBot) -> FeedbackView:
    view = FeedbackView()
    qtbot.addWidget(view)
    view.resize(1100, 1500)
    view.show()
    return view


@pytest.fixture
def session(qtbot: QtBot) -> SessionPage:
    page = SessionPage()
    qtbot.addWidget(page)
    page.resize(1072, 770)
    page.show()
    page.set_state(samples.SESSION_VIEW)
    return page


def row(widget: FeedbackView | SessionPage, key_point: str) -> KeyPointRow:
    return next(each for each in widget.findChildren(KeyPointRow) if each.view.key_point == key_point)


def test_key_points_keep_their_order_and_rest_on_quotes(feedback: FeedbackView) -> None:
    feedback.set_state(samples.ANSWER)
    rows = feedback.findChildren(KeyPointRow)
    assert [each.view.key_point for each in rows] == [point.id for point in samples.BAGGING.key_points]
    assert row(feedback, "in-turn").view.quote.startswith("one after another, so each new model")
    assert row(feedback, "in-turn").view.quote_time == "0:19"
    assert row(feedback, "examples").view.quote == ""


def test_wrong_missed_and_partly_say_what_helps(feedback: FeedbackView) -> None:
    feedback.set_state(samples.ANSWER)
    wrong, missed = row(feedback, "variance-bias").view, row(feedback, "examples").view
    assert wrong.correction == samples.BAGGING.key_points[2].correction
    assert f"{wrong.reversal} {wrong.correction}" in shown_text(feedback)
    assert missed.could_say == samples.BAGGING.key_points[4].sayable
    assert row(feedback, "weights").view.could_say
    assert not row(feedback, "independent").view.could_say


def test_a_quote_plays_its_words_and_stops(qtbot: QtBot, feedback: FeedbackView) -> None:
    feedback.set_state(samples.ANSWER)
    target = row(feedback, "in-turn")
    with qtbot.waitSignal(feedback.stretches_requested) as caught:
        QTest.keyClick(target, Qt.Key.Key_Space)
    first = samples.evidence(samples.TRANSCRIPT, "one after another, so each").start
    start_s = samples.TRANSCRIPT.words[first].start_s
    assert caught.args is not None
    ((from_s, to_s),) = caught.args[0]
    assert start_s - 0.3 < from_s <= start_s < to_s
    with qtbot.waitSignal(feedback.stop_requested):
        QTest.keyClick(target, Qt.Key.Key_Space)


def test_the_end_of_playback_makes_the_quote_playable_again(qtbot: QtBot, feedback: FeedbackView) -> None:
    feedback.set_state(samples.ANSWER)
    target = row(feedback, "in-turn")
    QTest.keyClick(target, Qt.Key.Key_Space)
    feedback.set_playback(PlaybackView(20.0, True))
    feedback.set_playback(PlaybackView())
    with qtbot.waitSignal(feedback.stretches_requested):
        QTest.keyClick(target, Qt.Key.Key_Space)


def test_words_said_apart_play_one_after_the_other_and_are_both_named(qtbot: QtBot, feedback: FeedbackView) -> None:
    feedback.set_state(samples.ANSWER)
    target = row(feedback, "weights")
    with qtbot.waitSignal(feedback.stretches_requested) as caught:
        button(target, "Play these words").click()
    assert caught.args is not None
    (_, first_end_s), (second_start_s, _) = caught.args[0]
    assert first_end_s < second_start_s
    said = "You said: “and then you average them” and then: “and at the end you add them up.”"
    assert said in target.accessibleDescription()


def test_a_word_of_the_transcript_plays(qtbot: QtBot, feedback: FeedbackView) -> None:
    feedback.set_state(samples.ANSWER)
    transcript = feedback.findChild(TranscriptView)
    assert transcript is not None
    with qtbot.waitSignal(feedback.play_requested) as caught:
        transcript.word_clicked.emit(5)
    assert caught.args is not None
    assert caught.args[0] == samples.TRANSCRIPT.words[5].start_s


def test_own_verdict_is_told_and_shown(qtbot: QtBot, feedback: FeedbackView) -> None:
    feedback.set_state(samples.UNJUDGED)
    target = row(feedback, "examples")
    with qtbot.waitSignal(feedback.own_verdict_chosen) as caught:
        QTest.keyClick(target, Qt.Key.Key_2)
    assert caught.args == ["examples", Verdict.PARTLY]
    feedback.set_state(samples.ANSWER)
    assert row(feedback, "examples") is target, "the row keeps the focus"
    assert "But you: partly" in shown_text(feedback)
    with qtbot.waitSignal(feedback.own_verdict_chosen) as caught:
        QTest.keyClick(target, Qt.Key.Key_0)
    assert caught.args == ["examples", None]


def test_an_unsure_point_asks_until_it_is_decided(qtbot: QtBot, feedback: FeedbackView) -> None:
    feedback.set_state(samples.UNJUDGED)
    target = row(feedback, "noise")
    assert "Did you say this? Your words:" in shown_text(target)
    assert target.accessibleName() == "Unsure, Boosting is more easily misled by noisy labels., you decide"
    assert "Take back" not in shown_text(target)
    with qtbot.waitSignal(feedback.own_verdict_chosen) as caught:
        button(target, "Yes").click()
    assert caught.args == ["noise", Verdict.COVERED]
    decided = replace(samples.UNJUDGED.answer, own_verdicts={KeyPointId("noise"): Verdict.COVERED})
    feedback.set_state(replace(samples.UNJUDGED, answer=decided))
    assert "You: said it" in shown_text(target)
    assert "you decide" not in shown_text(target)
    assert button(target, "Yes").isChecked()
    with qtbot.waitSignal(feedback.own_verdict_chosen) as caught:
        button(target, "Take back").click()
    assert caught.args == ["noise", None]
    feedback.set_state(samples.UNJUDGED)
    assert not button(target, "Yes").isChecked()


@pytest.mark.parametrize(
    ("answer", "key", "verdict"),
    [("Yes", Qt.Key.Key_1, "covered"), ("Partly", Qt.Key.Key_2, "partly"), ("No", Qt.Key.Key_3, "missed")],
)
def test_an_unsure_point_is_decided_by_one_tap_or_one_key(
    qtbot: QtBot, session: SessionPage, answer: str, key: Qt.Key, verdict: str
) -> None:
    target = row(session, "noise")
    expected = [samples.BAGGING_TAKE.id, "noise", Verdict(verdict)]
    with qtbot.waitSignal(session.own_verdict_chosen) as caught:
        button(target, answer).click()
    assert caught.args == expected
    for place in (target, button(target, "Partly")):  # a key works on the row, and on its answers too
        with qtbot.waitSignal(session.own_verdict_chosen) as caught:
            QTest.keyClick(place, key)
        assert caught.args == expected


def test_taking_back_by_keyboard_keeps_the_focus_in_the_point(feedback: FeedbackView) -> None:
    feedback.set_state(samples.UNSURE_ANSWER)
    target = row(feedback, "noise")
    back = button(target, "Take back")
    back.setFocus(Qt.FocusReason.TabFocusReason)
    feedback.set_state(replace(samples.UNSURE_ANSWER, answer=replace(samples.UNSURE_ANSWER.answer, own_verdicts={})))
    assert button(target, "No").hasFocus()
    assert not button(target, "No").isChecked()


def test_without_words_an_unsure_point_says_so(feedback: FeedbackView) -> None:
    feedback.set_state(samples.UNSURE_ANSWER)
    target = row(feedback, "weights")
    assert "No words of yours show it clearly." in shown_text(target)
    assert target.quote is None


def test_only_unsure_points_ask(feedback: FeedbackView) -> None:
    feedback.set_state(samples.UNJUDGED)
    text = [shown_text(row(feedback, point.id)) for point in samples.BAGGING.key_points]
    assert ["Did you say this?" in each for each in text] == [False] * 5 + [True]
    sure = replace(samples.ASSESSMENT.verdicts[5], verdict=Verdict.COVERED)
    grade = replace(samples.ASSESSMENT, verdicts=(*samples.ASSESSMENT.verdicts[:5], sure))
    feedback.set_state(replace(samples.UNJUDGED, answer=replace(samples.UNJUDGED.answer, assessment=grade)))
    assert "Did you say this?" not in shown_text(row(feedback, "noise"))


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (samples.SILENT_ANSWER, "I heard nothing."),
        (samples.FAILED_ANSWER, "the recording is safe"),
        (samples.PENDING_ANSWER, "Being graded."),
        (samples.SKIPPED_ANSWER, "Skipped."),
    ],
    ids=["silent", "failed", "pending", "skipped"],
)
def test_what_was_not_graded_has_a_reason_and_no_number(feedback: FeedbackView, view: AnswerView, words: str) -> None:
    feedback.set_state(view)
    text = shown_text(feedback)
    assert words in text
    assert "of 100" not in text
    assert feedback.findChildren(KeyPointRow) == []


def test_a_grade_that_arrives_later_takes_the_place_of_the_reason(feedback: FeedbackView) -> None:
    feedback.set_state(replace(samples.UNJUDGED, pending=True, answer=replace(samples.ANSWER.answer, assessment=None)))
    assert "Being graded." in shown_text(feedback)
    feedback.set_state(samples.UNJUDGED)
    text = shown_text(feedback)
    assert "Being graded." not in text
    assert "of 100, likely 46 to 61" in text


def test_a_typed_answer_has_nothing_to_play(feedback: FeedbackView) -> None:
    feedback.set_state(samples.TYPED_ANSWER)
    assert not any(each.view.playable for each in feedback.findChildren(KeyPointRow))
    assert row(feedback, "in-turn").view.quote
    assert "Play my answer" not in shown_text(feedback)


def test_delivery_is_apart_and_says_what_was_not_measured(feedback: FeedbackView) -> None:
    assert samples.ANSWER.delivery is not None
    feedback.set_state(replace(samples.ANSWER, delivery=replace(samples.ANSWER.delivery, pace_wpm=None)))
    text = shown_text(feedback)
    assert "Not part of the score" in text
    assert "not measured" in text
    assert "um 2, I think 1" in text


def test_the_example_answer_can_be_read_aloud(qtbot: QtBot, feedback: FeedbackView) -> None:
    feedback.set_state(samples.ANSWER)
    assert samples.BAGGING.example not in shown_text(feedback)
    button(feedback, "Example answer").click()
    assert samples.BAGGING.example in shown_text(feedback)
    with qtbot.waitSignal(feedback.say_requested) as caught:
        button(feedback, "Read aloud").click()
    assert caught.args == [samples.BAGGING.example]


def test_without_room_the_score_stands_in_one_line(feedback: FeedbackView) -> None:
    feedback.set_state(samples.ANSWER)
    assert "2 of 6 covered" not in shown_text(feedback)
    feedback.resize(700, 1500)
    settle()
    assert "2 of 6 covered" in shown_text(feedback)


def test_a_session_shows_its_answers_and_the_chosen_one(qtbot: QtBot, session: SessionPage) -> None:
    rows = session.findChildren(QuestionRow)
    assert len(rows) == len(samples.REPORT_ANSWERS)
    assert samples.BAGGING.prompt in shown_text(session)
    with qtbot.waitSignal(session.answer_selected) as caught:
        rows[1].click()
    assert caught.args == [1]
    assert row(session, "p1").view.verdict is Verdict.CONTRADICTED


def test_a_try_without_words_before_the_answer_is_not_listed(session: SessionPage) -> None:
    session.set_state(samples.TRIED_TWICE)
    session.select_answer(0)
    rows = [each for each in session.findChildren(QuestionRow) if each.isVisible()]
    assert len(rows) == 2
    assert "54 of 100" in rows[0].accessibleName()
    assert session.findChildren(KeyPointRow)


def test_space_plays_the_answer_whose_line_is_focused(qtbot: QtBot, session: SessionPage) -> None:
    session.take_focus()
    line = session.focusWidget()
    assert isinstance(line, QuestionRow)
    with qtbot.waitSignal(session.play_requested):
        QTest.keyClick(line, Qt.Key.Key_Space)


def test_a_session_keeps_the_chosen_answer_when_it_is_shown_again(session: SessionPage) -> None:
    session.select_answer(2)
    session.set_state(replace(samples.SESSION_VIEW))
    assert row(session, "p2").view.statement == samples.CROSS.key_points[2].statement


@pytest.mark.parametrize(
    ("key", "expected"),
    [(Qt.Key.Key_Space, (10.0, -1.0)), (Qt.Key.Key_Right, (15.0, -1.0)), (Qt.Key.Key_Left, (5.0, -1.0))],
)
def test_keys_play_and_seek(qtbot: QtBot, session: SessionPage, key: Qt.Key, expected: tuple[float, float]) -> None:
    session.set_playback(PlaybackView(10.0, False))
    with qtbot.waitSignal(session.play_requested) as caught:
        QTest.keyClick(session, key)
    assert caught.args == list(expected)


def test_space_holds_what_is_playing(qtbot: QtBot, session: SessionPage) -> None:
    session.set_playback(PlaybackView(10.0, True))
    with qtbot.waitSignal(session.pause_requested):
        QTest.keyClick(session, Qt.Key.Key_Space)


def test_the_speed_is_chosen_by_keys(qtbot: QtBot, session: SessionPage) -> None:
    with qtbot.waitSignal(session.rate_chosen) as caught:
        QTest.keyClick(session, Qt.Key.Key_BracketRight)
    assert caught.args == [1.5]
    with qtbot.waitSignal(session.rate_chosen) as caught:
        QTest.keyClick(session, Qt.Key.Key_BracketLeft)
    assert caught.args == [1.0]


def test_a_verdict_in_review_names_the_take(qtbot: QtBot, session: SessionPage) -> None:
    with qtbot.waitSignal(session.own_verdict_chosen) as caught:
        QTest.keyClick(row(session, "independent"), Qt.Key.Key_3)
    assert caught.args == [samples.BAGGING_TAKE.id, "independent", Verdict.MISSED]


def test_an_answer_without_sound_has_no_player(session: SessionPage) -> None:
    wave = session.findChild(Waveform)
    assert wave is not None
    assert wave.isVisible()
    session.select_answer(4)
    assert not wave.isVisible()
    assert "Skipped." in shown_text(session)


def test_practise_back_and_delete_are_wishes(qtbot: QtBot, session: SessionPage) -> None:
    with qtbot.waitSignal(session.practise_requested) as caught:
        button(session, "Say it again").click()
    assert caught.args == [samples.BAGGING.id]
    with qtbot.waitSignal(session.back_requested):
        QTest.keyClick(session, Qt.Key.Key_Escape)
    with qtbot.waitSignal(session.delete_requested):
        QTest.keyClick(session, Qt.Key.Key_Delete)
