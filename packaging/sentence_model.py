"""Turn the published all-MiniLM-L6-v2 weights into the int8 model of the program, and check it."""

from __future__ import annotations

import json
from collections.abc import Mapping

import numpy as np
import onnxruntime

import minilm_onnx

FOLDER = "minilm-int8"
MEAN_COSINE = 0.995
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
    """Return the model's files from ``model.safetensors`` and ``tokenizer.json``.

    Raises:
        ValueError: when the int8 model strays from the float32 weights.
    """
    weights = minilm_onnx.read_safetensors(files["model.safetensors"])
    model = minilm_onnx.build(weights).SerializeToString(deterministic=True)
    check(model, weights, files["tokenizer.json"])
    return {f"{FOLDER}/model.onnx": model, f"{FOLDER}/tokenizer.json": files["tokenizer.json"]}


def check(model: bytes, weights: minilm_onnx.Weights, tokenizer_json: bytes) -> None:
    """Compare the model with a float32 computation, sentence by sentence and in one padded batch.

    Raises:
        ValueError: when a figure is outside its bar.
    """
    vocabulary: dict[str, int] = json.loads(tokenizer_json)["model"]["vocab"]
    codes = [np.array([vocabulary[word] for word in ("[CLS]", *sentence.split(), "[SEP]")]) for sentence in SENTENCES]
    exact = np.stack([minilm_onnx.reference(weights, code) for code in codes])
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    ids = np.zeros((len(codes), max(map(len, codes))), np.int64)
    mask = np.zeros_like(ids)
    for row, code in enumerate(codes):
        ids[row, : len(code)] = code
        mask[row, : len(code)] = 1
    batch = session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
    alone = session.run(None, {"input_ids": codes[0][None], "attention_mask": np.ones((1, len(codes[0])), np.int64)})[0]
    cosine = float((exact * batch).sum(axis=1).mean())
    related, unrelated = (float(batch[first] @ batch[second]) for first, second in (RELATED, UNRELATED))
    if cosine < MEAN_COSINE or float(alone[0] @ batch[0]) < 0.9999 or related < unrelated + 0.2:
        raise ValueError(
            f"the int8 sentence model strays from its weights: mean cosine {cosine:.4f}, alone against batch "
            f"{float(alone[0] @ batch[0]):.4f}, related {related:.2f}, unrelated {unrelated:.2f}"
        )
