"""Which model files the program needs, whether they are there, and whether they are whole."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mlprep_gui.domain.errors import ModelError

RECOGNISER: Final = "whisper-tiny.en"
SENTENCES: Final = "minilm-int8"
REQUIRED: Final = (RECOGNISER, SENTENCES)
MANIFEST: Final = "manifest.json"
REPAIR_ADVICE: Final = (
    "Run `mlprep-gui models --repair` to put it right; what you record until then is kept and can be graded later."
)


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """What was found of one model.

    Attributes:
        name: the model, and the folder it lies in.
        present: every file is there.
        whole: every file has the size that was recorded when it was built, and the sha256 if that was asked for.
        problem: what is wrong, in one sentence; empty when nothing is.
    """

    name: str
    present: bool
    whole: bool
    problem: str = ""

    @property
    def is_good(self) -> bool:
        """The model can be loaded."""
        return self.present and self.whole


def stay_offline(environment: MutableMapping[str, str] = os.environ) -> None:
    """Keep the libraries of voice, recogniser and assessor off the network; call before they are imported.

    The hub's reads a model path that does not exist as the name of a model to download. ONNX Runtime, from 1.29 on,
    reports each use to its makers and keeps a device number in the home folder, unless it is told not to.
    """
    environment["HF_HUB_OFFLINE"] = "1"
    environment["ORT_DISABLE_TELEMETRY"] = "1"


def check_models(models_dir: Path, *, full: bool = False) -> tuple[ModelStatus, ...]:
    """Return the state of every required model.

    Args:
        models_dir: the folder that holds one folder a model and the manifest of the build step.
        full: compute the sha256 of every file (a second or less) instead of comparing sizes.
    """
    return tuple(_check(models_dir, name, full=full) for name in REQUIRED)


def require(models_dir: Path, name: str) -> Path:
    """Return the folder of a model whose files are there, by size.

    Raises:
        ModelError: when a file is missing or damaged; the advice says how to repair it.
    """
    status = _check(models_dir, name, full=False)
    if not status.is_good:
        raise ModelError(status.problem, REPAIR_ADVICE)
    return models_dir / name


def repair(models_dir: Path) -> None:
    """Put missing and damaged models right, where that can be done from here; good ones are left alone.

    In a checkout the build step runs again and prints what it does. An installed program has its models inside its
    package, which only the installer can put right.

    Raises:
        ModelError: when something is wrong that this could not put right.
    """
    if all(status.is_good for status in check_models(models_dir, full=True)):
        return
    script = models_dir.parent.parent / "packaging" / "bootstrap.py"
    if not script.is_file():
        raise ModelError(
            "The models lie inside the installed package, and some of them are missing or damaged.",
            "Install it again: `pip install --force-reinstall --no-deps`, then mlprep-gui or the .whl file you have.",
        )
    if subprocess.run([sys.executable, str(script), "models"], check=False).returncode:
        raise ModelError("The models could not be repaired.", "The lines above say why and what to do.")


def _check(models_dir: Path, name: str, *, full: bool) -> ModelStatus:
    files = _recorded(models_dir, name)
    if not files:
        return ModelStatus(name, present=False, whole=False, problem=f"The model {name} is not there.")
    missing = [file for file in files if not (models_dir / file).is_file()]
    if missing:
        problem = f"The model {name} is missing its file {missing[0]}."
        return ModelStatus(name, present=False, whole=False, problem=problem)
    damaged = [file for file, facts in files.items() if not _is_whole(models_dir / file, facts, full=full)]
    if damaged:
        problem = f"The file {damaged[0]} of the model {name} is damaged."
        return ModelStatus(name, present=True, whole=False, problem=problem)
    return ModelStatus(name, present=True, whole=True)


def _recorded(models_dir: Path, name: str) -> Mapping[str, Mapping[str, object]]:
    """Return the model's files as the build step recorded them; nothing when there is no readable record."""
    try:
        manifest = json.loads((models_dir / MANIFEST).read_text(encoding="utf-8"))
        files = manifest[name]["files"]
        return {str(file): {"size": facts["size"], "sha256": facts["sha256"]} for file, facts in files.items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def _is_whole(path: Path, facts: Mapping[str, object], *, full: bool) -> bool:
    if path.stat().st_size != facts["size"]:
        return False
    if not full:
        return True
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == facts["sha256"]
