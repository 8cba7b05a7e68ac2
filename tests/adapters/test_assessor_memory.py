"""The assessor knows the outcome of an answer that was graded ahead."""

import pytest

from mlprep_gui import paths
from mlprep_gui.assessment.assess import assess
from mlprep_gui.bank import load_library
from mlprep_gui.speech.assessor import LocalAssessor


def test_the_last_answer_is_graded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    where = paths.locate()
    first, second = load_library(where.questions).questions[:2]
    assessor = LocalAssessor(where.models, where.resources)
    graded: list[str] = []

    def count(*asked: object) -> object:
        graded.append(asked[0].id)  # type: ignore[attr-defined]
        return assess(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr("mlprep_gui.speech.assessor.assess", count)
    words = ["I", "do", "not", "know"]
    ahead = assessor.assess(first, words)
    assert assessor.assess(first, tuple(words)) == ahead
    assert assessor.assess(second, words) != ahead
    assert assessor.assess(second, [*words, "really"], (first,)).verdicts
    assert graded == [first.id, second.id, second.id]
