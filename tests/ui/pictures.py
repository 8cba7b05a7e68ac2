"""Small golden pictures: few colours, and a comparison that forgives what the eye does."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

FREQUENT = 64
DISTANT = 64
NEAR = 24

Pixels = NDArray[np.int32]


def pixels(image: QImage) -> Pixels:
    """Return the colours of a picture, shape (height, width, 3)."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(np.int32)


def compact(image: QImage) -> QImage:
    """Return the picture in its most frequent and most distant colours, which makes the file a third as large."""
    seen = pixels(image)
    _, first, counts = np.unique(_packed(seen), return_index=True, return_counts=True)
    palette = _palette(seen.reshape(-1, 3)[first[np.argsort(-counts)]])
    indexes = np.ascontiguousarray(_nearest(seen, palette).astype(np.uint8))
    width, height = image.width(), image.height()
    small = QImage(indexes.tobytes(), width, height, width, QImage.Format.Format_Indexed8)
    small.setColorTable([0xFF000000 | int(packed) for packed in _packed(palette)])
    return small.copy()


def far_share(image: QImage, golden: QImage) -> float:
    """Return the share of pixels that differ visibly once both pictures have the colours of the golden one."""
    wanted = pixels(golden)
    _, first = np.unique(_packed(wanted), return_index=True)
    palette = wanted.reshape(-1, 3)[first]
    seen = pixels(image)
    shown = palette[_nearest(seen, palette)]
    return float((np.abs(shown - wanted).max(axis=2) > NEAR).mean())


def _palette(colours: Pixels) -> Pixels:
    """Return the first colours, and those of the others that lie farthest from all chosen before."""
    chosen = list(range(min(FREQUENT, len(colours))))
    distance = np.abs(colours[:, None, :] - colours[chosen][None]).max(axis=2).min(axis=1)
    while len(chosen) < FREQUENT + DISTANT and distance.max() > 0:
        farthest = int(distance.argmax())
        chosen.append(farthest)
        distance = np.minimum(distance, np.abs(colours - colours[farthest]).max(axis=1))
    palette: Pixels = colours[chosen]
    return palette


def _packed(colours: Pixels) -> Pixels:
    packed: Pixels = (colours[..., 0] << 16) | (colours[..., 1] << 8) | colours[..., 2]
    return packed


def _nearest(seen: Pixels, palette: Pixels) -> Pixels:
    """Return for each pixel the number of the nearest colour of the palette."""
    _, first, inverse = np.unique(_packed(seen), return_index=True, return_inverse=True)
    colours = seen.reshape(-1, 3)[first]
    nearest = np.abs(colours[:, None, :] - palette[None]).max(axis=2).argmin(axis=1)
    numbers: Pixels = nearest[inverse].reshape(seen.shape[:2]).astype(np.int32)
    return numbers
