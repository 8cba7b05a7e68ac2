"""One frozen Settings value, read and written as TOML, with numbered upgrades."""

import os
import tomllib
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import tomli_w

from mlprep_gui.domain.errors import StoreError

VERSION = 2
_UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    1: lambda table: {**table, "first_start_done": True},  # who has settings has started the program before
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose. Every field has a good default.

    Attributes:
        theme: "system", "light", "dark", "contrast_light" or "contrast_dark".
        language: "system", "en" or "de"; holds from the next start on.
        text_scale: 0.8 to 2.0.
        voice: id of the interviewer's voice; empty for the default.
        voice_rate: 0.5 to 2.0.
        microphone: id of the input device; empty for the system's default.
        microphone_heard: words of the learner were understood once, in a test or in a round.
        captions: what is heard is shown while the learner speaks.
        first_start_done: the first steps were shown once.
        recogniser: what writes answers down: "tiny.en", "base", or the folder of a Whisper model.
        programme: of a mock interview: "phone_screen", "breadth", or empty for one that is put together by hand.
        answer_s: fixed answer time, or 0 for what each question suggests.
        follow_ups: questions after an answer, about single points of it: 0 to 2.
        push_to_talk: Space is held while the learner speaks; else it starts and ends the answer.
        shortcuts: keys that the learner changed, by the name of what they do.
        judge_first: the learner ticks what was said before the verdicts are shown.
        audio_kept: which recordings are kept: "all", "last" (audio_takes of each question) or "days" (audio_days).
    """

    theme: str = "system"
    language: str = "system"
    text_scale: float = 1.0
    voice: str = ""
    voice_rate: float = 1.0
    muted: bool = False
    cues: bool = True
    microphone: str = ""
    microphone_heard: bool = False
    first_start_done: bool = False
    recogniser: str = "tiny.en"
    captions: bool = True
    mode: str = "practice"
    programme: str = "phone_screen"
    questions: int = 5
    think_s: int = 30
    answer_s: int = 0
    cut_at_limit: bool = False
    typed: bool = False
    follow_ups: int = 1
    judge_first: bool = True
    push_to_talk: bool = False
    shortcuts: dict[str, str] = field(default_factory=dict)
    reduced_motion: bool = False
    audio_kept: str = "all"
    audio_takes: int = 3
    audio_days: int = 180
    window_geometry: str = ""


_RANGES: dict[str, tuple[float, float]] = {
    "text_scale": (0.8, 2.0),
    "voice_rate": (0.5, 2.0),
    "questions": (1, 100),
    "think_s": (0, 600),
    "answer_s": (0, 1800),
    "follow_ups": (0, 2),
    "audio_takes": (1, 20),
    "audio_days": (7, 3650),
}
_CHOICES: dict[str, tuple[str, ...]] = {
    "theme": ("system", "light", "dark", "contrast_light", "contrast_dark"),
    "language": ("system", "en", "de"),
    "mode": ("practice", "mock"),
    "programme": ("", "phone_screen", "breadth"),
    "audio_kept": ("all", "last", "days"),
}


def _accepted(name: str, value: object, default: object) -> bool:
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name in _RANGES:
        low, high = _RANGES[name]
        return isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high
    if isinstance(value, dict):
        return isinstance(default, dict) and all(isinstance(each, str) for each in value.values())
    return type(value) is type(default)


def read(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """Read settings; a value that cannot be used keeps its default and is named in the notices.

    A file that is not TOML is set aside as settings.toml.broken, so that nothing in it is lost.
    """
    defaults = Settings()
    try:
        if not path.exists():
            return defaults, ()
        text = path.read_bytes()
    except OSError as error:
        return defaults, (f"The settings in {path} could not be read: {error.strerror}. Defaults are in use.",)
    try:
        table = tomllib.loads(text.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return defaults, (f"The settings could not be read ({error}). Defaults are in use. {_set_aside(path)}",)
    version = table.pop("version", VERSION)
    while isinstance(version, int) and version in _UPGRADES:
        table = _UPGRADES[version](table)
        version += 1
    notices: list[str] = []
    chosen: dict[str, Any] = {}
    for each in fields(Settings):
        default = getattr(defaults, each.name)
        if each.name not in table:
            continue
        value = table[each.name]
        if _accepted(each.name, value, default):
            chosen[each.name] = type(default)(value)
        else:
            notices.append(f"The setting {each.name} = {value!r} cannot be used; {default!r} is in use.")
    return replace(defaults, **chosen), tuple(notices)


def _set_aside(path: Path) -> str:
    aside = path.with_suffix(".toml.broken")
    try:
        path.replace(aside)
    except OSError as error:
        return f"The file could not be set aside: {error.strerror}."
    return f"The file is kept as {aside.name}."


def write(path: Path, settings: Settings) -> None:
    """Write settings: to a temporary name, synced, then put in place.

    Raises:
        StoreError: when the disk refuses.
    """
    temporary = path.with_suffix(".toml.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            tomli_w.dump({"version": VERSION, **asdict(settings)}, file)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        message = f"The settings could not be saved: {error.strerror}."
        raise StoreError(message, f"Check free space and permissions of {path.parent}.") from error
