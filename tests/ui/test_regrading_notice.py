"""Grading again as the learner sees it: the notice on Review, the line under a score, and the earlier verdicts."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mlprep_gui.app.views import RegradeView
from mlprep_gui.domain.regrading import RegradeTally
from mlprep_gui.ui.dialogs.earlier_grades_dialog import EarlierGradesDialog
from mlprep_gui.ui.pages.regrade_notice import failure_words, offer_words, result_words
from mlprep_gui.ui.pages.review_page import ReviewPage
from mlprep_gui.ui.pages.session_page import SessionPage
from mlprep_gui.ui.widgets.gauges import ProgressLine
from tests.ui import samples
from tests.ui.seen import button, shown_text, tab_places, visible_buttons

OFFER, RUNNING, RESULT = samples.REGRADE_OFFER, samples.REGRADE_RUNNING, samples.REGRADE_RESULT


@pytest.fixture
def review(qtbot: QtBot) -> ReviewPage:
    page = ReviewPage()
    qtbot.addWidget(page)
    page.resize(1072, 770)
    page.show()
    page.set_state(samples.REVIEW)
    return page


def names(page: ReviewPage) -> set[str]:
    return {each.accessibleName() or each.text() for each in visible_buttons(page.regrading)}


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((12, 0, 0), "Twelve answers were graded by an older assessor."),
        ((1, 0, 0), "One answer was graded by an older assessor."),
        ((0, 1, 0), "One answer was graded before its question changed."),
        ((0, 0, 3), "Three answers are not graded yet."),
        (
            (14, 2, 1),
            "14 answers were graded by an older assessor, two answers were graded before their question changed, "
            "one answer is not graded yet.",
        ),
    ],
)
def test_the_offer_says_why(counts: tuple[int, int, int], words: str) -> None:
    assert offer_words(samples.stale(*counts)) == words


@pytest.mark.parametrize(
    ("tally", "stopped", "words"),
    [
        (RegradeTally(12, 12, rose=3, fell=2), False, "Twelve answers graded again: 3 scores rose, 2 fell."),
        (RegradeTally(1, 1, rose=1), False, "One answer graded again: one score rose, 0 fell."),
        (RegradeTally(5, 5), False, "Five answers graded again: no score changed."),
        (RegradeTally(2, 2, first=2), False, "Two answers graded again: 2 graded for the first time."),
        (RegradeTally(9, 4, fell=1), True, "Stopped: four answers of 9 graded again: 0 scores rose, 1 fell."),
        (RegradeTally(0), False, "There is no answer to grade."),
        (
            RegradeTally(0, gone=2),
            False,
            "No answers graded again. Two answers kept as graded before: the question is no longer there.",
        ),
    ],
)
def test_the_result_says_what_came_of_it(tally: RegradeTally, stopped: bool, words: str) -> None:
    assert result_words(tally, stopped=stopped) == words


def test_failures_are_named_together_by_their_reason() -> None:
    assert RESULT.tally is not None
    assert failure_words(RESULT.tally) == (
        f"“{samples.CROSS.prompt}” and 1 more: The recording of this answer cannot be read."
    )
    assert failure_words(RegradeTally(3, 3)) == ""


def test_nothing_stale_shows_nothing(review: ReviewPage) -> None:
    review.regrading.set_state(RegradeView())
    assert review.regrading.isHidden()
    review.regrading.set_state(RegradeView(replace(samples.stale(), gone=3)))
    assert review.regrading.isHidden()


def test_the_notice_goes_from_offer_to_progress_to_result(qtbot: QtBot, review: ReviewPage) -> None:
    notice = review.regrading
    notice.set_state(OFFER)
    assert names(review) == {"Grade again"}
    assert "Twelve answers were graded by an older assessor." in notice.accessibleName()
    with qtbot.waitSignal(notice.regrade_requested):
        button(notice, "Grade again").click()
    notice.set_state(RUNNING)
    bar = notice.findChild(ProgressLine)
    assert bar is not None and bar.isVisible()
    assert (bar.value(), bar.accessibleName()) == (33, "Grading again")
    assert "4 of 12 answers graded again." in shown_text(notice)
    with qtbot.waitSignal(notice.cancelled):
        button(notice, "Cancel grading again").click()
    notice.set_state(replace(RUNNING, stopping=True))
    assert "Stopping after this answer." in shown_text(notice)
    assert not button(notice, "Cancel grading again").isEnabled()
    notice.set_state(RESULT)
    assert not bar.isVisible()
    assert "3 scores rose, 2 fell" in shown_text(notice)
    with qtbot.waitSignal(notice.closed):
        button(notice, "Close").click()
    notice.set_state(RegradeView())
    assert notice.isHidden()


def test_while_a_round_runs_it_says_that_it_waits(review: ReviewPage) -> None:
    review.regrading.set_state(replace(RUNNING, waiting=True))
    assert "Grading goes on after the round." in shown_text(review.regrading)
    review.regrading.set_state(RegradeView(running=True))
    assert "Looking for answers to grade." in shown_text(review.regrading)


def test_after_cancelling_the_rest_is_offered_again(review: ReviewPage) -> None:
    review.regrading.set_state(
        RegradeView(samples.stale(8), RegradeTally(12, graded=4, rose=1), stopped=True),
    )
    assert names(review) == {"Grade again", "Close"}
    assert "Stopped: four answers of 12" in shown_text(review.regrading)


def test_the_keyboard_reaches_it_and_is_never_lost(qtbot: QtBot, review: ReviewPage) -> None:
    notice = review.regrading
    notice.set_state(OFFER)
    assert tab_places(review) == sorted(tab_places(review))
    button(notice, "Grade again").setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(notice.regrade_requested):
        QTest.keyClick(button(notice, "Grade again"), Qt.Key.Key_Space)
    notice.set_state(RUNNING)
    assert button(notice, "Cancel grading again").hasFocus()
    notice.set_state(RESULT)
    assert button(notice, "Close").hasFocus()


def test_start_and_end_are_announced_but_no_step_between(review: ReviewPage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("mlprep_gui.ui.pages.regrade_notice.announce", lambda _, text: said.append(text))
    for view in (OFFER, RegradeView(running=True), RUNNING, replace(RUNNING, stopping=True), RESULT, RegradeView()):
        review.regrading.set_state(view)
    assert [text.split(":")[0] for text in said] == ["Looking for answers to grade.", "Twelve answers graded again"]


# One answer


@pytest.fixture
def session(qtbot: QtBot) -> SessionPage:
    page = SessionPage()
    qtbot.addWidget(page)
    page.resize(1072, 770)
    page.show()
    page.set_state(samples.REGRADED_SESSION)
    return page


def test_an_answer_that_was_graded_again_says_when_and_what_it_was(session: SessionPage) -> None:
    assert "Graded again on 1 January 2027, was 62." in shown_text(session)
    session.select_answer(1)
    assert "Graded again" not in shown_text(session)
    assert not any(each.text() == "Show the earlier verdicts" for each in visible_buttons(session))


def test_an_answer_without_a_score_before_says_so(session: SessionPage) -> None:
    answer = samples.REGRADED_ANSWER.answer
    view = replace(samples.REGRADED_ANSWER, answer=replace(answer, earlier=answer.earlier[1:]))
    session.set_state(samples.session_view((view,)))
    assert "had no score before" in shown_text(session)


def test_the_earlier_verdicts_can_be_seen_and_closed_by_key(session: SessionPage, qtbot: QtBot) -> None:
    button(session, "Show the earlier verdicts").click()
    dialog = session.findChild(EarlierGradesDialog)
    assert dialog is not None
    text = shown_text(dialog)
    for part in ("62 of 100, likely 55 to 70", "hybrid 1", "Unsure", samples.BAGGING.key_points[0].statement):
        assert part in text
    assert "Not graded. Too little was said to grade." in text
    assert "Your own verdicts belong to the answer and stay." in text
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_point_that_is_in_no_question_any_more_is_named_by_its_id(qtbot: QtBot) -> None:
    answer = samples.REGRADED_ANSWER.answer
    newest = answer.earlier[0]
    bare = replace(newest, question=replace(newest.question, key_points=()))
    dialog = EarlierGradesDialog(replace(answer, earlier=(bare,)))
    qtbot.addWidget(dialog)
    dialog.show()
    assert "variance-bias" in shown_text(dialog)
    assert any(each.text() == "Close" for each in dialog.findChildren(QPushButton))
