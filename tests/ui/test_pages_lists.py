"""Home, setup, questions and report: what they show, and the wishes they tell."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from mlprep_gui.app.views import SetupChoice
from mlprep_gui.bank import Order
from mlprep_gui.domain.question import Level
from mlprep_gui.domain.session import Mode, SessionState
from mlprep_gui.ui.pages.home_page import HomePage
from mlprep_gui.ui.pages.questions_page import QuestionsPage
from mlprep_gui.ui.pages.reading_order import focusable
from mlprep_gui.ui.pages.report_page import ReportPage
from mlprep_gui.ui.pages.setup_page import SetupPage
from mlprep_gui.ui.widgets.choices import Chip, ComboBox, Segment, Stepper, Switch
from mlprep_gui.ui.widgets.disclosure import Disclosure
from tests.ui import samples
from tests.ui.seen import button, shown_text, tab_places, visible_buttons, visible_rows


def show(qtbot: QtBot, page: QWidget) -> None:
    qtbot.addWidget(page)
    page.resize(1072, 770)
    page.show()


@pytest.fixture
def home(qtbot: QtBot) -> HomePage:
    page = HomePage()
    show(qtbot, page)
    return page


@pytest.fixture
def setup(qtbot: QtBot) -> SetupPage:
    page = SetupPage()
    show(qtbot, page)
    page.set_state(samples.SETUP)
    return page


@pytest.fixture
def questions(qtbot: QtBot) -> QuestionsPage:
    page = QuestionsPage()
    show(qtbot, page)
    page.set_state(samples.QUESTIONS_VIEW)
    return page


@pytest.fixture
def report(qtbot: QtBot) -> ReportPage:
    page = ReportPage()
    show(qtbot, page)
    return page


# Home


def test_home_counts_what_it_suggests_and_why(home: HomePage) -> None:
    home.set_state(samples.HOME)
    text = shown_text(home)
    assert "Five questions for today." in text
    assert "Two come back because of a missed or wrong point, one keeps a good answer fresh, two are new." in text
    assert "76 minutes on four days." in text
    assert "of 30 questions practised" in text


def test_enter_starts_the_suggested_round(qtbot: QtBot, home: HomePage) -> None:
    home.set_state(samples.HOME)
    with qtbot.waitSignal(home.start_requested):
        QTest.keyClick(home, Qt.Key.Key_Return)


def test_a_question_and_the_last_session_open(qtbot: QtBot, home: HomePage) -> None:
    home.set_state(samples.HOME)
    with qtbot.waitSignal(home.question_requested) as caught:
        QTest.keyClick(visible_rows(home)[1], Qt.Key.Key_Return)
    assert caught.args == ["confusion-matrix"]
    with qtbot.waitSignal(home.session_requested) as caught:
        button(home, "Open the last session").click()
    assert caught.args == ["s4"]


def test_a_first_visit_says_what_will_happen(qtbot: QtBot, home: HomePage) -> None:
    home.set_state(samples.HOME_EMPTY)
    text = shown_text(home)
    assert "Your first round." in text
    assert "You think for a moment, then answer aloud." in text
    assert "The last seven days" not in text
    with qtbot.waitSignal(home.microphone_test_requested):
        button(home, "Test the microphone").click()
    with qtbot.waitSignal(home.guide_requested):
        button(home, "Read the guide").click()


def test_home_without_questions_says_where_to_look_and_starts_nothing(home: HomePage) -> None:
    started: list[bool] = []
    home.start_requested.connect(lambda: started.append(True))
    home.set_state(replace(samples.HOME_EMPTY, suggested=(), total=0, minutes=0))
    QTest.keyClick(home, Qt.Key.Key_Return)
    assert "There are no questions." in shown_text(home)
    assert started == []


def test_home_shows_notices(home: HomePage) -> None:
    home.set_state(samples.HOME_NOTICE)
    assert "You can record now, and grade later." in shown_text(home)


# Setup


def change(setup: SetupPage, act: QAbstractButton) -> SetupChoice:
    heard: list[SetupChoice] = []
    setup.choice_changed.connect(heard.append)
    act.click()
    assert len(heard) == 1
    return heard[0]


def test_showing_a_setup_changes_nothing(setup: SetupPage) -> None:
    heard: list[SetupChoice] = []
    setup.choice_changed.connect(heard.append)
    other = SetupChoice(
        mode=Mode.MOCK,
        topics=("Foundations",),
        levels=(Level.HARD,),
        count=3,
        minutes=25,
        order=Order.MIXED,
        think_s=60,
        answer_s=120,
        cut_at_limit=True,
        typed=True,
        voice="system:en",
        microphone="mic1",
    )
    setup.set_state(replace(samples.SETUP, choice=other))
    assert heard == []


def test_the_setup_says_what_follows(setup: SetupPage) -> None:
    text = shown_text(setup)
    assert "5 of 30" in text
    assert "about 15 min" in text
    assert samples.BAGGING.prompt in text
    assert "off: the limit never cuts you off" in text


def test_the_questions_of_a_mock_interview_are_not_told_beforehand(setup: SetupPage) -> None:
    setup.set_state(samples.SETUP_MOCK)
    text = shown_text(setup)
    assert "5 of 30" in text
    assert not [each.prompt for each in samples.SETUP_MOCK.questions if each.prompt in text]


def test_topics_are_added_and_taken_away(setup: SetupPage) -> None:
    chips = {chip.text(): chip for chip in setup.findChildren(Chip)}
    assert change(setup, chips["Foundations"]).topics == ("Foundations", "Evaluation", "Ensembles")
    chips["Evaluation"].click()
    chips["All topics"].click()
    assert [name for name, chip in chips.items() if chip.isChecked()] == ["All topics"]


def test_a_contrast_stands_alone_and_a_topic_takes_its_place(setup: SetupPage) -> None:
    setup.set_state(replace(samples.SETUP, choice=replace(samples.SETUP.choice, levels=(Level.EASY,))))
    chips = {chip.text(): chip for chip in setup.findChildren(Chip)}
    chosen = change(setup, chips["L1 / L2"])
    assert (chosen.contrasts, chosen.packs, chosen.topics, chosen.levels) == (("L1 / L2",), (), (), ())
    setup.set_state(replace(samples.SETUP_CONTRAST, choice=chosen))
    assert change(setup, chips["Bagging / boosting"]).contrasts == ("Bagging / boosting", "L1 / L2")
    setup.set_state(samples.SETUP_CONTRAST)
    assert "about 6 minutes" in shown_text(setup)
    chosen = change(setup, chips["Foundations"])
    assert (chosen.contrasts, chosen.topics) == ((), ("Foundations",))
    setup.set_state(samples.SETUP_CONTRAST)
    assert change(setup, chips["Bagging / boosting"]).contrasts == ()
    setup.set_state(replace(samples.SETUP, contrasts=()))
    assert "Often mixed up" not in shown_text(setup)


def test_mode_and_switch_are_told(setup: SetupPage) -> None:
    assert change(setup, button(setup, "Mock interview")).mode is Mode.MOCK
    switch = setup.findChild(Switch)
    assert switch is not None
    heard: list[SetupChoice] = []
    setup.choice_changed.connect(heard.append)
    switch.click()
    assert (heard[0].cut_at_limit, heard[0].mode) == (True, Mode.MOCK)


@pytest.mark.parametrize(
    ("segment", "value", "field", "expected"),
    [
        ("Level", "hard", "levels", (Level.HARD,)),
        ("Level", "all", "levels", ()),
        ("Order", "mixed", "order", Order.MIXED),
        ("How long, in", "minutes", "minutes", 20),
        ("Time to answer", "fixed", "answer_s", 90),
        ("Answer", "type", "typed", True),
    ],
)
def test_a_segment_is_told(setup: SetupPage, segment: str, value: str, field: str, expected: object) -> None:
    setup.set_state(replace(samples.SETUP, choice=replace(samples.SETUP.choice, levels=(Level.EASY,))))
    heard: list[SetupChoice] = []
    setup.choice_changed.connect(heard.append)
    next(each for each in setup.findChildren(Segment) if each.accessibleName() == segment).choose(value)
    assert getattr(heard[-1], field) == expected


@pytest.mark.parametrize(
    ("stepper", "value", "field"), [("Number of questions", 7, "count"), ("Time to think", 60, "think_s")]
)
def test_a_number_is_told(setup: SetupPage, stepper: str, value: int, field: str) -> None:
    heard: list[SetupChoice] = []
    setup.choice_changed.connect(heard.append)
    next(each for each in setup.findChildren(Stepper) if each.accessibleName() == stepper).setValue(value)
    assert getattr(heard[-1], field) == value


def test_a_voice_is_heard_and_a_microphone_chosen(qtbot: QtBot, setup: SetupPage) -> None:
    with qtbot.waitSignal(setup.hear_requested) as caught:
        button(setup, "Hear it").click()
    assert caught.args == ["hibari:default"]
    box = next(each for each in setup.findChildren(ComboBox) if each.accessibleName() == "Microphone")
    with qtbot.waitSignal(setup.choice_changed) as caught:
        box.setCurrentIndex(2)
    assert caught.args is not None
    assert caught.args[0].microphone == "mic1"


def test_before_the_first_round_the_microphone_test_is_offered(qtbot: QtBot, setup: SetupPage) -> None:
    assert "Test the microphone first" not in shown_text(setup)
    setup.set_state(replace(samples.SETUP, offer_test=True, choice=replace(samples.SETUP.choice, microphone="mic1")))
    assert "Test the microphone first" in shown_text(setup)
    with qtbot.waitSignal(setup.microphone_test.test_requested) as caught:
        button(setup, "Test the microphone").click()
    assert caught.args == ["mic1"]
    setup.microphone_test.show_recorded()
    setup.microphone_test.show_heard("overfitting is", "Your words arrive.")
    setup.set_state(samples.SETUP)
    assert "Test the microphone first" in shown_text(setup), "the page jumps while the words are read"
    setup.hide()
    setup.show()
    setup.set_state(samples.SETUP)
    assert "Test the microphone first" not in shown_text(setup)
    assert not setup.microphone_test.isVisible()


def test_the_microphone_can_be_tested_at_any_time_but_not_without_one(qtbot: QtBot, setup: SetupPage) -> None:
    with qtbot.waitSignal(setup.microphone_test.test_requested):
        button(setup, "Test it").click()
    assert setup.microphone_test.isVisible()
    setup.set_state(replace(samples.SETUP, choice=replace(samples.SETUP.choice, typed=True)))
    assert not setup.microphone_test.isVisible()
    setup.set_state(samples.SETUP_NONE)
    assert not button(setup, "Test it").isEnabled()


def test_start_hands_over_the_choice_and_escape_cancels(qtbot: QtBot, setup: SetupPage) -> None:
    with qtbot.waitSignal(setup.start_requested) as caught:
        QTest.keyClick(setup, Qt.Key.Key_Return)
    assert caught.args == [samples.SETUP.choice]
    with qtbot.waitSignal(setup.cancelled):
        QTest.keyClick(setup, Qt.Key.Key_Escape)


def test_a_setup_without_questions_cannot_start_and_says_why(setup: SetupPage) -> None:
    started: list[object] = []
    setup.start_requested.connect(started.append)
    setup.set_state(samples.SETUP_NONE)
    QTest.keyClick(setup, Qt.Key.Key_Return)
    assert not button(setup, "Start the round").isEnabled()
    assert "No question fits." in shown_text(setup)
    assert "No microphone was found." in shown_text(setup)
    assert started == []


def test_the_start_is_in_view_however_small_the_window(setup: SetupPage) -> None:
    setup.resize(800, 500)
    start = button(setup, "Start the round")
    assert setup.rect().contains(start.mapTo(setup, start.rect().bottomRight()))


# Questions


def test_search_looks_into_key_points_too(questions: QuestionsPage) -> None:
    questions.search.setText("discriminator")
    assert [row.accessibleName().split(",")[0] for row in visible_rows(questions)] == ["What are GANs?"]
    questions.search.setText("no such words")
    assert "No question fits." in shown_text(questions)


def test_topic_and_level_filter(questions: QuestionsPage) -> None:
    boxes = {box.accessibleName(): box for box in questions.findChildren(ComboBox)}
    boxes["Topic"].setCurrentIndex(boxes["Topic"].findData("Ensembles"))
    boxes["Level"].setCurrentIndex(boxes["Level"].findData("hard"))
    assert [row.accessibleName().split(" ")[0] for row in visible_rows(questions)] == ["How"]


def test_key_points_and_example_stay_shut_until_asked_for(questions: QuestionsPage) -> None:
    text = shown_text(questions)
    assert samples.BAGGING.why in text
    assert samples.BAGGING.example not in text
    assert samples.BAGGING.key_points[0].statement not in text
    for opener in questions.findChildren(Disclosure):
        opener.click()
    text = shown_text(questions)
    assert samples.BAGGING.example in text
    assert samples.BAGGING.key_points[0].statement in text
    assert "Essential" in text
    visible_rows(questions)[3].click()
    assert samples.TRADEOFF.example not in shown_text(questions)


def test_a_question_is_practised(qtbot: QtBot, questions: QuestionsPage) -> None:
    with qtbot.waitSignal(questions.practise_requested) as caught:
        button(questions, "Practise it now").click()
    assert caught.args == ["bagging-boosting"]


def test_a_broken_pack_says_file_line_and_what_to_do(qtbot: QtBot, questions: QuestionsPage) -> None:
    questions.set_state(samples.QUESTIONS_BROKEN)
    text = shown_text(questions)
    for finding in samples.FINDINGS:
        assert f"{finding.file}, line {finding.line}" in text
        assert finding.advice in text
    with qtbot.waitSignal(questions.reload_requested):
        button(questions, "Read the packs again").click()
    with qtbot.waitSignal(questions.open_folder_requested):
        button(questions, "Open the folder").click()


# Report


def test_a_report_counts_and_names_what_to_practise(qtbot: QtBot, report: ReportPage) -> None:
    report.set_state(samples.REPORT)
    text = shown_text(report)
    assert "You answered four questions in 16 minutes." in text
    assert "you covered 6 of 9, of the others 2 of 7." in text
    says = [each for each in visible_buttons(report) if each.text() == "Say it now"]
    assert len(says) == 3
    with qtbot.waitSignal(report.practise_requested) as caught:
        says[1].click()
    assert caught.args == ["confusion-matrix"]


def test_every_answer_of_a_report_opens(qtbot: QtBot, report: ReportPage) -> None:
    report.set_state(samples.REPORT)
    rows = visible_rows(report)
    assert len(rows) == len(samples.REPORT_ANSWERS)
    assert "54 of 100, likely 46 to 61" in rows[0].accessibleName()
    assert "of 100" not in rows[4].accessibleName()
    with qtbot.waitSignal(report.answer_requested) as caught:
        rows[2].click()
    assert caught.args == [2]


def test_a_try_without_words_before_the_answer_is_not_listed(qtbot: QtBot, report: ReportPage) -> None:
    report.set_state(samples.TRIED_TWICE)
    rows = visible_rows(report)
    assert ["Attempt" in row.accessibleName() for row in rows] == [False, False]
    with qtbot.waitSignal(report.answer_requested) as caught:
        rows[0].click()
    assert caught.args == [1]


def test_a_report_without_grades_has_no_numbers(report: ReportPage) -> None:
    report.set_state(samples.UNGRADED_SESSION)
    text = shown_text(report)
    assert "One is still being graded." in text
    assert "of 100" not in text
    assert "Practise" not in text.replace("Practice", "")


def test_a_report_says_that_the_round_ended_early(report: ReportPage) -> None:
    record = replace(samples.REPORT.record, session=replace(samples.SESSION, state=SessionState.ENDED_EARLY))
    report.set_state(replace(samples.REPORT, record=record))
    assert "Practice round, ended early" in shown_text(report)


def test_enter_leaves_the_report(qtbot: QtBot, report: ReportPage) -> None:
    report.set_state(samples.REPORT)
    report.take_focus()  # as the window does
    with qtbot.waitSignal(report.home_requested):
        QTest.keyClick(report, Qt.Key.Key_Return)


# Keyboard


def test_tab_goes_through_each_page_as_it_is_read(home: HomePage, report: ReportPage) -> None:
    home.resize(840, 770)  # so that the side panel stands under the rest
    home.set_state(samples.HOME_EMPTY)
    report.set_state(samples.REPORT)
    for page in (home, report):
        assert tab_places(page) == sorted(tab_places(page))


def test_the_topics_come_before_the_level(setup: SetupPage) -> None:
    order = [widget.accessibleName() or getattr(widget, "text", str)() for widget in focusable(setup)]
    assert order.index("All topics") < order.index("All") < order.index("Start the round")
