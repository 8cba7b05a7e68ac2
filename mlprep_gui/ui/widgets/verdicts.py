"""Verdicts: shape, word, then colour."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.ui.icons import paint_icon
from mlprep_gui.ui.qt_override import override
from mlprep_gui.ui.theme import look
from mlprep_gui.ui.widgets.motion import Reveal
from mlprep_gui.ui.widgets.painting import draw_text, fill_round, painter_of, text_width


def verdict_word(verdict: Verdict) -> str:
    """Return the word of a verdict, in the user's language."""
    words = {
        Verdict.COVERED: QCoreApplication.translate("Verdict", "Covered"),
        Verdict.PARTLY: QCoreApplication.translate("Verdict", "Partly"),
        Verdict.MISSED: QCoreApplication.translate("Verdict", "Missed"),
        Verdict.CONTRADICTED: QCoreApplication.translate("Verdict", "Contradicted"),
        Verdict.UNSURE: QCoreApplication.translate("Verdict", "Unsure"),
    }
    return words[verdict]


class VerdictLabel(QLabel):
    """The shape and the word of a verdict; `pill` puts it on its soft colour, `words` replaces the word."""

    def __init__(
        self,
        verdict: Verdict,
        words: str = "",
        *,
        pill: bool = False,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pill = pill
        self._small = small
        self._reveal, self._place = Reveal(self), 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_verdict(verdict, words)

    def set_verdict(self, verdict: Verdict, words: str = "") -> None:
        """Show another verdict."""
        self._verdict = verdict
        self.setText(words or verdict_word(verdict))
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def reveal(self, place: int) -> None:
        """Appear after so many others."""
        self._place = place
        self._reveal.start(place + 1)

    @override
    def sizeHint(self) -> QSize:
        style = "caption" if self._small else "small"
        width = look().px(18 + 6) + text_width(self.text(), look().font(style, weight=600))
        if self._pill:
            width += look().px(12 + 14)
        return QSize(round(width) + 1, look().px(32) if self._pill else max(look().px(20), look().line(style)))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setOpacity(self._reveal.opacity(self._place))
        rect = QRectF(self.rect())
        left = 0.0
        if self._pill:
            fill_round(painter, rect, rect.height() / 2, look().colour(f"{self._verdict}_soft"))
            left = look().px(12)
        ink = look().colour(self._verdict)
        side = look().px(18)
        paint_icon(painter, self._verdict, QRectF(left, (rect.height() - side) / 2, side, side), ink)
        left += side + look().px(6)
        font = look().font("caption" if self._small else "small", weight=600)
        draw_text(painter, rect.adjusted(left, 0, 0, 0), self.text(), font, ink)


class VerdictStrip(QWidget):
    """The verdicts of one answer as a row of shapes; its accessible name counts them ("2 of 6 covered, 1 missed")."""

    def __init__(self, verdicts: Sequence[Verdict] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdicts: tuple[Verdict, ...] = ()
        self._reveal = Reveal(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_verdicts(verdicts)

    @property
    def summary(self) -> str:
        """The count in words: "2 of 6 covered"."""
        covered = self._verdicts.count(Verdict.COVERED)
        return self.tr("{0} of {1} covered").format(covered, len(self._verdicts))

    def set_verdicts(self, verdicts: Sequence[Verdict]) -> None:
        """Show other verdicts, in the order of the key points."""
        self._verdicts = tuple(verdicts)
        counts = [self.summary]
        for verdict in Verdict:
            count = self._verdicts.count(verdict)
            if count and verdict is not Verdict.COVERED:
                counts.append(f"{count} {verdict_word(verdict).lower()}")
        self.setAccessibleName(", ".join(counts))
        self.setToolTip(", ".join(counts))
        self.updateGeometry()
        self.update()

    def reveal(self) -> None:
        """Let the shapes appear one after the other."""
        self._reveal.start(len(self._verdicts))

    @override
    def sizeHint(self) -> QSize:
        return QSize(max(1, len(self._verdicts)) * look().px(19), look().px(20))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        side, step = look().px(16), look().px(19)
        for index, verdict in enumerate(self._verdicts):
            square = QRectF(index * step + 1, (self.height() - side) / 2, side, side)
            painter.setOpacity(self._reveal.opacity(index))
            paint_icon(painter, verdict, square, look().colour(verdict))
