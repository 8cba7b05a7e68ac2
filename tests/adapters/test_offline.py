"""What the engines must not do: report to anybody, or leave anything outside the program's own folders."""

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


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_leaves_no_report_at_home(engine: str, tmp_path: Path) -> None:
    # ONNX Runtime keeps what it will report, and a number for this computer, below the home folder.
    environment = {name: value for name, value in os.environ.items() if name not in TELLING}
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_CACHE_HOME"):
        environment[name] = str(tmp_path)
    command = [sys.executable, "-c", START + ENGINES[engine], str(CLIP)]
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=120)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == []
