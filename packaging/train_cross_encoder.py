"""Train the cross-encoder on labelled answers: writes packaging/cross_encoder.npz.

The encoder starts as the published all-MiniLM-L6-v2 and learns to tell from a claim (question and statement of a key
point) and an answer whether the point was said, partly said, not said, or said the other way round. It is trained on
tests/data/assessment/training_*.jsonl alone, and on three kinds of made-up answers that cost nothing: phrasings of the
bank put together, answers to another question, and piles of keywords. Word errors as of a recogniser are put into some
answers. What is written is the mean of the weights after each of the last epochs (a "model soup", Wortsman et al.
2022), which judged unseen answers better than the last weights alone. Needs PyTorch beside the build step's libraries;
two cores take about a quarter of an hour for an epoch.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

_ROOT = Path(__file__).resolve().parent.parent
_DATA = _ROOT / "tests" / "data" / "assessment"
sys.path.insert(0, str(_ROOT))

import minilm_onnx  # noqa: E402
import sentence_model  # noqa: E402
from mlprep_gui.assessment.reading import plain  # noqa: E402
from word_errors import misheard  # noqa: E402

LABELS = {"C": 0, "P": 1, "M": 2, "X": 3}
CLS, SEP = 101, 102
CLAIM_TOKENS, ANSWER_TOKENS = 160, 300
#: Learning rate of the encoder; the new head learns five times as fast. Warm-up, then down to zero in a line.
RATE, HEAD_RATE, WARM_UP = 1e-4, 5, 0.06
BATCH_TOKENS = 4800
DROPOUT = 0.1
AVERAGED_EPOCHS = 2
LEARNED_EMBEDDINGS = ("embeddings.LayerNorm", "embeddings.token_type")
#: "Partly" is the label that readers agree on least.
CLASS_WEIGHTS = (1.0, 0.5, 1.0, 1.0)
SMOOTHING = 0.05
#: Made-up answers for each epoch, and the share of answers that get word errors.
COMPOSED, OTHER, PILES, MISHEARD = 200, 110, 110, 0.3


@dataclass(frozen=True, slots=True)
class Point:
    """A key point as its pack has it."""

    statement: str
    accept: tuple[str, ...]
    anti: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An answer with one label for each key point of a question."""

    prompt: str
    points: tuple[Point, ...]
    answer: str
    labels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """Token numbers of a claim and an answer, where the answer starts, and the label."""

    tokens: tuple[int, ...]
    answer_start: int
    label: int


Tensors = dict[str, torch.Tensor]


def parameters(weights: minilm_onnx.Weights) -> Tensors:
    """Return the weights to train, with a new head where there is none; words and positions stay as they are."""
    tensors = {name: torch.tensor(values) for name, values in weights.items()}
    if "classifier.weight" not in tensors:
        tensors["classifier.weight"] = 0.02 * torch.randn(len(LABELS), 2 * minilm_onnx.HIDDEN)
        tensors["classifier.bias"] = torch.zeros(len(LABELS))
    for name, values in tensors.items():
        values.requires_grad_(name.startswith(("classifier.", "encoder.", *LEARNED_EMBEDDINGS)))
    return tensors


def forward(
    weights: Tensors, ids: torch.Tensor, mask: torch.Tensor, segments: torch.Tensor, dropout: float = 0.0
) -> torch.Tensor:
    """Return the scores of the classes, [batch, 4]; the head sees the first token and the mean of all."""

    def linear(values: torch.Tensor, layer: str) -> torch.Tensor:
        return functional.linear(values, weights[f"{layer}.weight"], weights[f"{layer}.bias"])

    def normalise(values: torch.Tensor, layer: str) -> torch.Tensor:
        gamma, beta = weights[f"{layer}.weight"], weights[f"{layer}.bias"]
        return functional.layer_norm(values, gamma.shape, gamma, beta, minilm_onnx.EPSILON)

    def drop(values: torch.Tensor) -> torch.Tensor:
        return functional.dropout(values, dropout, training=dropout > 0)

    batch, length = ids.shape
    words, places, kinds = (
        weights[f"embeddings.{kind}_embeddings.weight"] for kind in ("word", "position", "token_type")
    )
    hidden = drop(normalise(words[ids] + places[:length] + kinds[segments], "embeddings.LayerNorm"))
    for index in range(minilm_onnx.LAYERS):
        layer = f"encoder.layer.{index}"
        query, key, value = (
            linear(hidden, f"{layer}.attention.self.{part}").view(batch, length, minilm_onnx.HEADS, -1).transpose(1, 2)
            for part in ("query", "key", "value")
        )
        context = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask[:, None, None, :])
        attended = linear(context.transpose(1, 2).reshape(batch, length, -1), f"{layer}.attention.output.dense")
        hidden = normalise(hidden + drop(attended), f"{layer}.attention.output.LayerNorm")
        wide = functional.gelu(linear(hidden, f"{layer}.intermediate.dense"))
        hidden = normalise(hidden + drop(linear(wide, f"{layer}.output.dense")), f"{layer}.output.LayerNorm")
    kept = mask[..., None].float()
    mean = (hidden * kept).sum(1) / kept.sum(1)
    return linear(drop(torch.cat([hidden[:, 0], mean], 1)), "classifier")


def read_training(folder: Path, styles: Sequence[str] = ()) -> list[Labelled]:
    """Read the answers to train on, of some styles or all."""
    questions = {}
    for line in (folder / "training_questions.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        points = (Point(p["text"], tuple(p["accept"]), tuple(p["anti"])) for p in row["key_points"])
        questions[row["id"]] = (row["question"], tuple(points))
    answers = []
    for line in (folder / "training_answers.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        labels = tuple(LABELS[letter] for letter in row["labels"])
        if not styles or row["style"] in styles:
            answers.append(Labelled(*questions[row["question"]], row["answer"], labels))
    return answers


CONNECTIVES = (
    "and", "so", "also", "um and", "then", "because of that", "but", "well", "i think", "you know", "plus", "ok so",
    "and also",
)  # fmt: skip


def composed(answers: Sequence[Labelled], count: int, rng: random.Random) -> Iterator[Labelled]:
    """Put answers together from phrasings and wrong statements of their question."""
    for _ in range(count):
        source = rng.choice(answers)
        said, labels = [], []
        for point in source.points:
            kind = rng.random()
            if kind < 0.35:
                said.append(rng.choice([*point.accept, point.statement]))
                labels.append(LABELS["C"])
            elif kind < 0.6 and point.anti:
                said.append(rng.choice(point.anti))
                labels.append(LABELS["X"])
            else:
                labels.append(LABELS["M"])
        rng.shuffle(said)
        words = " ".join(f"{rng.choice(CONNECTIVES)} {part}" for part in said or [source.prompt])
        yield Labelled(source.prompt, source.points, words, tuple(labels))


def elsewhere(answers: Sequence[Labelled], count: int, rng: random.Random) -> Iterator[Labelled]:
    """Put answers beside questions they do not answer."""
    for _ in range(count):
        one, other = rng.choice(answers), rng.choice(answers)
        if one.prompt != other.prompt:
            yield Labelled(one.prompt, one.points, other.answer, (LABELS["M"],) * len(one.points))


def piles(answers: Sequence[Labelled], count: int, rng: random.Random) -> Iterator[Labelled]:
    """Read the question back, or pile up words of its key points without a statement."""
    for _ in range(count):
        source = rng.choice(answers)
        words = [w for p in source.points for t in (p.statement, *p.accept) for w in plain(t).split() if len(w) > 4]
        pile = rng.sample(list(dict.fromkeys(words)), min(rng.randint(6, 22), len(set(words))))
        texts = (f"so the question is {source.prompt}", f"there is {rng.choice((' ', ' and ', ' um ')).join(pile)}")
        said = texts[rng.random() < 0.7]
        yield Labelled(source.prompt, source.points, said, (LABELS["M"],) * len(source.points))


def examples(answers: Sequence[Labelled], tokenizer: Tokenizer, rng: random.Random) -> list[Example]:
    """Turn every key point of every answer into an example."""

    def numbers(text: str) -> list[int]:
        ids: list[int] = tokenizer.encode(text, add_special_tokens=False).ids
        return ids

    made = []
    for answer in answers:
        words = plain(answer.answer).split()
        if rng.random() < MISHEARD:
            words = misheard(words, rng.choice((0.05, 0.1, 0.15, 0.2)), rng)
        said = numbers(" ".join(words))[:ANSWER_TOKENS]
        for point, label in zip(answer.points, answer.labels, strict=True):
            claim = [CLS, *numbers(plain(answer.prompt)), SEP, *numbers(plain(point.statement))][:CLAIM_TOKENS]
            made.append(Example((*claim, SEP, *said, SEP), len(claim) + 1, label))
    return made


def batches(made: Sequence[Example], rng: random.Random) -> list[list[Example]]:
    """Put examples of about the same length together, in random order."""
    found: list[list[Example]] = [[]]
    for one in sorted(made, key=lambda example: len(example.tokens) + 8 * rng.random()):
        if (len(found[-1]) + 1) * len(one.tokens) > BATCH_TOKENS:
            found.append([])
        found[-1].append(one)
    rng.shuffle(found)
    return [batch for batch in found if batch]


def tensors(batch: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return token numbers, mask and segments of a batch, padded."""
    longest = max(len(one.tokens) for one in batch)
    ids, segments = (torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(2))
    mask = torch.zeros(len(batch), longest, dtype=torch.bool)
    for row, one in enumerate(batch):
        ids[row, : len(one.tokens)] = torch.tensor(one.tokens)
        segments[row, one.answer_start : len(one.tokens)] = 1
        mask[row, : len(one.tokens)] = True
    return ids, mask, segments


def train(
    weights: Tensors, epoch_examples: Callable[[], list[Example]], epochs: int, fastest: float, rng: random.Random
) -> minilm_onnx.Weights:
    """Return trained weights; examples are made anew for every epoch."""
    states: list[minilm_onnx.Weights] = []
    head = [values for name, values in weights.items() if name.startswith("classifier.")]
    inside = [values for name, values in weights.items() if values.requires_grad and not name.startswith("classifier.")]
    optimiser = torch.optim.AdamW([{"params": inside}, {"params": head}], weight_decay=0.01)
    class_weights = torch.tensor(CLASS_WEIGHTS)
    for epoch in range(epochs):
        parts = batches(epoch_examples(), rng)
        total = 0.0
        for step, batch in enumerate(parts):
            done = (epoch + step / len(parts)) / epochs
            rate = fastest * min(1.0, done / WARM_UP + 0.01) * max(0.02, 1 - done)
            optimiser.param_groups[0]["lr"], optimiser.param_groups[1]["lr"] = rate, HEAD_RATE * rate
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = forward(weights, *tensors(batch), dropout=DROPOUT)
            labels = torch.tensor([one.label for one in batch])
            loss = functional.cross_entropy(scores.float(), labels, class_weights, label_smoothing=SMOOTHING)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*inside, *head], 1.0)
            optimiser.step()
            total += loss.item()
        states.append({name: values.detach().numpy().copy() for name, values in weights.items()})
        print(f"epoch {epoch + 1} of {epochs}: mean loss {total / len(parts):.3f}", flush=True)
    last = states[-AVERAGED_EPOCHS:]
    return {name: np.stack([state[name] for state in last]).mean(axis=0, dtype=np.float32) for name in weights}


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description="Train the cross-encoder on labelled answers.")
    parser.add_argument("weights", type=Path, help="model.safetensors of all-MiniLM-L6-v2")
    parser.add_argument("tokenizer", type=Path, help="tokenizer.json of the same")
    parser.add_argument("--start", type=Path, help="go on from what was learned before")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--styles", nargs="*", default=(), help="train on answers of these styles alone")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=sentence_model.LEARNED)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    published = minilm_onnx.read_safetensors(options.weights.read_bytes())
    weights = parameters(sentence_model.with_learned(published, options.start) if options.start else published)
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_truncation()
    answers = read_training(_DATA, options.styles)

    def epoch_examples() -> list[Example]:
        made_up = (composed(answers, COMPOSED, rng), elsewhere(answers, OTHER, rng), piles(answers, PILES, rng))
        return examples([*answers, *(one for kind in made_up for one in kind)], tokenizer, rng)

    trained = train(weights, epoch_examples, options.epochs, options.rate, rng)
    np.savez_compressed(options.out, **sentence_model.learned_file(published, trained))


if __name__ == "__main__":
    main()
