"""Measured values as text and as JSON."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from tests.benchmarks.measures import MACRO_F1, MEASURES, Estimate, Judged, Measure, reliability

LOSS: Final = Measure(f"{MACRO_F1.name} lost to word errors", lambda judged: math.nan)  # is estimated from two gradings

FOOTER: Final = """\
Each value stands with its 95 % interval: percentiles of a bootstrap over questions. A dash: nothing to measure, or the
file does not say. Credited means the verdict covered. Accuracy, macro-F1 and AUC (by p_covered) set covered against all
other labels. QWK takes levels: covered 2, partly, unsure and partial 1, missed and contradicted 0. Contradicted caught
and credited are shares of the truly contradicted points; listed ones repeat a wrong statement of the bank. Stuffed
credited is the share of points not truly covered in keyword-stuffed answers that got credited; off-topic right is the
share of points of off-topic answers that did not. The true score is the weighted mean of the labels, covered 1 and
partial one half. The rest are the points that are not unsure. An answer that is not graded counts as missed throughout
and as a score of 0. Baselines call points covered, partly or missed; their thresholds and probabilities were chosen on
{fit}, at no word error."""


@dataclass(frozen=True, slots=True)
class Column:
    """One grader on one set of texts.

    Attributes:
        not_graded: number of answers that the grader declined to grade.
    """

    name: str
    judged: Judged
    estimates: Mapping[str, Estimate]
    not_graded: int = 0


def table_lines(columns: Sequence[Column]) -> list[str]:
    """Return a Markdown table: measures down, graders across."""
    lines = ["| measure | " + " | ".join(column.name for column in columns) + " |"]
    lines.append("| --- |" + " ---: |" * len(columns))
    for measure in (*MEASURES, LOSS):
        cells = [cell(column.estimates.get(measure.name), measure.digits) for column in columns]
        lines.append(f"| {measure.name} | " + " | ".join(cells) + " |")
    if any(column.not_graded for column in columns):
        lines.append("| answers not graded | " + " | ".join(str(column.not_graded) for column in columns) + " |")
    return lines


def cell(estimate: Estimate | None, digits: int) -> str:
    """Return "value (low to high)", or a dash where nothing was measured."""
    if estimate is None or math.isnan(estimate.value):
        return "-"
    value, low, high = (_short(f"{number:.{digits}f}") for number in (estimate.value, estimate.low, estimate.high))
    return f"{value} ({low} to {high})"


def _short(number: str) -> str:
    """Drop the zero before the point, and the sign of zero, as in .5, -.5 and .000."""
    sign, digits = ("-", number[1:]) if number.startswith("-") and float(number) else ("", number.lstrip("-"))
    return sign + (digits[1:] if digits.startswith("0.") else digits)


def reliability_lines(column: Column) -> list[str]:
    """Return the reliability of one grader's probabilities as a Markdown table."""
    lines = [f"Reliability of p_covered, {column.name}:", ""]
    lines += ["| p_covered | points | mean | truly covered |", "| --- | ---: | ---: | ---: |"]
    for one in reliability(column.judged):
        values = " | ".join("-" if math.isnan(value) else f"{value:.3f}" for value in (one.predicted, one.said))
        lines.append(f"| {one.low:.1f} to {one.high:.1f} | {one.points} | {values} |")
    return lines


def as_json(column: Column) -> dict[str, Any]:
    """Return everything about a column; null where nothing was measured."""
    return {
        "not_graded": column.not_graded,
        "measures": {name: _nulls(asdict(one)) for name, one in column.estimates.items()},
        "reliability": [_nulls(asdict(one)) for one in reliability(column.judged)],
    }


def _nulls(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: None if isinstance(value, float) and math.isnan(value) else value for name, value in values.items()}
