"""A session as HTML that browsers and Qt's text documents read alike: headings, paragraphs and tables."""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.export.report import AnswerReport, PointReport, SessionReport, verdict_word

#: Each verdict has its own shape beside its word and its colour.
SHAPES = {
    Verdict.COVERED: "✓",
    Verdict.PARTLY: "◐",
    Verdict.MISSED: "○",
    Verdict.CONTRADICTED: "✕",
    Verdict.UNSURE: "?",
}


def session_body(report: SessionReport, audio: Callable[[AnswerReport], Iterator[str]]) -> Iterator[str]:
    """Yield a session piece by piece; audio gives what stands there to listen to an answer."""
    yield f"<h1>{escape(report.title)}</h1>\n"
    yield f'<p class="facts">{_dotted(report.facts)}</p>\n'
    for answer in report.answers:
        yield f'<h2>{answer.number}. {escape(answer.prompt)}</h2>\n<p class="facts">{_dotted(answer.facts)}</p>\n'
        yield from audio(answer)
        yield f'<p class="score">{escape(answer.score)}</p>\n'
        if answer.said:
            yield f"<h3>What was said</h3>\n{paragraphs(answer.said, 'said')}\n"
        yield f"<h3>Key points</h3>\n{points_table(answer.points)}\n"
        if answer.note:
            yield f"<h3>Note</h3>\n{paragraphs(answer.note)}\n"
        if answer.example:
            yield f"<h3>Example answer</h3>\n{paragraphs(answer.example)}\n"


def paragraphs(text: str, kind: str = "") -> str:
    """Return a text as paragraphs; an empty line parts two."""
    attribute = f' class="{kind}"' if kind else ""
    parts = (" ".join(part.split()) for part in text.strip().split("\n\n"))
    return "".join(f"<p{attribute}>{escape(part)}</p>" for part in parts if part)


def points_table(points: Sequence[PointReport]) -> str:
    """Return the key points of an answer, each with its verdict and the words it rests on."""
    rows = "\n".join(f'<tr><td width="19%">{_verdict(point)}</td><td>{_point(point)}</td></tr>' for point in points)
    return f'<table class="points" width="100%" cellspacing="0" cellpadding="0">\n{rows}\n</table>'


def _verdict(point: PointReport) -> str:
    if point.verdict is None:
        return "–"
    words = f"{SHAPES[point.verdict]}&nbsp;{verdict_word(point.verdict)}"
    return f'<span class="verdict {point.verdict.value}">{words}</span>'


def _point(point: PointReport) -> str:
    parts = [f'<p class="point">{escape(point.statement)}</p>']
    if point.own is not None:
        parts.append(f'<p class="own">Own verdict: {escape(verdict_word(point.own).lower())}</p>')
    if point.quotes:
        parts.append(f'<p class="quote">“{escape(" … ".join(point.quotes))}”</p>')
    if point.advice:
        parts.append(f'<p class="advice">{escape(point.advice)}</p>')
    return "".join(parts)


def _dotted(facts: Sequence[str]) -> str:
    return escape(" · ".join(facts))
