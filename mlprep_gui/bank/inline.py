"""Questions that come inside a batch line instead of a pack."""

from collections.abc import Mapping
from typing import Any

from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.question import KeyPoint, KeyPointId, Question, QuestionId

_ADVICE = 'A question is {"prompt": "...", "key_points": [{"id": "...", "text": "...", "accept": [], "anti": []}]}.'


def inline_question(raw: object) -> Question:
    """Return the question of a batch line.

    Raises:
        InputError: when it has no prompt or no key points, or a value is of the wrong kind.
    """
    if not isinstance(raw, Mapping):
        raise InputError('"question" should be an object.', _ADVICE)
    points = raw.get("key_points")
    if not isinstance(points, list) or not points:
        raise InputError('"question" has no key points, so an answer cannot be graded.', _ADVICE)
    key_points = tuple(_key_point(point, number) for number, point in enumerate(points, 1))
    if len({point.id for point in key_points}) != len(key_points):
        raise InputError("Two key points have the same id.", "Give each its own.")
    return Question(QuestionId(_text(raw, "id", "")), _text(raw, "prompt"), key_points)


def _key_point(raw: object, number: int) -> KeyPoint:
    if not isinstance(raw, Mapping):
        raise InputError(f"Key point {number} should be an object.", _ADVICE)
    weight = raw.get("weight", 1.0)
    if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 < weight < 1e6:
        raise InputError(f'"weight" of key point {number} should be a number above 0.', _ADVICE)
    return KeyPoint(
        id=KeyPointId(_text(raw, "id", str(number))),
        statement=_text(raw, "text"),
        weight=float(weight),
        accept=_texts(raw, "accept"),
        anti=_texts(raw, "anti"),
    )


def _text(raw: Mapping[str, Any], key: str, default: str | None = None) -> str:
    value = raw.get(key, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise InputError(f'"{key}" is missing or is not text.', _ADVICE)
    return value.strip()


def _texts(raw: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise InputError(f'"{key}" should be a list of texts.', _ADVICE)
    return tuple(each.strip() for each in value if each.strip())
