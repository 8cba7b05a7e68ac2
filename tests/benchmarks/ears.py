"""Measure the recogniser on a folder of clips, from file and while they are played, against plain faster-whisper.

Run: python -m tests.benchmarks.ears [FOLDER] [--no-live] [--clips]

The folder holds recordings and refs.json: {NAME: {"text": what is said, "" for no speech, "terms": [said],
"hotwords": [expected: said terms and look-alikes], "question": id in the bank}}; all but the text may be missing.
Playing takes as long as the recordings last. Processor time and memory are read from /proc, so on Linux only.
"""

import argparse
import os
import sys
import tempfile
import time
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from mlprep_gui import paths
from mlprep_gui.bank import load_library
from mlprep_gui.domain.transcript import Transcript
from mlprep_gui.speech.child import ChildProcess
from mlprep_gui.speech.process import SpeechProcess
from mlprep_gui.speech.sound import decode
from tests.benchmarks.hearing import Clip, Heard, compare, read_clips
from tests.benchmarks.live import Live, play

_CLIPS: Final = Path(__file__).parents[1] / "data" / "asr"
_MODEL: Final = "whisper-tiny.en"
_DASH: Final = "-"
_MIB: Final = 1024.0


@dataclass(slots=True)
class Column:
    """One way to write the clips down, and what came of it."""

    name: str
    heard: list[Heard] = field(default_factory=list)
    after_stop_s: list[float] = field(default_factory=list)
    graded_s: list[float] = field(default_factory=list)
    lags_s: list[float] = field(default_factory=list)
    processor_s: float = 0.0
    audio_s: float = 0.0
    peak_mib: float | None = None


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.ears")
    parser.add_argument("folder", type=Path, nargs="?", default=_CLIPS)
    parser.add_argument("--no-live", action="store_true", help="do not play the clips in real time")
    parser.add_argument("--clips", action="store_true", help="print a line for each clip, too")
    options = parser.parse_args(arguments)
    clips = read_clips(options.folder)
    columns = [_from_file(clips)]
    if not options.no_live:
        columns.append(_streamed(clips))
    columns.append(_plainly(clips))
    lines = _clip_lines(clips, columns) if options.clips else []
    sys.stdout.write("\n".join([*lines, *table_lines(columns)]) + "\n")


def table_lines(columns: Sequence[Column]) -> list[str]:
    """Return a Markdown table: measures down, recognisers across."""
    rows: list[tuple[str, Callable[[Column], str]]] = [
        ("word error rate, %", lambda column: _share(column, "errors", "words")),
        ("jargon recall, %", lambda column: _share(column, "found", "terms")),
        ("expected terms written, not said", lambda column: str(sum(each.false_terms for each in column.heard))),
        ("words written for clips without speech", lambda column: str(sum(each.invented for each in column.heard))),
        ("stop to transcript, s (median, worst)", lambda column: _pair(column.after_stop_s, max)),
        ("stop to verdicts, s (median, worst)", lambda column: _pair(column.graded_s, max)),
        ("caption lag, s (median, 95 %)", lambda column: _pair(column.lags_s, _high)),
        ("processor time a second of sound, s", _processor),
        (
            "peak memory of the process, MiB",
            lambda column: _DASH if column.peak_mib is None else f"{column.peak_mib:.0f}",
        ),
    ]
    head = ["| measure | " + " | ".join(column.name for column in columns) + " |", "| --- |" + " ---: |" * len(columns)]
    return head + [f"| {name} | " + " | ".join(show(column) for column in columns) + " |" for name, show in rows]


def _from_file(clips: Sequence[Clip]) -> Column:
    speech = _speech_process()
    column = Column("MLPrep, from file")
    speech.transcribe(clips[0].path, ())  # loads the model
    with _Meter(column, speech):
        for clip in clips:
            begun_s = time.perf_counter()
            transcript = speech.transcribe(clip.path, clip.hotwords)
            column.after_stop_s.append(time.perf_counter() - begun_s)
            column.audio_s += transcript.duration_s
            column.heard.append(compare(clip, transcript.text))
    speech.close()
    return column


def _streamed(clips: Sequence[Clip]) -> Column:
    speech = _speech_process()
    column = Column("MLPrep, streamed")
    speech.warm_up()
    with _Meter(column, speech), tempfile.TemporaryDirectory() as folder:
        for clip in clips:
            live = _play(clip, Path(folder, f"{clip.path.stem}.wav"), speech)
            column.after_stop_s.append(live.final_s)
            column.graded_s += [] if live.graded_s is None else [live.graded_s]
            column.lags_s += live.lags_s
            column.audio_s += live.transcript.duration_s
            column.heard.append(compare(clip, live.transcript.text))
    speech.close()
    return column


def _play(clip: Clip, audio: Path, speech: SpeechProcess) -> Live:
    samples = array("h", (decode(clip.path) * 32767.0).astype("<i2").tobytes())
    grade = None
    if clip.question:
        library = load_library(paths.locate().questions)
        question = library.find(clip.question)

        def grade(transcript: Transcript) -> object:
            return speech.assess(question, tuple(word.text for word in transcript.words), library.questions)

    return play(samples, audio, clip.hotwords, speech, grade)


def _plainly(clips: Sequence[Clip]) -> Column:
    threads = max(1, min(4, (os.cpu_count() or 2) // 2))  # as WhisperRecognizer
    service = "tests.benchmarks.plain_whisper:PlainWhisper"
    child = ChildProcess(service, paths.locate().models / _MODEL, threads)
    column = Column("plain faster-whisper")
    child.call("warm_up")
    with _Meter(column, child):
        for clip in clips:
            begun_s = time.perf_counter()
            text = child.call("transcribe", clip.path)
            column.after_stop_s.append(time.perf_counter() - begun_s)
            column.audio_s += len(decode(clip.path)) / 16_000
            column.heard.append(compare(clip, text))
    child.close()
    return column


class _Meter:
    """Reads what a process used between the beginning and the end of a block."""

    def __init__(self, column: Column, process: SpeechProcess | ChildProcess) -> None:
        self._column = column
        self._process = process
        self._before_s = 0.0

    def __enter__(self) -> None:
        self._before_s = self._processor_s()

    def __exit__(self, *_: object) -> None:
        self._column.processor_s = self._processor_s() - self._before_s
        status = Path(f"/proc/{self._process.pid}/status")
        if status.is_file():
            lines = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines())
            self._column.peak_mib = int(lines["VmHWM"].split()[0]) / _MIB

    def _processor_s(self) -> float:
        stat = Path(f"/proc/{self._process.pid}/stat")
        if not stat.is_file():
            return 0.0
        fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _speech_process() -> SpeechProcess:
    where = paths.locate()
    return SpeechProcess(where.models, where.resources, where.cache)


def _clip_lines(clips: Sequence[Clip], columns: Sequence[Column]) -> list[str]:
    names = " | ".join(column.name for column in columns)
    lines = [f"| clip | {names} |", "| --- |" + " ---: |" * len(columns)]
    for number, clip in enumerate(clips):
        cells = (
            f"{each.errors}/{each.words or each.invented}" for each in (column.heard[number] for column in columns)
        )
        lines.append(f"| {clip.path.stem} | " + " | ".join(cells) + " |")
    return [*lines, ""]


def _share(column: Column, part: str, whole: str) -> str:
    total = sum(getattr(each, whole) for each in column.heard)
    return f"{100 * sum(getattr(each, part) for each in column.heard) / total:.1f}" if total else _DASH


def _pair(values: Sequence[float], upper: Callable[[Sequence[float]], float]) -> str:
    return f"{median(values):.2f}, {upper(values):.2f}" if values else _DASH


def _high(values: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def _processor(column: Column) -> str:
    return f"{column.processor_s / column.audio_s:.3f}" if column.audio_s and column.processor_s else _DASH


if __name__ == "__main__":
    main(sys.argv[1:])
