"""Where data, settings, logs, models, questions and resources lie."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
APP_NAME = "mlprep"


def _shipped(name: str) -> Path:
    """A folder that travels inside the wheel, or stands beside the package in a checkout."""
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name


@dataclass(frozen=True, slots=True)
class Paths:
    """Every folder and file the program uses; nothing is created before it is needed.

    Attributes:
        pointer: the file that names the data folder once it was moved, in its first line; None when the folder was
            named at the start.
    """

    data: Path
    config: Path
    cache: Path
    log: Path
    resources: Path
    questions: Path
    pointer: Path | None = None

    @property
    def database(self) -> Path:
        """The SQLite database."""
        return self.data / "mlprep.db"

    @property
    def takes(self) -> Path:
        """Audio of takes."""
        return self.data / "takes"

    @property
    def backups(self) -> Path:
        """Copies of the database made before upgrades."""
        return self.data / "backups"

    @property
    def user_packs(self) -> Path:
        """The user's own question packs."""
        return self.data / "questions"

    @property
    def calibration(self) -> Path:
        """The learner's calibration of the verdicts, JSON."""
        return self.data / "calibration.json"

    @property
    def settings_file(self) -> Path:
        """The settings, TOML."""
        return self.config / "settings.toml"

    @property
    def speech_cache(self) -> Path:
        """Rendered prompts."""
        return self.cache / "speech"

    @property
    def models(self) -> Path:
        """Model files, as the build step leaves them."""
        return self.resources / "models"

    @property
    def recognisers(self) -> Path:
        """Recognisers that the learner has downloaded."""
        return self.data / "models"

    @property
    def downloads(self) -> Path:
        """What has arrived of a download so far."""
        return self.cache / "downloads"

    @property
    def fonts(self) -> Path:
        """Font files, as the build step leaves them."""
        return self.resources / "fonts"


def locate(data_dir: Path | None = None) -> Paths:
    """Return the paths; with data_dir everything that is written lies inside it.

    The environment variable MLPREP_DATA_DIR stands in when no data_dir is given, and then the folder that the data were
    moved to.

    Raises:
        OSError: when it cannot be read where they were moved to.
    """
    if data_dir is None and os.environ.get("MLPREP_DATA_DIR"):
        data_dir = Path(os.environ["MLPREP_DATA_DIR"])
    shipped = {"resources": _shipped("resources"), "questions": _shipped("questions")}
    if data_dir is not None:
        root = data_dir.expanduser().resolve()
        return Paths(data=root, config=root, cache=root / "cache", log=root / "log", **shipped)
    dirs = platformdirs.PlatformDirs(APP_NAME, appauthor=False)
    pointer = dirs.user_config_path / "data-folder.txt"
    return Paths(
        data=_moved_to(pointer) or dirs.user_data_path,
        config=dirs.user_config_path,
        cache=dirs.user_cache_path,
        log=dirs.user_log_path,
        pointer=pointer,
        **shipped,
    )


def _moved_to(pointer: Path) -> Path | None:
    try:
        lines = pointer.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except FileNotFoundError:
        return None
    return Path(lines[0]) if lines and lines[0] else None
