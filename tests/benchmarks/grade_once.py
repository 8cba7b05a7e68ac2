"""Grade one answer in a new process and print how much memory that took; imports nothing else, it would count."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mlprep_gui import paths
from mlprep_gui.bank import load_library
from mlprep_gui.commands import local_assessor

_STATUS = Path("/proc/self/status")


def peak_memory_mb() -> float | None:
    """Return the most memory this process ever held; None where there is no /proc to read it from.

    `getrusage` is no help: what it tells of a new process includes its parent's.
    """
    if not _STATUS.is_file():
        return None
    lines = dict(line.split(":", 1) for line in _STATUS.read_text(encoding="utf-8").splitlines())
    return int(lines["VmHWM"].split()[0]) / 1024


def main() -> None:
    """Load the assessor and the bank, grade one answer, and print both peaks as JSON."""
    before = peak_memory_mb()
    where = paths.locate()
    library = load_library(where.questions)
    question = library.questions[0]
    local_assessor(where).assess(question, question.example.split(), library.questions)
    peaks = {"before the bank and the assessor are loaded": before, "after one grade": peak_memory_mb()}
    sys.stdout.write(json.dumps(peaks))


if __name__ == "__main__":
    main()
