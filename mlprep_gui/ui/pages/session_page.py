"""One session in review: its answers at the left, the chosen answer with everything known of it at the right."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mlprep_gui.app.views import AnswerView, PlaybackView, SessionView
from mlprep_gui.ui.pages import words
from mlprep_gui.ui.pages.answer_rows import answer_row, attempt_at
from mlprep_gui.ui.pages.answer_view import grade_of, ungraded_reason
from mlprep_gui.ui.pages.earlier_line import EarlierLine
from mlprep_gui.ui.pages.key_points import KeyPointList
from mlprep_gui.ui.pages.keys import click_focused, is_enter
from mlprep_gui.ui.pages.player_bar import PlayerBar
from mlprep_gui.ui.pages.reading_order import set_reading_order
from mlprep_gui.ui.pages.score_card import DeliveryCard, ScoreLine
from mlprep_gui.ui.pages.split import SplitPage
from mlprep_gui.ui.pages.text_tabs import TextTabs
from mlprep_gui.ui.pages.transcript_part import TranscriptPart
from mlprep_gui.ui.pages.words import day_words, dotted, mode_word
from mlprep_gui.ui.pages.written_line import WrittenLine
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.shortcuts import Place, keymap
from mlprep_gui.ui.widgets.button import Button, IconButton, Kind, Size
from mlprep_gui.ui.widgets.key_hint import KeyHintBar
from mlprep_gui.ui.widgets.layouts import FlowLayout, Section, clear
from mlprep_gui.ui.widgets.note_box import NoteBox
from mlprep_gui.ui.widgets.rows import QuestionRow, RowView
from mlprep_gui.ui.widgets.text import wrapped

_STEP_S = 5.0


class SessionPage(SplitPage):
    """A session and one of its answers.

    Signals:
        back_requested(): back to the list.
        play_requested(float, float): play the answer from start to end, seconds; end below 0 plays to the end.
        stretches_requested(object, str): play pairs of start and end, seconds, of this take, one after the other.
        pause_requested(), stop_requested(): hold, or stop.
        say_requested(str): read a text aloud.
        rate_chosen(float): play slower or faster.
        own_verdict_chosen(str, str, object): take, key point, and a Verdict or None to take it back.
        words_edited(str, object): take, and its words as the learner corrected them; None takes that back.
        note_written(str, str): take, and the note to keep on it.
        bookmark_toggled(str, bool): take, and whether it is to have a bookmark.
        delete_requested(): delete this session.
        export_requested(str): export this session, beginning with this take where it is not empty.
        compare_requested(str, str): show all attempts at this question beside each other, and this take among them.
        practise_requested(str): practise this question.
        answer_selected(int): another answer of the session is shown.

    Having an answer written down again is `written`, with its own signals.
    """

    back_requested = Signal()
    play_requested = Signal(float, float)
    stretches_requested = Signal(object, str)
    pause_requested = Signal()
    stop_requested = Signal()
    say_requested = Signal(str)
    rate_chosen = Signal(float)
    own_verdict_chosen = Signal(str, str, object)
    words_edited = Signal(str, object)
    note_written = Signal(str, str)
    bookmark_toggled = Signal(str, bool)
    delete_requested = Signal()
    export_requested = Signal(str)
    compare_requested = Signal(str, str)
    practise_requested = Signal(str)
    answer_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(list_px=290, max_width=760, parent=parent)
        self.setAccessibleName(self.tr("Session"))
        self._view: SessionView | None = None
        self._index = 0
        self._shown: AnswerView | None = None
        self._rows: list[QuestionRow] = []
        self._title = wrapped("", "title")
        self._about = wrapped("", "caption", "muted")
        self._prompt = wrapped("", "heading")
        self._practise = Button(self.tr("Say it again"), Kind.PRIMARY, icon="microphone")
        self._score = ScoreLine()
        self._earlier = EarlierLine()
        self._compare = Button(self.tr("Compare attempts"), Kind.TEXT, icon="compare", size=Size.COMPACT)
        self._export = Button(self.tr("Export this answer…"), Kind.TEXT, icon="export", size=Size.COMPACT)
        self._player = PlayerBar()
        self._transcript = TranscriptPart(tells_edit=False)
        self.written = WrittenLine()
        self._points_part = Section(self.tr("Key points"))
        self._points = KeyPointList()
        self._texts = TextTabs()
        self._delivery = DeliveryCard()
        self._note = NoteBox()
        self._noted = ""
        self._build()
        self._connect()

    def set_state(self, view: SessionView) -> None:
        """Show a session; the answer that was chosen stays chosen while the session is the same."""
        before, self._view = self._view, view
        if before is None or before.record.session.id != view.record.session.id:
            self._index, self._shown = 0, None
        session = view.record.session
        started = session.started_at.astimezone()
        day = day_words(started.date(), words.local_today())
        self._title.setText(self.tr("{0}, {1}").format(day, started.strftime("%H:%M")))
        self._about.setText(mode_word(session.mode))
        self._show_keys()
        self._show_rows(view)
        self._index = self._listed(self._index)
        self._show_answer()

    def set_playback(self, playback: PlaybackView) -> None:
        """Follow the playback."""
        self._player.set_playback(playback)
        self._points.set_playback(playback)
        self._transcript.set_position(playback.position_s if playback.playing else None)

    def show_moment(self, at_s: float) -> None:
        """Stand at a moment of the recording, with the words that are said there in sight."""
        self.set_playback(PlaybackView(at_s))
        QTimer.singleShot(0, self, lambda: self._reveal_words(at_s))  # the page scrolls only after its layout

    def select_answer(self, index: int) -> None:
        """Show another answer of the session; tells it when it is another one."""
        if self._view is None or not 0 <= index < len(self._view.answers):
            return
        index = self._listed(index)
        changed, self._index = index != self._index, index
        self._show_answer()
        self.show_top()
        if changed:
            self.answer_selected.emit(index)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        back = Button(self.tr("Review"), Kind.TEXT, icon="back", size=Size.COMPACT)
        back.setAccessibleName(self.tr("Back to Review"))
        back.clicked.connect(self.back_requested)
        delete = IconButton("delete", self.tr("Delete this session"))
        delete.clicked.connect(self.delete_requested)
        export = IconButton("export", self.tr("Export this session"))
        export.clicked.connect(lambda: self.export_requested.emit(""))
        head.addWidget(back)
        head.addStretch(1)
        head.addWidget(export)
        head.addWidget(delete)
        self.head.addLayout(head)
        self.head.setSpacing(4)
        self.head.addWidget(self._title)
        self.head.addWidget(self._about)
        self._points_part.body.addWidget(self._points)
        wishes = QWidget()
        flow = FlowLayout(wishes, gap=4)
        flow.addWidget(self._compare)
        flow.addWidget(self._export)
        self.body.setSpacing(14)
        self.body.addWidget(self._prompt)
        for widget in (
            self._score,
            self._earlier,
            wishes,
            self._player,
            self._transcript,
            self.written,
            self._points_part,
            self._note,
            self._texts,
            self._delivery,
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._keys = KeyHintBar()
        self.set_foot(self._keys, self._practise)

    def _show_keys(self) -> None:
        self._keys.set_hints(
            (
                ((self.tr("Space"),), self.tr("Play")),
                (("←", "→"), self.tr("5 seconds")),
                (("[", "]"), self.tr("Speed")),
                ((keymap().cap("bookmark"),), self.tr("Bookmark")),
                ((self.tr("Esc"),), self.tr("Back")),
            )
        )

    def _connect(self) -> None:
        self._practise.clicked.connect(self._on_practise)
        self._compare.clicked.connect(self._on_compare)
        self._export.clicked.connect(lambda: self.export_requested.emit(self._noted))
        self._player.play_requested.connect(self.play_requested)
        self._player.pause_requested.connect(self.pause_requested)
        self._player.rate_chosen.connect(self.rate_chosen)
        self._points.stretches_requested.connect(self.stretches_requested)
        self._points.stop_requested.connect(self.stop_requested)
        self._points.say_requested.connect(self.say_requested)
        self._points.own_verdict_chosen.connect(self._on_own_verdict)
        self._texts.say_requested.connect(self.say_requested)
        self._transcript.play_requested.connect(self.play_requested)
        self._transcript.words_edited.connect(self.words_edited)
        self._note.note_written.connect(lambda text: self.note_written.emit(self._noted, text))
        self._note.bookmark_toggled.connect(lambda on: self.bookmark_toggled.emit(self._noted, on))

    def _show_rows(self, view: SessionView) -> None:
        if len(self._rows) != len(view.answers):
            clear(self.rows)
            self._rows = []
            for index, answer in enumerate(view.answers):
                row = QuestionRow(self._row_view(answer, 1), divider=False, plays=True)
                row.clicked.connect(lambda _=False, chosen=index: self.select_answer(chosen))
                self._rows.append(row)
                self.rows.addWidget(row)
            self.rows.addStretch(1)
        shown = []
        for row, answer in zip(self._rows, view.answers, strict=True):
            attempt = attempt_at(answer, view.answers)
            row.setVisible(attempt > 0)
            row.set_state(self._row_view(answer, attempt))
            shown += [row] if attempt else []
        self.first_focus = shown[0] if shown else None

    def _listed(self, index: int) -> int:
        """Return the index of the answer; of a try at which nothing was said, that of what followed."""
        return next((at for at in range(index, len(self._rows)) if not self._rows[at].isHidden()), index)

    def _row_view(self, view: AnswerView, attempt: int) -> RowView:
        """The line of an answer, short: its score stands under the question."""
        full = answer_row(view, attempt=attempt)
        grade = grade_of(view)
        score = ungraded_reason(view)[0]
        if grade is not None:
            spread = f"{round(grade.score_low)}–{round(grade.score_high)}"
            score = self.tr("{0} of 100 ({1})").format(round(grade.score), spread)
        again = self.tr("attempt {0}").format(attempt) if attempt > 1 else ""
        return RowView(full.title, dotted(score, again), is_below=full.is_below, name=full.name)

    def _show_answer(self) -> None:
        view = self._view
        for index, row in enumerate(self._rows):
            row.set_selected(index == self._index)
        if view is None or not view.answers:
            return
        answer = view.answers[min(self._index, len(view.answers) - 1)]
        before, self._shown = self._shown, answer
        if before == answer:
            return
        same_take = before is not None and before.answer.take.id == answer.answer.take.id
        question, transcript = answer.answer.question, answer.answer.transcript
        self._prompt.setText(question.prompt)
        self._score.set_state(answer)
        self._earlier.set_state(answer.answer)
        self._player.setVisible(answer.audio is not None)
        if not same_take:
            self._player.set_state(answer)
        self._transcript.setVisible(transcript is not None)
        self._transcript.set_state(answer)
        self.written.set_answer(answer)
        self._points_part.setVisible(grade_of(answer) is not None)
        self._points.set_state(answer)
        self._show_note(answer)
        self._delivery.set_state(answer)
        if transcript is None:
            self._delivery.hide()
        self._texts.set_texts(
            (
                (self.tr("Why it is asked"), question.why),
                (self.tr("How to answer"), question.how),
                (self.tr("Example answer"), question.example),
            )
        )
        set_reading_order(self)

    def _show_note(self, view: AnswerView) -> None:
        answer = view.answer
        if answer.take.id == self._noted:
            self._note.set_state(answer.note, bookmarked=answer.bookmarked)
            return
        self._note.save()  # it is still the note on the answer before
        self._noted = answer.take.id
        self._note.show_other(answer.note, bookmarked=answer.bookmarked)

    def _on_practise(self) -> None:
        if self._shown is not None:
            self.practise_requested.emit(self._shown.answer.question.id)

    def _reveal_words(self, at_s: float) -> None:
        place = self._transcript.place_of(at_s)
        if place is not None:
            self.reveal(self._transcript, place)

    def _on_compare(self) -> None:
        if self._shown is not None:
            answer = self._shown.answer
            self.compare_requested.emit(answer.question.id, answer.take.id)

    def _on_own_verdict(self, key_point: str, verdict: object) -> None:
        if self._shown is not None:
            self.own_verdict_chosen.emit(self._shown.answer.take.id, key_point, verdict)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        playable = self._shown is not None and self._shown.audio is not None
        if key == Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        elif is_enter(event) and click_focused(self):
            return
        elif keymap().name_of(event, Place.REVIEW) == "bookmark" and self._shown is not None:
            self.bookmark_toggled.emit(self._noted, not self._shown.answer.bookmarked)
        elif playable and key == Qt.Key.Key_Space:
            self._player.toggle()
        elif playable and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._player.step(-_STEP_S if key == Qt.Key.Key_Left else _STEP_S)
        elif playable and key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight):
            self._player.change_rate(-1 if key == Qt.Key.Key_BracketLeft else 1)
        else:
            super().keyPressEvent(event)
