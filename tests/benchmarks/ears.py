"""Measure the recogniser on a folder of clips: word error, jargon recall, time and memory.

Run: python -m tests.benchmarks.ears [FOLDER]. The folder holds NAME.flac files and refs.json: {NAME: {text, terms}}.
"""

import json
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from mlprep_gui import paths
from mlprep_gui.speech.process import SpeechProcess


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower().replace("-", " "))


def distance(said: Sequence[str], heard: Sequence[str]) -> int:
    """Return the least number of words to insert, delete or replace."""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        diagonal, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (word != other))
    return row[-1]


def main(folder: Path) -> None:
    """Print one line a clip, and the totals."""
    references = json.loads((folder / "refs.json").read_text(encoding="utf-8"))
    where = paths.locate()
    speech = SpeechProcess(where.models, where.resources, where.cache)
    errors = words = found = terms = 0
    speech.transcribe(folder / f"{next(iter(references))}.flac", ())  # loads the model
    for name, reference in references.items():
        expected = reference.get("terms", [])
        begun_s = time.perf_counter()
        transcript = speech.transcribe(folder / f"{name}.flac", expected)
        took_s = time.perf_counter() - begun_s
        said, heard = _words(reference["text"]), _words(transcript.text)
        wrong = distance(said, heard)
        hits = sum("".join(_words(term)) in "".join(heard) for term in expected)
        errors, words, found, terms = errors + wrong, words + len(said), found + hits, terms + len(expected)
        sys.stdout.write(
            f"{name:16} WER {wrong / len(said):.3f}  jargon {hits}/{len(expected)}  {took_s:.2f} s"
            f" for {transcript.duration_s:.0f} s\n"
        )
    sys.stdout.write(f"all: WER {errors / words:.4f}, jargon {found / max(1, terms):.3f}\n")
    speech.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "data" / "asr")
