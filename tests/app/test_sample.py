"""The sample: a recorded answer is written down and graded like any other, and nothing of it is kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlprep_gui.app.clock import SystemClock
from mlprep_gui.app.jobs import JobRunner
from mlprep_gui.app.sample import AUDIO, QUESTION, Sample
from mlprep_gui.app.speaker import Speaker
from mlprep_gui.app.views import AnswerView, PlaybackView
from mlprep_gui.bank import load_library
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.errors import DeviceError, ModelError
from mlprep_gui.paths import locate
from tests.fakes.grader import FakeGrader
from tests.fakes.player import FakePlayer
from tests.fakes.voice import FakeVoice

SOUNDS = locate().resources / "sounds"
QUESTIONS = load_library(locate().questions).questions


@dataclass
class Desk:
    qtbot: QtBot
    grader: FakeGrader
    player: FakePlayer
    sample: Sample
    views: list[AnswerView] = field(default_factory=list)
    played: list[PlaybackView] = field(default_factory=list)
    noticed: list[str] = field(default_factory=list)

    def open(self) -> AnswerView:
        """Open it, and wait until it is graded or cannot be."""
        assert self.sample.open(QUESTIONS)
        assert self.views[-1].pending and self.views[-1].answer.transcript is None
        return self.wait()

    def wait(self) -> AnswerView:
        self.qtbot.waitUntil(lambda: not self.views[-1].pending)
        return self.views[-1]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    runner, grader, player = JobRunner(), FakeGrader("overfitting learns the noise"), FakePlayer()
    speaker = Speaker(runner, FakeVoice(tmp_path), player)
    made = Desk(qtbot, grader, player, Sample(runner, player, speaker, grader, SystemClock(), SOUNDS))
    made.sample.changed.connect(made.views.append)
    made.sample.playback_changed.connect(made.played.append)
    made.sample.noticed.connect(made.noticed.append)
    yield made
    runner.close()


def test_it_is_written_down_and_graded_when_it_is_opened(desk: Desk) -> None:
    view = desk.open()
    answer = view.answer
    assert (answer.question.id, view.audio) == (QUESTION, SOUNDS / AUDIO)
    assert answer.transcript is not None and answer.transcript.text == desk.grader.text
    assert answer.assessment is not None and answer.assessment.assessor == desk.grader.name
    assert 15.0 < answer.take.duration_s < 60.0
    assert desk.grader.hotwords[-1]
    desk.grader.score = 40.0
    graded = desk.open().answer.assessment
    assert graded is not None and graded.score == 40.0


def test_it_is_played_in_whole_and_in_stretches(desk: Desk) -> None:
    desk.open()
    desk.sample.play(0.0, -1.0)
    desk.player.advance(2.0)
    assert desk.played[-1] == PlaybackView(2.0, True)
    desk.sample.play_stretches([(1.0, 2.0), (4.0, 5.0)])
    desk.player.finish()
    desk.player.finish()
    assert [place[1:] for place in desk.player.played] == [(0.0, None), (1.0, 2.0), (4.0, 5.0)]
    assert desk.played[-1] == PlaybackView()
    desk.player.failure = DeviceError("There is no loudspeaker.", "Plug one in.")
    desk.sample.play(0.0, -1.0)
    assert desk.noticed == ["There is no loudspeaker. Plug one in."]


def test_it_can_be_judged_and_corrected(desk: Desk) -> None:
    point = desk.open().answer.question.key_points[0].id
    desk.sample.judge(point, Verdict.MISSED)
    assert desk.views[-1].answer.own_verdicts == {point: Verdict.MISSED}
    desk.sample.judge(point, None)
    assert desk.views[-1].answer.own_verdicts == {}
    desk.sample.edit_words("sample", "it learns the noise by heart")
    answer = desk.wait().answer
    assert answer.transcript is not None and answer.transcript.text == "it learns the noise by heart"
    assert answer.heard is not None and answer.assessment is not None
    desk.sample.edit_words("sample", None)
    answer = desk.wait().answer
    assert answer.transcript is not None and (answer.transcript.text, answer.heard) == (desk.grader.text, None)


def test_where_it_cannot_be_graded_it_says_so(desk: Desk) -> None:
    desk.grader.error = ModelError("The model is missing.", "Run: mlprep-gui models --repair")
    view = desk.open()
    assert view.failure == "The model is missing. Run: mlprep-gui models --repair"
    assert view.answer.assessment is None
    assert not desk.sample.open(QUESTIONS[:1])
    assert "in none of the packs" in desk.noticed[-1]


def test_what_comes_after_it_was_closed_is_not_shown(desk: Desk) -> None:
    assert desk.sample.open(QUESTIONS)
    desk.sample.close()
    shown = len(desk.views)
    assert desk.sample.open(QUESTIONS)
    desk.wait()
    assert [view.pending for view in desk.views[shown:]] == [True, False]
