"""A child process that does heavy work: values go over its pipes, and a crash there leaves the program whole.

The child is mlprep_gui.speech.worker in a second interpreter (a frozen program: itself, with `--worker SERVICE`).
Requests and answers are pickled on its standard input and output; whatever libraries print goes to standard error, and
from there to the log. When the program ends, the child reads the end of its input and ends too.
"""

import logging
import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from pathlib import Path
from typing import Any, Final, cast

from mlprep_gui.domain.errors import MLPrepError
from mlprep_gui.speech.models import stay_offline
from mlprep_gui.speech.worker import BEGUN

WORKER_FLAG: Final = "--worker"
_START: Final = (
    "import sys; sys.path.append({root!r}); from mlprep_gui.speech.worker import main; sys.exit(main(sys.argv[1:]))"
)
# For Windows: no console comes up, and the child gives way to the window. Elsewhere `worker` lowers its own priority.
_FLAGS: Final[int] = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
_log = logging.getLogger(__name__)


class ChildEndedError(Exception):
    """The child ended before it answered.

    Attributes:
        stopped: the program itself stopped it (cancel, close); otherwise it crashed or could not be started.
        detail: the last lines it wrote, for the log.
        stale: it had answered before and did not begin with this request: it was ended from outside while it was idle.
    """

    def __init__(self, *, stopped: bool, detail: str, stale: bool = False) -> None:
        super().__init__(stopped, detail)
        self.stopped = stopped
        self.detail = detail
        self.stale = stale


class ChildFaultError(Exception):
    """A bug inside the child; the text is its traceback."""


class _Running:
    """One started child."""

    def __init__(self, service: str, arguments: tuple[Any, ...]) -> None:
        self.stopped = False
        self._has_answered = False
        self._lines: deque[str] = deque(maxlen=20)
        self._process = subprocess.Popen(
            _command(service),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            creationflags=_FLAGS,
        )
        self._drain = threading.Thread(target=self._log_lines, name=f"{service} log", daemon=True)
        self._drain.start()
        self._arguments: tuple[Any, ...] | None = arguments

    def call(self, method: str, arguments: tuple[Any, ...]) -> tuple[str, Any]:
        """Send a request and wait for the answer.

        Raises:
            ChildEndedError: when the child ended.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        begun = False
        try:
            if self._arguments is not None:
                pickle.dump(self._arguments, self._process.stdin)
                self._arguments = None
            pickle.dump((method, arguments), self._process.stdin)
            self._process.stdin.flush()
            begun = pickle.load(self._process.stdout) == BEGUN
            answer = cast("tuple[str, Any]", pickle.load(self._process.stdout))
            self._has_answered = True
            return answer
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
            # A dead child shows as a broken pipe, as no answer, or as half an answer.
            self.end()
            detail = "\n".join(self._lines) or repr(error)
            stale = self._has_answered and not (begun or self.stopped)
            raise ChildEndedError(stopped=self.stopped, detail=detail, stale=stale) from error

    def kill(self) -> None:
        """End the child at once; safe from any thread, and it does not wait."""
        self.stopped = True
        self._process.kill()

    def end(self) -> None:
        """End the child and give back what it held; only for the thread that calls it."""
        self._process.kill()
        self._process.wait()
        self._drain.join()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            assert stream is not None
            try:
                stream.close()
            except OSError:  # an unsent request cannot be flushed into a pipe that nobody reads
                _log.debug("The pipe of an ended process held an unsent request.")

    @property
    def pid(self) -> int:
        """Process id."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked."""
        return not self.stopped and self._process.poll() is None

    def expire(self) -> None:
        """End the child because it did not answer in time; that counts as a crash, not as a wish."""
        self._process.kill()

    def _log_lines(self) -> None:
        assert self._process.stderr is not None
        for raw in self._process.stderr:
            line = raw.decode("utf-8", errors="replace").rstrip()
            self._lines.append(line)
            _log.info("child: %s", line)


class ChildProcess:
    """Calls methods of a service that runs in a child; the child starts at the first call, and again after it ended.

    Calls may come from any thread and take turns. cancel() and close() do not wait for a call to end.
    """

    def __init__(self, service: str, *arguments: object) -> None:
        self._service = service
        self._arguments = arguments
        self._turn = threading.Lock()
        self._state = threading.Lock()
        self._running: _Running | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """Process id of the child, or None when there is none."""
        with self._state:
            return self._running.pid if self._running is not None else None

    def call(self, method: str, *arguments: object, timeout_s: float | None = None) -> Any:
        """Call a method of the service.

        Args:
            method: name of the method.
            arguments: its arguments; they must pickle.
            timeout_s: end the child when it has not answered by then.

        Raises:
            MLPrepError: what the service raised.
            ChildEndedError: when the child ended before it answered.
            ChildFaultError: when the service met a bug.
        """
        with self._turn:
            try:
                kind, value = self._ask(method, arguments, timeout_s)
            except ChildEndedError as ended:
                if not ended.stale:
                    raise
                # The system ended it between two calls, too late to be noticed above. Nothing was done twice.
                kind, value = self._ask(method, arguments, timeout_s)
        if kind == "value":
            return value
        if kind == "error":
            raise cast(MLPrepError, value)
        raise ChildFaultError(value)

    def cancel(self) -> None:
        """End the child, and with it the call that is running; the next call starts a new one."""
        with self._state:
            if self._running is not None:
                self._running.kill()

    def rest(self) -> None:
        """End the child once it is idle, so that its memory is free; the next call starts a new one."""
        with self._turn:
            if self._running is not None:
                self._running.kill()
                self._running.end()
                self._forget(self._running)

    def close(self) -> None:
        """End the child for good; a call that is running, and every later one, raises ChildEndedError."""
        with self._state:
            self._closed = True
            if self._running is not None:
                self._running.kill()
        with self._turn:
            if self._running is not None:
                self._running.end()
                self._forget(self._running)

    def _ask(self, method: str, arguments: tuple[Any, ...], timeout_s: float | None) -> tuple[str, Any]:
        child = self._ensure_running()
        timer = threading.Timer(timeout_s, child.expire) if timeout_s is not None else None
        if timer is not None:
            timer.start()
        try:
            return child.call(method, arguments)
        except ChildEndedError as ended:
            self._forget(child)
            if not ended.stopped:
                _log.error("The %s process ended while it ran %s:\n%s", self._service, method, ended.detail)
            raise
        finally:
            if timer is not None:
                timer.cancel()

    def _ensure_running(self) -> _Running:
        with self._state:
            if self._closed:
                raise ChildEndedError(stopped=True, detail="closed")
            if self._running is not None and not self._running.is_alive:
                self._running.end()  # cancelled, or ended by the system, between two calls
                self._running = None
            if self._running is None:
                try:
                    self._running = _Running(self._service, self._arguments)
                except OSError as error:
                    raise ChildEndedError(stopped=False, detail=str(error)) from error
            return self._running

    def _forget(self, child: _Running) -> None:
        with self._state:
            if self._running is child:
                self._running = None


def _command(service: str) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_FLAG, service]
    # -P: a file in the current folder must not stand in for a library.
    return [sys.executable, "-P", "-c", _START.format(root=str(Path(__file__).resolve().parents[2])), service]


def _environment() -> dict[str, str]:
    # One arena: in several, what a thread of a model frees is kept for that thread (glibc; others don't look).
    environment = os.environ | {"PYTHONIOENCODING": "utf-8", "MALLOC_ARENA_MAX": "1"}
    stay_offline(environment)
    return environment
