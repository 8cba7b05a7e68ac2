"""YAML read as nodes that know their line, so that every finding names the line it concerns."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import yaml

from mlprep_gui.domain.errors import Finding


@dataclass(slots=True)
class Findings:
    """Collects what is wrong in one file."""

    file: str
    found: list[Finding] = field(default_factory=list)

    def add(self, line: int, message: str, advice: str = "") -> None:
        """Note a finding at a 1-based line."""
        self.found.append(Finding(self.file, line, message, advice))


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML mapping whose readers report to findings and return a usable value all the same."""

    line: int
    name: str
    entries: dict[str, yaml.Node]
    findings: Findings

    def require_known(self, known: Iterable[str]) -> None:
        """Report keys that mean nothing here, with the likeliest meant one."""
        names = tuple(known)
        for key, node in self.entries.items():
            if key not in names:
                close = difflib.get_close_matches(key, names, n=1)
                advice = f'Did you mean "{close[0]}"?' if close else f"Known keys: {', '.join(names)}."
                self.findings.add(_line(node), f'{self.name} has an unknown key "{key}".', advice)

    def line_of(self, key: str) -> int:
        """Line of a value, or of the mapping when the key is missing."""
        node = self.entries.get(key)
        return _line(node) if node is not None else self.line

    def lines_of_texts(self, key: str) -> dict[str, int]:
        """Return the line of a text, or of each text of a list, by what it says; nothing when the key is missing."""
        node = self.entries.get(key)
        entries = node.value if isinstance(node, yaml.SequenceNode) else [node]
        return {text: _line(entry) for entry in reversed(entries) if (text := entry and _scalar_text(entry))}

    def text(self, key: str, *, required: bool = True) -> str:
        """Read a text, white space folded to single spaces."""
        node = self.entries.get(key)
        if node is None:
            if required:
                self.findings.add(self.line, f'{self.name} lacks "{key}".', f'Add a line "{key}: ...".')
            return ""
        value = _scalar_text(node)
        if value is None:
            self.findings.add(_line(node), f'"{key}" of {self.name} should be text.', "Put it in quotation marks.")
            return ""
        if required and not value:
            self.findings.add(_line(node), f'"{key}" of {self.name} is empty.', "Write it, or take the entry out.")
        return value

    def number(self, key: str, default: float, low: float, high: float) -> float:
        """Read a number within bounds."""
        node = self.entries.get(key)
        if node is None:
            return default
        try:
            value = float(node.value) if isinstance(node, yaml.ScalarNode) else None
        except ValueError:
            value = None
        if value is None or not low <= value <= high:
            self.findings.add(_line(node), f'"{key}" of {self.name} should be a number from {low:g} to {high:g}.')
            return default
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts; a missing list is empty."""
        found: list[str] = []
        for node in self._sequence(key):
            value = _scalar_text(node)
            if value:
                found.append(value)
            else:
                self.findings.add(
                    _line(node),
                    f'An entry of "{key}" of {self.name} should be text.',
                    "Put it in quotation marks; a colon inside a phrase makes it something else.",
                )
        return tuple(found)

    def mappings(self, key: str, name: str) -> Iterator["Mapping"]:
        """Read a list of mappings, each called by a name in findings."""
        for number, node in enumerate(self._sequence(key), 1):
            mapping = as_mapping(node, f"{name} {number}", self.findings)
            if mapping is not None:
                yield mapping

    def mapping(self, key: str) -> "Mapping | None":
        """Read a mapping; report when it is missing."""
        node = self.entries.get(key)
        if node is None:
            self.findings.add(self.line, f'{self.name} lacks "{key}".')
            return None
        return as_mapping(node, f'"{key}"', self.findings)

    def _sequence(self, key: str) -> list[yaml.Node]:
        node = self.entries.get(key)
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.findings.add(_line(node), f'"{key}" of {self.name} should be a list.', 'Start each entry with "- ".')
            return []
        return list(node.value)


def as_mapping(node: yaml.Node, name: str, findings: Findings) -> Mapping | None:
    """Return a node as a mapping, or report it and return None."""
    if not isinstance(node, yaml.MappingNode):
        findings.add(_line(node), f"{name} should be a mapping of keys to values.", 'Write "key: value" lines.')
        return None
    entries: dict[str, yaml.Node] = {}
    for key_node, value in node.value:
        key = str(key_node.value)
        if key in entries:
            findings.add(_line(key_node), f'{name} has "{key}" twice.', "Take one out.")
        entries[key] = value
    return Mapping(_line(node), name, entries, findings)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _scalar_text(node: yaml.Node) -> str | None:
    if not isinstance(node, yaml.ScalarNode):
        return None
    return " ".join(str(node.value).split())
