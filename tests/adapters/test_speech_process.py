"""The speech process: results, crashes, cancelling, and what the program itself must not load."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Listener
from pathlib import Path

import pytest

from mlprep_gui import paths
from mlprep_gui.audio.wav import read_info
from mlprep_gui.domain.errors import InputError, ModelError
from mlprep_gui.domain.question import KeyPoint, KeyPointId, Question, QuestionId
from mlprep_gui.speech.child import ChildEndedError, ChildFaultError, ChildProcess, _Running
from mlprep_gui.speech.process import SpeechProcess
from tests.adapters.speech_contracts import check_recognizer, end_process

CLIP = Path(__file__).parents[1] / "data" / "asr" / "ml_09_gan.flac"
PATHS = paths.locate()
SERVICE = "tests.fakes.child_service:Adder"
QUESTION = Question(
    QuestionId("gan"),
    "What are GANs?",
    (
        KeyPoint(
            KeyPointId("adversaries"),
            "A generator makes samples and a discriminator tells real from fake.",
            accept=("a generator makes samples and a discriminator tells real from fake", "two networks compete"),
            anti=("the discriminator makes the samples",),
        ),
    ),
)


@pytest.fixture(scope="module")
def speech(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SpeechProcess]:
    process = SpeechProcess(PATHS.models, PATHS.resources, tmp_path_factory.mktemp("cache"))
    yield process
    process.close()


def test_it_keeps_the_contract(speech: SpeechProcess, tmp_path: Path) -> None:
    check_recognizer(speech, CLIP, tmp_path)


def test_an_answer_is_assessed(speech: SpeechProcess) -> None:
    transcript = speech.transcribe(CLIP, ["GAN", "generator", "discriminator"])
    assessment = speech.assess(QUESTION, [word.text for word in transcript.words])
    assert assessment.graded
    assert assessment.verdicts[0].p_covered > 0.5
    assert type(assessment.score) is type(assessment.verdicts[0].p_covered) is float


def test_a_recording_of_another_kind_is_written_as_a_take(speech: SpeechProcess, tmp_path: Path) -> None:
    speech.convert(CLIP, tmp_path / "takes" / "take.wav")
    info = read_info(tmp_path / "takes" / "take.wav")
    assert info.rate_hz == 16_000
    assert info.duration_s > 20.0
    with pytest.raises(InputError, match="no file"):
        speech.convert(tmp_path / "none.mp3", tmp_path / "take.wav")


def test_a_crash_ends_the_job_and_the_next_one_works() -> None:
    child = ChildProcess(SERVICE, 7)
    with pytest.raises(ChildEndedError, match="last words") as caught:
        child.call("crash")
    assert not caught.value.stopped
    assert child.call("add", 1) == 8
    child.close()


def test_a_child_that_died_between_two_calls_is_replaced(speech: SpeechProcess) -> None:
    assert speech.transcribe(CLIP, []).words
    end_process(speech.pid)
    assert speech.transcribe(CLIP, []).words


def test_a_child_that_dies_as_it_is_asked_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    child = ChildProcess(SERVICE, 7)
    assert child.call("add", 1) == 8
    end_process(child.pid)
    # The death is not seen before the request is sent, as when the system ends the child at that very moment.
    monkeypatch.setattr(_Running, "is_alive", True)
    assert child.call("add", 2) == 9
    child.close()


def test_a_request_that_was_begun_is_not_repeated(tmp_path: Path) -> None:
    child = ChildProcess(SERVICE, 7)
    assert child.call("add", 1) == 8
    with pytest.raises(ChildEndedError):
        child.call("note_and_crash", tmp_path / "notes")
    assert (tmp_path / "notes").read_text() == "once\n"
    child.close()


def test_cancelling_ends_the_call_that_runs() -> None:
    child = ChildProcess(SERVICE, 0)
    with Listener() as listener, ThreadPoolExecutor(1) as pool:
        job = pool.submit(child.call, "connect_and_wait", listener.address)
        begun = listener.accept()
        child.cancel()
        error = job.exception(timeout=30)
        begun.close()
    assert isinstance(error, ChildEndedError)
    assert error.stopped
    assert child.call("add", 2) == 2
    child.close()
    with pytest.raises(ChildEndedError):
        child.call("add", 2)


def test_closing_ends_the_call_that_runs_and_the_one_that_waits() -> None:
    child = ChildProcess(SERVICE, 0)
    with Listener() as listener, ThreadPoolExecutor(2) as pool:
        job = pool.submit(child.call, "connect_and_wait", listener.address)
        begun = listener.accept()
        waiting = pool.submit(child.call, "add", 1)
        child.close()
        errors = [job.exception(timeout=30), waiting.exception(timeout=30)]
        begun.close()
    assert all(isinstance(error, ChildEndedError) and error.stopped for error in errors)
    assert child.pid is None


def test_a_child_that_does_not_answer_is_ended() -> None:
    child = ChildProcess(SERVICE, 0)
    with Listener() as listener, pytest.raises(ChildEndedError) as caught:
        child.call("connect_and_wait", listener.address, timeout_s=0.1)
    assert not caught.value.stopped
    child.close()


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="Windows is told when the process is started")
def test_the_child_gives_way_to_the_window() -> None:
    child = ChildProcess(SERVICE, 1)
    assert child.call("priority") > os.getpriority(os.PRIO_PROCESS, 0)
    child.close()


def test_what_libraries_print_does_not_disturb_the_answers() -> None:
    child = ChildProcess(SERVICE, 0)
    assert child.call("print_and_add", 3) == 3
    child.close()


def test_a_bug_in_the_child_shows_its_traceback() -> None:
    child = ChildProcess(SERVICE, 0)
    with pytest.raises(ChildFaultError, match="ZeroDivisionError"):
        child.call("divide_by_zero")
    assert child.call("add", 3) == 3
    child.close()


def test_calls_from_many_threads_take_turns() -> None:
    child = ChildProcess(SERVICE, 1)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda number: child.call("add", number), range(50))) == list(range(1, 51))
    child.close()


def test_a_stopped_process_says_that_the_recording_is_safe(tmp_path: Path) -> None:
    process = SpeechProcess(PATHS.models, PATHS.resources, tmp_path)
    process.close()
    with pytest.raises(ModelError, match="recording is safe"):
        process.warm_up()


def test_missing_models_and_bad_input_are_told_apart(speech: SpeechProcess, tmp_path: Path) -> None:
    broken = SpeechProcess(tmp_path, PATHS.resources, tmp_path)
    with pytest.raises(ModelError, match="--repair"):
        broken.transcribe(CLIP, [])
    broken.close()
    with pytest.raises(InputError):
        speech.transcribe(tmp_path / "absent.wav", [])


def test_the_child_ends_with_the_program_and_nothing_heavy_is_loaded_in_it() -> None:
    program = (
        "import sys\n"
        "from mlprep_gui.speech.child import ChildProcess\n"
        "import mlprep_gui.speech.process, mlprep_gui.speech.voice_process\n"
        f"child = ChildProcess({SERVICE!r}, 0)\n"
        "child.call('add', 1)\n"
        "heavy = {'numpy', 'onnxruntime', 'faster_whisper', 'hibari', 'pyttsx3', 'speech_recognition'}\n"
        "print(sorted(heavy & set(sys.modules)), flush=True)\n"
        "child.call('connect_and_wait', sys.argv[1])\n"
    )
    with Listener() as listener:
        command = [sys.executable, "-c", program, str(listener.address)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
            assert parent.stdout is not None
            loaded = parent.stdout.readline().strip()
            connection = listener.accept()
            parent.kill()
        assert connection.poll(30)  # the other end is closed when the child ends
        with pytest.raises(EOFError):
            connection.recv()
        connection.close()
    assert loaded == "[]"


def test_the_assessor_is_named_as_its_assessments_are(speech: SpeechProcess) -> None:
    name = speech.assessor()
    assert speech.assess(QUESTION, ["two", "networks", "compete", "with", "each", "other"]).assessor == name != ""
