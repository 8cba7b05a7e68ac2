"""Reads a claim and an answer together, by a small ONNX model on the CPU."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mlprep_gui.speech.encoder import Encoder

_GRAPH = "cross-encoder.onnx"
#: Claim, answer and the marks around them; the model has places for 512.
_MAX_TOKENS = 448


class OnnxCrossEncoder:
    """The CrossEncoder port on onnxruntime."""

    def __init__(self, models_dir: Path, threads: int = 2) -> None:
        self._encoder = Encoder(models_dir, _GRAPH, _MAX_TOKENS, threads)

    def read(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        """Return what each answer says about its claim: the probabilities of said, partly, not, opposite.

        Args:
            pairs: the claim, introduced by its question, and the words of the answer; see `assessment.reading`.

        Returns:
            Shape (len(pairs), 4).

        Raises:
            ModelError: when the model is missing or damaged.
        """
        if not pairs:
            return np.zeros((0, 4))
        return self._encoder.run(pairs).astype(np.float64)
