"""The voices: contract, word times, jargon, fallback, cache."""

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from mlprep_gui import paths
from mlprep_gui.domain.errors import VoiceError
from mlprep_gui.ports import VoiceInfo
from mlprep_gui.speech.recognizer import WhisperRecognizer
from mlprep_gui.speech.rendering import RenderCache, Rendering, place_words
from mlprep_gui.speech.system_voice import estimate_times, offered
from mlprep_gui.speech.voice import FallbackVoice, pronunciations_file
from mlprep_gui.speech.voice_process import VoiceProcess
from tests.adapters.speech_contracts import SPOKEN, TEXT, check_voice, end_process
from tests.fakes.voice import FakeVoice

RESOURCES = paths.locate().resources
RATE_HZ = 1_000


class ToneEngine:
    """Says every word in a tenth of a second; a broken one says nothing."""

    def __init__(self, name: str, broken: bool = False) -> None:
        self._name = name
        self._broken = broken
        self.said: list[str] = []

    @property
    def name(self) -> str:
        return self._name

    def voices(self) -> tuple[VoiceInfo, ...]:
        if self._broken:
            raise VoiceError(f"The {self._name} voice is broken.")
        return (VoiceInfo(f"{self._name}:tone", self._name, "en"),)

    def synthesize(self, spoken: str, voice_id: str, rate: float) -> Rendering:
        if self._broken or voice_id != f"{self._name}:tone":
            raise VoiceError(f"The {self._name} voice is broken.")
        self.said.append(spoken)
        count = len(spoken.split())
        return Rendering(bytes(2 * 100 * count), RATE_HZ, tuple((i / 10, (i + 1) / 10) for i in range(count)))


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VoiceProcess]:
    voice = VoiceProcess(RESOURCES, tmp_path_factory.mktemp("speech"))
    yield voice
    voice.close()


@pytest.fixture(scope="module")
def whisper() -> WhisperRecognizer:
    return WhisperRecognizer(paths.locate().models / "whisper-tiny.en")


def test_the_voices_keep_the_contract(process: VoiceProcess) -> None:
    check_voice(process)


def test_fake_keeps_the_contract(tmp_path: Path) -> None:
    check_voice(FakeVoice(tmp_path))


@pytest.mark.parametrize("engine", ["hibari", "system"])
def test_words_are_said_when_they_light_up(process: VoiceProcess, whisper: WhisperRecognizer, engine: str) -> None:
    text = "What is overfitting, and how can you avoid it? Explain the difference between bagging and boosting."
    voice_id = next(info.id for info in process.voices() if info.id.startswith(engine))
    utterance = process.render(text, text, voice_id, 1.0)
    heard = whisper.transcribe(utterance.path, ["overfitting", "bagging", "boosting"])
    assert [word.text.strip(".,?").lower() for word in heard.words] == [
        word.strip(".,?").lower() for word in text.split()
    ]
    off = [abs(word.start_s - other.start_s) for word, other in zip(utterance.words, heard.words, strict=True)]
    assert sum(off) / len(off) < 0.2
    assert max(off) < 0.6


def test_jargon_is_understood(process: VoiceProcess, whisper: WhisperRecognizer) -> None:
    listed = tomllib.loads(pronunciations_file(RESOURCES).read_text(encoding="utf-8"))["words"]
    assert {"SMOTE", "GAN", "ROC", "t-SNE", "ReLU"} <= listed.keys()
    asked = ["SMOTE", "GANs", "CNN", "LSTM", "KNN", "SVM", "ROC", "AUC", "PCA", "t-SNE", "XGBoost", "AdaBoost", "ReLU"]
    # Look-alikes keep the recogniser honest: it must choose.
    hotwords = [*asked, "UMAP", "LDA", "LightGBM", "RNN", "GRU", "CatBoost", "lasso", "softmax", "MSE"]
    text = "Could you explain " + ", ".join(asked) + " to me, please?"
    utterance = process.render(text, text, "hibari:heart", 1.0)
    heard = whisper.transcribe(utterance.path, hotwords).text
    missing = [term for term in asked if term not in heard]
    # One may be read as a look-alike that stands beside it in the list.
    assert len(missing) <= 1, missing


def test_what_was_said_before_needs_no_process(tmp_path: Path) -> None:
    first = VoiceProcess(RESOURCES, tmp_path)
    said = first.render(TEXT, SPOKEN, "hibari:heart", 1.0)
    first.close()
    assert first.render(TEXT, SPOKEN, "", 1.0) == said
    with pytest.raises(VoiceError):
        first.render(TEXT, SPOKEN, "hibari:heart", 1.25)


def test_a_voice_process_that_died_is_started_again(process: VoiceProcess) -> None:
    process.voices()
    end_process(process.pid)
    assert process.render("Once more.", "Once more.", "hibari:heart", 1.0).notice == ""


def test_another_voice_speaks_when_one_fails(tmp_path: Path) -> None:
    working = ToneEngine("working")
    voice = FallbackVoice([ToneEngine("broken", broken=True), working], RenderCache(tmp_path, ""))
    utterance = voice.render("Say it.", "Say it.", "broken:tone", 1.0)
    assert utterance.voice == "working:tone"
    assert utterance.notice == "The broken voice is broken. Another voice speaks instead."
    assert voice.render("Say it.", "Say it.", "working:tone", 1.0).notice == ""
    assert [info.id for info in voice.voices()] == ["working:tone"]


def test_an_engine_that_took_its_process_down_is_avoided(tmp_path: Path) -> None:
    first, second = ToneEngine("first"), ToneEngine("second")
    voice = FallbackVoice([first, second], RenderCache(tmp_path, ""))
    utterance = voice.render("Say it.", "Say it.", "first:tone", 1.0, "first")
    assert (utterance.voice, first.said) == ("second:tone", [])
    assert "ended unexpectedly" in utterance.notice


def test_with_no_voice_at_all_the_error_says_to_go_on(tmp_path: Path) -> None:
    voice = FallbackVoice([ToneEngine("broken", broken=True)], RenderCache(tmp_path, ""))
    with pytest.raises(VoiceError, match="go on without a voice"):
        voice.render("Say it.", "Say it.", "", 1.0)


def test_the_cache_knows_what_decides_the_sound(tmp_path: Path) -> None:
    engine = ToneEngine("tone")
    voice = FallbackVoice([engine], RenderCache(tmp_path, "one"))
    for spoken, rate in (("a", 1.0), ("a", 1.0), ("a", 1.5), ("b", 1.0)):
        voice.render(spoken, spoken, "", rate)
    assert engine.said == ["a", "a", "b"]
    FallbackVoice([engine], RenderCache(tmp_path, "another")).render("a", "a", "", 1.0)
    assert len(engine.said) == 4


def test_the_cache_drops_what_was_not_used_for_longest(tmp_path: Path) -> None:
    cache = RenderCache(tmp_path, "", limit_bytes=800)  # three of 244 bytes
    rendering = Rendering(bytes(200), RATE_HZ, ((0.0, 0.1),))
    for day, text in enumerate(("old", "middle", "new")):
        kept = cache.keep(rendering, text, text, "tone", 1.0)
        os.utime(kept.path, (day, day))
    assert cache.find("old", "old", "tone", 1.0) is not None  # used just now: "middle" is the oldest
    cache.keep(rendering, "last", "last", "tone", 1.0)
    left = [text for text in ("old", "middle", "new", "last") if cache.find(text, text, "tone", 1.0)]
    assert left == ["old", "new", "last"]
    assert len(list(tmp_path.iterdir())) == 6


def test_half_a_rendering_is_not_used(tmp_path: Path) -> None:
    cache = RenderCache(tmp_path, "")
    kept = cache.keep(Rendering(bytes(200), RATE_HZ, ((0.0, 0.1),)), "a", "a", "tone", 1.0)
    kept.path.with_suffix(".json").write_text('{"times": [[0')
    assert cache.find("a", "a", "tone", 1.0) is None


def test_spelt_out_words_share_the_time_of_what_is_said() -> None:
    words = place_words("Use t-SNE now", "Use tee snee now", [(0.0, 1.0), (1.0, 2.0), (2.0, 4.0), (4.0, 5.0)])
    assert [(word.start, word.end, word.start_s, word.end_s) for word in words] == [
        (0, 3, 0.0, 1.0),
        (4, 9, 1.0, 4.0),
        (10, 13, 4.0, 5.0),
    ]


def test_only_voices_that_read_english_are_offered_unless_there_are_none() -> None:
    german, british, unknown = (VoiceInfo(f"system:{at}", "", at) for at in ("de", "en_GB", ""))
    assert offered((british, german, unknown)) == (british, unknown)
    assert offered((german,)) == (german,)


def test_times_of_system_voices_follow_the_pauses() -> None:
    tone, gap = np.full(RATE_HZ, 10_000, np.int16), np.zeros(RATE_HZ // 2, np.int16)
    times = estimate_times("abcd. efgh", np.concatenate([gap, tone, gap, tone]), RATE_HZ)
    assert times[0] == pytest.approx((0.5, 1.5), abs=0.02)
    assert times[1] == pytest.approx((2.0, 3.0), abs=0.02)
