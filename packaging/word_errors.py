"""Word errors as a recogniser makes them, so that what is fitted gets used to them."""

import random
from collections.abc import Sequence


def misheard(words: Sequence[str], rate: float, rng: random.Random) -> list[str]:
    """Return words of which about a share `rate` was dropped, broken, misspelt or joined by a small word."""
    heard = []
    for word in words:
        kind = rng.random() / rate
        if kind < 0.3:
            continue
        if kind < 0.6 and len(word) > 4:
            place = rng.randrange(1, len(word) - 1)
            middle = rng.choice((word[place + 1 :], f" {word[place:]}", rng.choice("aeioustnr") + word[place + 1 :]))
            word = word[:place] + middle
        elif kind < 0.8:
            heard.append(rng.choice(("um", "the", "a", "and", "uh", "of", "is")))
        heard.append(word)
    return heard
