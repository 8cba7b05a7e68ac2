"""Measure the assessor on labelled answers beside three baselines: `python tests/benchmarks/assess.py`.

Answers are graded as `mlprep-gui assess --batch` grades them, as they are and with word errors put in. The sentence
model must be built. `--time` measures seconds and memory instead.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mlprep_gui import paths
from mlprep_gui.bank import Library, load_library
from mlprep_gui.commands import local_assessor
from mlprep_gui.domain.errors import MLPrepError
from mlprep_gui.speech.embedder import OnnxEmbedder
from tests.benchmarks import tables, timing
from tests.benchmarks.baselines import Baseline, Grade, best_cosine, fit_baseline, fit_majority, keyword_match
from tests.benchmarks.labelled import LabelledAnswer, read_answers
from tests.benchmarks.measures import LISTED, MACRO_F1, MEASURES, UNKNOWN, UNLISTED, Judged, estimates, loss, samples
from tests.benchmarks.tables import LOSS, Column
from tests.benchmarks.word_errors import with_errors
from tests.word_error import plain, word_error_rate

FOLDER: Final = Path(__file__).resolve().parents[1] / "data" / "assessment"
FIT_FILES: Final = "dev.jsonl+core.jsonl:fit"
_CLAIM: Final = {None: UNKNOWN, True: LISTED, False: UNLISTED}

Words = Sequence[str]
Grader = Callable[[LabelledAnswer, Words], Grade]


def by_assessor(assessor: timing.Assessor) -> Grader:
    """Return the grader that asks the assessor; an answer that it does not grade counts as missed."""

    def grade(one: LabelledAnswer, words: Words) -> Grade:
        result = assessor.assess(one.question, words, one.rivals)
        if not result.graded:
            count = len(one.labels)
            return Grade(("missed",) * count, (0.0,) * count, 0.0, graded=False)
        verdicts = tuple(str(verdict.verdict) for verdict in result.verdicts)
        return Grade(verdicts, tuple(verdict.p_covered for verdict in result.verdicts), result.score)

    return grade


def by_baseline(baseline: Baseline) -> Grader:
    """Return the grader that asks a baseline."""
    return lambda one, words: baseline(one.question, words)


def fit_baselines(library: Library) -> dict[str, Grader]:
    """Return the baselines by name, fitted on answers for fitting."""
    answers = read_answers(FIT_FILES, FOLDER, library)
    cosine = best_cosine(OnnxEmbedder(paths.locate().models))
    return {
        "keyword match": by_baseline(fit_baseline(keyword_match, answers)),
        "best cosine": by_baseline(fit_baseline(cosine, answers)),
        "majority": by_baseline(fit_majority(answers)),
    }


def judge(answers: Sequence[LabelledAnswer], grades: Sequence[Grade]) -> Judged:
    """Put grades beside labels."""
    number: dict[str, int] = {}
    questions = [number.setdefault(one.question.prompt, len(number)) for one in answers]

    def spread(values: Iterable[object]) -> list[object]:
        return [value for value, one in zip(values, answers, strict=True) for _ in one.labels]

    return Judged(
        question=np.array(spread(questions), np.intp),
        label=np.array([label for one in answers for label in one.labels]),
        verdict=np.array([verdict for grade in grades for verdict in grade.verdicts]),
        p_covered=np.array([chance for grade in grades for chance in grade.p_covered]),
        style=np.array(spread(one.style for one in answers), np.str_),
        claim=np.array([_CLAIM[listed] for one in answers for listed in one.listed]),
        question_of_answer=np.array(questions, np.intp),
        score=np.array([grade.score for grade in grades]),
        true_score=np.array([one.true_score for one in answers]),
    )


def measure(
    graders: dict[str, Grader], answers: Sequence[LabelledAnswer], noisy: Sequence[Words], options: argparse.Namespace
) -> list[Column]:
    """Return two columns a grader: the answers as they are, and with word errors."""
    columns = []
    for name, grader in graders.items():
        sys.stderr.write(f"{name}: {len(answers)} answers, twice\n")
        before = [grader(one, one.words) for one in answers]
        after = [grader(one, words) for one, words in zip(answers, noisy, strict=True)]
        clean, worse = judge(answers, before), judge(answers, after)
        drawn = samples(clean, options.draws, options.seed)
        lost = {LOSS.name: loss(MACRO_F1, clean, worse, drawn)}
        columns += [
            Column(name, clean, estimates(MEASURES, clean, drawn), _not_graded(before)),
            Column(
                f"{name}, {100 * options.word_error:.0f} % word error",
                worse, estimates(MEASURES, worse, drawn) | lost, _not_graded(after),
            ),
        ]  # fmt: skip
    return columns


def _not_graded(grades: Sequence[Grade]) -> int:
    return sum(not grade.graded for grade in grades)


def measured_rate(answers: Sequence[LabelledAnswer], noisy: Sequence[Words]) -> float:
    """Return the word error rate of all texts together."""
    said = [" ".join(one.words) for one in answers]
    lengths = [len(plain(text)) for text in said]
    rates = [word_error_rate(text, " ".join(words)) for text, words in zip(said, noisy, strict=True)]
    return sum(rate * length for rate, length in zip(rates, lengths, strict=True)) / sum(lengths)


def report(options: argparse.Namespace) -> tuple[list[str], dict[str, Any]]:
    """Measure everything; return the lines of the tables, and the same for JSON.

    Raises:
        MLPrepError: when a file or a model cannot be used.
    """
    where = paths.locate()
    library = load_library(where.questions)
    sets = {files: _first(read_answers(files, FOLDER, library), options.questions) for files in options.files}
    assessor = local_assessor(where)
    version = assessor.name
    graders = {"assessor": by_assessor(assessor), **fit_baselines(library)}
    fitted = {one.words for one in read_answers(FIT_FILES, FOLDER, library)}
    lines: list[str] = []
    record: dict[str, Any] = {"assessor": version, "draws": options.draws, "seed": options.seed, "files": {}}
    for files, answers in sets.items():
        noisy = [with_errors(one.words, options.word_error, options.seed) for one in answers]
        columns = measure(graders, answers, noisy, options)
        counts = {
            "questions": len({one.question.prompt for one in answers}),
            "answers": len(answers),
            "judgements": sum(len(one.labels) for one in answers),
            "answers_for_fitting": sum(one.words in fitted for one in answers),
            "word_error": round(measured_rate(answers, noisy), 4),
        }
        lines += _section(files, version, counts, columns, options)
        record["files"][files] = counts | {"columns": {column.name: tables.as_json(column) for column in columns}}
    return [*lines, tables.FOOTER.format(fit=FIT_FILES)], record


def _first(answers: list[LabelledAnswer], questions: int | None) -> list[LabelledAnswer]:
    """Return the answers to the first few questions; to all of them without a number."""
    wanted = list(dict.fromkeys(one.question.prompt for one in answers))[:questions]
    return [one for one in answers if one.question.prompt in wanted]


def _section(
    files: str, version: str, counts: dict[str, Any], columns: Sequence[Column], options: argparse.Namespace
) -> list[str]:
    lines = [f"## {files}", "", f"Assessor {version}; {counts['questions']} questions, {counts['answers']} answers, "]
    lines[-1] += f"{counts['judgements']} judgements; word errors measured: {100 * counts['word_error']:.1f} %."
    if options.questions is not None:
        lines.append(f"A quick look: only the first {options.questions} questions.")
    if counts["answers_for_fitting"]:
        lines.append(f"Not unseen: {counts['answers_for_fitting']} of these answers are among those fitted on.")
    shown = [column for column in columns if not column.name.startswith("majority, ")]  # it does not read the words
    lines += ["", *tables.table_lines(shown), ""]
    if options.reliability:
        for column in columns[:2]:
            lines += [*tables.reliability_lines(column), ""]
    return lines


def time_report() -> tuple[list[str], dict[str, Any]]:
    """Measure seconds and memory; return the lines of the tables, and the same for JSON."""
    where = paths.locate()
    library = load_library(where.questions)
    answers = read_answers("core.jsonl", FOLDER, library)
    load, peaks = timing.busy(), timing.measure_memory()
    times = timing.time_grades(lambda: local_assessor(where), answers, library.questions)
    return timing.time_lines(times, peaks, load), {"load": load, "times_s": times, "peak_memory_mb": peaks}


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return the options."""
    parser = argparse.ArgumentParser(description="Measure the assessor on labelled answers.")
    parser.add_argument(
        "--files", nargs="+", default=["exam.jsonl"], metavar="FILE[:SPLIT]",
        help="files of tests/data/assessment, one table each; + joins several into one table",
    )  # fmt: skip
    parser.add_argument(
        "--questions", type=_count, metavar="N", help="only the first questions of each, for a quick look"
    )
    parser.add_argument("--word-error", type=_share, default=0.12, metavar="RATE", help="wanted word error rate, 0..1")
    parser.add_argument("--draws", type=_count, default=1000, help="draws of the bootstrap")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reliability", action="store_true", help="also print the reliability of the probabilities")
    parser.add_argument("--time", action="store_true", help="measure seconds and memory instead")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write to this file as well")
    return parser.parse_args(arguments)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("should be a whole number of at least 1")
    return int(text)


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError("should be a number from 0 to 1")
    return share


def main() -> None:
    """Measure, print, and write where that is wanted."""
    options = parse()
    try:
        lines, record = time_report() if options.time else report(options)
    except MLPrepError as error:
        raise SystemExit(str(error)) from error
    text = json.dumps(record, indent=1) if options.json else "\n".join(lines)
    sys.stdout.write(text + "\n")
    if options.out is not None:
        options.out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
