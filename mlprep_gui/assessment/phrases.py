"""The phrases of a question, made comparable with spoken words."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlprep_gui.assessment.text import content_stems, phrase_tokens
from mlprep_gui.domain.question import KeyPoint, Question

#: Weight of a word of the prompt: reading the question back says little.
_PROMPT_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrases of a question, key point by key point.

    Attributes:
        texts: normalised phrases.
        stems: content stems of each phrase.
        right: for each key point the rows of its statement (first) and accepted phrasings.
        wrong: for each key point the rows of its wrong statements; may be empty.
        rarity: weight of each stem; a stem that many key points share, or the prompt holds, weighs less.
        prompt: the normalised prompt.
        vocabulary: every word of the question, for repairing what was heard.
    """

    texts: tuple[str, ...]
    stems: tuple[frozenset[str], ...]
    right: tuple[NDArray[np.intp], ...]
    wrong: tuple[NDArray[np.intp], ...]
    rarity: Mapping[str, float]
    prompt: str
    vocabulary: frozenset[str]

    def recall(self, said: Sequence[frozenset[str]]) -> NDArray[np.float64]:
        """Return the weighted share (0..1) of each phrase's content stems that each window has said.

        Args:
            said: content stems of each window.

        Returns:
            Shape (windows, phrases).
        """
        place = {stem: index for index, stem in enumerate(self.rarity)}
        weight = np.array(list(self.rarity.values()))
        wanted = np.zeros((len(self.stems), len(place)))
        for row, stems in enumerate(self.stems):
            wanted[row, [place[stem] for stem in stems]] = 1.0
        have = np.zeros((len(said), len(place)))
        for row, stems in enumerate(said):
            have[row, [place[stem] for stem in stems if stem in place]] = 1.0
        total = wanted @ weight
        return np.asarray(have @ (wanted * weight).T / np.where(total > 0, total, 1.0), np.float64)


def phrases_of(question: Question) -> Phrases:
    """Normalise the phrases of a question."""
    texts: list[str] = []
    right: list[NDArray[np.intp]] = []
    wrong: list[NDArray[np.intp]] = []
    for point in question.key_points:
        for group, rows in (((point.statement, *point.accept), right), (point.anti, wrong)):
            rows.append(np.arange(len(texts), len(texts) + len(group)))
            texts.extend(" ".join(phrase_tokens(text)) for text in group)
    prompt = " ".join(phrase_tokens(question.prompt))
    stems = tuple(frozenset(content_stems(text.split())) for text in texts)
    return Phrases(
        texts=tuple(texts),
        stems=stems,
        right=tuple(right),
        wrong=tuple(wrong),
        rarity=_rarity(question.key_points, frozenset(content_stems(prompt.split()))),
        prompt=prompt,
        vocabulary=frozenset(word for text in (prompt, *texts) for word in text.split()),
    )


def _rarity(points: Iterable[KeyPoint], prompt: frozenset[str]) -> dict[str, float]:
    """Weigh stems by the number of key points that hold them, like an inverse document frequency."""
    held = [
        frozenset(
            stem
            for text in (point.statement, *point.accept, *point.anti)
            for stem in content_stems(phrase_tokens(text))
        )
        for point in points
    ]
    counts = Counter(stem for stems in held for stem in stems)
    return {
        stem: math.log1p(len(held) / count) * (_PROMPT_SHARE if stem in prompt else 1.0)
        for stem, count in counts.items()
    }
