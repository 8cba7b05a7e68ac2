"""Looks at a program as a screen reader does, over AT-SPI. Run by the system's Python, which has the library for it.

Run: python3 screen_reader.py PID tree | press NAME. Prints what is on the screen as a list of JSON objects, or presses
the first control of that name.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

import pyatspi
from gi.repository import GLib

_DEEPEST = 60


def shown(item: Any, depth: int = 0) -> Iterator[Any]:
    """Yield what is on the screen, in the order of the tree; what goes away meanwhile is left out."""
    with suppress(GLib.Error):
        if depth and item.getState().contains(pyatspi.STATE_SHOWING):
            yield item
        if depth < _DEEPEST:
            for child in item:
                if child is not None:
                    yield from shown(child, depth + 1)


def said_of(items: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Yield what a screen reader says of each item that is still there."""
    for item in items:
        with suppress(GLib.Error):
            states = [state.value_nick for state in item.getState().getStates()]
            yield {"role": item.getRoleName(), "name": item.name, "description": item.description, "states": states}


def main(pid: int, command: str, name: str = "") -> int:
    """Do as told; returns 1 when there is nothing of that name."""
    programs = [one for one in pyatspi.Registry.getDesktop(0) if one is not None and one.get_process_id() == pid]
    items = [item for one in programs for item in shown(one)]
    if command == "tree":
        sys.stdout.write(json.dumps(list(said_of(items))))
        return 0
    named = next((item for item in items if item.name == name and item.queryAction().nActions), None)
    return 0 if named is not None and named.queryAction().doAction(0) else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), *sys.argv[2:]))
