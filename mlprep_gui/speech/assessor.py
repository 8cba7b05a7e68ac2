"""The assessor with its models, in this process."""

from collections.abc import Sequence
from pathlib import Path

from mlprep_gui.assessment.assess import anticipate, assess
from mlprep_gui.assessment.calibration_file import LearnersModel
from mlprep_gui.assessment.model import load_model
from mlprep_gui.domain.assessment import Assessment
from mlprep_gui.domain.question import Question, QuestionId
from mlprep_gui.ports import TextModels
from mlprep_gui.speech.cross_encoder import OnnxCrossEncoder
from mlprep_gui.speech.embedder import OnnxEmbedder

_NOTHING = Question(QuestionId(""), "", ())


class LocalAssessor:
    """Assesses answers; the text models are loaded when the first answer needs them."""

    def __init__(
        self, models_dir: Path, resources_dir: Path, cache_dir: Path | None = None, calibration: Path | None = None
    ) -> None:
        """Load the fitted numbers.

        Args:
            models_dir: where the text models lie.
            resources_dir: where the fitted numbers lie.
            cache_dir: where vectors of the bank's phrases are kept between starts; None: nowhere.
            calibration: the learner's calibration, looked up at each assessment; None: verdicts as shipped.

        Raises:
            ModelError: when the numbers are missing or damaged.
        """
        self._model = LearnersModel(load_model(resources_dir / "assessor.json"), calibration)
        self._texts = TextModels(OnnxEmbedder(models_dir, cache_dir), OnnxCrossEncoder(models_dir))
        self._last: tuple[tuple[object, ...], Assessment] | None = None

    @property
    def name(self) -> str:
        """Name and version that assessments of now on bear."""
        return self.assess(_NOTHING, ()).assessor

    def assess(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> Assessment:
        """Compare words with the key points of a question; an answer to a rival earns little or nothing.

        The last answer is remembered: it may have been graded ahead.

        Raises:
            ModelError: when a model is missing or damaged.
        """
        asked = (question, tuple(words), tuple(rivals), self._model())
        if self._last is None or self._last[0] != asked:
            self._last = asked, assess(question, words, self._texts, self._model(), rivals)
        return self._last[1]

    def anticipate(self, question: Question, words: Sequence[str], rivals: Sequence[Question] = ()) -> None:
        """Prepare for an answer that begins with these words: what of it is complete need not be compared again.

        Raises:
            ModelError: when a model is missing or damaged.
        """
        anticipate(question, words, self._texts.embedder)
        for rival in rivals:
            self._texts.embedder.embed([point.statement for point in rival.key_points], keep=True)

    def warm_up(self) -> None:
        """Load the text models now.

        Raises:
            ModelError: when a model is missing or damaged.
        """
        self._texts.embedder.embed(["warm up"])
        self._texts.cross_encoder.read([("warm", "up")])
