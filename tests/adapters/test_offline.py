"""What the program must not do: open a connection, report to anybody, or leave anything outside its own folders."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

CLIP = Path(__file__).parents[1] / "data" / "asr" / "ml_09_gan.flac"
TELLING = {"CI", "GITHUB_ACTIONS", "TF_BUILD", "ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS", "HF_HUB_OFFLINE"}
ENGINES = {
    "recogniser": "WhisperRecognizer(paths.models / 'whisper-tiny.en').transcribe(Path(sys.argv[1]), [])",
    "assessor": "OnnxEmbedder(paths.models).embed(['overfitting'])",
    "voice": "HibariVoice(pronunciations_file(paths.resources)).synthesize('Hello there.', 'hibari:heart', 1.0)",
}
START = """
import sys
from pathlib import Path
from mlprep_gui.paths import locate
from mlprep_gui.speech.embedder import OnnxEmbedder
from mlprep_gui.speech.hibari_voice import HibariVoice
from mlprep_gui.speech.recognizer import WhisperRecognizer
from mlprep_gui.speech.voice import pronunciations_file
paths = locate()
"""
CONNECTED = 9
WATCH = f"""
import os, sys
def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        os._exit({CONNECTED})
sys.addaudithook(watch)
"""
MAY_CONNECT = {"speech/download.py"}
NETWORK = {"asyncio", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "urllib", "webbrowser"}
PACKAGE = Path(__file__).parents[2] / "mlprep_gui"


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_leaves_no_report_at_home(engine: str, tmp_path: Path) -> None:
    # ONNX Runtime keeps what it will report, and a number for this computer, below the home folder.
    environment = {name: value for name, value in os.environ.items() if name not in TELLING}
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_CACHE_HOME"):
        environment[name] = str(tmp_path)
    command = [sys.executable, "-c", START + ENGINES[engine], str(CLIP)]
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=120)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_opens_no_connection(engine: str) -> None:
    assert watched(START + ENGINES[engine]) == 0


def test_a_connection_would_be_seen() -> None:
    assert watched("import socket; socket.create_connection(('127.0.0.1', 1))") == CONNECTED


def test_a_recogniser_that_is_gone_is_looked_for_nowhere_else(tmp_path: Path) -> None:
    gone = f"""
from mlprep_gui.speech.catalogue import Catalogue
from mlprep_gui.speech.chosen import ChosenRecognizer
chosen = ChosenRecognizer(Catalogue(paths.models, Path({str(tmp_path)!r})), paths.resources / 'sounds')
for name in ('base', 'large-v3', 'Systran/faster-whisper-small'):
    assert chosen.marked(chosen.recognizer(name).transcribe(Path(sys.argv[1]), []), name).notice
"""
    assert watched(START + gone) == 0


def watched(program: str) -> int:
    """Run a program that ends at its first connection; return how it ended."""
    environment = {name: value for name, value in os.environ.items() if name not in TELLING}
    command = [sys.executable, "-c", WATCH + program, str(CLIP)]
    return subprocess.run(command, env=environment, check=False, capture_output=True, timeout=120).returncode


def test_only_the_download_imports_what_can_connect() -> None:
    found = {str(path.relative_to(PACKAGE).as_posix()) for path in PACKAGE.rglob("*.py") if imports(path) & NETWORK}
    assert found == MAY_CONNECT


def test_nothing_but_its_own_process_runs_the_download() -> None:
    """The window and the commands know the download by its name alone, which a child imports."""
    importing = "mlprep_gui.speech.download"
    found = [path.name for path in PACKAGE.rglob("*.py") if f"from {importing} import" in path.read_text("utf-8")]
    assert found == []


def imports(path: Path) -> set[str]:
    """Return the libraries a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            names.add(node.module.partition(".")[0])
    return names
