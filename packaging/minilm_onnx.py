"""Write a MiniLM encoder as an int8 ONNX graph, without torch: as sentence encoder or as cross-encoder.

The weights are those of a BERT encoder (Devlin et al. 2019; MiniLM: Wang et al. 2020; sentence embeddings and
cross-encoders: Reimers & Gurevych 2019). Matrices are stored as int8 with one scale for each output channel, the word
table with one scale per word. Activations are quantised as they flow, with one scale for each token, never over a whole
tensor: a text has the same result alone and beside any other, so it may be computed while the learner still speaks.
The product of two int8 matrices is two to three times as fast as onnxruntime's block-wise ``MatMulNBits``.
"""

from __future__ import annotations

import json
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

Array: TypeAlias = npt.NDArray[Any]
Weights: TypeAlias = dict[str, Array]

LAYERS = 6
HEADS = 12
HIDDEN = 384
EPSILON = 1e-12  # layer_norm_eps of the model's config.json
LEVELS = 127
ZERO = np.array(128, np.uint8)
STEP = np.array(1 / LEVELS, np.float32)
LEAST = np.array(1e-9, np.float32)  # a vector of zeros has a scale too
OPSET = 17
CONTRIB = "com.microsoft"
_DTYPES = {"F32": np.float32, "I64": np.int64}


def read_safetensors(raw: bytes) -> Weights:
    """Return every tensor of a safetensors file: an eight-byte length, a JSON header, then the raw values."""
    start = 8 + int.from_bytes(raw[:8], "little")
    header: dict[str, Any] = json.loads(raw[8:start])
    tensors: Weights = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        first, last = entry["data_offsets"]
        values = np.frombuffer(raw[start + first : start + last], dtype=_DTYPES[entry["dtype"]])
        tensors[name] = values.reshape(entry["shape"])
    return tensors


def quantise(values: Array) -> tuple[Array, Array]:
    """Quantise symmetrically to int8 with one float32 scale for each run along the last axis.

    Returns:
        The int8 values and the scales (last axis of length one); ``values * scales`` restores the input.
    """
    peak = np.abs(values).max(axis=-1, keepdims=True)
    scales = (np.where(peak == 0, 1, peak) / LEVELS).astype(np.float32)
    return np.rint(values / scales).astype(np.int8), scales


class _Graph:
    """The nodes and constants of the graph while it is written."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, values: Array) -> str:
        """Add a constant tensor and return its name."""
        self.constants.append(numpy_helper.from_array(np.asarray(values, order="C"), name))
        return name

    def node(self, op: str, inputs: list[str], output: str, *, domain: str = "", **attributes: Any) -> str:
        """Add a node with one output and return the output's name."""
        self.nodes.append(helper.make_node(op, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def linear(self, source: str, layers: list[str], output: str) -> str:
        """Add ``x @ W.T + b`` in int8; several layers of the same input are computed side by side."""
        matrix = np.concatenate([self._weights[f"{layer}.weight"] for layer in layers])
        bias = np.concatenate([self._weights[f"{layer}.bias"] for layer in layers])
        values, scales = quantise(matrix)
        levels, token_scales = self.quantise_tokens(source, output)
        weights = self.constant(f"{output}.weight", values.T)
        product = self.node("MatMulInteger", [levels, weights, self.constant(f"{output}.zero", ZERO)], f"{output}.int")
        floats = self.node("Cast", [product], f"{output}.float", to=TensorProto.FLOAT)
        scaled = self.node("Mul", [floats, token_scales], f"{output}.by_token")
        scaled = self.node("Mul", [scaled, self.constant(f"{output}.scale", scales[:, 0])], f"{output}.by_channel")
        return self.node("Add", [scaled, self.constant(f"{output}.bias", bias)], output)

    def quantise_tokens(self, source: str, output: str) -> tuple[str, str]:
        """Quantise each token's vector symmetrically to unsigned bytes around 128; return them and the scales."""
        peak = self.node("ReduceMax", [self.node("Abs", [source], f"{output}.abs")], f"{output}.peak", axes=[-1])
        scales = self.node("Mul", [peak, self.constant(f"{output}.step", STEP)], f"{output}.steps")
        scales = self.node("Max", [scales, self.constant(f"{output}.least", LEAST)], f"{output}.scales")
        rounded = self.node("Round", [self.node("Div", [source, scales], f"{output}.units")], f"{output}.rounded")
        shifted = self.node(
            "Add", [rounded, self.constant(f"{output}.shift", np.array(ZERO, np.float32))], f"{output}.shifted"
        )
        return self.node("Cast", [shifted], f"{output}.levels", to=TensorProto.UINT8), scales

    def add_and_normalise(self, source: str, skip: str, layer: str, output: str) -> str:
        """Add the residual and normalise each token's vector."""
        gamma = self.constant(f"{output}.gamma", self._weights[f"{layer}.weight"])
        beta = self.constant(f"{output}.beta", self._weights[f"{layer}.bias"])
        return self.node("SkipLayerNormalization", [source, skip, gamma, beta], output, domain=CONTRIB, epsilon=EPSILON)

    def embed(self, *, segments: bool) -> str:
        """Look up the words, add position and segment, and normalise: [batch, sequence, 384]."""
        table, scales = quantise(self._weights["embeddings.word_embeddings.weight"])
        rows = self.node("Gather", [self.constant("words", table), "input_ids"], "word_rows")
        row_scales = self.node("Gather", [self.constant("words.scale", scales), "input_ids"], "word_scales")
        words = self.node("Mul", [self.node("Cast", [rows], "word_floats", to=TensorProto.FLOAT), row_scales], "word")
        kinds = self._weights["embeddings.token_type_embeddings.weight"]
        if segments:
            words = self.node(
                "Add", [words, self.node("Gather", [self.constant("kinds", kinds), "segments"], "kind")], "typed"
            )
        places = self._weights["embeddings.position_embeddings.weight"] + (0 if segments else kinds[0])
        length = self.node("Shape", ["input_ids"], "length", start=1, end=2)
        zero = self.constant("zero", np.array([0], np.int64))
        place = self.node("Slice", [self.constant("places", places.astype(np.float32)), zero, length, zero], "place")
        placed = self.node("Add", [words, place], "placed")
        gamma, beta = (
            self.constant(f"embedded.{part}", self._weights[f"embeddings.LayerNorm.{part}"])
            for part in ("weight", "bias")
        )
        return self.node("LayerNormalization", [placed, gamma, beta], "embedded", axis=-1, epsilon=EPSILON)

    def encode(self, hidden: str, index: int) -> str:
        """Add one transformer layer: self-attention, then the two dense layers, each with its residual."""
        layer = f"encoder.layer.{index}"
        names = [f"{layer}.attention.self.{part}" for part in ("query", "key", "value")]
        joined = self.linear(hidden, names, f"qkv.{index}")
        parts = [f"query.{index}", f"key.{index}", f"value.{index}"]
        self.nodes.append(helper.make_node("Split", [joined], parts, name=f"split.{index}", axis=-1))
        context = self.node("MultiHeadAttention", parts, f"context.{index}", domain=CONTRIB, num_heads=HEADS)
        attended = self.linear(context, [f"{layer}.attention.output.dense"], f"attended.{index}")
        hidden = self.add_and_normalise(attended, hidden, f"{layer}.attention.output.LayerNorm", f"middle.{index}")
        wide = self.linear(hidden, [f"{layer}.intermediate.dense"], f"wide.{index}")
        wide = self.node("Gelu", [wide], f"gelu.{index}", domain=CONTRIB)
        narrow = self.linear(wide, [f"{layer}.output.dense"], f"narrow.{index}")
        return self.add_and_normalise(narrow, hidden, f"{layer}.output.LayerNorm", f"hidden.{index}")

    def mean(self, hidden: str) -> str:
        """Take the mean over the tokens: [batch, 384]."""
        return self.node("ReduceMean", [hidden], "mean", axes=[1], keepdims=0)

    def unit_mean(self, hidden: str) -> None:
        """Take the mean over the tokens and scale it to length one."""
        self.node("LpNormalization", [self.mean(hidden)], "embedding", axis=1, p=2)

    def classify(self, hidden: str) -> None:
        """Turn the first token and the mean into the probability of each class."""
        zero = self.constant("first", np.array(0, np.int64))
        joined = self.node(
            "Concat", [self.node("Gather", [hidden, zero], "head", axis=1), self.mean(hidden)], "both", axis=1
        )
        matrix, bias = (
            self.constant(f"classes.{part}", self._weights[f"classifier.{part}"]) for part in ("weight", "bias")
        )
        scores = self.node("Gemm", [joined, matrix, bias], "scores", transB=1)
        self.node("Softmax", [scores], "probabilities", axis=1)


def sentence_encoder(weights: Weights) -> onnx.ModelProto:
    """Return the sentence encoder: ``input_ids`` int64 [batch, sequence] -> ``embedding`` [batch, 384].

    Texts of a batch must be of the same length: nothing is padded.
    """
    graph = _Graph(weights)
    graph.unit_mean(_layers(graph, graph.embed(segments=False)))
    return _model(graph, ["input_ids"], "embedding", HIDDEN)


def cross_encoder(weights: Weights) -> onnx.ModelProto:
    """Return the cross-encoder: ``input_ids``, ``segments`` int64 [batch, sequence] -> ``probabilities`` [batch, 4].

    Besides the encoder's weights it needs ``classifier.weight`` [classes, 768] and ``classifier.bias`` [classes].
    """
    graph = _Graph(weights)
    graph.classify(_layers(graph, graph.embed(segments=True)))
    return _model(graph, ["input_ids", "segments"], "probabilities", len(weights["classifier.bias"]))


def _layers(graph: _Graph, hidden: str) -> str:
    for index in range(LAYERS):
        hidden = graph.encode(hidden, index)
    return hidden


def _model(graph: _Graph, inputs: list[str], output: str, width: int) -> onnx.ModelProto:
    shape = ["batch", "sequence"]
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "MiniLM-L6",
            [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name in inputs],
            [helper.make_tensor_value_info(output, TensorProto.FLOAT, ["batch", width])],
            graph.constants,
        ),
        opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)],
        producer_name="mlprep",
    )
    model.ir_version = 8  # the oldest that opset 17 allows
    return model


def reference(weights: Weights, ids: Array, segments: Array | None = None) -> Array:
    """Compute the last hidden states of one text in float32 with numpy: ``ids`` [sequence] -> [sequence, 384]."""

    def linear(values: Array, layer: str) -> Array:
        result: Array = values @ weights[f"{layer}.weight"].T + weights[f"{layer}.bias"]
        return result

    def normalise(values: Array, layer: str) -> Array:
        centred = values - values.mean(-1, keepdims=True)
        scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + EPSILON)
        result: Array = scaled * weights[f"{layer}.weight"] + weights[f"{layer}.bias"]
        return result

    count = len(ids)
    kinds = weights["embeddings.token_type_embeddings.weight"]
    hidden = (
        weights["embeddings.word_embeddings.weight"][ids] + weights["embeddings.position_embeddings.weight"][:count]
    )
    hidden = normalise(hidden + kinds[0 if segments is None else segments], "embeddings.LayerNorm")
    for index in range(LAYERS):
        layer = f"encoder.layer.{index}"
        query, key, value = (
            linear(hidden, f"{layer}.attention.self.{part}").reshape(count, HEADS, -1).transpose(1, 0, 2)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 2, 1) / np.sqrt(HIDDEN / HEADS)
        shares = np.exp(scores - scores.max(-1, keepdims=True))
        context = (shares / shares.sum(-1, keepdims=True)) @ value
        attended = linear(context.transpose(1, 0, 2).reshape(count, HIDDEN), f"{layer}.attention.output.dense")
        hidden = normalise(attended + hidden, f"{layer}.attention.output.LayerNorm")
        wide = gelu(linear(hidden, f"{layer}.intermediate.dense"))
        hidden = normalise(linear(wide, f"{layer}.output.dense") + hidden, f"{layer}.output.LayerNorm")
    return hidden


def gelu(values: Array) -> Array:
    """Return the exact Gaussian error linear unit (the error function comes from the C library)."""
    from math import erf

    result: Array = values * 0.5 * (1 + np.vectorize(erf, otypes=[np.float32])(values / np.sqrt(2)))
    return result
