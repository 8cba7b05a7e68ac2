"""Where the pages of a laid-out text begin and end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Span:
    """What stays together: a line, or a row of a table; top and bottom as the document is laid out without pages.

    Attributes:
        start: position of its first character.
        row: number of the table and of its row; None outside of tables.
        leads: it is a heading, which must not end a page.
    """

    top: float
    bottom: float
    start: int
    row: tuple[int, int] | None = None
    leads: bool = False


def cut_pages(spans: tuple[Span, ...], height: float) -> Iterator[tuple[Span, ...]]:
    """Yield the spans of each page: as many as fit, but no heading at the end, and at least one."""
    begin = 0
    while begin < len(spans):
        end = begin + 1
        while end < len(spans) and spans[end].bottom - spans[begin].top <= height:
            end += 1
        kept = end
        while end < len(spans) and kept > begin + 1 and spans[kept - 1].leads:
            kept -= 1
        yield spans[begin:kept]
        begin = kept


def join_rows(lines: Iterable[Span], height: float) -> Iterator[Span]:
    """Join the lines of each row of a table, unless the row is higher than a page."""
    for row, group in groupby(lines, lambda line: line.row):
        spans = sorted(group, key=lambda line: line.top)
        bottom = max(line.bottom for line in spans)
        if row is not None and bottom - spans[0].top <= height:
            yield Span(spans[0].top, bottom, spans[0].start, row)
        else:
            yield from spans
