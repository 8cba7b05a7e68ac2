"""The main job on real parts: the window under Xvfb, a PulseAudio microphone that hears a spoken answer, the voice, the
recogniser, the assessor and the store, driven by the keyboard alone."""

import re
import subprocess
import sys
import wave
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from mlprep_gui.audio.wav import repair
from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.question import KeyPointId
from mlprep_gui.domain.session import Answer, TakeState
from mlprep_gui.paths import locate
from mlprep_gui.settings import Settings, write
from mlprep_gui.speech.voice_process import VoiceProcess
from mlprep_gui.store import Store
from tests.adapters.sound_server import SoundServer, shared_sound_server
from tests.e2e.desktop import desktop, program
from tests.word_error import word_error_rate

pytestmark = pytest.mark.e2e

SAID = (
    "K nearest neighbors finds the k training points that are closest to the new point by some distance. For "
    "classification it takes a majority vote of these neighbors, and for regression it takes the average of their "
    "values. There is no real training, the model just stores the data, so prediction is slow."
)
SAID_POINTS = [KeyPointId(point) for point in ("closest-points", "vote-or-average", "lazy-learning")]

SCALED = "You should scale the features first, otherwise the ones with large ranges dominate the distance."


@pytest.fixture(scope="module")
def sound() -> SoundServer:
    return shared_sound_server()


@pytest.fixture(scope="module")
def screen(sound: SoundServer) -> Iterator[dict[str, str]]:
    with desktop() as environment:
        yield {**environment, **sound.environment}


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    voice = VoiceProcess(locate().resources, tmp_path_factory.mktemp("voice"))
    with closing(voice):
        return voice.render(SAID, SAID, "", 0.95).path


def length_s(path: Path) -> float:
    with wave.open(str(path), "rb") as file:
        return file.getnframes() / file.getframerate()


def kept_answers(data: Path) -> list[Answer]:
    paths = locate(data)
    with closing(Store.open(paths.database, paths.backups)) as store:
        return [answer for session in store.sessions() for answer in store.session(session.id).answers]


def test_a_spoken_answer_is_kept_written_down_and_graded(
    screen: dict[str, str], sound: SoundServer, spoken: Path, tmp_path: Path
) -> None:
    with program(screen, tmp_path) as window:
        window.press("Escape", "Return")  # past the first steps
        for number in (1, 2):
            window.wait_for(f"question {number}: asking")
            window.press("s")
        window.wait_for("question 3: asking")
        window.wait_for("question 3: thinking", 40)
        window.press("space")
        window.wait_for("question 3: answering")
        assert sound.say(spoken).wait(timeout=length_s(spoken) + 20) == 0
        window.press("space")
        window.wait_for("question 3, follow-up: asking", 60)
        window.press("s")
        window.wait_for("question 3: judging")
        window.press("space", "Return")
        window.wait_for("question 3: feedback")
        window.press("Return")
        window.wait_for("question 4: asking")
        window.press("ctrl+q")
        assert window.wait_for_end() == 0
    answers = kept_answers(tmp_path)
    assert [answer.take.state for answer in answers] == [TakeState.SKIPPED, TakeState.SKIPPED, TakeState.COMPLETE]
    answer = answers[2]
    assert (tmp_path / "takes" / answer.take.audio).is_file()
    assert answer.take.duration_s > length_s(spoken)
    assert answer.transcript is not None
    assert word_error_rate(SAID, answer.transcript.text) <= 0.10
    assert answer.assessment is not None
    assert list(answer.judged_first.values()).count(True) == 1
    verdicts = {verdict.key_point: verdict.verdict for verdict in answer.assessment.verdicts}
    found = [point for point in SAID_POINTS if verdicts[point] is Verdict.COVERED]
    assert len(found) >= 2  # one of the three may be judged partly or unsure
    assert Verdict.CONTRADICTED not in verdicts.values()


def test_a_killed_program_has_the_take_when_it_starts_again(
    screen: dict[str, str], sound: SoundServer, spoken: Path, tmp_path: Path
) -> None:
    with program(screen, tmp_path) as window:
        window.press("Escape", "Return")  # past the first steps
        window.wait_for("question 1: asking")
        window.press("space", "space")
        window.wait_for("question 1: answering")
        assert sound.say(spoken).wait(timeout=length_s(spoken) + 20) == 0
        window.kill()
    cut_off = next((tmp_path / "takes").glob("*.wav"))
    assert cut_off.stat().st_size > 32_000 * (length_s(spoken) - 1.0)
    with program(screen, tmp_path) as window:
        window.press("ctrl+q")
        assert window.wait_for_end() == 0
    (answer,) = kept_answers(tmp_path)
    assert answer.take.state is TakeState.RECOVERED
    assert answer.take.duration_s >= length_s(spoken) - 1.0
    mended = repair(cut_off)
    assert mended is not None
    assert mended.duration_s == pytest.approx(answer.take.duration_s)


def test_an_answer_can_be_typed_where_there_is_no_microphone(screen: dict[str, str], tmp_path: Path) -> None:
    deaf = {**screen, "PULSE_SERVER": "unix:/nonexistent"}
    with program(deaf, tmp_path) as window:
        window.press("Escape", "Return")  # past the first steps
        window.wait_for("question 1: thinking", 40)
        window.press("space")
        window.wait_for("question 1: lost")
        window.press("t")
        window.wait_for("question 1: typing")
        window.write("Supervised learning uses labeled data and unsupervised learning finds structure without labels.")
        window.press("ctrl+Return")
        window.wait_for("question 1, follow-up: thinking", 80)
        window.press("t")
        window.wait_for("question 1, follow-up: typing")
        window.write("It learns from rewards that an agent gets for its actions.")
        window.press("ctrl+Return")
        window.wait_for("question 1: judging", 60)
        window.press("Return")
        window.wait_for("question 1: feedback")
        window.press("ctrl+q")
        assert window.wait_for_end() == 0
    typed, follow_up = (answer for answer in kept_answers(tmp_path) if answer.take.state is TakeState.TYPED)
    assert typed.assessment is not None
    assert typed.assessment.score > 0
    assert set(typed.judged_first.values()) == {False}
    assert follow_up.question.is_follow_up
    assert follow_up.assessment is not None
    (asked,) = follow_up.assessment.verdicts
    first = typed.assessment.verdict_of(asked.key_point)
    assert first is not None
    assert first.verdict in (Verdict.MISSED, Verdict.UNSURE)


def test_a_mock_interview_asks_why_and_tells_nothing_before_the_report(screen: dict[str, str], tmp_path: Path) -> None:
    settings = Settings(first_start_done=True, mode="mock", follow_ups=1, typed=True)
    write(locate(tmp_path).settings_file, settings)
    with program(screen, tmp_path) as window:
        window.press("Return")
        window.wait_for("question 1: opening")
        window.press("space")
        for number in (1, 2):
            window.wait_for(f"question {number}: asking")
            window.press("s")
        window.wait_for("question 3: asking")
        window.press("space", "space")
        window.wait_for("question 3: typing")
        window.write(f"The algorithm finds the k closest training points, for example by Euclidean distance. {SCALED}")
        window.press("ctrl+Return")
        window.wait_for("question 3, follow-up: asking", 60)
        window.press("space", "space")
        window.wait_for("question 3, follow-up: typing")
        window.write("To the same range, because the distance adds up the differences of all features.")
        window.press("ctrl+Return")
        for number in (4, 5):
            window.wait_for(f"question {number}: asking")
            window.press("s")
        window.wait_for("question 5: farewell")
        window.press("space")
        window.wait_for("question 5: finished", 60)
        assert not re.search("judging|feedback", (tmp_path / "log" / "mlprep.log").read_text())
        window.press("ctrl+q")
        assert window.wait_for_end() == 0
    answered = [answer for answer in kept_answers(tmp_path) if answer.take.state is not TakeState.SKIPPED]
    whole, reason = answered
    assert whole.assessment is not None
    assert reason.question.is_follow_up
    assert "why" in reason.question.prompt
    (asked,) = reason.question.key_points
    first = whole.assessment.verdict_of(asked.id)
    assert first is not None
    assert first.verdict is Verdict.COVERED
    assert reason.assessment is not None


def test_a_second_start_ends_and_the_window_that_stands_stays(screen: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mlprep_gui", "--data-dir", str(tmp_path)]
    with program(screen, tmp_path) as window:
        assert subprocess.run(command, env=screen, timeout=60, check=False).returncode == 0
        window.wait_for_focus()
        window.kill()
    with program(screen, tmp_path) as window:  # what was left behind does not hinder
        window.press("ctrl+q")
        assert window.wait_for_end() == 0
