"""Time an assessment: `python tests/benchmarks/assess.py`, with the sentence model built."""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from mlprep_gui.assessment import assess, load_model  # noqa: E402
from mlprep_gui.bank import read_pack  # noqa: E402
from mlprep_gui.speech.embedder import OnnxEmbedder  # noqa: E402


def main() -> None:
    """Assess 200 words with a cold model, with new key points, and once more."""
    pack = read_pack(ROOT / "questions" / "core-30.yaml").pack
    if pack is None:
        raise SystemExit("questions/core-30.yaml cannot be read: run `mlprep-gui check-questions`.")
    embedder = OnnxEmbedder(ROOT / "resources" / "models")
    model = load_model(ROOT / "resources" / "assessor.json")
    for name, question, answer in (
        ("cold model", pack.questions[1], pack.questions[1]),
        ("new question", pack.questions[11], pack.questions[11]),
        ("same question, other words", pack.questions[11], pack.questions[13]),
    ):
        words = (answer.example.split() * 3)[:200]
        started = time.perf_counter()
        result = assess(question, words, embedder, model)
        sys.stdout.write(f"{name}: {time.perf_counter() - started:.2f} s, score {result.score:.0f}\n")


if __name__ == "__main__":
    main()
