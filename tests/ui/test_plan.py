"""The plan in the window: the card on the home page, the dialog, and what can be done with a question."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mlprep_gui.app.views import PlanView, QuestionPlanView
from mlprep_gui.domain.plan import PlanSettings, Rating
from mlprep_gui.ui.dialogs.plan_dialog import PlanDialog
from mlprep_gui.ui.pages.home_page import HomePage
from mlprep_gui.ui.pages.plan_card import PlanCard
from mlprep_gui.ui.pages.question_plan import QuestionPlan
from mlprep_gui.ui.pages.questions_page import QuestionsPage
from tests.ui import samples
from tests.ui.seen import button, shown_text, visible_buttons

TODAY = samples.HOME.today


@pytest.fixture
def part(qtbot: QtBot) -> QuestionPlan:
    made = QuestionPlan()
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.show()
    return made


def card(qtbot: QtBot, view: PlanView) -> str:
    made = PlanCard(view, TODAY)
    qtbot.addWidget(made)
    made.show()
    return shown_text(made)


def test_the_card_counts_what_is_due_and_how_long_it_is_to_the_interview(qtbot: QtBot) -> None:
    text = card(qtbot, samples.PLAN)
    assert "Seven questions." in text
    assert "You practise five questions a day. Two are done today." in text
    assert "Twelve days to your interview on" in text
    assert "22 questions come up once more before it. Eight are still new." in text
    assert "That takes" not in text
    assert "and 1 more" in text


def test_the_card_says_when_nothing_is_due_and_when_the_days_are_too_few(qtbot: QtBot) -> None:
    text = card(qtbot, samples.HOME_DONE.plan)
    assert "Nothing to say again. The next one comes up tomorrow." in text
    assert "That takes nine questions a day." in text
    assert "Missed again and again" not in text
    tomorrow = replace(samples.PLAN, days_left=1, to_repeat=1, new=1, settings=PlanSettings(TODAY + timedelta(days=1)))
    assert "Your interview is tomorrow." in card(qtbot, tomorrow)
    assert "One question comes up once more before it. One is still new." in card(qtbot, tomorrow)
    assert "interview" not in card(qtbot, PlanView())


def test_the_plan_is_changed_from_the_card(qtbot: QtBot) -> None:
    page = HomePage()
    qtbot.addWidget(page)
    page.resize(1072, 770)
    page.show()
    page.set_state(samples.HOME)
    with qtbot.waitSignal(page.plan_requested):
        button(page, "Change the plan…").click()
    page.set_state(samples.HOME_DONE)
    assert "Done for today." in shown_text(page)
    assert "If you like, go on: five questions would come next." in shown_text(page)


def test_the_dialog_hands_over_what_is_chosen_and_nothing_when_it_is_left(qtbot: QtBot) -> None:
    chosen: list[PlanSettings] = []
    before = PlanSettings(TODAY + timedelta(days=3), questions_a_day=4)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        dialog = PlanDialog(before, TODAY)
        dialog.chosen.connect(chosen.append)
        dialog.show()
        fields = dialog.fields
        assert (fields.questions.value(), fields.questions.isVisible(), fields.minutes.isVisible()) == (4, True, False)
        fields.kind.choose("minutes")
        fields.minutes.setValue(25)
        fields.interview.setDate(QDate(2026, 12, 24))
        QTest.keyClick(dialog, key)
    assert chosen == [PlanSettings(date(2026, 12, 24), 4, 25)]


def test_without_an_interview_the_date_rests(qtbot: QtBot) -> None:
    chosen: list[PlanSettings] = []
    dialog = PlanDialog(PlanSettings(TODAY - timedelta(days=1)), TODAY)  # over
    dialog.chosen.connect(chosen.append)
    dialog.show()
    assert not dialog.fields.interview.isEnabled()
    dialog.accept()
    assert chosen == [PlanSettings()]


def test_a_rating_is_corrected_and_given_back(qtbot: QtBot, part: QuestionPlan) -> None:
    told: list[Rating | None] = []
    part.rating_chosen.connect(told.append)
    part.set_state(QuestionPlanView("Due today.", Rating.HARD))
    assert part.rating.value == "HARD"
    assert not part.own_again.isVisible()
    part.rating.choose("GOOD")
    part.set_state(QuestionPlanView("Due today.", Rating.GOOD, is_corrected=True))
    part.own_again.click()
    assert told == [Rating.GOOD, None]
    part.set_state(QuestionPlanView("New."))
    assert not part.rating.isVisible()


def test_what_was_done_to_a_question_can_be_taken_back(qtbot: QtBot, part: QuestionPlan) -> None:
    told: list[tuple[str, bool]] = []
    part.suspended.connect(lambda on: told.append(("suspended", on)))
    part.buried.connect(lambda on: told.append(("buried", on)))
    part.reset_chosen.connect(lambda on: told.append(("reset", on)))
    part.set_state(QuestionPlanView("Due.", can_reset=True))
    for words in ("Suspend", "Put off until tomorrow", "Begin anew"):
        button(part, words).click()
    part.set_state(QuestionPlanView("Put off.", is_buried=True, is_reset=True))
    for words in ("Bring it back today", "Count earlier answers again"):
        button(part, words).click()
    part.set_state(QuestionPlanView("Suspended.", is_suspended=True))
    button(part, "Bring it back").click()
    assert told == [
        ("suspended", True),
        ("buried", True),
        ("reset", True),
        ("buried", False),
        ("reset", False),
        ("suspended", False),
    ]
    assert {each.text() for each in visible_buttons(part)} == {"Bring it back"}


def test_the_questions_page_tells_for_which_question(qtbot: QtBot) -> None:
    page = QuestionsPage()
    qtbot.addWidget(page)
    page.resize(1072, 770)
    page.show()
    page.set_state(samples.QUESTIONS_VIEW)
    assert "You missed four of six on Tuesday." in shown_text(page)
    with qtbot.waitSignal(page.buried) as told:
        button(page, "Put off until tomorrow").click()
    assert told.args == ["bagging-boosting", True]
    with qtbot.waitSignal(page.rating_chosen) as rated:
        button(page, "As the program rates it").click()
    assert rated.args == ["bagging-boosting", None]
