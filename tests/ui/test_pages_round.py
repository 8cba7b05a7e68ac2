"""The round page: what each phase shows, and which key or button asks for what."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from mlprep_gui.app.views import NoticeView, RoundView
from mlprep_gui.domain.session import Mode
from mlprep_gui.interview import Phase
from mlprep_gui.ui.pages.round_page import RoundPage
from mlprep_gui.ui.widgets.gauges import LevelMeter, RecordingMark, TimeRing
from mlprep_gui.ui.widgets.key_point_row import KeyPointRow
from mlprep_gui.ui.widgets.point_check import PointCheck
from tests.ui import samples
from tests.ui.seen import button, settle, shown_text, tab_places, visible_buttons
from tests.ui.test_pages_golden import SMALL_ROUND

SIZE = (1280, 770)


@pytest.fixture
def page(qtbot: QtBot) -> RoundPage:
    page = RoundPage()
    qtbot.addWidget(page)
    page.resize(*SIZE)
    page.show()
    return page


PHASE_WORDS = [
    (samples.ASKING, "The interviewer is speaking"),
    (replace(samples.ASKING, spoken=None, muted=True), "The voice is muted. Read the question."),
    (samples.THINKING, "Recording has not started."),
    (samples.round_view(Phase.STARTING), "Opening the microphone…"),
    (samples.ANSWERING, "Listening"),
    (samples.OVER, "nothing is cut off"),
    (samples.round_view(Phase.TYPING), "Your answer"),
    (samples.round_view(Phase.STOPPING), "Saving…"),
    (samples.LOST, "Your first 31 seconds are saved."),
    (samples.round_view(Phase.GRADING, answer=samples.PENDING_ANSWER), "Writing down what you said…"),
    (samples.round_view(Phase.GRADING, answer=samples.UNJUDGED), "Comparing it with the key points…"),
    (samples.FEEDBACK, "of 100, likely 46 to 61"),
    (samples.round_view(Phase.CLOSING, pending=3), "3 answers to go"),
    (samples.round_view(Phase.ANSWERING, paused=True, listening=True), "Paused. Nothing is recorded."),
]


@pytest.mark.parametrize(("view", "words"), PHASE_WORDS, ids=[f"{v.phase}-{i}" for i, (v, _) in enumerate(PHASE_WORDS)])
def test_each_phase_says_what_happens(page: RoundPage, view: RoundView, words: str) -> None:
    page.set_state(view)
    assert words in shown_text(page)


def test_listening_is_said_only_once_sound_arrives(page: RoundPage) -> None:
    mark = page.findChild(RecordingMark)
    assert mark is not None
    for view in (samples.round_view(Phase.STARTING), replace(samples.ANSWERING, listening=False)):
        page.set_state(view)
        assert "Listening" not in mark.accessibleName()
    page.set_state(samples.ANSWERING)
    assert mark.accessibleName() == "Listening"


def test_levels_are_shown_only_while_they_are_kept(page: RoundPage) -> None:
    meter = page.findChild(LevelMeter)
    assert meter is not None
    page.set_state(samples.round_view(Phase.STARTING))
    page.set_level(-20.0, -10.0, False)
    assert meter.value() == 0
    page.set_state(samples.ANSWERING)
    page.set_level(-20.0, -10.0, False)
    assert meter.value() > 50
    page.set_level(-1.0, 0.0, True)
    assert "Too loud" in shown_text(page)


def test_the_ring_goes_into_a_second_lap_and_says_that_nothing_is_cut_off(page: RoundPage) -> None:
    page.set_state(replace(samples.ANSWERING, spent_s=80.0, warned=True))
    assert "About 0:10 left." in shown_text(page)
    page.set_state(samples.OVER)
    rings = [ring for ring in page.findChildren(TimeRing) if ring.isVisible()]
    assert rings[0].accessibleDescription() == "1:44 of about 1:30"


KEYS = [
    (samples.ASKING, Qt.Key.Key_Space, "prompt_skipped"),
    (samples.ASKING, Qt.Key.Key_R, "replay_requested"),
    (samples.ASKING, Qt.Key.Key_V, "mute_toggled"),
    (samples.ASKING, Qt.Key.Key_T, "typing_requested"),
    (samples.THINKING, Qt.Key.Key_Space, "answer_requested"),
    (samples.THINKING, Qt.Key.Key_M, "more_time_requested"),
    (samples.THINKING, Qt.Key.Key_S, "skip_requested"),
    (samples.THINKING, Qt.Key.Key_P, "pause_toggled"),
    (samples.ANSWERING, Qt.Key.Key_Space, "done_requested"),
    (samples.ANSWERING, Qt.Key.Key_A, "redo_requested"),
    (samples.ANSWERING, Qt.Key.Key_T, "typing_requested"),
    (replace(samples.ANSWERING, paused=True), Qt.Key.Key_Space, "pause_toggled"),
    (samples.LOST, Qt.Key.Key_Space, "done_requested"),
    (samples.LOST, Qt.Key.Key_T, "typing_requested"),
    (samples.FOLLOW_UP_ASKING, Qt.Key.Key_S, "skip_requested"),
    (samples.FOLLOW_UP_THINKING, Qt.Key.Key_S, "skip_requested"),
    (samples.JUDGING, Qt.Key.Key_Return, "ticked"),
    (samples.JUDGING, Qt.Key.Key_S, "skip_requested"),
    (samples.FEEDBACK, Qt.Key.Key_A, "again_requested"),
    (samples.FEEDBACK, Qt.Key.Key_Return, "continue_requested"),
    (samples.round_view(Phase.GRADING, answer=samples.PENDING_ANSWER), Qt.Key.Key_Return, "continue_requested"),
]


@pytest.mark.parametrize(("view", "key", "signal"), KEYS, ids=[f"{view.phase}-{name}" for view, _, name in KEYS])
def test_a_key_asks_for_the_next_step(qtbot: QtBot, page: RoundPage, view: RoundView, key: Qt.Key, signal: str) -> None:
    page.set_state(view)
    with qtbot.waitSignal(getattr(page, signal), timeout=500):
        QTest.keyClick(page, key)


def test_keys_rest_where_they_have_no_meaning(page: RoundPage) -> None:
    heard: list[str] = []
    page.done_requested.connect(lambda: heard.append("done"))
    page.answer_requested.connect(lambda: heard.append("answer"))
    page.more_time_requested.connect(lambda: heard.append("more"))
    for view in (
        samples.round_view(Phase.STARTING),
        samples.round_view(Phase.STOPPING),
        replace(samples.LOST, kept_s=0),
    ):
        page.set_state(view)
        QTest.keyClick(page, Qt.Key.Key_Space)
        QTest.keyClick(page, Qt.Key.Key_M)
    assert heard == []


def test_letters_are_letters_while_typing_and_ctrl_enter_is_done(qtbot: QtBot, page: RoundPage) -> None:
    page.set_state(samples.round_view(Phase.TYPING))
    field = page.findChild(QPlainTextEdit)
    assert field is not None
    skipped: list[bool] = []
    page.skip_requested.connect(lambda: skipped.append(True))
    QTest.keyClicks(field, "Stump a model")
    assert (field.toPlainText(), skipped) == ("Stump a model", [])
    with qtbot.waitSignal(page.typed) as caught:
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == ["Stump a model"]


def test_what_was_typed_stays_until_the_answer_is_given(page: RoundPage) -> None:
    view = samples.round_view(Phase.TYPING)
    page.set_state(view)
    field = page.findChild(QPlainTextEdit)
    assert field is not None
    field.setPlainText("half an answer")
    page.set_state(replace(view, spent_s=view.spent_s + 1))
    assert field.toPlainText() == "half an answer"
    page.set_state(samples.round_view(Phase.GRADING, answer=samples.PENDING_ANSWER))
    page.set_state(view)
    assert field.toPlainText() == ""


def test_a_pause_while_typing_keeps_the_text(page: RoundPage) -> None:
    view = samples.round_view(Phase.TYPING)
    page.set_state(view)
    field = page.findChild(QPlainTextEdit)
    assert field is not None
    field.setPlainText("half an answer")
    page.set_state(replace(view, paused=True))
    page.set_state(view)
    assert field.toPlainText() == "half an answer"
    assert field.isVisible()


def test_an_empty_typed_answer_cannot_be_given(page: RoundPage) -> None:
    page.set_state(samples.round_view(Phase.TYPING))
    assert not button(page, "I am done").isEnabled()


def test_ending_asks_in_place_and_the_recording_goes_on(qtbot: QtBot, page: RoundPage) -> None:
    ended: list[bool] = []
    page.end_requested.connect(lambda: ended.append(True))
    page.set_state(samples.ANSWERING)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert "The recording goes on until you decide." in shown_text(page)
    page.set_state(replace(samples.ANSWERING, spent_s=40.0))
    assert "End the round here?" in shown_text(page)
    button(page, "Go on").click()
    assert "End the round here?" not in shown_text(page)
    assert ended == []
    page.ask_to_end()
    with qtbot.waitSignal(page.end_requested):
        button(page, "End the round").click()


def test_the_question_about_ending_goes_away_with_escape(page: RoundPage) -> None:
    page.set_state(samples.THINKING)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert "End the round here?" in shown_text(page)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert "End the round here?" not in shown_text(page)


def test_a_lost_microphone_offers_the_others(qtbot: QtBot, page: RoundPage) -> None:
    page.set_state(samples.LOST)
    answered: list[bool] = []
    page.answer_requested.connect(lambda: answered.append(True))
    with qtbot.waitSignal(page.microphone_chosen) as caught:
        button(page, "Go on with USB headset").click()
    assert (caught.args, answered) == (["mic1"], [True])


def test_with_nothing_heard_another_microphone_records_from_the_start(page: RoundPage) -> None:
    page.set_state(replace(samples.LOST, kept_s=0.0))
    assert button(page, "Record with USB headset").isVisible()


def test_a_microphone_that_was_rejected_is_chosen_anew(page: RoundPage) -> None:
    page.set_state(replace(samples.LOST, device_error=None))
    text = shown_text(page)
    assert "Choose a microphone to go on with." in text
    assert "Your first 31 seconds are saved. Or go on by typing." in text


def test_a_microphone_that_sends_silence_is_said_with_the_next_step(qtbot: QtBot, page: RoundPage) -> None:
    page.set_state(samples.MUTED)
    page.set_level(-90.0, -90.0, False)
    assert "I can't hear you: is the microphone muted?" in shown_text(page)
    assert "No sound arrives." in shown_text(page)
    assert "Speak when you are ready." not in shown_text(page)
    with qtbot.waitSignal(page.microphone_rejected):
        button(page, "Another microphone").click()
    with qtbot.waitSignal(page.microphone_rejected):
        QTest.keyClick(page, Qt.Key.Key_M)
    page.set_state(samples.ANSWERING)
    assert "I can't hear you" not in shown_text(page)


def test_what_was_said_stands_before_what_is_typed(qtbot: QtBot, page: RoundPage) -> None:
    view = samples.round_view(Phase.TYPING, said=None)
    page.set_state(view)
    assert "What you said is being written down" in shown_text(page)
    field = page.findChild(QPlainTextEdit)
    assert field is not None
    QTest.keyClicks(field, "and boosting")
    page.set_state(replace(view, said="Bagging averages"))
    QTest.keyClicks(field, " adds")
    assert field.toPlainText() == "Bagging averages and boosting adds"
    page.set_state(replace(view, said="Bagging averages", spent_s=40.0))
    assert field.toPlainText() == "Bagging averages and boosting adds"
    with qtbot.waitSignal(page.typed) as caught:
        page.hand_in_draft()
    assert caught.args == ["Bagging averages and boosting adds"]


def test_what_was_only_said_is_not_handed_in_as_typed(qtbot: QtBot, page: RoundPage) -> None:
    page.set_state(samples.round_view(Phase.TYPING, said="Bagging averages"))
    with qtbot.assertNotEmitted(page.typed):
        page.hand_in_draft()


def test_a_lost_microphone_with_nothing_heard_offers_no_grade(page: RoundPage) -> None:
    page.set_state(replace(samples.LOST, kept_s=0.0, microphones=()))
    text = shown_text(page)
    assert "Nothing was recorded yet." in text
    assert "Go on by typing" in text
    assert "Use what was heard" not in text


def test_without_a_microphone_the_next_step_is_typing(qtbot: QtBot, page: RoundPage) -> None:
    page.set_state(replace(samples.LOST, kept_s=0.0, microphones=()))
    assert "Go on by typing" in [each.text() for each in visible_buttons(page)]
    with qtbot.waitSignal(page.typing_requested):
        QTest.keyClick(page, Qt.Key.Key_Space)


def test_a_long_silence_asks_once_an_answer_and_goes_away_with_the_next_word(page: RoundPage) -> None:
    quiet, loud = (-60.0, -58.0, False), (-20.0, -18.0, False)
    for spent_s, level, asks in (
        (8.5, quiet, False),  # before the first word
        (9.0, loud, False),
        (14.5, quiet, False),
        (15.0, quiet, True),
        (16.0, quiet, True),
        (16.5, loud, False),
        (30.0, quiet, False),  # asked already
        (0.5, loud, False),
        (7.0, quiet, True),  # another answer
    ):
        page.set_state(replace(samples.ANSWERING, spent_s=spent_s))
        page.set_level(*level)
        page.set_state(replace(samples.ANSWERING, spent_s=spent_s))
        assert ("Take your time. Done?" in shown_text(page)) is asks, spent_s


def test_a_follow_up_shows_its_own_words_after_the_question(page: RoundPage) -> None:
    page.set_state(samples.ASKING)
    assert "Skip the follow-up" not in [each.text() for each in visible_buttons(page)]
    page.set_state(samples.FOLLOW_UP_ASKING)
    text = shown_text(page)
    assert samples.PROBE.prompt in text
    assert "Follow-up question" in text
    assert button(page, "Skip the follow-up").isVisible()


def test_what_was_said_is_ticked_by_keyboard_before_the_verdicts(qtbot: QtBot, page: RoundPage) -> None:
    page.set_state(samples.JUDGING)
    checks = page.findChildren(PointCheck)
    qtbot.waitUntil(checks[0].hasFocus)
    assert not any(verdict in shown_text(page) for verdict in ("Covered", "Missed", "of 100"))
    QTest.keyClick(checks[0], Qt.Key.Key_Space)
    QTest.keyClick(checks[0], Qt.Key.Key_Down)
    QTest.keyClick(checks[1], Qt.Key.Key_Down)
    QTest.keyClick(checks[2], Qt.Key.Key_Space)
    page.set_state(replace(samples.JUDGING, spent_s=9.0))
    with qtbot.waitSignal(page.ticked) as caught:
        QTest.keyClick(checks[2], Qt.Key.Key_Return)
    assert caught.args == [frozenset({"independent", "variance-bias"})]


def test_a_point_said_in_the_follow_up_is_shown_as_such_and_the_score_stays(page: RoundPage) -> None:
    page.set_state(samples.FOLLOWED)
    text = shown_text(page)
    assert "Covered, after the follow\u2011up, Random forest is bagging" in text
    assert "Score and counts are those of your first answer." in text
    assert "Your ticks and the program agree on 2 of 4 points." in text


def test_what_was_said_in_the_follow_up_plays(qtbot: QtBot, page: RoundPage) -> None:
    page.set_state(samples.FOLLOWED)
    row = next(each for each in page.findChildren(KeyPointRow) if each.view.key_point == "examples")
    with qtbot.waitSignal(page.stretches_requested) as caught:
        button(row, "Play these words").click()
    assert caught.args is not None
    ((start_s, end_s),), take = caught.args
    assert take == samples.FOLLOW_UP_ANSWER.answer.take.id
    assert start_s <= samples.FOLLOW_UP_SAID.words[0].start_s < end_s
    assert "Stop" in shown_text(row)


def test_silence_before_the_first_word_and_while_thinking_is_no_trouble(page: RoundPage) -> None:
    quiet, loud = (-60.0, -58.0, False), (-20.0, -18.0, False)
    for spent_s, level, words in (
        (1.0, quiet, "Speak when you are ready."),
        (8.5, quiet, "Very quiet."),
        (9.0, loud, "You are heard well."),
        (15.0, quiet, "You are heard well."),
        (17.5, quiet, "Quiet for 8 seconds. The recording goes on."),
        (0.5, quiet, "Speak when you are ready."),
    ):
        page.set_state(replace(samples.ANSWERING, spent_s=spent_s))
        page.set_level(*level)
        assert words in shown_text(page), spent_s


@pytest.mark.parametrize("view", [samples.ANSWERING, samples.FEEDBACK, samples.round_view(Phase.TYPING)])
def test_nothing_moves_when_a_notice_comes(page: RoundPage, view: RoundView) -> None:
    page.set_state(view)
    settle()
    before = page.scroll_area.geometry()
    page.set_state(replace(view, notice=NoticeView("The voice could not be used.", "warning")))
    settle()
    assert page.scroll_area.geometry() == before
    page.ask_to_end()
    settle()
    assert "End the round here?" in shown_text(page)
    assert page.scroll_area.geometry() == before


def test_a_notice_leaves_the_number_of_the_question_in_sight(page: RoundPage) -> None:
    page.resize(*SMALL_ROUND)
    page.set_state(replace(samples.THINKING, notice=NoticeView("The voice could not be used.", "warning")))
    assert "The voice could not be used." in shown_text(page)
    assert "Question 2 of 6" in shown_text(page)
    button(page, "Close").click()
    assert "Question 2 of 6   ·   Practice" in shown_text(page)


def test_the_field_has_the_keyboard_again_after_not_ending(page: RoundPage) -> None:
    page.set_state(samples.round_view(Phase.TYPING))
    page.ask_to_end()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    field = page.findChild(QPlainTextEdit)
    assert field is not None
    assert field.hasFocus()


def test_the_last_question_says_so_on_the_button(page: RoundPage) -> None:
    page.set_state(replace(samples.FEEDBACK, index=5))
    assert button(page, "Finish the round").isVisible()


def test_a_mock_interview_says_its_mode(page: RoundPage) -> None:
    page.set_state(replace(samples.THINKING, mode=Mode.MOCK))
    assert "Question 2 of 6   ·   Mock interview" in shown_text(page)


def test_a_notice_is_shown_and_can_be_closed(page: RoundPage) -> None:
    page.set_state(replace(samples.THINKING, notice=NoticeView("The system's voice speaks.", "warning")))
    assert "The system's voice speaks." in shown_text(page)
    button(page, "Close").click()
    assert "The system's voice speaks." not in shown_text(page)


def test_reduced_motion_moves_the_ring_by_whole_seconds(page: RoundPage) -> None:
    ring = next(each for each in page.findChildren(TimeRing) if each.accessibleName() == "Time spent")
    page.set_state(replace(samples.ANSWERING, reduced_motion=True, spent_s=9.0))
    before = ring.value()
    page.set_state(replace(samples.ANSWERING, reduced_motion=True, spent_s=9.95))
    assert ring.value() == before


def test_every_button_can_be_reached_by_tab_and_has_a_name(page: RoundPage) -> None:
    for view, _ in PHASE_WORDS:
        page.set_state(view)
        for each in visible_buttons(page):
            assert each.focusPolicy() & Qt.FocusPolicy.TabFocus
            assert each.text() or each.accessibleName()


@pytest.mark.parametrize("view", [samples.ASKING, samples.ANSWERING, samples.LOST, samples.FEEDBACK])
def test_tab_goes_through_the_round_as_it_is_read(page: RoundPage, view: RoundView) -> None:
    page.resize(SIZE[0], 1700)
    page.set_state(view)
    assert tab_places(page) == sorted(tab_places(page))
