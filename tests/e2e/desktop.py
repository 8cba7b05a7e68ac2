"""A private desktop: a virtual screen, a window manager, and the program in it, driven by keys alone."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from time import monotonic

TOOLS = ("Xvfb", "openbox", "xdotool")
POLL_S = 0.05


def wait_until(condition: Callable[[], bool], timeout_s: float, what: str) -> None:
    """Poll a condition of another process; fails with what was waited for."""
    pause, end = Event(), monotonic() + timeout_s
    while not condition():
        if monotonic() > end:
            raise AssertionError(f"waited {timeout_s:g} s for {what}")
        pause.wait(POLL_S)


@contextmanager
def desktop(width: int = 1280, height: int = 800) -> Iterator[dict[str, str]]:
    """Run a virtual screen with a window manager; gives the environment of programs on it."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    assert not missing, f"not installed: {missing}; `make test` installs them"
    read_end, write_end = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
        pass_fds=[write_end],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    with os.fdopen(read_end) as told:
        number = told.readline().strip()
    environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    environment.pop("WAYLAND_DISPLAY", None)
    with TemporaryDirectory() as folder:
        up = Path(folder, "up")
        windows = subprocess.Popen(
            ["openbox", "--startup", f"touch {up}"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            # It gives the keyboard only to windows that come after it.
            wait_until(up.exists, 20, "the window manager")
            yield environment
        finally:
            for process in (windows, screen):
                process.kill()
                process.wait()


class RunningProgram:
    """The program on a desktop. What it is doing is read from its log, as its user would report it."""

    def __init__(self, environment: dict[str, str], data: Path, module: str = "mlprep_gui") -> None:
        self._environment = environment
        self._log = data / "log" / "mlprep.log"
        self._seen = len(self._log.read_text()) if self._log.exists() else 0
        self.process = subprocess.Popen(
            [sys.executable, "-m", module, "--data-dir", str(data)], env=environment, stderr=subprocess.PIPE
        )

    def press(self, *keys: str) -> None:
        """Press keys, one after another, in the window that has the keyboard."""
        subprocess.run(["xdotool", "key", "--delay", "60", *keys], env=self._environment, check=True, timeout=30)

    def write(self, text: str) -> None:
        """Type a text."""
        subprocess.run(["xdotool", "type", "--delay", "15", text], env=self._environment, check=True, timeout=60)

    def wait_for(self, pattern: str, timeout_s: float = 30.0) -> None:
        """Wait for a line of the log that was written after the last one waited for."""

        def found() -> bool:
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended with {self.process.returncode}; log: {self._new_log()}")
            match = re.search(pattern, self._new_log())
            if match is not None:
                self._seen += match.end()
            return match is not None

        wait_until(found, timeout_s, f"{pattern!r} in the log; it says: {self._new_log()[-2000:]}")

    def wait_for_focus(self) -> None:
        """Wait until the window has the keyboard."""

        def focused() -> bool:
            asked = subprocess.run(
                ["xdotool", "getwindowfocus", "getwindowpid"], env=self._environment, capture_output=True, text=True
            )
            return asked.stdout.strip() == str(self.process.pid)

        wait_until(focused, 20, "the window to have the keyboard")

    def screenshot(self, path: Path) -> None:
        """Keep a picture of the screen, when a tool for that is there."""
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", str(path)], env=self._environment, check=False)

    def wait_for_end(self) -> int:
        """Wait until the program has ended; returns its exit code."""
        return self.process.wait(timeout=30)

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self.process.kill()
        self.process.wait()

    def _new_log(self) -> str:
        return self._log.read_text()[self._seen :] if self._log.exists() else ""


@contextmanager
def program(environment: dict[str, str], data: Path, module: str = "mlprep_gui") -> Iterator[RunningProgram]:
    """Run the program, or a module that runs it, until the end of the block."""
    running = RunningProgram(environment, data, module)
    try:
        running.wait_for("ready: ")
        running.wait_for_focus()
        yield running
    finally:
        if running.process.poll() is None:
            running.kill()
        if running.process.stderr is not None:
            running.process.stderr.close()
