"""The quiet notice of Review that offers to grade saved answers again, and shows how far that has come."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mlprep_gui.app.views import RegradeView
from mlprep_gui.domain.regrading import Reason, RegradeTally, Stale
from mlprep_gui.ui.pages.words import answers_words, sentence
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.button import Button, IconButton
from mlprep_gui.ui.widgets.gauges import ProgressLine
from mlprep_gui.ui.widgets.layouts import Card, IconMark
from mlprep_gui.ui.widgets.notice import announce
from mlprep_gui.ui.widgets.text import wrapped

translate = QCoreApplication.translate
_REASONS_SHOWN = 3


def offer_words(stale: Stale) -> str:
    """Return why answers can be graded again, each reason with its number."""
    older, changed = stale.count(Reason.ASSESSOR), stale.count(Reason.QUESTION)
    ungraded = stale.count(Reason.UNGRADED)
    parts = []
    if older == 1:
        parts.append(translate("Regrading", "one answer was graded by an older assessor"))
    elif older:
        parts.append(translate("Regrading", "{0} were graded by an older assessor").format(answers_words(older)))
    if changed == 1:
        parts.append(translate("Regrading", "one answer was graded before its question changed"))
    elif changed:
        words = translate("Regrading", "{0} were graded before their question changed")
        parts.append(words.format(answers_words(changed)))
    if ungraded == 1:
        parts.append(translate("Regrading", "one answer is not graded yet"))
    elif ungraded:
        parts.append(translate("Regrading", "{0} are not graded yet").format(answers_words(ungraded)))
    return sentence(", ".join(parts)) + "."


def result_words(tally: RegradeTally, *, stopped: bool) -> str:
    """Return what came of a run in a few sentences."""
    if not (tally.total or tally.gone):
        return translate("Regrading", "There is no answer to grade.")
    graded = answers_words(tally.graded)
    if stopped:
        words = translate("Regrading", "Stopped: {0} of {1} graded again").format(graded, tally.total)
    else:
        words = translate("Regrading", "{0} graded again").format(sentence(graded))
    changes = []
    if tally.rose or tally.fell:
        rose = (
            translate("Regrading", "one score rose") if tally.rose == 1 else translate("Regrading", "{0} scores rose")
        )
        changes = [rose.format(tally.rose), translate("Regrading", "{0} fell").format(tally.fell)]
    elif tally.graded - tally.first > 0:
        changes = [translate("Regrading", "no score changed")]
    if tally.first:
        changes.append(translate("Regrading", "{0} graded for the first time").format(tally.first))
    parts = [f"{words}: {', '.join(changes)}." if changes else f"{words}."]
    if tally.failed:
        parts.append(translate("Regrading", "{0} could not be graded.").format(len(tally.failed)))
    if tally.gone:
        words = translate("Regrading", "{0} kept as graded before: the question is no longer there.")
        parts.append(words.format(sentence(answers_words(tally.gone))))
    return " ".join(parts)


def failure_words(tally: RegradeTally) -> str:
    """Return which answers could not be graded, put together by their reason."""
    prompts: dict[str, list[str]] = {}
    for failure in tally.failed:
        prompts.setdefault(failure.why, []).append(failure.prompt)
    lines = []
    for why, named in list(prompts.items())[:_REASONS_SHOWN]:
        words = translate("Regrading", "“{0}”: {1}")
        if len(named) > 1:
            words = translate("Regrading", "“{0}” and {2} more: {1}")
        lines.append(words.format(named[0], why, len(named) - 1))
    return "\n".join(lines)


class RegradeNotice(QWidget):
    """Offers to grade again, shows the progress, then the result. `set_state(view)`; hidden when there is nothing.

    Signals:
        regrade_requested(): grade again what is stale.
        cancelled(): stop.
        closed(): the result was read.
    """

    regrade_requested = Signal()
    cancelled = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_running = False
        self._title = wrapped("", "strong")
        self._text = wrapped("", "small")
        self._bar = ProgressLine(self.tr("Grading again"))
        self._track = QWidget()
        self._again = Button(self.tr("Grade again"))
        self._cancel = Button(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel grading again"))
        self._close = IconButton("close", self.tr("Close"), side_px=28)
        self._build()
        self._again.clicked.connect(self.regrade_requested)
        self._cancel.clicked.connect(self.cancelled)
        self._close.clicked.connect(self.closed)
        self.hide()

    def _build(self) -> None:
        track = QVBoxLayout(self._track)
        track.setContentsMargins(0, 0, 0, 0)
        track.addWidget(self._bar)
        self._track.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(2)
        for widget in (self._title, self._text, self._track):
            words.addWidget(widget)
        card = Card(padding=14)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(IconMark("info", "accent", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for button in (self._again, self._cancel, self._close):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def set_state(self, view: RegradeView) -> None:
        """Show what could be graded again, how far a run has come, or what came of it."""
        had_focus = self._again.hasFocus() or self._cancel.hasFocus() or self._close.hasFocus()
        title, text = self._words(view)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        tally = view.tally
        self._bar.set_fraction(tally.done / tally.total if tally is not None and tally.total else 0.0)
        self._track.setFixedHeight(look().line("small"))
        self._track.setVisible(view.running)
        self._again.setVisible(not view.running and bool(view.stale.answers))
        self._cancel.setVisible(view.running)
        self._cancel.setEnabled(not view.stopping)
        self._close.setVisible(not view.running and tally is not None)
        self.setAccessibleName(f"{title} {text}".strip())
        self.setVisible(bool(title))
        if had_focus:
            self._keep_focus()
        if view.running != self._was_running:
            self._was_running = view.running
            if title:
                announce(self.window(), title)

    def _keep_focus(self) -> None:
        for button in (self._cancel, self._again, self._close):
            if not button.isHidden() and button.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _words(self, view: RegradeView) -> tuple[str, str]:
        tally = view.tally
        if view.running and view.stopping:
            return self.tr("Stopping after this answer."), ""
        if view.running and view.waiting:
            return self.tr("Grading goes on after the round."), ""
        if view.running and (tally is None or not tally.total):
            return self.tr("Looking for answers to grade."), ""
        if view.running and tally is not None:
            return self.tr("{0} of {1} answers graded again.").format(tally.done, tally.total), ""
        if tally is not None:
            where = self.tr("The verdicts before can be read under each score.") if tally.graded else ""
            return result_words(tally, stopped=view.stopped), failure_words(tally) or where
        if view.stale.answers:
            return offer_words(view.stale), self.tr("The verdicts so far stay, and so do your own.")
        return "", ""
