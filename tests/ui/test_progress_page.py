"""Progress: sentences counted from data, plots that can be read as tables and copied."""

import csv
import io
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from mlprep_gui.ui.pages.progress_page import ProgressPage
from mlprep_gui.ui.widgets.choices import ComboBox
from mlprep_gui.ui.widgets.plot_card import PlotCard
from mlprep_gui.ui.widgets.plots import BarPlot, LinePlot, TopicBars
from tests.ui import progress_samples as samples
from tests.ui.seen import button, settle, shown_text, tab_places, visible_buttons, visible_rows


@pytest.fixture
def progress(qtbot: QtBot) -> ProgressPage:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    page = ProgressPage()
    qtbot.addWidget(page)
    page.resize(1072, 900)
    page.show()
    return page


def card(progress: ProgressPage, title: str) -> PlotCard:
    return next(each for each in progress.findChildren(PlotCard) if each.accessibleName() == title)


def choose(progress: ProgressPage, name: str, words: str) -> None:
    boxes = [each for each in progress.findChildren(ComboBox) if each.accessibleName() == name]
    box = next(each for each in boxes if each.findText(words) >= 0)
    box.setCurrentIndex(box.findText(words))


def rows_of(table: QTableView) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_each_card_says_in_a_sentence_what_was_counted(progress: ProgressPage) -> None:
    progress.set_state(samples.view())
    text = shown_text(progress)
    minutes = round(sum(fact.duration_s for fact in samples.PRACTICE) / 60)
    assert f"{minutes} minutes on 30 days. Three days in a row." in text
    assert "In your newest answers 120 of 180 key points. The tick: four weeks ago." in text
    assert "of 100 on average; it was 46 in the week of 24 August. From 30 answers." in text
    assert "words a minute; it was 118 in the week of 24 August. From 30 answers." in text


def test_one_day_is_not_called_a_row_and_nothing_is_not_called_a_loss(progress: ProgressPage) -> None:
    progress.set_state(samples.ONE_ANSWER)
    text = shown_text(progress)
    assert "18 minutes on one day." in text
    assert "in a row" not in text
    assert "The tick" not in text
    assert "83 of 100 on average, from one answer." in text
    assert "Nothing was measured in this time." in text
    assert "No key point was missed twice in this time." in text
    progress.set_state(replace(samples.ONE_ANSWER, facts=replace(samples.ONE_ANSWER.facts, practice=())))
    assert "Nothing yet in this time." in shown_text(progress)


def test_every_plot_names_what_it_shows(progress: ProgressPage) -> None:
    progress.set_state(samples.view())
    for kind in (BarPlot, LinePlot, TopicBars):
        for plot in progress.findChildren(kind):
            assert any(char.isdigit() for char in plot.accessibleName())
    assert all(each.accessibleName() or each.text() for each in visible_buttons(progress))


def test_a_topic_and_a_measure_can_be_chosen(progress: ProgressPage) -> None:
    progress.set_state(samples.view())
    choose(progress, "Topic", "Ensembles")
    assert "From eight answers." in shown_text(card(progress, "Over time"))
    choose(progress, "Measure", "Points covered")
    assert "% of the key points; it was" in shown_text(card(progress, "Over time"))
    choose(progress, "Measure", "Fillers")
    assert "in 100 words; it was" in shown_text(card(progress, "How you speak"))
    progress.set_state(samples.view("weeks"))  # the topic stays chosen
    assert "From one answer" in shown_text(card(progress, "Over time")).replace("from", "From")


def test_a_period_is_asked_for(qtbot: QtBot, progress: ProgressPage) -> None:
    progress.set_state(samples.view())
    with qtbot.waitSignal(progress.period_chosen) as caught:
        button(progress, "All").click()
    assert caught.args == ["all"]


def test_a_missed_point_leads_to_its_question(qtbot: QtBot, progress: ProgressPage) -> None:
    progress.set_state(samples.view())
    rows = visible_rows(progress)
    assert "Wrong 2 of 2 times" in rows[0].accessibleName()
    assert "3 of 4 times" in rows[1].accessibleName()
    with qtbot.waitSignal(progress.practise_requested) as caught:
        QTest.keyClick(rows[0], Qt.Key.Key_Return)
    assert caught.args == ["confusion-matrix"]


def test_all_missed_points_can_be_practised_at_once(qtbot: QtBot, progress: ProgressPage) -> None:
    progress.set_state(samples.view())
    with qtbot.waitSignal(progress.points_requested) as caught:
        button(progress, "Practise these points").click()
    assert caught.args == [samples.MISSED]
    progress.set_state(samples.ONE_ANSWER)
    with pytest.raises(AssertionError, match="no button"):
        button(progress, "Practise these points")


def test_what_is_still_known_names_its_source(progress: ProgressPage) -> None:
    progress.set_state(samples.view())
    shown = card(progress, "What you would still know")
    text = shown_text(shown)
    assert "you would know about 27 of 31 questions today, 19 in four weeks." in text and "FSRS" in text
    choose(progress, "What is remembered", "Key points you once missed")
    assert "you would say about 10 of 12 key points today, 6 in four weeks." in shown_text(shown)
    progress.set_state(samples.ONE_ANSWER)
    assert "You missed no key point yet." in shown_text(shown)


def test_the_words_of_a_table_are_whole(progress: ProgressPage) -> None:
    progress.set_state(samples.LONG)
    shown = card(progress, "Missed again and again")
    button(shown, "Show the table").click()
    settle()
    table = next(each for each in shown.findChildren(QTableView) if each.isVisible())
    for row, point in enumerate(samples.LONG.facts.missed):
        index = table.model().index(row, 0)
        room = table.visualRect(index)
        words = table.fontMetrics().boundingRect(
            0, 0, room.width() - 12, 10_000, Qt.TextFlag.TextWordWrap, point.statement
        )
        assert words.height() <= room.height()
    assert table.viewport().height() >= sum(table.rowHeight(row) for row in range(table.model().rowCount()))


@pytest.mark.parametrize(
    "title",
    [
        "Time practised",
        "Key points covered, by topic",
        "What you would still know",
        "Missed again and again",
        "Over time",
        "How you speak",
    ],
)
def test_every_plot_has_a_table_and_copies_as_image_and_as_csv(progress: ProgressPage, title: str) -> None:
    progress.set_state(samples.view())
    settle()
    shown = card(progress, title)
    actions = {action.text(): action for action in shown.menu().actions()}
    actions["Copy as an image"].trigger()
    image = QGuiApplication.clipboard().pixmap()
    assert image.width() > 300 and image.height() > 100
    seen = image.toImage()
    places = ((x, y) for x in range(0, seen.width(), 2) for y in range(0, seen.height(), 2))
    assert len({seen.pixel(x, y) for x, y in places}) > 2
    actions["Copy as CSV"].trigger()
    copied = list(csv.reader(io.StringIO(QGuiApplication.clipboard().text())))
    button(shown, "Show the table").click()
    table = next(each for each in shown.findChildren(QTableView) if each.isVisible())
    assert table.accessibleName() == f"{title}, as a table"
    assert copied[1:] == rows_of(table)
    assert len(copied) > 2 and all(copied[0])
    button(shown, "Show the plot").click()
    assert not table.isVisible()


def test_the_table_holds_the_exact_values(progress: ProgressPage) -> None:
    progress.set_state(samples.view("weeks"))
    shown = card(progress, "Time practised")
    button(shown, "Show the table").click()
    rows = rows_of(next(each for each in shown.findChildren(QTableView) if each.isVisible()))
    assert len(rows) == 14
    assert rows[-1] == ["22 November 2026", "18", "1"]
    assert rows[-2] == ["21 November 2026", "0", "0"]


def test_an_empty_page_says_what_will_stand_here(progress: ProgressPage) -> None:
    progress.set_state(samples.EMPTY)
    assert "Nothing to compare yet." in shown_text(progress)
    assert not any(each.isVisible() for each in progress.findChildren(PlotCard))


def test_tab_goes_through_the_page_as_it_is_read(progress: ProgressPage) -> None:
    progress.resize(700, 2200)  # one card under the other
    progress.set_state(samples.view())
    assert tab_places(progress) == sorted(tab_places(progress))
