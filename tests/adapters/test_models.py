import hashlib
import json
from pathlib import Path

import pytest

from mlprep_gui.domain.errors import ModelError
from mlprep_gui.speech import models


@pytest.fixture
def models_dir(tmp_path: Path) -> Path:
    manifest = {}
    for name in models.REQUIRED:
        content = f"weights of {name}".encode()
        (tmp_path / name).mkdir()
        (tmp_path / name / "model.bin").write_bytes(content)
        facts = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        manifest[name] = {"recipe": "0", "files": {f"{name}/model.bin": facts}}
    (tmp_path / models.MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    return tmp_path


def weights(models_dir: Path) -> Path:
    return models_dir / models.RECOGNISER / "model.bin"


@pytest.mark.parametrize("full", [False, True])
def test_whole_models_are_ready(models_dir: Path, full: bool) -> None:
    states = models.check_models(models_dir, full=full)
    assert [state.name for state in states] == list(models.REQUIRED)
    assert all(state.is_good and not state.problem for state in states)
    assert models.require(models_dir, models.RECOGNISER) == models_dir / models.RECOGNISER


def test_a_missing_file_is_named(models_dir: Path) -> None:
    weights(models_dir).unlink()
    recogniser, sentences = models.check_models(models_dir)
    assert not recogniser.present
    assert "whisper-tiny.en/model.bin" in recogniser.problem
    assert sentences.is_good


def test_a_truncated_file_is_damaged(models_dir: Path) -> None:
    weights(models_dir).write_bytes(b"weights")
    recogniser, _ = models.check_models(models_dir)
    assert recogniser.present
    assert not recogniser.whole


def test_a_changed_byte_is_seen_by_the_full_check_alone(models_dir: Path) -> None:
    content = weights(models_dir).read_bytes()
    weights(models_dir).write_bytes(b"W" + content[1:])
    assert models.check_models(models_dir)[0].is_good
    assert not models.check_models(models_dir, full=True)[0].is_good


@pytest.mark.parametrize(
    "manifest", [None, "", "{", "[]", '{"whisper-tiny.en": {}}', '{"whisper-tiny.en": {"files": 3}}']
)
def test_without_a_readable_record_nothing_is_ready(models_dir: Path, manifest: str | None) -> None:
    if manifest is None:
        (models_dir / models.MANIFEST).unlink()
    else:
        (models_dir / models.MANIFEST).write_text(manifest, encoding="utf-8")
    assert not any(state.is_good for state in models.check_models(models_dir))


def test_require_says_how_to_repair(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"models --repair") as caught:
        models.require(tmp_path, models.RECOGNISER)
    assert models.RECOGNISER in caught.value.message


def test_downloads_and_reports_are_forbidden() -> None:
    environment: dict[str, str] = {}
    models.stay_offline(environment)
    assert environment == {"HF_HUB_OFFLINE": "1", "ORT_DISABLE_TELEMETRY": "1"}


def damage(models_dir: Path) -> None:
    content = weights(models_dir).read_bytes()
    weights(models_dir).write_bytes(b"W" + content[1:])


@pytest.fixture
def checkout(models_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout whose build step writes the models as they should be, and notes that it ran."""
    root = tmp_path_factory.mktemp("checkout")
    (root / "resources").mkdir()
    (root / "packaging").mkdir()
    good = weights(models_dir).read_bytes()
    models_dir.rename(root / "resources" / "models")
    script = f"""
import pathlib, sys
root = pathlib.Path(__file__).parent.parent
assert sys.argv[1:] == ["models"]
(root / "resources/models/whisper-tiny.en/model.bin").write_bytes({good!r})
(root / "ran").touch()
"""
    (root / "packaging" / "bootstrap.py").write_text(script, encoding="utf-8")
    return root


def test_repair_runs_the_build_step_of_a_checkout(checkout: Path) -> None:
    folder = checkout / "resources" / "models"
    damage(folder)
    models.repair(folder)
    assert all(state.is_good for state in models.check_models(folder, full=True))


def test_repair_leaves_good_models_alone(checkout: Path) -> None:
    models.repair(checkout / "resources" / "models")
    assert not (checkout / "ran").exists()


def test_repair_says_when_the_build_step_failed(checkout: Path) -> None:
    folder = checkout / "resources" / "models"
    damage(folder)
    (checkout / "packaging" / "bootstrap.py").write_text("raise SystemExit(2)", encoding="utf-8")
    with pytest.raises(ModelError, match="could not be repaired"):
        models.repair(folder)


def test_repair_of_an_installed_program_says_to_reinstall(models_dir: Path) -> None:
    damage(models_dir)
    with pytest.raises(ModelError, match="pip install --force-reinstall"):
        models.repair(models_dir)
