from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.transcript import Word
from mlprep_gui.ui.widgets.button import Button, IconButton, Kind, Size
from mlprep_gui.ui.widgets.choices import Chip, ComboBox, Segment, Stepper, Switch
from mlprep_gui.ui.widgets.fields import FormRow, SearchField
from mlprep_gui.ui.widgets.flow import set_words
from mlprep_gui.ui.widgets.focus_ring import FocusRing
from mlprep_gui.ui.widgets.gauges import LevelMeter, ProgressLine, ScoreRange, TimeRing
from mlprep_gui.ui.widgets.key_hint import KeyHintBar
from mlprep_gui.ui.widgets.key_point_row import KeyPointRow, KeyPointView
from mlprep_gui.ui.widgets.layouts import FlowLayout, TwoColumns
from mlprep_gui.ui.widgets.notice import Notice, UndoBar
from mlprep_gui.ui.widgets.page import Page
from mlprep_gui.ui.widgets.rows import QuestionRow, RowView
from mlprep_gui.ui.widgets.text import Label, Run, wrapped
from mlprep_gui.ui.widgets.verdicts import VerdictStrip, verdict_word
from mlprep_gui.ui.widgets.waveform import Waveform, WaveView, clock
from mlprep_gui.ui.widgets.words_view import Marked, PromptView, TranscriptView

LONG = "Bagging trains its models independently, each on a bootstrap sample drawn with replacement."


def colour_at(widget: QWidget, x: int, y: int) -> str:
    return widget.grab().toImage().pixelColor(x, y).name()


class TestText:
    def test_wrapped_text_takes_the_height_it_needs(self, qtbot: QtBot) -> None:
        label = wrapped(LONG)
        qtbot.addWidget(label)
        one_line = label.heightForWidth(4000)
        assert label.heightForWidth(200) >= 3 * one_line

    def test_a_layout_gives_wrapped_text_its_height(self, qtbot: QtBot) -> None:
        page = Page()
        qtbot.addWidget(page)
        label = wrapped(LONG)
        page.body.addWidget(label)
        page.body.addStretch(1)
        page.resize(320, 400)
        page.show()
        assert label.height() >= label.heightForWidth(label.width())

    def test_elided_text_keeps_the_whole_in_its_tooltip(self, qtbot: QtBot) -> None:
        label = Label(LONG, elide=True)
        qtbot.addWidget(label)
        label.resize(100, 20)
        label.show()
        assert label.toolTip() == LONG
        assert label.text() == LONG

    def test_runs_are_one_text_to_screen_readers(self, qtbot: QtBot) -> None:
        label = Label()
        qtbot.addWidget(label)
        label.set_runs([Run("You could say: ", "muted"), Run("trees vote 🌳.")])
        assert label.text() == "You could say: trees vote 🌳."
        label.grab()

    def test_larger_text_takes_more_room(self, qtbot: QtBot, themed: Callable[..., None]) -> None:
        label = Label("words")
        qtbot.addWidget(label)
        before = label.sizeHint()
        themed("light", 2.0)
        assert label.sizeHint().height() >= 2 * before.height() - 2
        assert label.sizeHint().width() > 1.8 * before.width()

    def test_words_in_lines(self) -> None:
        rects = set_words([30, 30, 30, 200], 10, 80, 20)
        assert [(rect.left(), rect.top()) for rect in rects] == [(0, 0), (40, 0), (0, 20), (0, 40)]
        centred = set_words([30, 30], 10, 100, 20, centred=True)
        assert centred[0].left() == 15
        assert set_words([], 10, 80, 20) == []


class TestButtons:
    def test_states_look_different(self, qtbot: QtBot) -> None:
        button = Button("Next", Kind.PRIMARY)
        qtbot.addWidget(button)
        button.resize(button.sizeHint())
        rest = colour_at(button, 8, 6)
        button.setDown(True)
        pressed = colour_at(button, 8, 6)
        button.setDown(False)
        button.setEnabled(False)
        assert len({rest, pressed, colour_at(button, 8, 6)}) == 3

    def test_icon_and_key_take_room(self, qtbot: QtBot) -> None:
        plain, full = Button("Next"), Button("Next", icon="again", key="Enter")
        qtbot.addWidget(plain)
        qtbot.addWidget(full)
        assert full.sizeHint().width() > plain.sizeHint().width() + 50
        assert Button("x", size=Size.LARGE).sizeHint().height() == 52

    def test_a_click_leaves_the_focus_where_it_is(self, qtbot: QtBot) -> None:
        button = Button("Next")
        qtbot.addWidget(button)
        button.show()
        with qtbot.waitSignal(button.clicked):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert not button.hasFocus()

    def test_icon_buttons_have_a_name(self, qtbot: QtBot) -> None:
        button = IconButton("bookmark", "Bookmark", checked_icon="bookmark_fill")
        qtbot.addWidget(button)
        button.click()
        assert button.isChecked()
        assert button.accessibleName() == button.toolTip() == "Bookmark"


class TestChoices:
    def test_segment_by_mouse_and_arrows(self, qtbot: QtBot) -> None:
        segment = Segment([("a", "Said it"), ("b", "Partly"), ("c", "Not said")], "Point")
        qtbot.addWidget(segment)
        segment.show()
        segment.activateWindow()
        qtbot.waitUntil(segment.isActiveWindow)
        chosen: list[str] = []
        segment.value_changed.connect(chosen.append)
        assert segment.value == ""
        segment.set_value("a")
        assert chosen == []
        pieces = segment.findChildren(QAbstractButton)
        pieces[0].setFocus()
        QTest.keyClick(pieces[0], Qt.Key.Key_Right)
        assert chosen == ["b"]
        QTest.mouseClick(pieces[2], Qt.MouseButton.LeftButton)
        assert segment.value == "c"
        assert chosen == ["b", "c"]
        pieces[0].toggle()  # as a screen reader does
        assert chosen == ["b", "c", "a"]
        assert [piece.focusPolicy() is Qt.FocusPolicy.TabFocus for piece in pieces] == [True, False, False]

    def test_segment_with_an_unknown_value_chooses_nothing(self, qtbot: QtBot) -> None:
        segment = Segment([("a", "A")], "x")
        qtbot.addWidget(segment)
        segment.set_value("a")
        segment.set_value("z")
        assert segment.value == ""

    def test_switch_by_space(self, qtbot: QtBot) -> None:
        switch = Switch("Cues")
        qtbot.addWidget(switch)
        switch.show()
        off = colour_at(switch, 18, 5)
        QTest.keyClick(switch, Qt.Key.Key_Space)
        assert switch.isChecked()
        assert colour_at(switch, 18, 5) != off

    def test_chip_shows_a_check_when_on(self, qtbot: QtBot) -> None:
        chip = Chip("Trees")
        qtbot.addWidget(chip)
        before = chip.sizeHint().width()
        chip.click()
        assert chip.isChecked()
        assert chip.sizeHint().width() > before
        assert Chip("November", removable=True).accessibleName() == "Remove November"

    def test_stepper_by_keys_and_buttons(self, qtbot: QtBot) -> None:
        stepper = Stepper("Time", 0, 40, step=10, words=lambda n: f"{n} s")
        qtbot.addWidget(stepper)
        stepper.show()
        stepper.setValue(30)
        assert stepper.text() == "30 s"
        QTest.keyClick(stepper, Qt.Key.Key_Up)
        assert stepper.value() == 40
        less, more = stepper.findChildren(IconButton)
        assert not more.isEnabled()
        QTest.mouseClick(less, Qt.MouseButton.LeftButton)
        assert stepper.value() == 30

    def test_combo_box_is_filled_silently(self, qtbot: QtBot) -> None:
        box = ComboBox("Voice")
        qtbot.addWidget(box)
        seen: list[int] = []
        box.currentIndexChanged.connect(seen.append)
        box.set_options([("a", "A"), ("b", "B")], "b")
        assert box.value == "b"
        assert seen == []

    def test_search_is_emptied_by_escape(self, qtbot: QtBot) -> None:
        field = SearchField("Search")
        qtbot.addWidget(field)
        field.show()
        QTest.keyClicks(field, "variance")
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert field.text() == ""


class TestRows:
    def test_arrows_move_and_enter_opens(self, qtbot: QtBot) -> None:
        host = QWidget()
        qtbot.addWidget(host)
        column = QVBoxLayout(host)
        rows = [QuestionRow(RowView(f"Question {n}", "why", Verdict.MISSED, "3")) for n in range(3)]
        for row in rows:
            column.addWidget(row)
        host.show()
        host.activateWindow()
        rows[0].setFocus()
        QTest.keyClick(rows[0], Qt.Key.Key_Down)
        assert host.focusWidget() is rows[1]
        with qtbot.waitSignal(rows[1].clicked):
            QTest.keyClick(rows[1], Qt.Key.Key_Return)
        QTest.keyClick(rows[1], Qt.Key.Key_Up)
        assert host.focusWidget() is rows[0]

    def test_a_row_has_a_name(self, qtbot: QtBot) -> None:
        row = QuestionRow(RowView("What are GANs?", "New, from Deep learning.", "dot", "3"))
        qtbot.addWidget(row)
        assert row.accessibleName() == "What are GANs?, New, from Deep learning."

    def test_a_strip_counts_in_words(self, qtbot: QtBot) -> None:
        strip = VerdictStrip([Verdict.COVERED, Verdict.COVERED, Verdict.MISSED, Verdict.UNSURE])
        qtbot.addWidget(strip)
        assert strip.summary == "2 of 4 covered"
        assert strip.accessibleName() == "2 of 4 covered, 1 missed, 1 unsure"

    def test_every_verdict_has_its_word(self) -> None:
        assert len({verdict_word(verdict) for verdict in Verdict}) == len(Verdict)


class TestKeyPointRow:
    VIEW = KeyPointView("kp", "Trees vote.", Verdict.PARTLY, ("they vote",), "0:14", could_say="Trees vote equally.")

    @pytest.fixture
    def row(self, qtbot: QtBot) -> KeyPointRow:
        row = KeyPointRow(self.VIEW)
        qtbot.addWidget(row)
        row.show()
        return row

    @pytest.mark.parametrize(
        ("key", "verdict"),
        [
            (Qt.Key.Key_1, Verdict.COVERED),
            (Qt.Key.Key_2, Verdict.PARTLY),
            (Qt.Key.Key_3, Verdict.MISSED),
            (Qt.Key.Key_4, Verdict.CONTRADICTED),
            (Qt.Key.Key_0, None),
        ],
    )
    def test_own_verdict_by_key(self, row: KeyPointRow, qtbot: QtBot, key: Qt.Key, verdict: Verdict | None) -> None:
        with qtbot.waitSignal(row.own_verdict_chosen) as chosen:
            QTest.keyClick(row, key)
        assert chosen.args == ["kp", verdict]

    def test_space_plays(self, row: KeyPointRow, qtbot: QtBot) -> None:
        with qtbot.waitSignal(row.play_requested) as wish:
            QTest.keyClick(row, Qt.Key.Key_Space)
        assert wish.args == ["kp"]

    def test_the_name_says_both_verdicts(self, row: KeyPointRow) -> None:
        row.set_state(KeyPointView("kp", "Trees vote.", Verdict.CONTRADICTED, own=Verdict.COVERED))
        assert row.accessibleName() == "Contradicted, Trees vote., You: said it"
        row.set_state(KeyPointView("kp", "Trees vote.", None))
        assert row.accessibleName() == "Not graded, Trees vote."

    def test_the_menu_gives_and_takes_back(self, row: KeyPointRow, qtbot: QtBot) -> None:
        menu = row.verdict_menu()
        assert not menu.actions()[-1].isEnabled()
        with qtbot.waitSignal(row.own_verdict_chosen) as chosen:
            menu.actions()[2].trigger()
        assert chosen.args == ["kp", Verdict.MISSED]
        menu.deleteLater()


class TestGauges:
    def test_what_screen_readers_find(self, qtbot: QtBot) -> None:
        role = QAccessible.Role
        ring = TimeRing("Time")
        ring.set_time(0.34, "0:31", "of about 1:30")
        for widget, expected in (
            (ring, role.ProgressBar),
            (LevelMeter("Level"), role.ProgressBar),
            (ProgressLine("Done"), role.ProgressBar),
            (Waveform("Answer"), role.Slider),
            (Switch("Cues"), role.CheckBox),
            (Button("Next"), role.Button),
            (Stepper("Time", 0, 9), role.SpinBox),
            (Label("words"), role.StaticText),
        ):
            qtbot.addWidget(widget)
            assert QAccessible.queryAccessibleInterface(widget).role() == expected, widget
        assert ring.value() == 34
        assert ring.accessibleDescription() == "0:31 of about 1:30"

    def test_a_score_is_named_with_its_range(self, qtbot: QtBot) -> None:
        score = ScoreRange()
        qtbot.addWidget(score)
        score.set_score(54.4, 46, 61, (31, "Tuesday 31"))
        assert score.accessibleName() == "Score 54 of 100, likely 46 to 61"
        score.grab()

    def test_a_second_lap_does_not_exceed_the_bar(self, qtbot: QtBot) -> None:
        ring = TimeRing("Time")
        qtbot.addWidget(ring)
        ring.set_time(7.5, "9:59")
        assert ring.value() == 100
        ring.grab()

    @pytest.mark.parametrize(
        ("level", "peak", "words"),
        [
            (None, None, "No sound arrives."),
            (-20.0, -12.0, "You are heard well."),
            (-58.0, -50.0, "Very quiet."),
            (-6.0, 0.0, "Too loud."),
            (-120.0, -120.0, "Very quiet."),
        ],
    )
    def test_the_level_in_words(self, qtbot: QtBot, level: float | None, peak: float | None, words: str) -> None:
        meter = LevelMeter("Level")
        qtbot.addWidget(meter)
        meter.set_level(level, peak)
        assert meter.words.startswith(words)
        meter.grab()


class TestWords:
    WORDS = tuple(Word(text, n * 0.5, n * 0.5 + 0.5, 0.9) for n, text in enumerate(LONG.split()))

    @pytest.fixture
    def view(self, qtbot: QtBot) -> TranscriptView:
        view = TranscriptView()
        qtbot.addWidget(view)
        view.resize(300, 200)
        view.set_transcript(self.WORDS, [Marked(2, 5, Verdict.COVERED, "independent")])
        view.show()
        return view

    def test_a_click_names_the_word(self, view: TranscriptView, qtbot: QtBot) -> None:
        for number in (0, 2, len(self.WORDS) - 1):
            with qtbot.waitSignal(view.word_clicked) as clicked:
                centre = view.word_rect(number).center().toPoint()
                QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre)
            assert clicked.args == [number]

    def test_words_by_keys(self, view: TranscriptView, qtbot: QtBot) -> None:
        QTest.keyClick(view, Qt.Key.Key_Right)
        QTest.keyClick(view, Qt.Key.Key_Right)
        with qtbot.waitSignal(view.word_clicked) as clicked:
            QTest.keyClick(view, Qt.Key.Key_Return)
        assert clicked.args == [2]
        QTest.keyClick(view, Qt.Key.Key_Down)
        with qtbot.waitSignal(view.word_clicked) as below:
            QTest.keyClick(view, Qt.Key.Key_Return)
        assert view.word_rect(below.args[0]).top() > view.word_rect(2).top()
        QTest.keyClick(view, Qt.Key.Key_End)
        with qtbot.waitSignal(view.word_clicked) as last:
            QTest.keyClick(view, Qt.Key.Key_Space)
        assert last.args == [len(self.WORDS) - 1]

    def test_the_word_played_is_marked(self, view: TranscriptView) -> None:
        before = view.grab().toImage()
        view.set_position(1.2)
        marked = view.grab().toImage()
        view.set_position(None)
        assert marked != before
        assert view.grab().toImage() == before

    def test_an_empty_transcript_is_quiet(self, qtbot: QtBot) -> None:
        view = TranscriptView()
        qtbot.addWidget(view)
        view.set_transcript([])
        QTest.keyClick(view, Qt.Key.Key_Return)
        view.grab()

    def test_the_spoken_word_of_the_question(self, qtbot: QtBot) -> None:
        view = PromptView()
        qtbot.addWidget(view)
        view.set_prompt("What is the ROC curve and the AUC?")
        view.resize(600, view.heightForWidth(600))
        plain = view.grab().toImage()
        view.set_spoken(12, 3)
        by_text = view.grab().toImage()
        view.set_spoken_word(3)
        assert by_text == view.grab().toImage() != plain
        view.finish()
        assert view.grab().toImage() == plain


class TestWaveform:
    @pytest.fixture
    def wave(self, qtbot: QtBot) -> Waveform:
        wave = Waveform("Your answer")
        qtbot.addWidget(wave)
        wave.resize(400, 84)
        wave.set_wave(WaveView(52.0, [0.2, 0.9, 0.0, 1.4] * 50, [(14.5, 16.3)], [(6.0, "um")]))
        wave.show()
        return wave

    def test_seeking(self, wave: Waveform, qtbot: QtBot) -> None:
        with qtbot.waitSignal(wave.seek_requested) as clicked:
            QTest.mouseClick(wave, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(200, 20))
        assert clicked.args[0] == pytest.approx(26.0, abs=0.2)
        with qtbot.waitSignal(wave.seek_requested) as later:
            QTest.keyClick(wave, Qt.Key.Key_Right)
        assert later.args[0] == pytest.approx(31.0, abs=0.2)
        QTest.keyClick(wave, Qt.Key.Key_End)
        with qtbot.waitSignal(wave.seek_requested) as end:
            QTest.keyClick(wave, Qt.Key.Key_Right)
        assert end.args == [52.0]
        assert wave.accessibleDescription() == "0:52 of 0:52"

    def test_nothing_to_show(self, qtbot: QtBot) -> None:
        wave = Waveform("Your answer", compact=True)
        qtbot.addWidget(wave)
        wave.set_wave(WaveView(0.0))
        QTest.mouseClick(wave, Qt.MouseButton.LeftButton)
        wave.grab()

    def test_clock(self) -> None:
        assert [clock(seconds) for seconds in (0, 5.9, 65, 3600, -1)] == ["0:00", "0:05", "1:05", "60:00", "0:00"]


class TestNotices:
    def test_a_notice_with_an_action(self, qtbot: QtBot) -> None:
        notice = Notice()
        qtbot.addWidget(notice)
        notice.show()
        notice.show_notice("warning", "The microphone was unplugged.", "It is safe.", {"usb": "USB microphone"})
        assert notice.is_shown
        assert notice.accessibleName() == "The microphone was unplugged. It is safe."
        button = next(button for button in notice.findChildren(Button) if button.text() == "USB microphone")
        with qtbot.waitSignal(notice.action_chosen) as chosen:
            button.click()
        assert chosen.args == ["usb"]
        notice.show_notice("info", "Take your time.")
        assert [b.text() for b in notice.findChildren(Button) if b.isVisible()] == []
        notice.hide_notice()
        assert not notice.is_shown

    def test_a_reserved_place_does_not_jump(self, qtbot: QtBot) -> None:
        notice = Notice(reserved=True)
        qtbot.addWidget(notice)
        empty = notice.minimumHeight()
        notice.show_notice("info", "Take your time. Done?")
        assert notice.sizeHint().height() <= empty

    def test_undo(self, qtbot: QtBot) -> None:
        bar = UndoBar()
        qtbot.addWidget(bar)
        assert bar.isHidden()
        bar.show_undo("Answer deleted.")
        with qtbot.waitSignal(bar.undo_requested):
            bar.findChildren(Button)[0].click()
        assert bar.isHidden()


class TestLayout:
    def test_chips_go_on_in_the_next_line(self, qtbot: QtBot) -> None:
        host = QWidget()
        qtbot.addWidget(host)
        flow = FlowLayout(host)
        for number in range(10):
            flow.addWidget(Chip(f"Topic {number}"))
        assert flow.heightForWidth(200) > 2 * flow.heightForWidth(2000)
        host.resize(200, 400)
        host.show()
        assert all(chip.geometry().right() <= 200 for chip in host.findChildren(Chip))

    def test_the_side_panel_goes_under(self, qtbot: QtBot, themed: Callable[..., None]) -> None:
        columns = TwoColumns()
        qtbot.addWidget(columns)
        columns.main.addWidget(Label("main"))
        columns.side.addWidget(Label("side"))
        columns.show()
        columns.resize(1000, 500)
        qtbot.waitUntil(lambda: columns.side_panel.x() > 500)
        columns.resize(600, 500)
        assert columns.is_narrow
        qtbot.waitUntil(lambda: columns.side_panel.y() > 0)
        columns.resize(1000, 500)
        assert not columns.is_narrow
        themed("light", 2.0)
        columns.resize(1001, 500)
        assert columns.is_narrow

    def test_hints_without_room_leave(self, qtbot: QtBot) -> None:
        bar = KeyHintBar([(("Space",), "Done"), (("P",), "Pause"), (("F1",), "All keys")])
        qtbot.addWidget(bar)
        bar.resize(1000, 24)
        bar.show()
        assert len([h for h in bar.children() if isinstance(h, QWidget) and h.isVisible()]) == 3
        bar.resize(110, 24)
        assert len([h for h in bar.children() if isinstance(h, QWidget) and h.isVisible()]) == 1

    def test_a_page_is_narrow_in_wide_windows_and_keeps_its_foot(self, qtbot: QtBot) -> None:
        page = Page(max_width=600, centred=True)
        qtbot.addWidget(page)
        content = wrapped(" ".join([LONG] * 60))
        page.body.addWidget(content)
        foot = page.set_foot(None, Button("Next", Kind.PRIMARY))
        page.resize(1400, 500)
        page.show()
        assert content.width() == 600
        assert content.mapTo(page, QPoint(0, 0)).x() == pytest.approx(400, abs=8)
        assert foot.geometry().bottom() == page.rect().bottom()
        page.resize(500, 500)
        assert content.width() <= 500

    def test_the_ring_follows_the_focus_and_survives_deletion(self, qtbot: QtBot) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        ring = FocusRing(window)
        column = QVBoxLayout(window)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        button = Button("Next")
        inner.addWidget(button)
        column.addWidget(holder)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        assert ring.isVisible()
        corner = QPointF(button.mapTo(window, QPoint(0, 0)))
        assert QPointF(ring.pos()) == corner - QPointF(4, 4)
        holder.deleteLater()
        qtbot.waitUntil(ring.isHidden)


@pytest.mark.parametrize("scale", [0.8, 2.0])
@pytest.mark.parametrize("theme", ["dark", "contrast_light", "contrast_dark"])
def test_widgets_paint_in_every_theme_and_size(
    theme: str, scale: float, qtbot: QtBot, themed: Callable[..., None]
) -> None:
    page = Page()
    qtbot.addWidget(page)
    for widget in (
        Button("Next", Kind.PRIMARY, icon="start", key="Enter"),
        Segment([("a", "A"), ("b", "B")], "x"),
        Stepper("Time", 0, 9),
        ComboBox("Voice"),
        QuestionRow(RowView("Title", "why", Verdict.MISSED, "3", "54", (Verdict.COVERED,))),
        KeyPointRow(TestKeyPointRow.VIEW),
    ):
        page.body.addWidget(widget)
    page.resize(900, 700)
    page.show()
    before = page.grab().toImage()
    themed(theme, scale)
    assert page.grab().toImage() != before


def test_the_consequence_goes_under_a_control_that_leaves_it_no_room(qtbot: QtBot) -> None:
    segment = Segment((("a", "Phone screen"), ("b", "Breadth round")), "Programme")
    row = FormRow("Programme", segment, note="about points that were missed; they count")
    qtbot.addWidget(row)
    row.resize(800, 120)
    row.show()
    assert row.note.x() > segment.geometry().right()
    row.resize(420, 120)
    qtbot.waitUntil(lambda: row.note.y() > segment.geometry().bottom())
    assert (row.note.x(), segment.width()) == (segment.x(), segment.sizeHint().width())
    row.resize(800, 120)
    qtbot.waitUntil(lambda: row.note.x() > segment.geometry().right())
