"""Expected errors. Each says what happened and what the user can do next; anything else is a bug."""

from dataclasses import dataclass


class MLPrepError(Exception):
    """An expected error, shown in place.

    Attributes:
        message: what happened, in one sentence.
        advice: what to do next, in one sentence; may be empty.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message, advice)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong in a question pack, at the line it concerns (1-based)."""

    file: str
    line: int
    message: str
    advice: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message} {self.advice}".strip()


class DeviceError(MLPrepError):
    """A microphone or loudspeaker that is missing, silent, refused or lost."""


class VoiceError(MLPrepError):
    """A voice that could not speak."""


class StoreError(MLPrepError):
    """The database or an audio file could not be read or written."""


class ModelError(MLPrepError):
    """A model is missing or damaged, or its process ended."""


class InputError(MLPrepError):
    """A command or a file was given that cannot be used."""
