"""Sentence embeddings by a small ONNX model on the CPU."""

import hashlib
import logging
import os
import tempfile
import zipfile
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from mlprep_gui.speech.encoder import Encoder
from mlprep_gui.speech.models import SENTENCES

DIMENSIONS = 384
_GRAPH = "model.onnx"
_MAX_TOKENS = 128
_CACHE_SIZE = 20_000
_log = logging.getLogger(__name__)

Vectors = NDArray[np.float32]


class OnnxEmbedder:
    """The Embedder port on onnxruntime; the model is loaded at the first text that has no vector yet.

    Vectors are cached by text. Those of a bank's phrases are also kept in a file, so that they are computed once and
    not at every start; what a learner said is never written there.
    """

    def __init__(self, models_dir: Path, cache_dir: Path | None = None, threads: int = 2) -> None:
        """Take the folder of the models, and the folder to keep vectors of phrases in (None: they are not kept)."""
        self._encoder = Encoder(models_dir, _GRAPH, _MAX_TOKENS, threads)
        self._cache: OrderedDict[str, Vectors] = OrderedDict()
        self._kept = _KeptVectors(cache_dir, models_dir / SENTENCES / _GRAPH) if cache_dir is not None else None
        self._lock = Lock()

    def embed(self, texts: Sequence[str], *, keep: bool = False) -> Vectors:
        """Return one unit vector a text, shape (len(texts), 384).

        Args:
            texts: normalised words.
            keep: also keep the vectors for the next start; for phrases of a bank only.

        Raises:
            ModelError: when the model is missing or damaged.
        """
        with self._lock:
            known = self._kept.vectors() if keep and self._kept is not None else {}
            vectors = {text: found for text in texts if (found := self._cached(text, known)) is not None}
            fresh = [text for text in dict.fromkeys(texts) if text not in vectors]
            if fresh:
                vectors |= dict(zip(fresh, self._encoder.run(fresh), strict=True))
            if self._kept is not None and keep:
                self._kept.add({text: vectors[text] for text in texts if text not in known})
            self._cache.update((text, vectors[text]) for text in fresh)
            while len(self._cache) > _CACHE_SIZE:
                self._cache.popitem(last=False)
        return np.stack([vectors[text] for text in texts]) if texts else np.zeros((0, DIMENSIONS), np.float32)

    def _cached(self, text: str, known: dict[str, Vectors]) -> Vectors | None:
        if text in self._cache:
            self._cache.move_to_end(text)
            return self._cache[text]
        return known.get(text)


class _KeptVectors:
    """Vectors of phrases in a file that is named after the model's content."""

    def __init__(self, folder: Path, model: Path) -> None:
        self._folder = folder
        self._model = model
        self._path: Path | None = None
        self._vectors: dict[str, Vectors] = {}

    def vectors(self) -> dict[str, Vectors]:
        """Return what is kept, by text; nothing when the file is not there or damaged."""
        if self._path is None and self._model.is_file():
            with self._model.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            self._path = self._folder / f"phrases-{digest[:16]}.npz"
            self._vectors = self._read(self._path)
        return self._vectors

    def add(self, vectors: dict[str, Vectors]) -> None:
        """Keep more vectors. A folder that cannot be written to costs time at the next start, nothing else."""
        if not vectors or self._path is None:
            return
        self._vectors |= vectors
        try:
            self._write(self._path)
        except OSError as error:
            _log.info("Vectors of phrases cannot be kept: %s", error)

    @staticmethod
    def _read(path: Path) -> dict[str, Vectors]:
        try:
            with np.load(path, allow_pickle=False) as kept:
                texts, vectors = kept["texts"].tolist(), kept["vectors"].astype(np.float32)
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            _log.info("Kept vectors are computed again: %s", error)
            return {}
        if vectors.shape != (len(texts), DIMENSIONS):
            return {}
        return dict(zip(texts, vectors, strict=True))

    def _write(self, path: Path) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=self._folder, prefix=".phrases.")
        with os.fdopen(handle, "wb") as file:
            np.savez(file, texts=np.array(list(self._vectors)), vectors=np.stack(list(self._vectors.values())))
        for older in self._folder.glob("phrases-*.npz"):
            if older != path:
                older.unlink(missing_ok=True)
        Path(temporary).replace(path)
