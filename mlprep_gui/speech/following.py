"""Write a recording down while it is still being made: words appear, and little is left to do at its end."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.transcript import Caption, Word
from mlprep_gui.speech.pieces import Span, cut_into_pieces, is_over
from mlprep_gui.speech.sound import RATE_HZ, amplified, find_speech, peak

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]
    Recognise = Callable[[Samples, Sequence[Sequence[Span]], Sequence[str], int], list[list[Word]]]

Piece = tuple[Span, ...]

#: Readings kept at a time: for words that stay, and for those that are soon replaced.
FULL_BEAM: Final = 5
_QUICK_BEAM: Final = 1
#: After so much silence the piece is decoded as if it were complete: it is, unless the learner goes on.
_AHEAD_S: Final = 0.4
_SAME_S: Final = 0.1
#: Kept before a cut, for the first sound of what follows; and while nothing is said.
_LEAD_S: Final = 0.3
_SILENCE_S: Final = 2.0
_HEADER_BYTES: Final = 44


class Following:
    """What was written down of one recording so far.

    Pieces are cut as they are in a finished recording. All but the last stay as they are; the last one is decoded anew,
    quickly, each time, and as well as the others once the learner has fallen silent.
    """

    def __init__(self, audio: Path, recognise: "Recognise") -> None:
        """Follow a file; recognise(samples, pieces, hotwords, beam) gives the words of each piece of samples."""
        self.audio = audio
        self._recognise = recognise
        self._file = _GrowingFile(audio)
        self._rest: Samples | None = None
        self._from = 0  # where the rest begins, samples
        self._cut_s = 0.0
        self._loudest = 0.0
        self._pieces: list[Piece] = []
        self._heard: list[list[Word]] = []
        self._ahead: tuple[Piece, list[Word]] | None = None

    @property
    def reached(self) -> int:
        """How far the recording was read, samples at 16 kHz."""
        return self._from + (0 if self._rest is None else len(self._rest))

    def follow(self, hotwords: Sequence[str]) -> Caption:
        """Listen to what is new.

        Raises:
            ModelError: when the model cannot be loaded.
            InputError: when the file is no 16-bit mono WAV.
        """
        fresh = self._file.read()
        self._take_in(fresh)
        now_s = self.reached / RATE_HZ
        pieces = self._find_pieces()
        complete = pieces if pieces and is_over(pieces[-1], now_s) else pieces[:-1]
        last = pieces[len(complete) :]
        self._commit(complete, last, hotwords)
        # A recording that does not grow is on hold.
        is_silent = bool(last) and (not len(fresh) or now_s - last[0][-1][1] >= _AHEAD_S)
        tentative = self._look_ahead(last[0], hotwords, is_silent=is_silent) if last else []
        if not pieces:
            self._forget(max(self._cut_s, now_s - _SILENCE_S))
        committed = tuple(word for words in self._heard for word in words)
        is_still = bool(committed or tentative) and (not last or self._ahead is not None)
        return Caption(committed, tuple(tentative), now_s, self._file.unread_s, is_still)

    def finish(self, samples: "Samples", hotwords: Sequence[str]) -> tuple[list[Piece], list[list[Word]]]:
        """Return all pieces of the finished recording and their words.

        Args:
            samples: the whole recording, 16 kHz, as sound.decode gives it.
            hotwords: terms that may come up, best first.

        Raises:
            ModelError: when the model cannot be loaded.
        """
        self._rest = samples[self._from :]
        self._loudest = peak(samples)
        pieces = self._find_pieces()
        self._commit(pieces, (), hotwords)
        return self._pieces, self._heard

    def _take_in(self, samples: "Samples") -> None:
        import numpy as np

        self._rest = samples if self._rest is None else np.concatenate((self._rest, samples))
        self._loudest = max(self._loudest, peak(samples))

    def _find_pieces(self) -> Sequence[Piece]:
        """Return the pieces after the last cut, in the time of the recording."""
        assert self._rest is not None
        begin_s = self._from / RATE_HZ
        found = find_speech(amplified(self._rest, self._loudest))
        shifted = [(start_s + begin_s, end_s + begin_s) for start_s, end_s in found]
        speech = [(max(start_s, self._cut_s), end_s) for start_s, end_s in shifted if end_s > self._cut_s]
        return cut_into_pieces(speech, self.reached / RATE_HZ)

    def _commit(self, complete: Sequence[Piece], then: Sequence[Piece], hotwords: Sequence[str]) -> None:
        """Keep complete pieces with their words, and forget their sound."""
        if not complete:
            return
        fresh = [piece for piece in complete if not self._is_ahead(piece)]
        words = iter(self._decode(fresh, hotwords, FULL_BEAM))
        for piece in complete:
            self._heard.append(self._ahead[1] if self._ahead and self._is_ahead(piece) else next(words))
            self._pieces.append(piece)
        end_s = complete[-1][-1][1]
        self._cut_s = (end_s + then[0][0][0]) / 2 if then else min(end_s + _LEAD_S, self.reached / RATE_HZ)
        self._ahead = None
        self._forget(self._cut_s)

    def _look_ahead(self, piece: Piece, hotwords: Sequence[str], *, is_silent: bool) -> list[Word]:
        """Return the words of the piece that is being said."""
        if self._ahead is not None and self._is_ahead(piece):
            return self._ahead[1]
        words = self._decode([piece], hotwords, FULL_BEAM if is_silent else _QUICK_BEAM)[0]
        self._ahead = (piece, words) if is_silent else None
        return words

    def _is_ahead(self, piece: Piece) -> bool:
        """Whether a piece is the one that was decoded ahead, and nothing was said since."""
        if self._ahead is None:
            return False
        known = self._ahead[0]
        return abs(known[0][0] - piece[0][0]) < _SAME_S and abs(known[-1][1] - piece[-1][1]) < _SAME_S

    def _decode(self, pieces: Sequence[Piece], hotwords: Sequence[str], beam: int) -> list[list[Word]]:
        if not pieces:
            return []
        assert self._rest is not None
        begin_s = self._from / RATE_HZ
        here = [[(start_s - begin_s, end_s - begin_s) for start_s, end_s in piece] for piece in pieces]
        found = self._recognise(amplified(self._rest, self._loudest), here, hotwords, beam)
        return [[_later(word, begin_s) for word in words] for words in found]

    def _forget(self, until_s: float) -> None:
        """Let go of the sound before a moment, but for a little that leads up to it."""
        assert self._rest is not None
        begin = max(self._from, int((until_s - _LEAD_S) * RATE_HZ))
        self._rest = self._rest[begin - self._from :].copy()
        self._from = begin


def _later(word: Word, by_s: float) -> Word:
    return Word(word.text, round(word.start_s + by_s, 3), round(word.end_s + by_s, 3), word.confidence)


class _GrowingFile:
    """A 16-bit mono WAV file that is being written; each call of read() gives what is new, at 16 kHz."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rate_hz = 0
        self._place = _HEADER_BYTES
        self._resampler: Any = None

    @property
    def unread_s(self) -> float:
        """Length of what was written since the last read()."""
        if not self._rate_hz or not self._path.is_file():
            return 0.0
        return max(0, self._path.stat().st_size - self._place) / 2 / self._rate_hz

    def read(self) -> "Samples":
        """Return what is new, -1..1; nothing while there is no file.

        Raises:
            InputError: when it is another kind of file, or cannot be read.
        """
        import numpy as np

        try:
            with self._path.open("rb") as file:
                if not self._rate_hz:
                    self._rate_hz = _rate_hz(file.read(_HEADER_BYTES), self._path)
                file.seek(self._place)
                data = file.read() if self._rate_hz else b""
        except FileNotFoundError:
            data = b""
        except OSError as error:
            raise InputError(f"{self._path.name} cannot be read: {error.strerror}.", "Try again.") from error
        data = data[: len(data) // 2 * 2]
        self._place += len(data)
        samples = np.frombuffer(data, "<i2")
        if self._rate_hz not in (0, RATE_HZ) and len(samples):
            samples = self._resampled(samples)
        return samples.astype(np.float32) / 32768.0

    def _resampled(self, samples: "NDArray[np.int16]") -> "NDArray[np.int16]":
        """Change the rate as faster_whisper.decode_audio does for a finished file."""
        import numpy as np
        from faster_whisper.audio import av  # PyAV, which faster-whisper decodes with

        if self._resampler is None:
            self._resampler = av.audio.resampler.AudioResampler(format="s16", layout="mono", rate=RATE_HZ)
        frame = av.AudioFrame.from_ndarray(samples[None], format="s16", layout="mono")
        frame.sample_rate = self._rate_hz
        return np.concatenate(
            [np.zeros(0, np.int16), *(each.to_ndarray()[0] for each in self._resampler.resample(frame))]
        )


def _rate_hz(header: bytes, path: Path) -> int:
    """Return the rate that the header of a take says; 0 when not all of it is written yet."""
    if len(header) < _HEADER_BYTES:
        return 0
    if header[:4] != b"RIFF" or header[8:16] != b"WAVEfmt " or header[20:24] != b"\1\0\1\0" or header[36:40] != b"data":
        raise InputError(f"{path.name} is not a 16-bit mono WAV file.", "Give it as a file instead.")
    return int.from_bytes(header[24:28], "little")
