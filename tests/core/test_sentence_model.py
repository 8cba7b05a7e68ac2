"""The int8 graph against the plain float32 computation, on small random weights of the same shape."""

import json

import numpy as np
import onnxruntime
import pytest

import minilm_onnx as subject

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
    return found


@pytest.fixture(scope="module")
def session(weights: subject.Weights) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    model = subject.build(weights).SerializeToString()
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def embed(session: onnxruntime.InferenceSession, sentences: list[list[int]]) -> subject.Array:
    ids = np.zeros((len(sentences), max(map(len, sentences))), np.int64)
    mask = np.zeros_like(ids)
    for row, sentence in enumerate(sentences):
        ids[row, : len(sentence)] = sentence
        mask[row, : len(sentence)] = 1
    result: subject.Array = session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
    return result


SENTENCES = [[1, 7, 3], [4, 4, 9, 12, 30, 22, 17, 2], [49], [*range(40)]]


def test_it_agrees_with_the_float_computation(session: onnxruntime.InferenceSession, weights: subject.Weights) -> None:
    exact = np.stack([subject.reference(weights, np.array(sentence)) for sentence in SENTENCES])
    cosines = (exact * embed(session, SENTENCES)).sum(axis=1)
    assert cosines.min() > 0.995


def test_embeddings_have_length_one(session: onnxruntime.InferenceSession) -> None:
    assert np.linalg.norm(embed(session, SENTENCES), axis=1) == pytest.approx(1, abs=1e-5)


def test_a_sentence_is_the_same_alone_and_in_a_batch(session: onnxruntime.InferenceSession) -> None:
    alone = np.concatenate([embed(session, [sentence]) for sentence in SENTENCES])
    assert embed(session, SENTENCES) == pytest.approx(alone, abs=1e-4)


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
