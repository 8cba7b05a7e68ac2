"""A private sound server with a virtual loudspeaker and a virtual microphone.

What `say` plays is heard by the microphone "Test-microphone". The server lives in a folder of its own and is ended
with the test process; the sound server of whoever runs the tests is not touched.
"""

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TOOLS = ("pulseaudio", "pactl", "paplay", "parec")
_MICROPHONE = (
    "module-remap-source master=mic_in.monitor source_name=mic source_properties=device.description=Test-microphone"
)
# Qt notices that a device is gone only when the default device changes, so there is a second one that hears nothing.
_SPARE = "module-remap-source master=speaker.monitor source_name=spare source_properties=device.description=Spare"
_MODULES = (
    "module-null-sink sink_name=speaker sink_properties=device.description=Test-loudspeaker",
    "module-null-sink sink_name=mic_in rate=48000 sink_properties=device.description=Way-into-the-microphone",
    _MICROPHONE,
    _SPARE,
)


@dataclass(frozen=True, slots=True)
class SoundServer:
    """The running server; environment is what a child process needs to use it."""

    environment: dict[str, str]

    def say(self, audio: Path) -> "subprocess.Popen[bytes]":
        """Play a WAV file into the virtual microphone; returns at once."""
        return subprocess.Popen(["paplay", "--device=mic_in", "--latency-msec=50", str(audio)], env=self._env())

    @contextmanager
    def heard(self, into: Path, rate_hz: int = 16_000) -> Iterator[None]:
        """Write what the virtual loudspeaker plays meanwhile into a file: 16-bit mono samples and nothing else."""
        shape = ("--format=s16le", f"--rate={rate_hz}", "--channels=1", "--latency-msec=20")
        with into.open("wb") as file:
            listener = subprocess.Popen(["parec", "--device=speaker.monitor", *shape], env=self._env(), stdout=file)
            try:
                yield
            finally:
                listener.terminate()
                listener.wait()

    def unplug_microphone(self) -> None:
        """Take the virtual microphone away; the spare one becomes the default."""
        self._unload("mic")

    def plug_microphone(self) -> None:
        """Bring the virtual microphone back, if it is away, as the default."""
        if "\tmic\t" not in self._pactl("list", "short", "sources"):
            self._pactl("load-module", *_MICROPHONE.split())
        self._pactl("set-default-source", "mic")

    def silence_microphone(self, silent: bool = True) -> None:
        """Let the virtual microphone send nothing at all, as a device that hangs, or send again."""
        self._pactl("suspend-source", "mic", str(int(silent)))

    def mute_microphone(self, muted: bool = True) -> None:
        """Mute the virtual microphone in the mixer, or let it hear again."""
        self._pactl("set-source-mute", "mic", str(int(muted)))

    @contextmanager
    def other_profile(self, rate_hz: int) -> Iterator[None]:
        """Let the microphone be another one under its old name at once, as a Bluetooth headset that changes profile."""
        self._unload("mic")
        self._pactl("load-module", *_MICROPHONE.split(), f"rate={rate_hz}", "channels=1")
        self._pactl("set-default-source", "mic")
        try:
            yield
        finally:
            self._unload("mic")
            self.plug_microphone()

    @contextmanager
    def another_microphone(self, name: str, rate_hz: int, channels: int) -> Iterator[None]:
        """Have one more microphone, of a rate of its own; it hears what `say` plays."""
        about = f"source_name={name} source_properties=device.description={name}"
        shape = f"rate={rate_hz} channels={channels}"
        self._pactl("load-module", "module-remap-source", "master=mic_in.monitor", *about.split(), *shape.split())
        try:
            yield
        finally:
            self._unload(name)

    @contextmanager
    def only_one_microphone(self) -> Iterator[None]:
        """Have no spare one meanwhile."""
        self._unload("spare")
        try:
            yield
        finally:
            self._pactl("load-module", *_SPARE.split())

    def _unload(self, source: str) -> None:
        for line in self._pactl("list", "short", "modules").splitlines():
            index, _, rest = line.partition("\t")
            if f"source_name={source} " in rest:
                self._pactl("unload-module", index)

    def is_loudspeaker_running(self) -> bool:
        """Whether something is playing on the virtual loudspeaker."""
        return bool(self._pactl("list", "short", "sink-inputs").strip())

    def _pactl(self, *arguments: str) -> str:
        done = subprocess.run(
            ["pactl", *arguments], env=self._env(), check=True, capture_output=True, text=True, timeout=10
        )
        return done.stdout

    def _env(self) -> dict[str, str]:
        return {**os.environ, **self.environment}


@contextmanager
def running_sound_server(folder: Path) -> Iterator[SoundServer]:
    """Run a server in a folder and point this process at it."""
    # A failure, not a skip: a run that tests no sound must not look green.
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    assert not missing, f"not installed: {missing}; `make test` installs them"
    runtime = folder / "pulse"
    runtime.mkdir(mode=0o700)
    socket = runtime / "native"
    environment = {
        "PULSE_RUNTIME_PATH": str(runtime),
        "PULSE_STATE_PATH": str(runtime),
        "PULSE_SERVER": f"unix:{socket}",
        "PULSE_COOKIE": str(runtime / "cookie"),
    }
    loads = [f"--load={module}" for module in _MODULES]
    loads.append(f"--load=module-native-protocol-unix socket={socket} auth-anonymous=1")
    # --daemonize returns once the server is ready, so nobody has to poll for it.
    process_env = {**os.environ, **environment}
    subprocess.run(
        ["pulseaudio", "-n", "--daemonize=yes", "--system=false", "--use-pid-file=yes", "--exit-idle-time=-1", *loads],
        env=process_env,
        check=True,
        capture_output=True,
        timeout=20,
    )
    before = {name: os.environ.get(name) for name in environment}
    os.environ.update(environment)
    # An idle virtual device moves sound in blocks of two seconds, which no real one does; a listener keeps it awake.
    awake = [
        subprocess.Popen(
            ["parec", f"--device={sink}.monitor", "--latency-msec=20"], env=process_env, stdout=subprocess.DEVNULL
        )
        for sink in ("speaker", "mic_in")
    ]
    try:
        server = SoundServer(environment)
        server.plug_microphone()
        yield server
    finally:
        for listener in awake:
            listener.kill()
            listener.wait()
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
        subprocess.run(["pulseaudio", "--kill"], env=process_env, check=True, capture_output=True, timeout=10)


@cache
def shared_sound_server() -> SoundServer:
    """The one server of this test process: Qt connects to a sound server once and for all."""
    stack = ExitStack()
    atexit.register(stack.close)
    folder = Path(tempfile.mkdtemp(prefix="mlprep-sound-"))
    # The server may still be leaving its folder.
    stack.callback(shutil.rmtree, folder, ignore_errors=True)
    return stack.enter_context(running_sound_server(folder))
