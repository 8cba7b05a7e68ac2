"""Run the program with a pulse in its event loop; when it ends, its beats are written beside its data.

A beat is due every 10 ms. What is written for each: when it came (seconds of the system's clock), how late it was, and
how long the GUI thread itself was at work since the beat before. A late beat without work means that other processes
had the processor.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

import mlprep_gui.ui.launch  # noqa: F401  # so that its QApplication is there to be given a pulse
from mlprep_gui.__main__ import main

EVERY_MS = 10
BEATS = "heartbeat.json"


class Heartbeat(QObject):
    """Counts how late each beat is, ms."""

    def __init__(self, app: QCoreApplication, path: Path) -> None:
        super().__init__(app)
        self._path = path
        self._beats: list[tuple[float, float, float]] = []
        self._last_s, self._worked_s = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start(EVERY_MS)
        app.aboutToQuit.connect(self._write)

    def _on_beat(self) -> None:
        now_s, worked_s = time.perf_counter(), time.thread_time()
        late_ms = 1000 * (now_s - self._last_s) - EVERY_MS
        self._beats.append((time.time(), max(0.0, late_ms), 1000 * (worked_s - self._worked_s)))
        self._last_s, self._worked_s = now_s, worked_s

    def _write(self) -> None:
        self._path.write_text(json.dumps(self._beats))


def run(arguments: list[str]) -> int:
    """Run the program as its command does."""
    folder = Path(arguments[arguments.index("--data-dir") + 1])
    application = sys.modules["PySide6.QtWidgets"].QApplication
    execute = application.exec

    def with_heartbeat() -> int:
        app = QCoreApplication.instance()
        assert app is not None
        Heartbeat(app, folder / BEATS)
        return int(execute())

    application.exec = staticmethod(with_heartbeat)
    return main(arguments)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
