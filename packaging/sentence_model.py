"""Turn the published all-MiniLM-L6-v2 weights into the two int8 models of the program, and check them.

The sentence encoder is the published one. The cross-encoder adds what was learned on top of it
(packaging/cross_encoder.npz, written by train_cross_encoder.py): a difference for each matrix, in steps of one
fifteenth of a row's range, which is finer than the int8 rounding that follows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

import minilm_onnx
from minilm_onnx import Array, Weights

FOLDER = "minilm-int8"
LEARNED = Path(__file__).with_name("cross_encoder.npz")
MEAN_COSINE = 0.99
MEAN_ERROR = 0.05
#: A difference is stored in whole steps from -STEPS to STEPS.
STEPS = 7
# Every word is a token of its own, so that no tokeniser is needed here.
SENTENCES = (
    "a model that learns the noise in its training data will fail on new data",
    "it did very well on what it had seen before and badly on anything new because it learned noise",
    "so you split the data into five parts and use each of them once for testing",
    "regression",
    "the cat slept on the warm window all afternoon",
)
RELATED, UNRELATED = (0, 1), (0, 4)


def convert(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the models' files from ``model.safetensors`` and ``tokenizer.json``.

    Raises:
        ValueError: when an int8 model strays from its float32 weights.
    """
    published = minilm_onnx.read_safetensors(files["model.safetensors"])
    learned = with_learned(published, LEARNED)
    sentences = minilm_onnx.sentence_encoder(published).SerializeToString(deterministic=True)
    pairs = minilm_onnx.cross_encoder(learned).SerializeToString(deterministic=True)
    codes = _codes(files["tokenizer.json"])
    check_sentences(sentences, published, codes)
    check_pairs(pairs, learned, codes)
    return {
        f"{FOLDER}/model.onnx": sentences,
        f"{FOLDER}/cross-encoder.onnx": pairs,
        f"{FOLDER}/tokenizer.json": files["tokenizer.json"],
    }


def learned_file(published: Weights, trained: Weights) -> dict[str, Any]:
    """Return what to store of trained weights: steps and row scales for a matrix that was trained, else the values."""
    stored: dict[str, Any] = {}
    for name, values in trained.items():
        if name in published and np.array_equal(values, published[name]):
            continue
        if name in published and values.ndim == 2 and len(values) > 2:
            difference = values - published[name]
            scales = np.abs(difference).max(axis=1, keepdims=True) / STEPS
            stored[f"{name}/scale"] = scales.astype(np.float32)
            stored[f"{name}/steps"] = np.rint(difference / np.maximum(scales, 1e-12)).astype(np.int8)
        else:
            stored[name] = values.astype(np.float32)
    return stored


def with_learned(published: Weights, path: Path) -> Weights:
    """Return the published weights with what was learned."""
    weights = dict(published)
    with np.load(path, allow_pickle=False) as stored:
        for name in stored.files:
            matrix, _, part = name.partition("/")
            if part == "steps":
                weights[matrix] = published[matrix] + stored[name] * stored[f"{matrix}/scale"]
            elif not part:
                weights[name] = stored[name]
    return weights


def _codes(tokenizer_json: bytes) -> list[Array]:
    vocabulary: dict[str, int] = json.loads(tokenizer_json)["model"]["vocab"]
    return [np.array([vocabulary[word] for word in ("[CLS]", *sentence.split(), "[SEP]")]) for sentence in SENTENCES]


def check_sentences(model: bytes, weights: Weights, codes: list[Array]) -> None:
    """Compare the sentence encoder with a float32 computation.

    Raises:
        ValueError: when a figure is outside its bar.
    """
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    means = np.stack([minilm_onnx.reference(weights, code).mean(axis=0) for code in codes])
    exact = means / np.linalg.norm(means, axis=1, keepdims=True)
    found = np.concatenate([session.run(None, {"input_ids": code[None]})[0] for code in codes])
    cosine = float((exact * found).sum(axis=1).mean())
    related, unrelated = (float(found[first] @ found[second]) for first, second in (RELATED, UNRELATED))
    if cosine < MEAN_COSINE or related < unrelated + 0.2:
        raise ValueError(
            f"the int8 sentence model strays from its weights: mean cosine {cosine:.4f}, related {related:.2f}, "
            f"unrelated {unrelated:.2f}"
        )


def check_pairs(model: bytes, weights: Weights, codes: list[Array]) -> None:
    """Compare the cross-encoder with a float32 computation, on every pair of neighbouring sentences.

    Raises:
        ValueError: when the probabilities differ too much.
    """
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    errors = []
    for first, second in pairwise(codes):
        ids = np.concatenate([first, second[1:]])
        segments = (np.arange(len(ids)) >= len(first)).astype(np.int64)
        found = session.run(None, {"input_ids": ids[None], "segments": segments[None]})[0][0]
        hidden = minilm_onnx.reference(weights, ids, segments)
        scores = weights["classifier.weight"] @ np.concatenate([hidden[0], hidden.mean(axis=0)])
        exact = np.exp(scores + weights["classifier.bias"])
        errors.append(float(np.abs(found - exact / exact.sum()).mean()))
    if max(errors) > MEAN_ERROR:
        raise ValueError(f"the int8 cross-encoder strays from its weights: mean error {max(errors):.4f}")
