"""The recorded sample, as it travels with the program, through the real recogniser and assessor."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from make_sample_answer import TEXT
from mlprep_gui import paths
from mlprep_gui.app.sample import AUDIO, QUESTION
from mlprep_gui.bank import load_library
from mlprep_gui.speech.glossary import hotwords
from mlprep_gui.speech.grading import grade
from mlprep_gui.speech.process import SpeechProcess
from tests.word_error import word_error_rate

PATHS = paths.locate()


@pytest.fixture
def speech(tmp_path: Path) -> Iterator[SpeechProcess]:
    process = SpeechProcess(PATHS.models, PATHS.resources, tmp_path)
    yield process
    process.close()


def test_it_is_understood_and_shows_what_was_said_and_what_was_not(speech: SpeechProcess) -> None:
    library = load_library(PATHS.questions)
    question = library.find(QUESTION)
    transcript = speech.transcribe(PATHS.resources / "sounds" / AUDIO, hotwords(question, library.questions))
    assert word_error_rate(TEXT, transcript.text) <= 0.10
    assessment = grade(speech, question, transcript, library.questions)
    assert assessment.graded
    verdicts = {str(found.key_point): str(found.verdict) for found in assessment.verdicts}
    assert "covered" in verdicts.values()
    assert verdicts["early-stopping"] == "missed", "it does not speak of it"
    assert verdicts["limit-complexity"] != "covered", "it says the opposite"
    assert any(found.evidence for found in assessment.verdicts)
