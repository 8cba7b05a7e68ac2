"""Measure the real program in a spoken round: stalls of its event loop, and the memory of all its processes.

Run: python -m tests.benchmarks.stalls [ANSWERS]. Needs Xvfb, openbox, xdotool and PulseAudio, as the tests in e2e. Each
answer is about 90 s of speech into a virtual microphone. Memory is counted in shares (PSS), so that what processes have
in common counts once.
"""

import json
import os
import re
import sys
import tempfile
import threading
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from mlprep_gui.bank import load_library
from mlprep_gui.paths import locate
from mlprep_gui.settings import Settings, write
from mlprep_gui.speech.voice_process import VoiceProcess
from tests.adapters.sound_server import SoundServer, shared_sound_server
from tests.benchmarks.heartbeat import BEATS
from tests.e2e.desktop import RunningProgram, desktop, program

_EVERY_S = 0.5
_QUIET_S = 20.0
_THINK_S = 6.0
_ANSWER_WORDS = 230


class Memory(threading.Thread):
    """Adds the memory of a process and all its children up, twice a second."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._over = threading.Event()
        self.peak: list[tuple[str, float]] = []

    def run(self) -> None:
        while not self._over.wait(_EVERY_S):
            now = memory_mib(self._pid)
            if sum(size for _, size in now) > sum(size for _, size in self.peak):
                self.peak = now

    def end(self) -> None:
        """Stop counting."""
        self._over.set()
        self.join()


def memory_mib(pid: int) -> list[tuple[str, float]]:
    """Return the command and the proportional memory, MiB, of a process and all its descendants."""
    found = []
    for process in descendants(pid):
        try:
            command = Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
            text = Path(f"/proc/{process}/smaps_rollup").read_text()
        except (FileNotFoundError, ProcessLookupError):  # it ended meanwhile
            continue
        size = next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))
        found.append((command[-2].decode()[-40:] if len(command) > 1 else "", size / 1024))
    return found


def descendants(pid: int) -> list[int]:
    """Return a process and all below it."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
            except (FileNotFoundError, ProcessLookupError):
                continue
            parents.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(entry.name))
    found = [pid]
    for each in found:
        found += parents.get(each, [])
    return found


def speech(folder: Path) -> Path:
    """Render about 90 s of speech."""
    words = " ".join(question.example for question in load_library(locate().questions).questions).split()
    text = " ".join(words[:_ANSWER_WORDS])
    with closing(VoiceProcess(locate().resources, folder)) as voice:
        return voice.render(text, text, "", 1.0).path


def play_round(window: RunningProgram, sound: SoundServer, spoken: Path, answers: int) -> Sequence[tuple[str, float]]:
    """Answer so many questions; returns the memory at the worst moment."""
    memory = Memory(window.process.pid)
    memory.start()
    window.press("Escape", "Return")  # past the first steps
    for number in range(1, answers + 1):
        window.wait_for(f"question {number}: asking", 60)
        window.press("space")
        window.wait_for(f"question {number}: thinking", 60)
        threading.Event().wait(_THINK_S)
        window.press("space")
        window.wait_for(f"question {number}: answering", 60)
        sound.say(spoken).wait()
        window.press("space")
        window.wait_for(f"question {number}: feedback", 120)
        if number < answers:
            window.press("Return")
    window.press("Escape")
    window.press("Return")
    window.wait_for("question .*: finished", 60)
    memory.end()
    return memory.peak


def main(answers: int) -> None:
    """Play a round and print what was measured."""
    sound = shared_sound_server()
    with tempfile.TemporaryDirectory() as folder, desktop() as screen:
        spoken, data = speech(Path(folder)), Path(folder) / "data"
        write(locate(data).settings_file, Settings(first_start_done=True, judge_first=False, follow_ups=0))
        with program({**screen, **sound.environment}, data, "tests.benchmarks.heartbeat") as window:
            before = memory_mib(window.process.pid)
            peak = play_round(window, sound, spoken, answers)
            threading.Event().wait(_QUIET_S)
            after = memory_mib(window.process.pid)
            window.press("ctrl+q")
            window.wait_for_end()
        beats = json.loads((data / BEATS).read_text())
        log = (data / "log" / "mlprep.log").read_text()
    for name, processes in (("before the round", before), ("in the round", peak), ("after it", after)):
        parts = ", ".join(f"{size:.0f} {command}" for command, size in processes)
        sys.stdout.write(f"memory {name}: {sum(size for _, size in processes):.0f} MiB ({parts})\n")
    told = [line for line in log.splitlines() if re.search("question|ready|caption", line)]
    sys.stdout.write("\n".join(told) + "\n")
    for line in beat_lines(beats):
        sys.stdout.write(line + "\n")


def beat_lines(beats: Sequence[tuple[float, float, float]]) -> list[str]:
    """Return what is to be said of beats: (when, late_ms, worked_ms)."""
    late = [late_ms for _, late_ms, _ in beats]
    below = sum(late_ms < 50 for late_ms in late) / len(late)
    return [
        f"{len(beats)} beats: latest {max(late):.0f} ms late, {sum(ms > 100 for ms in late)} over 100 ms,"
        f" {below:.3%} below 50 ms; load of the computer {os.getloadavg()[0]:.1f}",
        *(
            f"  {datetime.fromtimestamp(when_s).astimezone():%H:%M:%S}: {late_ms:.0f} ms late,"
            f" {worked_ms:.0f} ms of them at work"
            for when_s, late_ms, worked_ms in sorted(beats, key=lambda beat: -beat[1])[:8]
        ),
    ]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
