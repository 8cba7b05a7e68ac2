"""Whether an answer is nearer to another question of the pack than to its own."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mlprep_gui.assessment.text import Token, Window, window_text
from mlprep_gui.domain.question import Question
from mlprep_gui.ports import Embedder


def lead(
    question: Question,
    rivals: Sequence[Question],
    tokens: Sequence[Token],
    windows: Sequence[Window],
    embedder: Embedder,
) -> float:
    """Return by how much an answer is nearer to its question than to the nearest rival; 0 without rivals.

    Nearness is the mean over the key points of the highest cosine between a window of the answer and the point's
    statement. Questions of one field share their words, so nearness alone tells little; the lead tells an answer to
    another question from an answer in unusual words.

    Raises:
        ModelError: when the embedder's model is missing or damaged.
    """
    others = [rival for rival in rivals if rival.prompt != question.prompt]
    if not others:
        return 0.0
    said = embedder.embed([window_text(tokens, window) for window in windows])
    own, *rest = (_nearness(said, one, embedder) for one in (question, *others))
    return own - max(rest)


def _nearness(said: NDArray[np.float32], question: Question, embedder: Embedder) -> float:
    statements = embedder.embed([point.statement for point in question.key_points])
    return float((said @ statements.T).max(axis=0).mean())
