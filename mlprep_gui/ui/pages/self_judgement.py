"""How well the learner knows what was said: ticks before the verdicts, beside the verdicts."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mlprep_gui.domain.progress import SelfJudgement
from mlprep_gui.ui.widgets.plot_card import PlotCard, PlotTable
from mlprep_gui.ui.widgets.plots import TopicBar, TopicBars


class SelfJudgementCard(PlotCard):
    """Two bars: of what was ticked, and of what was left out, how much the program found so, too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._bars = TopicBars()
        title = QCoreApplication.translate("SelfJudgementCard", "What you believe you said")
        super().__init__(title, self._bars, parent=parent)

    def set_judged(self, judged: SelfJudgement) -> None:
        """Show how ticks and verdicts agree."""
        lines = [
            (name, agreed, of)
            for name, agreed, of in (
                (self.tr("Ticked, and heard"), judged.ticked_heard, judged.ticked),
                (self.tr("Not ticked, and not heard"), judged.left_missed, judged.left),
            )
            if of
        ]
        words = self._sentence(judged)
        bars = [TopicBar(name, agreed / of, None, self._of(agreed, of)) for name, agreed, of in lines]
        self._bars.set_bars(bars, words)
        columns = (self.tr("Points"), self.tr("The program agrees on"), self.tr("Of"))
        self.show_plot(words, PlotTable(columns, tuple((name, str(agreed), str(of)) for name, agreed, of in lines)))

    def _of(self, agreed: int, of: int) -> str:
        return self.tr("{0} of {1}").format(agreed, of)

    def _sentence(self, judged: SelfJudgement) -> str:
        if not judged.ticked + judged.left:
            return self.tr("“Judge yourself first” was not used in this time; the Settings page switches it on.")
        words = self.tr("Ticked before the verdicts: {0}; the program heard {1} of them.")
        words = words.format(judged.ticked, judged.ticked_heard)
        if judged.left:
            words += " " + self.tr("Of {0} that you left out it heard {1}.").format(
                judged.left, judged.left - judged.left_missed
            )
        return words
