"""Words set in lines, with a rectangle for each: for text whose single words are shown, marked or clicked."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF


def set_words(
    widths: Sequence[float], space: float, width: float, line_height: float, *, centred: bool = False
) -> list[QRectF]:
    """Return one rectangle a word, in lines no wider than `width` (a longer word stands alone).

    Args:
        widths: the width of each word, logical pixels.
        space: the width of a space.
        width: room for a line.
        line_height: distance of two lines; also the height of each rectangle.
        centred: centre each line in the room.
    """
    rects: list[QRectF] = []
    line_start, left, top = 0, 0.0, 0.0

    def finish(end: int) -> None:
        if centred and end > line_start:
            shift = (width - rects[end - 1].right()) / 2
            for rect in rects[line_start:end]:
                rect.translate(max(0.0, shift), 0.0)

    for index, word in enumerate(widths):
        if index > line_start and left + word > width:
            finish(index)
            line_start, left, top = index, 0.0, top + line_height
        rects.append(QRectF(left, top, word, line_height))
        left += word + space
    finish(len(rects))
    return rects
