"""Markdown: CommonMark with nothing that only some readers know."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from mlprep_gui.domain.exporting import ExportedSession
from mlprep_gui.export.material import Material
from mlprep_gui.export.report import (
    AnswerReport,
    PointReport,
    SessionReport,
    instant_words,
    session_report,
    verdict_word,
)

_INLINE = re.compile(r"([\\`*_\[\]<>#|~$&])")
_AT_LINE_START = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))", re.MULTILINE)


def write(sessions: Iterable[ExportedSession], path: Path, material: Material) -> None:
    """Write sessions as Markdown, UTF-8."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for exported in sessions:
            file.writelines(f"{line}\n" for line in _session(session_report(exported)))
        file.write(f"Written by MLPrep on {instant_words(material.made_at)}.\n")


def escape(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    text = _INLINE.sub(r"\\\1", text)
    return _AT_LINE_START.sub(lambda found: f"{found[1]}{found[3] or ''}\\{found[2] or found[4]}", text)


def _session(report: SessionReport) -> Iterator[str]:
    yield from (f"# {escape(report.title)}", "", escape(" · ".join(report.facts)), "")
    for answer in report.answers:
        yield from _answer(answer)
    yield from ("---", "")


def _answer(report: AnswerReport) -> Iterator[str]:
    yield from (f"## {report.number}. {_one_line(report.prompt)}", "")
    yield from (escape(" · ".join(report.facts)), "")
    yield from (f"**{escape(report.score)}**", "")
    if report.said:
        yield from ("### What was said", "", _quote(report.said), "")
    yield from ("### Key points", "")
    for point in report.points:
        yield from _point(point)
    yield ""
    if report.note:
        yield from ("### Note", "", escape(report.note.strip()), "")
    if report.example:
        yield from ("### Example answer", "", escape(report.example.strip()), "")


def _point(point: PointReport) -> Iterator[str]:
    verdict = f"**{verdict_word(point.verdict)}.** " if point.verdict is not None else ""
    yield f"- {verdict}{_one_line(point.statement)}"
    if point.own is not None:
        yield f"  - Own verdict: {point.own.value}"
    if point.quotes:
        yield f"  - “{_one_line(' … '.join(point.quotes))}”"
    if point.advice:
        yield f"  - {_one_line(point.advice)}"


def _one_line(text: str) -> str:
    return escape(" ".join(text.split()))


def _quote(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in escape(text.strip()).splitlines())
