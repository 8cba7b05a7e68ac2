"""Set up and run MLPrep from a checkout, with nothing but Python 3.11 or later.

    python3 packaging/bootstrap.py run [ARGUMENTS]    set up, then open the program
    python3 packaging/bootstrap.py test [ARGUMENTS]   set up, then run the tests (arguments go to pytest)
    python3 packaging/bootstrap.py check              set up, then check formatting, lint, types, imports, questions
    python3 packaging/bootstrap.py setup              only set up what `run` needs
    python3 packaging/bootstrap.py models             only build the models and fonts, every digest checked
    python3 packaging/bootstrap.py wheel              build dist/*.whl, models and fonts inside
    python3 packaging/bootstrap.py translations       take new texts into resources/i18n/*.ts, make .qm of them
    python3 packaging/bootstrap.py lock               make the lock files anew from pyproject.toml

The program lives in ``.venv``, the tools that build models and fonts in ``.venv-build``; both hold exactly what the
hashed files in ``packaging/lock/`` name. A stamp in each tells the next run that nothing is left to do.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import socket
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_BUILD = ROOT / ".venv-build"
LOCKS = ROOT / "packaging" / "lock"
I18N = ROOT / "resources" / "i18n"
TRANSLATED_ROOMS = ("ui", "app")
OLDEST_PYTHON = (3, 11)
STAMP = ".mlprep-stamp-"

# What Qt and the recogniser load from the system, and the Debian package that brings it.
BASE_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
    "libpulse.so.0": "libpulse0",
    "libdrm.so.2": "libdrm2",
    "libXrandr.so.2": "libxrandr2",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus",
    "pulseaudio": "pulseaudio",
    "pactl": "pulseaudio-utils",
    "/usr/libexec/at-spi2-registryd": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi": "python3-pyatspi",
}
PROGRAM = ("pyproject.toml", "packaging/lock/extra.in", "--override", "packaging/lock/overrides.in")
LOCK_OPTIONS: Mapping[str, Sequence[str]] = {
    "run": PROGRAM,
    "build": ("--group", "build", "--constraint", "packaging/lock/run.txt"),
    "dev": (*PROGRAM, "--group", "build", "--group", "dev", "--constraint", "packaging/lock/run.txt"),
}
CHECKS: Sequence[Sequence[str]] = (
    ("ruff", "format", "--check"),
    ("ruff", "check"),
    ("mypy",),
    ("lint-imports",),
    ("deptry", "."),
    # A data folder of its own: the packs that ship, without those of whoever checks.
    ("mlprep-gui", "--data-dir", "build/check", "check-questions", "--strict"),
)


class SetupError(Exception):
    """Set-up cannot go on; the text says why and what to do."""


def say(text: str) -> None:
    """Print one line at once."""
    print(text, flush=True)


def quietly(command: Sequence[str | Path], failure: str, environment: Mapping[str, str] | None = None) -> None:
    """Run a command without its output, which is shown when it fails.

    Raises:
        SetupError: with ``failure``, when the command fails.
    """
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment)
    if result.returncode:
        print("\n".join((result.stdout + result.stderr).splitlines()[-20:]), file=sys.stderr)
        raise SetupError(failure)


# --- the system


def python_problem(version: tuple[int, ...]) -> str:
    """Say what is wrong with this version of Python; nothing when it will do."""
    if version >= OLDEST_PYTHON:
        return ""
    found = ".".join(map(str, version[:2]))
    return f"MLPrep needs Python 3.11 or later, this is {found}. Install a newer Python and start this with it."


def has_library(name: str) -> bool:
    """Tell whether the system can load a shared library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def missing_packages(libraries: Mapping[str, str], programs: Mapping[str, str]) -> list[str]:
    """Return the Debian packages of what this system lacks; a program is a command or a path."""
    packages = [package for library, package in libraries.items() if not has_library(library)]
    return packages + [
        package for program, package in programs.items() if not (shutil.which(program) or Path(program).exists())
    ]


def administrator() -> list[str] | None:
    """Return what to put before a command that needs the administrator; None when there is no way."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and not subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode:
        return ["sudo", "-n"]
    return None


def install_packages(packages: Sequence[str]) -> bool:
    """Install Debian packages, or print the line that does; tell whether they are there now."""
    if shutil.which("apt-get") is None:
        say(f"Please install what these Debian packages hold, as your system names it: {' '.join(packages)}")
        return False
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    prefix = administrator()
    if prefix is None:
        say("Some system packages are missing. Please run this line, then the same command again:")
        say(f"  sudo {shlex.join(command)}")
        return False
    say(f"Installing system packages: {' '.join(packages)}")
    if os.geteuid() == 0:
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    failure = (
        f"The system packages could not be installed. Without a network, install them later: {shlex.join(command)}"
    )
    quietly([*prefix, "apt-get", "update"], failure)
    quietly([*prefix, *command], failure)
    return True


def ensure_system(*, tests: bool) -> None:
    """Have the system packages that the program (and the tests) need.

    Raises:
        SetupError: when some are missing and cannot be installed here.
    """
    if not sys.platform.startswith("linux"):
        return
    essential = missing_packages(BASE_LIBRARIES, TEST_PROGRAMS if tests else {})
    for_windows = missing_packages(WINDOW_LIBRARIES, {})
    if importlib.util.find_spec("ensurepip") is None:
        essential.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    if not (essential or for_windows) or install_packages(essential + for_windows):
        return
    if essential or tests or has_display(os.environ):
        raise SetupError("Set-up stops here until the packages named above are installed.")


def has_display(environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be opened."""
    if not sys.platform.startswith("linux") or environment.get("WAYLAND_DISPLAY"):
        return True
    display = environment.get("DISPLAY", "")
    host, _, number = display.rpartition(":")
    if host in ("", "unix") and number:
        # A local display that is gone leaves its name behind in many shells.
        address = f"/tmp/.X11-unix/X{number.split('.')[0]}"
        return any(_answers(name) for name in (address, f"\0{address}"))
    return bool(display)


def _answers(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(address) == 0


# --- the environments


def program(environment: Path, name: str) -> Path:
    """Return the path of a program in a virtual environment."""
    return environment / ("Scripts" if os.name == "nt" else "bin") / (f"{name}.exe" if os.name == "nt" else name)


def fingerprint(*files: Path) -> str:
    """Return a value that changes with the files, the Python and the place of the checkout."""
    digest = hashlib.sha256(repr((sys.version, sysconfig.get_platform(), str(ROOT))).encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def is_stamped(environment: Path, name: str, value: str) -> bool:
    """Tell whether a step was finished with this fingerprint."""
    stamp = environment / f"{STAMP}{name}"
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == value


def stamp_step(environment: Path, name: str, value: str) -> None:
    """Record that a step is finished."""
    (environment / f"{STAMP}{name}").write_text(value, encoding="utf-8")


def ensure_venv(environment: Path) -> None:
    """Have a virtual environment of this very Python; one of another Python or place is made anew."""
    value = fingerprint()
    if is_stamped(environment, "python", value):
        return
    say(f"Making {environment.name}")
    outdated = (environment / f"{STAMP}python").exists()
    command = [sys.executable, "-m", "venv", *(["--clear"] if outdated else []), str(environment)]
    quietly(command, f"The virtual environment could not be made. Delete {environment.name} and try again.")
    stamp_step(environment, "python", value)


def ensure_installed(environment: Path, lock: str) -> None:
    """Have exactly the packages of a lock file in a virtual environment."""
    ensure_venv(environment)
    file = LOCKS / f"{lock}.txt"
    value = fingerprint(file)
    if is_stamped(environment, lock, value):
        return
    say(f"Installing the packages of {file.relative_to(ROOT)} (the first time this takes a minute or two)")
    command: list[str | Path] = [
        program(environment, "python"),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--quiet",
    ]
    command += ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--requirement", file]
    quietly(command, "The packages could not be installed. If you are offline, connect and run the same command again.")
    stamp_step(environment, lock, value)


def ensure_project() -> None:
    """Have the program itself in its environment, editable."""
    value = fingerprint(ROOT / "pyproject.toml")
    if is_stamped(VENV, "project", value):
        return
    ensure_installed(VENV_BUILD, "build")
    say("Installing MLPrep itself")
    folder = ROOT / "build" / "editable"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    failure = "MLPrep could not be installed into its own environment. Please report this."
    hook = f"from hatchling.build import build_editable; build_editable({str(folder)!r})"
    quietly([program(VENV_BUILD, "python"), "-c", hook], failure)
    command: list[str | Path] = [
        program(VENV, "python"),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--quiet",
        "--no-index",
    ]
    quietly([*command, "--no-deps", "--force-reinstall", *folder.glob("*.whl")], failure)
    shutil.rmtree(folder)
    stamp_step(VENV, "project", value)


def ensure_models(*, full: bool = False) -> None:
    """Have the models and fonts; with ``full`` every digest is computed, otherwise sizes are compared."""
    import build_models  # not at the top: an older Python could not read it, and would say less than python_problem

    if build_models.all_finished(build_models.ARTEFACTS, build_models.RESOURCES, full=full):
        return
    ensure_installed(VENV_BUILD, "build")
    say("Building models and fonts (160 MB are fetched the first time)")
    script = ROOT / "packaging" / "build_models.py"
    if subprocess.run([program(VENV_BUILD, "python"), script], check=False).returncode:
        raise SetupError("The models are not complete. What is finished stays; the same command goes on from there.")


def ensure_translations() -> None:
    """Have what Qt reads (.qm) of every translation (.ts); the tool for it comes with PySide6."""
    sources = sorted(I18N.glob("*.ts"))
    value = fingerprint(*sources)
    if is_stamped(VENV, "translations", value) and all(file.with_suffix(".qm").is_file() for file in sources):
        return
    for file in sources:
        written = file.with_suffix(".qm.new")
        command: list[str | Path] = [program(VENV, "pyside6-lrelease"), "-silent", file, "-qm", written]
        quietly(command, f"{file.name} could not be read. Restore it, and run the same command again.")
        written.replace(file.with_suffix(".qm"))  # a program that runs has the old one mapped
    stamp_step(VENV, "translations", value)


def ensure_program(lock: str = "run") -> None:
    """Have everything that `run` needs or, with the lock ``dev``, `test` and `check` as well."""
    ensure_system(tests=lock == "dev")
    ensure_installed(VENV, lock)
    ensure_project()
    ensure_models()
    ensure_translations()


# --- the commands


def start(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> int:
    """Run a command in the checkout and return its exit code."""
    return subprocess.run(command, check=False, cwd=ROOT, env=environment).returncode


def run(arguments: Sequence[str]) -> int:
    """Set up, then open the program; without a display play one round offscreen."""
    ensure_program()
    mlprep = program(VENV, "mlprep-gui")
    if arguments or has_display(os.environ):
        return start([mlprep, *arguments])
    say("There is no display here, so one whole round is played offscreen: see demo-output/.")
    return start([mlprep, "demo", "--out", "demo-output"], {**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def test(arguments: Sequence[str]) -> int:
    """Set up, then run the tests."""
    ensure_program("dev")
    return start([program(VENV, "python"), "-m", "pytest", *arguments])


def check(arguments: Sequence[str]) -> int:
    """Set up, then run every check and say which failed."""
    ensure_program("dev")
    failed = []
    for name, *options in CHECKS:
        say(f"== {' '.join([name, *options])}")
        if start([program(VENV, name), *options]):
            failed.append(name)
    say(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


def setup(arguments: Sequence[str]) -> int:
    """Set up what `run` needs."""
    ensure_program()
    say("MLPrep is ready.")
    return 0


def models(arguments: Sequence[str]) -> int:
    """Build the models and fonts, every digest checked."""
    ensure_models(full=True)
    say("Models and fonts are complete.")
    return 0


def wheel(arguments: Sequence[str]) -> int:
    """Build the wheel, which holds the models, fonts and translations."""
    ensure_models(full=True)
    ensure_installed(VENV, "run")
    ensure_translations()
    ensure_installed(VENV_BUILD, "build")
    hook = "from hatchling.build import build_wheel; print('dist/' + build_wheel('dist'))"
    return start([program(VENV_BUILD, "python"), "-c", hook])


def translated_files() -> list[str]:
    """Return the files whose texts are translated, relative to the checkout."""
    rooms = [ROOT / "mlprep_gui" / room for room in TRANSLATED_ROOMS]
    return sorted(file.relative_to(ROOT).as_posix() for room in rooms for file in room.rglob("*.py"))


def translations(arguments: Sequence[str]) -> int:
    """Take new and changed texts of the program into the translations; what is new there is marked unfinished."""
    ensure_installed(VENV, "dev")
    for file in sorted(I18N.glob("*.ts")):
        # English needs nothing but the plurals.
        plural = ["-pluralonly"] if file.stem.endswith("_en") else []
        command: list[str | Path] = [program(VENV, "pyside6-lupdate"), "-silent", "-no-obsolete", *plural]
        quietly([*command, "-locations", "none", *translated_files(), "-ts", file], "The texts could not be collected.")
        unfinished = file.read_text(encoding="utf-8").count('<translation type="unfinished">')
        say(f"{file.relative_to(ROOT)}: {unfinished} unfinished")
    ensure_translations()
    return 0


def lock_header() -> str:
    """Return the first line of a lock file, which changes with the requirements of pyproject.toml."""
    import tomllib  # not at the top: an older Python has none

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    requirements = repr((project["project"]["dependencies"], sorted(project["dependency-groups"].items())))
    mark = hashlib.sha256(requirements.encode()).hexdigest()[:16]
    return f"# Made by `packaging/bootstrap.py lock` from the requirements {mark} of pyproject.toml; do not edit."


def lock(arguments: Sequence[str]) -> int:
    """Make the lock files anew from pyproject.toml, for every platform and Python from 3.11 on."""
    ensure_installed(VENV, "dev")
    LOCKS.mkdir(exist_ok=True)
    for name, options in LOCK_OPTIONS.items():
        target = LOCKS / f"{name}.txt"
        command: list[str | Path] = [
            program(VENV, "uv"),
            "pip",
            "compile",
            "--quiet",
            "--universal",
            "--upgrade",
            "--generate-hashes",
        ]
        command += ["--python-version", ".".join(map(str, OLDEST_PYTHON)), "--no-annotate", "--no-header"]
        command += ["--no-emit-index-url", "--no-emit-find-links"]
        quietly([*command, *options, "--output-file", target], f"{target.name} could not be made.")
        text = target.read_text(encoding="utf-8")
        target.write_text(f"{lock_header()}\n{text}", "utf-8")
        say(f"Wrote {target.relative_to(ROOT)}")
    return 0


COMMANDS = {
    "run": run,
    "test": test,
    "check": check,
    "setup": setup,
    "models": models,
    "wheel": wheel,
    "translations": translations,
    "lock": lock,
}


def main(arguments: Sequence[str]) -> int:
    """Do what the first argument names; 2 when set-up cannot go on, 130 when interrupted."""
    problem = python_problem(sys.version_info[:3])
    if problem:
        print(problem, file=sys.stderr)
        return 2
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except SetupError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Interrupted. What is finished stays; the same command goes on from there.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
