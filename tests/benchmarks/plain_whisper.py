"""What a program without a recogniser of its own would do: faster-whisper as it comes, on the same model."""

from pathlib import Path
from typing import Any, Final

_BEAM: Final = 5


class PlainWhisper:
    """A service for ChildProcess: whole files, no voice activity detection, no expected terms."""

    def __init__(self, model_dir: Path, threads: int) -> None:
        from mlprep_gui.speech.models import stay_offline

        stay_offline()
        from faster_whisper import WhisperModel

        self._model: Any = WhisperModel(
            str(model_dir), device="cpu", compute_type="int8", cpu_threads=threads, local_files_only=True
        )

    def warm_up(self) -> None:
        """Load the model: done when this is called."""

    def transcribe(self, audio: Path) -> str:
        """Return what was heard."""
        segments, _ = self._model.transcribe(str(audio), language="en", beam_size=_BEAM)
        return " ".join("".join(segment.text for segment in segments).split())
