"""The int8 graphs against the plain float32 computation, on small random weights of the same shape."""

import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest

import minilm_onnx as subject
import sentence_model

WORDS = 50


@pytest.fixture(scope="module")
def weights() -> subject.Weights:
    random = np.random.default_rng(0)
    hidden, wide = subject.HIDDEN, 4 * subject.HIDDEN

    def draw(*shape: int) -> subject.Array:
        return random.normal(0, 0.05, shape).astype(np.float32)

    found: subject.Weights = {}

    def dense(name: str, outputs: int, inputs: int) -> None:
        found[f"{name}.weight"], found[f"{name}.bias"] = draw(outputs, inputs), draw(outputs)

    def norm(name: str) -> None:
        found[f"{name}.weight"], found[f"{name}.bias"] = 1 + draw(hidden), draw(hidden)

    for name, rows in (("word", WORDS), ("position", 512), ("token_type", 2)):
        found[f"embeddings.{name}_embeddings.weight"] = draw(rows, hidden)
    norm("embeddings.LayerNorm")
    for index in range(subject.LAYERS):
        layer = f"encoder.layer.{index}"
        for part in ("self.query", "self.key", "self.value", "output.dense"):
            dense(f"{layer}.attention.{part}", hidden, hidden)
        norm(f"{layer}.attention.output.LayerNorm")
        dense(f"{layer}.intermediate.dense", wide, hidden)
        dense(f"{layer}.output.dense", hidden, wide)
        norm(f"{layer}.output.LayerNorm")
    dense("classifier", 4, 2 * hidden)
    return found


def session_of(model: onnx.ModelProto) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


TEXTS = [[1, 7, 3], [4, 4, 9, 12, 30, 22, 17, 2], [49], [*range(40)]]


def test_the_sentence_encoder_agrees_with_the_float_computation(weights: subject.Weights) -> None:
    session = session_of(subject.sentence_encoder(weights))
    for text in TEXTS:
        mean = subject.reference(weights, np.array(text)).mean(axis=0)
        found = session.run(None, {"input_ids": np.array([text])})[0][0]
        assert np.linalg.norm(found) == pytest.approx(1, abs=1e-5)
        assert found @ mean / np.linalg.norm(mean) > 0.99


def test_the_cross_encoder_agrees_with_the_float_computation(weights: subject.Weights) -> None:
    session = session_of(subject.cross_encoder(weights))
    for text in TEXTS:
        segments = np.arange(len(text)) * 2 // len(text)
        found = session.run(None, {"input_ids": np.array([text]), "segments": segments[None]})[0][0]
        hidden = subject.reference(weights, np.array(text), segments)
        scores = weights["classifier.weight"] @ np.concatenate([hidden[0], hidden.mean(axis=0)])
        exact = np.exp(scores + weights["classifier.bias"])
        assert found == pytest.approx(exact / exact.sum(), abs=0.05)


def test_a_text_is_the_same_alone_and_beside_another(weights: subject.Weights) -> None:
    session = session_of(subject.sentence_encoder(weights))
    both = session.run(None, {"input_ids": np.array([[1, 7, 3], [8, 2, 40]])})[0]
    alone = session.run(None, {"input_ids": np.array([[1, 7, 3]])})[0]
    assert both[0] == pytest.approx(alone[0], abs=1e-6)


def test_what_was_learned_is_stored_in_small_steps(weights: subject.Weights, tmp_path: Path) -> None:
    random = np.random.default_rng(2)
    trained = {**weights, "classifier.bias": weights["classifier.bias"] + 1}
    matrix = "encoder.layer.0.output.dense.weight"
    trained[matrix] = weights[matrix] + random.normal(0, 0.01, weights[matrix].shape).astype(np.float32)
    path = tmp_path / "learned.npz"
    np.savez_compressed(path, **sentence_model.learned_file(weights, trained))
    with np.load(path) as stored:
        assert set(stored.files) == {f"{matrix}/steps", f"{matrix}/scale", "classifier.bias"}
    found = sentence_model.with_learned(weights, path)
    step = np.abs(trained[matrix] - weights[matrix]).max(axis=1, keepdims=True) / sentence_model.STEPS
    assert (np.abs(found[matrix] - trained[matrix]) <= step / 2 + 1e-6).all()
    assert (found["classifier.bias"] == trained["classifier.bias"]).all()
    assert found["encoder.layer.1.output.dense.weight"] is weights["encoder.layer.1.output.dense.weight"]


def test_quantised_values_are_restored_to_half_a_step() -> None:
    values = np.random.default_rng(1).normal(size=(6, 64)).astype(np.float32)
    packed, scales = subject.quantise(values)
    assert packed.dtype == np.int8
    assert scales.shape == (6, 1)
    assert (np.abs(packed * scales - values) <= scales / 2 + 1e-7).all()


def test_a_row_of_zeros_stays_zero() -> None:
    packed, scales = subject.quantise(np.zeros((1, 4), np.float32))
    assert (packed * scales == 0).all()


def test_safetensors_are_read() -> None:
    values = np.arange(6, dtype=np.float32)
    header = json.dumps(
        {"__metadata__": {"format": "pt"}, "a": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}}
    ).encode()
    tensors = subject.read_safetensors(len(header).to_bytes(8, "little") + header + values.tobytes())
    assert list(tensors) == ["a"]
    assert (tensors["a"] == values.reshape(2, 3)).all()
