"""Reads one question pack (YAML) and checks it, line by line."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import yaml

from mlprep_gui.bank.nodes import Findings, Mapping, as_mapping
from mlprep_gui.domain.errors import Finding
from mlprep_gui.domain.question import KeyPoint, KeyPointId, Level, Pack, PackId, Question, QuestionId, Term

SCHEMA = 1
MAX_BYTES = 5_000_000
_MOST_NESTED = 20
# The C loader is ten times faster; its marks are the same.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PACK_KEYS = ("id", "title", "version", "language", "licence", "authors")
_QUESTION_KEYS = (
    "id", "prompt", "spoken", "topic", "level", "answer_s", "why", "how", "example", "glossary", "key_points",
)  # fmt: skip
_POINT_KEYS = ("id", "text", "weight", "accept", "anti", "correction", "probe")
_TERM_KEYS = ("term", "spoken")


@dataclass(frozen=True, slots=True)
class PackReading:
    """A pack as far as it could be read.

    Attributes:
        pack: None when there are errors.
        errors: what keeps the pack from being used.
        remarks: what would make its scores less true; the pack is used all the same.
        lines: where each question id stands.
        text_lines: where each key point, by its id, and each text that is graded stands, by question and key point; the
            key point of a question's own texts is empty.
    """

    pack: Pack | None
    errors: tuple[Finding, ...]
    remarks: tuple[Finding, ...]
    lines: dict[QuestionId, int] = field(default_factory=dict)
    text_lines: dict[tuple[QuestionId, KeyPointId, str], int] = field(default_factory=dict)

    def line_of(self, question: QuestionId, key_point: KeyPointId, text: str) -> int:
        """Return the line of a text of a question, or of its key point or question when it stands nowhere itself."""
        lines = self.text_lines
        found = lines.get((question, key_point, text)) or lines.get((question, key_point, key_point))
        return found or self.lines.get(question, 1)


def read_pack(path: Path) -> PackReading:
    """Read and check a pack. Never raises for what stands in the file."""
    errors = Findings(path.name)
    remarks = Findings(path.name)
    root = _root(path, errors)
    pack = _pack(root, path, errors, remarks) if root is not None else None
    if root is None or pack is None or errors.found:
        return PackReading(None, tuple(errors.found), tuple(remarks.found))
    return PackReading(pack, (), tuple(remarks.found), _id_lines(root), _text_lines(root))


def content_hash(question: Question) -> str:
    """Return a digest of everything that is asked and graded."""
    canonical = json.dumps(asdict(replace(question, pack=PackId(""), content_hash="")), sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def _root(path: Path, errors: Findings) -> Mapping | None:
    try:
        if path.stat().st_size > MAX_BYTES:
            errors.add(1, f"The file is larger than {MAX_BYTES // 1_000_000} MB.", "Split it into several packs.")
            return None
        text = path.read_text(encoding="utf-8")
        if not _is_shallow(text):
            errors.add(1, "The file nests lists or mappings too deeply.", "See the format in CONTRIBUTING.md.")
            return None
        node = yaml.compose(text, Loader=_LOADER)
    except OSError as error:
        errors.add(1, f"The file cannot be opened: {error.strerror}.", "Check its name and its permissions.")
        return None
    except UnicodeDecodeError:
        errors.add(1, "The file is not UTF-8 text.", "Save it again with the encoding UTF-8.")
        return None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        errors.add(line, f"This is not YAML: {error.problem}.", "Check indentation, quotation marks and colons here.")
        return None
    except (yaml.YAMLError, RecursionError) as error:
        errors.add(1, f"This is not YAML: {str(error).splitlines()[0]}.", "Take out what is not text.")
        return None
    if node is None:
        errors.add(1, "The file is empty.", "Start from the format in CONTRIBUTING.md.")
        return None
    return as_mapping(node, "The pack", errors)


def _is_shallow(text: str) -> bool:
    """Whether a pack nests as little as packs do: composing recurses in C, where deep nesting ends the program."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _MOST_NESTED:
            return False
    return True


def _pack(root: Mapping, path: Path, errors: Findings, remarks: Findings) -> Pack | None:
    root.require_known(("schema", "pack", "questions"))
    schema = root.number("schema", 0, 0, 1_000)
    if schema != SCHEMA:
        advice = "Update the program." if schema > SCHEMA else f'Add "schema: {SCHEMA}" as the first line.'
        errors.add(root.line_of("schema"), f"The schema of the pack is not {SCHEMA}.", advice)
    header = root.mapping("pack")
    if header is None:
        return None
    header.require_known(_PACK_KEYS)
    pack_id = PackId(header.text("id"))
    questions = tuple(_question(each, pack_id, errors, remarks) for each in root.mappings("questions", "question"))
    if not questions:
        errors.add(root.line_of("questions"), "The pack has no questions.", 'Add a list "questions:".')
    _report_twins((q.id for q in questions), "question id", root.line_of("questions"), errors)
    return Pack(
        id=pack_id,
        title=header.text("title"),
        version=header.text("version"),
        language=header.text("language"),
        licence=header.text("licence"),
        authors=header.texts("authors"),
        questions=questions,
        path=str(path),
    )


def _question(raw: Mapping, pack: PackId, errors: Findings, remarks: Findings) -> Question:
    raw.require_known(_QUESTION_KEYS)
    name = f'question "{raw.text("id")}"' if raw.entries.get("id") else raw.name
    points = tuple(_key_point(each, name, remarks) for each in raw.mappings("key_points", f"key point of {name},"))
    if not points:
        errors.add(raw.line, f"{name} has no key points.", "Without key points an answer cannot be graded.")
    elif not 4 <= len(points) <= 7:
        remarks.add(raw.line_of("key_points"), f"{name} has {len(points)} key points.", "4 to 7 grade best.")
    _report_twins((point.id for point in points), f"key point id in {name}", raw.line_of("key_points"), errors)
    for key in ("why", "how", "example"):
        if not raw.text(key, required=False):
            remarks.add(raw.line_of(key), f'{name} has no "{key}".', "Learners see it after answering.")
    question = Question(
        id=QuestionId(raw.text("id")),
        prompt=raw.text("prompt"),
        key_points=points,
        spoken_prompt=raw.text("spoken", required=False),
        topic=raw.text("topic"),
        level=_level(raw, errors),
        answer_s=raw.number("answer_s", 90.0, 10, 900),
        why=raw.text("why", required=False),
        how=raw.text("how", required=False),
        example=raw.text("example", required=False),
        glossary=tuple(_term(each) for each in raw.mappings("glossary", f"glossary term of {name},")),
        pack=pack,
    )
    return replace(question, content_hash=content_hash(question))


def _id_lines(root: Mapping) -> dict[QuestionId, int]:
    return {QuestionId(each.text("id")): each.line_of("id") for each in root.mappings("questions", "question")}


def _text_lines(root: Mapping) -> dict[tuple[QuestionId, KeyPointId, str], int]:
    lines: dict[tuple[QuestionId, KeyPointId, str], int] = {}
    for question in root.mappings("questions", "question"):
        id_ = QuestionId(question.text("id"))
        for key in ("prompt", "example"):
            lines |= {(id_, KeyPointId(""), text): line for text, line in question.lines_of_texts(key).items()}
        for point in question.mappings("key_points", "key point"):
            for key in ("anti", "accept", "text", "id"):
                of_point = KeyPointId(point.text("id"))
                lines |= {(id_, of_point, text): line for text, line in point.lines_of_texts(key).items()}
    return lines


def _level(raw: Mapping, errors: Findings) -> Level:
    value = raw.text("level", required=False) or Level.MEDIUM
    try:
        return Level(value)
    except ValueError:
        errors.add(raw.line_of("level"), f'The level "{value}" is not known.', "Use easy, medium or hard.")
        return Level.MEDIUM


def _term(raw: Mapping) -> Term:
    raw.require_known(_TERM_KEYS)
    return Term(raw.text("term"), raw.texts("spoken"))


def _key_point(raw: Mapping, question: str, remarks: Findings) -> KeyPoint:
    raw.require_known(_POINT_KEYS)
    point = KeyPoint(
        id=KeyPointId(raw.text("id")),
        statement=raw.text("text"),
        weight=raw.number("weight", 1.0, 0.01, 100),
        accept=raw.texts("accept"),
        anti=raw.texts("anti"),
        correction=raw.text("correction", required=False),
        probe=raw.text("probe", required=False),
    )
    where = f'key point "{point.id}" of {question}'
    if not 3 <= len(point.accept) <= 6:
        remarks.add(raw.line_of("accept"), f"{where} has {len(point.accept)} accepted phrasings.", "Write 3 to 6.")
    elif not any(2 <= len(phrase.split()) <= 4 for phrase in point.accept):
        remarks.add(raw.line_of("accept"), f"{where} has no accepted phrasing of 2 to 4 words.", "Add one.")
    if not 2 <= len(point.anti) <= 3:
        remarks.add(raw.line_of("anti"), f"{where} has {len(point.anti)} wrong statements.", "Write 2 or 3.")
    if point.anti and not point.correction:
        remarks.add(raw.line, f'{where} has no "correction".', "Learners see it after a wrong statement.")
    if not point.probe:
        remarks.add(raw.line, f'{where} has no "probe".', "It is the follow-up question for this point.")
    return point


def _report_twins(ids: Iterable[str], what: str, line: int, errors: Findings) -> None:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            errors.add(line, f'The {what} "{each}" is used twice.', "Give each its own.")
        seen.add(each)
