"""Anki: one note a question, from its newest answer. A second export updates what the first one made."""

import itertools
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import genanki

from mlprep_gui.domain.assessment import Verdict
from mlprep_gui.domain.exporting import ExportedSession
from mlprep_gui.domain.question import QuestionId
from mlprep_gui.domain.session import Answer, TakeState
from mlprep_gui.export.body import paragraphs, points_table
from mlprep_gui.export.material import Material
from mlprep_gui.export.report import AnswerReport, answer_report, instant_words, verdict_counts

# Never change these: Anki knows the deck, the note type and the notes of an earlier export by them.
_DECK_ID, _MODEL_ID = 1_743_206_115, 1_590_881_427
_FIELDS = ("Question", "Example", "Key points", "Missed", "Own answer", "Recording", "Topic")
_FRONT = '<div class="topic">{{Topic}}</div><h2>{{Question}}</h2>'
_BACK = (
    "{{FrontSide}}<hr id=answer>"
    "{{#Missed}}<h3>Missed or wrong the last time</h3>{{Missed}}{{/Missed}}"
    "<h3>Key points</h3>{{Key points}}"
    "{{#Example}}<h3>Example answer</h3>{{Example}}{{/Example}}"
    "{{#Own answer}}<h3>Your own answer</h3>{{Own answer}}{{/Own answer}}{{Recording}}"
)
_STYLE = """
.card { font-family: Inter, "Segoe UI", "Noto Sans", sans-serif; font-size: 18px; line-height: 1.45; text-align: left;
  max-width: 42rem; margin: 0 auto; }
.topic, .facts, .own, .advice, .quote { font-size: 0.85em; opacity: 0.75; }
h3 { font-size: 0.9em; margin: 1.2em 0 0.3em; } p { margin: 0.2em 0; }
.said, .quote { font-family: "Source Serif 4", Georgia, "Noto Serif", serif; }
.points { border-collapse: collapse; width: 100%; }
.points td { padding: 0.35em 0.7em 0.35em 0; vertical-align: top; }
.points td:first-child { white-space: nowrap; } .verdict { font-weight: 600; }
"""


def write(sessions: Iterable[ExportedSession], path: Path, material: Material) -> None:
    """Write the questions of sessions as an Anki package; of several answers to a question the newest one counts."""
    newest: dict[QuestionId, Answer] = {}
    for exported in sessions:
        for each in exported.answers:
            before = newest.get(each.answer.question.id)
            if before is None or _rank(each.answer) >= _rank(before):
                newest[each.answer.question.id] = each.answer
    deck = genanki.Deck(_DECK_ID, "MLPrep")
    recordings: list[Path] = []
    for answer in newest.values():
        report = answer_report(answer)
        recording = material.recording(report.audio)
        recordings += [recording] if recording is not None else []
        deck.add_note(_note(answer, report, recording))
    _pack(genanki.Package(deck), recordings, path, material)


def _rank(answer: Answer) -> tuple[bool, bool, datetime]:
    """Order answers by time; one to a part of a question counts where there is no whole one, a skipped one last."""
    return answer.take.state is not TakeState.SKIPPED, not answer.question.is_part, answer.take.started_at


def _note(answer: Answer, report: AnswerReport, recording: Path | None) -> genanki.Note:
    facts = " · ".join((instant_words(answer.take.started_at), report.score, verdict_counts(report.points)))
    own = f'<p class="facts">{facts}</p>{paragraphs(report.said, "said")}' if report.said else ""
    missed = tuple(point for point in report.points if point.counts_as in (Verdict.MISSED, Verdict.CONTRADICTED))
    question = answer.question
    cells = (
        paragraphs(report.prompt),
        paragraphs(report.example),
        points_table(report.points),
        points_table(missed) if missed else "",
        own,
        f"[sound:{recording.name}]" if recording is not None else "",
        paragraphs(question.topic),
    )
    tags = [_tag(name) for name in ("mlprep", question.topic, question.level.value) if name]
    # The question alone: an answer of next week changes this note instead of adding one.
    return genanki.Note(_model(), list(cells), guid=genanki.guid_for("mlprep", question.id), tags=tags)


def _model() -> genanki.Model:
    return genanki.Model(
        _MODEL_ID,
        "MLPrep question",
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Answer aloud", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
    )


def _tag(name: str) -> str:
    return "-".join(name.casefold().split())


def _pack(package: genanki.Package, recordings: list[Path], path: Path, material: Material) -> None:
    """Write the package. genanki's own way leaves a copy of its database behind in the folder of temporary files."""
    made_at_s = material.made_at.timestamp()
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        database = Path(folder) / "collection.anki2"
        with closing(sqlite3.connect(database)) as connection:
            package.write_to_db(connection.cursor(), made_at_s, itertools.count(int(made_at_s * 1000)))
            connection.commit()
        with zipfile.ZipFile(path, "w") as file:
            file.write(database, "collection.anki2", zipfile.ZIP_DEFLATED)
            file.writestr("media", json.dumps({str(place): each.name for place, each in enumerate(recordings)}))
            for place, recording in enumerate(recordings):
                material.step()
                file.write(recording, str(place))
