"""Sentence embeddings by a small ONNX model on the CPU."""

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mlprep_gui.domain.errors import ModelError
from mlprep_gui.speech.models import stay_offline

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

MODEL_NAME = "minilm-int8"
DIMENSIONS = 384
_MAX_TOKENS = 128
_BATCH = 32
_CACHE_SIZE = 20_000
_REPAIR = "Run `mlprep-gui models --repair` to put it right; your recording is kept and can be graded then."


class OnnxEmbedder:
    """The Embedder port on onnxruntime; the model is loaded at the first call, on whichever thread makes it.

    Vectors are cached by text, so the phrases of the bank are embedded once a run.
    """

    def __init__(self, models_dir: Path, threads: int = 2) -> None:
        self._folder = models_dir / MODEL_NAME
        self._threads = threads
        self._cache: OrderedDict[str, NDArray[np.float32]] = OrderedDict()
        self._lock = Lock()
        self._model: tuple[onnxruntime.InferenceSession, tokenizers.Tokenizer] | None = None

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a text, shape (len(texts), 384).

        Raises:
            ModelError: when the model is missing or damaged.
        """
        with self._lock:
            fresh = [text for text in dict.fromkeys(texts) if text not in self._cache]
            vectors = dict(zip(fresh, self._compute(fresh), strict=True)) if fresh else {}
            for text in texts:
                if text in self._cache:
                    self._cache.move_to_end(text)
                    vectors[text] = self._cache[text]
            self._cache.update((text, vectors[text]) for text in fresh)
            while len(self._cache) > _CACHE_SIZE:
                self._cache.popitem(last=False)
        return np.stack([vectors[text] for text in texts]) if texts else np.zeros((0, DIMENSIONS), np.float32)

    def _compute(self, texts: Sequence[str]) -> list[NDArray[np.float32]]:
        session, tokenizer = self._loaded()
        codes = [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]
        order = sorted(range(len(codes)), key=lambda index: len(codes[index]))
        vectors = np.zeros((len(codes), DIMENSIONS), np.float32)
        for first in range(0, len(order), _BATCH):
            rows = order[first : first + _BATCH]
            vectors[rows] = self._run(session, [codes[row] for row in rows])
        return list(vectors)

    @staticmethod
    def _run(session: "onnxruntime.InferenceSession", codes: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """Embed one batch; codes are of about the same length, so that little is padded."""
        longest = max(len(code) for code in codes)
        ids = np.zeros((len(codes), longest), np.int64)
        mask = np.zeros((len(codes), longest), np.int64)
        for row, code in enumerate(codes):
            ids[row, : len(code)] = code
            mask[row, : len(code)] = 1
        return np.asarray(session.run(None, {"input_ids": ids, "attention_mask": mask})[0], np.float32)

    def _loaded(self) -> "tuple[onnxruntime.InferenceSession, tokenizers.Tokenizer]":
        if self._model is None:
            self._model = self._load()
        return self._model

    def _load(self) -> "tuple[onnxruntime.InferenceSession, tokenizers.Tokenizer]":
        model, vocabulary = self._folder / "model.onnx", self._folder / "tokenizer.json"
        for path in (model, vocabulary):
            if not path.is_file():
                raise ModelError(f"The sentence model is missing its file {path.name}.", _REPAIR)
        stay_offline()
        # Imported here: onnxruntime takes a second that the window need not wait for.
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
            tokenizer = Tokenizer.from_file(str(vocabulary))
        except Exception as error:  # both libraries raise bare or private exception types
            raise ModelError(f"The sentence model cannot be read: {error}.", _REPAIR) from error
        tokenizer.no_padding()
        tokenizer.enable_truncation(_MAX_TOKENS)
        return session, tokenizer
