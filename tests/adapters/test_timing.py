"""Where words lie in the recording: a click on a word has to play that word."""

from difflib import SequenceMatcher
from pathlib import Path

from mlprep_gui import paths
from mlprep_gui.bank import load_library
from mlprep_gui.domain.transcript import Word
from mlprep_gui.speech.hibari_voice import HibariVoice
from mlprep_gui.speech.recognizer import WhisperRecognizer
from mlprep_gui.speech.timing import beside_pauses
from tests.adapters.speech_contracts import write_wav

NEAR_S = 0.15


def words(*times_s: tuple[float, float]) -> list[Word]:
    return [Word(f"w{number}", *span, 0.9) for number, span in enumerate(times_s)]


def spans(placed: tuple[Word, ...]) -> list[tuple[float, float]]:
    return [(word.start_s, word.end_s) for word in placed]


def test_a_word_that_begins_in_a_pause_begins_after_it() -> None:
    heard = words((0.0, 0.4), (0.5, 1.4), (1.4, 1.8))
    assert spans(beside_pauses(heard, [(0.0, 0.45), (1.0, 1.8)])) == [(0.0, 0.45), (1.0, 1.4), (1.4, 1.8)]


def test_a_word_that_is_stretched_over_a_pause_ends_before_it() -> None:
    heard = words((0.0, 0.4), (0.4, 1.2), (1.2, 1.8))
    assert spans(beside_pauses(heard, [(0.0, 0.7), (1.0, 1.8)])) == [(0.0, 0.4), (0.4, 0.7), (1.0, 1.8)]


def test_words_far_from_a_pause_and_single_words_stay() -> None:
    heard = words((0.0, 0.4), (0.4, 0.8), (0.8, 3.0))
    assert beside_pauses(heard, [(0.0, 1.9), (2.4, 3.0)]) == tuple(heard)
    assert beside_pauses(heard[:1], [(0.0, 0.2), (0.3, 0.4)]) == tuple(heard[:1])
    assert beside_pauses((), [(0.0, 0.2), (0.3, 0.4)]) == ()


def test_two_pauses_in_one_word_lose_none() -> None:
    heard = words((0.0, 0.3), (0.3, 2.0), (2.0, 2.5))
    placed = beside_pauses(heard, [(0.0, 0.5), (0.8, 1.4), (1.7, 2.5)])
    assert [word.text for word in placed] == ["w0", "w1", "w2"]
    assert spans(placed) == [(0.0, 0.5), (0.8, 1.4), (1.7, 2.5)]


def test_a_click_on_a_word_plays_that_word(tmp_path: Path) -> None:
    """The voice knows to 25 ms when it says a word; nine in ten words are found within 150 ms of that."""
    places = paths.locate()
    voice = HibariVoice(places.resources / "pronunciations.toml")
    whisper = WhisperRecognizer(places.models / "whisper-tiny.en")
    off_s: list[float] = []
    for question in load_library(places.questions).questions[:12:4]:
        rendered = voice.synthesize(question.example, "", 1.0)
        heard = whisper.transcribe(write_wav(tmp_path / "answer.wav", rendered.pcm, rendered.rate_hz), ()).words
        said = question.example.split()
        same = SequenceMatcher(None, list(map(plain, said)), [plain(word.text) for word in heard], autojunk=False)
        for first, second, count in same.get_matching_blocks():
            off_s += [heard[second + i].start_s - rendered.times[first + i][0] for i in range(count)]
    assert len(off_s) > 350
    assert sum(abs(off) <= NEAR_S for off in off_s) > 0.85 * len(off_s)
    assert sum(off > NEAR_S for off in off_s) < 0.06 * len(off_s)


def plain(word: str) -> str:
    return "".join(sign for sign in word.lower() if sign.isalnum())
