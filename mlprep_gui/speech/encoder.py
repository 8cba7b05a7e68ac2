"""A text encoder as an ONNX graph on the CPU, one text at a time and several at once."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mlprep_gui.domain.errors import ModelError
from mlprep_gui.speech.models import SENTENCES, stay_offline

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

_REPAIR = "Run `mlprep-gui models --repair` to put it right; your recording is kept and can be graded then."


class Encoder:
    """Runs a graph of the sentence model's folder; it is loaded at the first call, on whichever thread makes it.

    Texts are not padded into batches: each runs alone, on one of the threads, so its result hangs on nothing else.
    """

    def __init__(self, models_dir: Path, graph: str, longest: int, threads: int = 2) -> None:
        """Take the graph's file name, and the number of tokens at which a text (of a pair: the second) is cut."""
        self._folder = models_dir / SENTENCES
        self._graph = graph
        self._longest = longest
        self._threads = threads
        self._lock = Lock()
        self._model: tuple[onnxruntime.InferenceSession, tokenizers.Tokenizer] | None = None
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="encoder")

    def run(self, texts: Sequence[str] | Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Return what the graph gives for each text, or pair of texts, shape (len(texts), width of its output).

        Raises:
            ModelError: when the model is missing or damaged.
        """
        session, tokenizer = self._loaded()
        paired = len(session.get_inputs()) > 1

        def one(place: int) -> NDArray[np.float32]:
            code = codes[place]
            inputs = {"input_ids": np.array([code.ids], np.int64)}
            if paired:
                inputs["segments"] = np.array([code.type_ids], np.int64)
            return np.asarray(session.run(None, inputs)[0][0], np.float32)

        codes = tokenizer.encode_batch(list(texts))
        return np.stack(list(self._pool.map(one, range(len(codes)))))

    def _loaded(self) -> "tuple[onnxruntime.InferenceSession, tokenizers.Tokenizer]":
        with self._lock:
            if self._model is None:
                self._model = self._load()
            return self._model

    def _load(self) -> "tuple[onnxruntime.InferenceSession, tokenizers.Tokenizer]":
        model, vocabulary = self._folder / self._graph, self._folder / "tokenizer.json"
        for path in (model, vocabulary):
            if not path.is_file():
                raise ModelError(f"The sentence model is missing its file {path.name}.", _REPAIR)
        stay_offline()
        # Imported here: onnxruntime takes a second that the window need not wait for.
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Texts of every length would each leave a block behind: little is gained, and memory grows.
        options.enable_mem_pattern = False
        try:
            session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
            tokenizer = Tokenizer.from_file(str(vocabulary))
        except Exception as error:  # both libraries raise bare or private exception types
            raise ModelError(f"The sentence model cannot be read: {error}.", _REPAIR) from error
        tokenizer.no_padding()
        strategy = "only_second" if len(session.get_inputs()) > 1 else "longest_first"
        tokenizer.enable_truncation(self._longest, strategy=strategy)
        return session, tokenizer
