"""What a cross-encoder reads in an answer about each key point.

A cross-encoder looks at a statement and at the learner's words together (Devlin et al. 2019; Reimers & Gurevych 2019),
so it sees who does what to whom: reversed roles, a negation, a statement taken back. The comparison of sentence vectors
cannot. Ours is a MiniLM trained on labelled answers of this kind, see packaging/train_cross_encoder.py.
"""

import re
from collections.abc import Sequence
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from mlprep_gui.domain.question import Question
from mlprep_gui.ports import CrossEncoder

Floats = NDArray[np.float64]

#: Words that are read at once, and how many of them are read again with the next ones.
PASSAGE_WORDS, OVERLAP_WORDS = 220, 60
#: Between the question and the statement of a claim; a learner's words cannot hold it.
_MARK = " [SEP] "
_NOT_WORDS = re.compile(r"[^a-z0-9' ]+")
_LEAST = 1e-4
#: How many times likelier than its opposite what is clearly said must be.
_CLEARLY = 3.0


class Read(IntEnum):
    """The columns of a reading."""

    SAID = 0
    PARTLY = 1
    NOT = 2
    OPPOSITE = 3


def plain(text: str) -> str:
    """Return text as the cross-encoder knows it: lower case, words and single spaces."""
    return " ".join(_NOT_WORDS.sub(" ", text.lower().replace("-", " ").replace("’", "'")).split())


def claims(question: Question) -> list[str]:
    """Return the statement of each key point behind its question, which tells what "it" is."""
    prompt = plain(question.prompt)
    return [prompt + _MARK + plain(point.statement) for point in question.key_points]


def passages(words: Sequence[str]) -> list[str]:
    """Cut an answer into passages that overlap; most answers are one passage."""
    step = PASSAGE_WORDS - OVERLAP_WORDS
    starts = range(0, max(len(words) - OVERLAP_WORDS, 1), step)
    return [plain(" ".join(words[start : start + PASSAGE_WORDS])) for start in starts]


def read_answer(question: Question, words: Sequence[str], cross_encoder: CrossEncoder) -> Floats:
    """Return what an answer says about each key point, shape (points, 4), in the order of `Read`.

    Of several passages the one counts that says most about the point.

    Raises:
        ModelError: when the cross-encoder's model is missing or damaged.
    """
    wanted, parts = claims(question), passages(words)
    read = cross_encoder.read([(claim, part) for part in parts for claim in wanted])
    table = read.reshape(len(parts), len(wanted), len(Read))
    telling = table[:, :, Read.NOT].argmin(axis=0)
    return np.asarray(table[telling, np.arange(len(wanted))], np.float64)


def clearly_said(read: Floats) -> NDArray[np.bool_]:
    """Return for each point of a reading, shape (points, 4), whether it was read as said and hardly as its opposite."""
    return np.asarray(read[:, Read.SAID] > np.maximum(0.5, _CLEARLY * read[:, Read.OPPOSITE]))


def reading_features(read: Floats) -> dict[str, Floats]:
    """Return the log-odds of a reading by name, shape (points,) each."""
    logs = np.log(np.maximum(read, _LEAST))
    said, partly, silent, opposite = logs.T
    return {
        "read_said": said - silent,
        "read_partly": partly - silent,
        "read_opposite": opposite - silent,
        "read_against": said - opposite,
    }
