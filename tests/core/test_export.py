"""Exports as text: what stands in them, read back by what others read them with; no Qt."""

import base64
import csv
import json
import os
import re
import sqlite3
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest

from mlprep_gui.domain.assessment import NOT_ASSESSED, Verdict, not_graded
from mlprep_gui.domain.errors import InputError
from mlprep_gui.domain.exporting import (
    ExportedAnswer,
    ExportedSession,
    ExportFormat,
    ExportRequest,
    ExportResult,
    Judgement,
    KeptNote,
    KeptRating,
    Selection,
)
from mlprep_gui.domain.question import KeyPointId
from mlprep_gui.domain.session import Answer, EarlierGrade, EarlierTranscript, SessionState, TakeState
from mlprep_gui.domain.transcript import typed_transcript
from mlprep_gui.export import FileThereError, export
from mlprep_gui.export.markdown import escape
from mlprep_gui.export.report import session_report
from mlprep_gui.export.table import COLUMNS
from mlprep_gui.paths import locate
from tests.adapters.stored_values import NOON, assessment, session, take, transcript

SCHEMA = json.loads((locate().resources / "export.schema.json").read_text(encoding="utf-8"))
ASKED = session("s1", "pca", "<script>", "silence", "later")
NASTY = '=1+1 <b>bold</b> & "quoted" | *stars* café 🚀 \ud800 half'


def spoken() -> Answer:
    """An answer that was graded twice, corrected, judged, noted and bookmarked."""
    words = transcript("It is a thing it is")
    return Answer(
        take(ASKED),
        ASKED.questions[0],
        replace(words, model="tiny.en 1+edited"),
        assessment(54, Verdict.COVERED, Verdict.MISSED),
        {KeyPointId("b"): Verdict.PARTLY},
        NOON + timedelta(days=2),
        (EarlierGrade(NOON, ASKED.questions[0], assessment(40, Verdict.MISSED, Verdict.MISSED, assessor="old")),),
        NOON + timedelta(days=1),
        (EarlierTranscript(NOON, words),),
        words,
        "Slower next time.",
        True,
    )


def exported_session() -> ExportedSession:
    typed = Answer(take(ASKED, 1, state=TakeState.TYPED), ASKED.questions[1], typed_transcript(NASTY))
    silent = Answer(
        take(ASKED, 2), ASKED.questions[2], transcript(""), not_graded("Nothing was heard.", NOT_ASSESSED), {}, NOON
    )
    skipped = Answer(replace(take(ASKED, 3, state=TakeState.SKIPPED), audio=""), ASKED.questions[3])
    judgements = (
        Judgement(NOON, KeyPointId("b"), Verdict.COVERED),
        Judgement(NOON, KeyPointId("b"), None),
        Judgement(NOON, KeyPointId("b"), Verdict.PARTLY),
    )
    notes = (KeptNote(NOON, "Too fast."), KeptNote(NOON, "Slower next time."))
    ratings = (KeptRating(NOON, "good"), KeptRating(NOON, None))
    answers = (
        ExportedAnswer(spoken(), judgements, notes, ratings),
        *(ExportedAnswer(each) for each in (typed, silent, skipped)),
    )
    return ExportedSession(replace(ASKED, state=SessionState.ENDED_EARLY), with_times(answers))


def with_times(answers: tuple[ExportedAnswer, ...]) -> tuple[ExportedAnswer, ...]:
    return tuple(
        replace(each, answer=replace(each.answer, written_at=each.answer.written_at or NOON)) for each in answers
    )


@pytest.fixture
def takes(tmp_path: Path) -> Path:
    folder = tmp_path / "takes"
    folder.mkdir()
    (folder / "s1-0-1.wav").write_bytes(bytes(range(256)) * 5000)
    return folder


def written(
    path: Path, takes: Path, *sessions: ExportedSession, audio: bool = False, now: datetime = NOON
) -> ExportResult:
    kind = next(each for each in ExportFormat if each.suffix == path.suffix)
    request = ExportRequest(Selection(), kind, path, audio, replace=True)
    return export(request, sessions or (exported_session(),), takes, path.parent, now)


# Text


def test_markdown_tells_what_was_said_found_and_missed(tmp_path: Path, takes: Path) -> None:
    written(tmp_path / "out.md", takes)
    text = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert text.startswith("# Mock interview, 1 March 2025, ")
    for line in (
        "## 1. What is pca?",
        "**54 of 100, likely 49 to 59**",
        "> It is a thing it is",
        "- **Covered.** It is a thing.",
        "  - “It is”",
        "- **Missed.** It has a café.",
        "  - Own verdict: partly",
        "  - You could say: It has a café.",
        "### Note",
        "Slower next time.",
        r"## 2. What is \<script\>?",
        "**Not graded. Nothing was heard.**",
        "**Skipped.**",
    ):
        assert line in text.splitlines(), line
    assert "4 questions asked · 3 answers · ended early · key points: 1 covered, 1 partly" in text
    assert "Basics · hard · bookmarked · transcript corrected · 0:03" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a_b*c", r"a\_b\*c"),
        ("- no list", r"\- no list"),
        ("3. not numbered", r"3\. not numbered"),
        ("# no heading", r"\# no heading"),
        ("plain, with 3.5 and x-y", "plain, with 3.5 and x-y"),
        ("one\n+ two", "one\n\\+ two"),
        ("back\\slash", r"back\\slash"),
    ],
)
def test_markdown_shows_what_was_said_and_nothing_else(text: str, shown: str) -> None:
    assert escape(text) == shown


class Seen(HTMLParser):
    """Keeps what a browser would show, load or run."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag != "meta":
            self.open.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "srcset", "style", "action")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)


def test_a_follow_up_is_no_answer_of_its_own() -> None:
    exported = exported_session()
    whole = exported.answers[0]
    question = replace(whole.answer.question, key_points=(replace(whole.answer.question.key_points[0], probe="Why?"),))
    asked = question.follow_up(question.key_points[0].id)
    follow_up = replace(
        whole, answer=replace(whole.answer, question=asked, take=replace(whole.answer.take, position=9))
    )
    session = replace(exported.session, questions=(*exported.session.questions, asked))
    facts = session_report(replace(exported, session=session, answers=(*exported.answers, follow_up))).facts
    assert facts[:3] == ("4 questions asked", "3 answers", "1 follow-up answered")
    assert facts[-1] == "key points: 1 covered, 1 partly"


def test_html_is_whole_and_asks_for_nothing_else(tmp_path: Path, takes: Path) -> None:
    result = written(tmp_path / "out.html", takes, exported_session(), exported_session(), audio=True)
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    seen = Seen()
    seen.feed(page)
    seen.close()
    assert seen.open == []
    assert {"script", "link", "iframe", "img", "b"}.isdisjoint(seen.tags)
    assert [address[:22] for address in seen.addresses] == ["data:audio/wav;base64,"] * 2
    assert not re.search(r"https?:|url\(|@import|//", re.sub(r"base64,[^\"]*", "", page))
    assert "default-src 'none'" in page and "prefers-color-scheme: dark" in page and "@media print" in page
    text = " ".join(seen.text)
    assert "It is a thing it is" in text and "Own verdict: partly" in text and '<b>bold</b> & "quoted"' in text
    assert (result.sessions, result.answers, result.silent) == (2, 6, 4)  # one of four was passed over


def test_a_recording_in_html_is_the_recording(tmp_path: Path, takes: Path) -> None:
    written(tmp_path / "out.html", takes, audio=True)
    data = re.findall(r'src="data:audio/wav;base64,([^"]*)"', (tmp_path / "out.html").read_text(encoding="utf-8"))
    assert [base64.b64decode(each, validate=True) for each in data] == [(takes / "s1-0-1.wav").read_bytes()]


# Tables and data


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_csv_has_a_row_a_key_point_and_one_for_an_answer_without(tmp_path: Path, takes: Path) -> None:
    written(tmp_path / "out.csv", takes)
    first, second, typed, silent, skipped = rows(tmp_path / "out.csv")
    assert tuple(first) == tuple(COLUMNS)
    assert (first["key_point_id"], first["verdict"], first["own_verdict"]) == ("a", "covered", "")
    assert (second["key_point_id"], second["verdict"], second["own_verdict"]) == ("b", "missed", "partly")
    assert first["score"] == second["score"] == "54"
    assert (first["note"], first["bookmarked"], first["evidence"]) == ("Slower next time.", "yes", "It is")
    assert typed["transcript"].startswith("'=1+1 <b>bold</b>")
    assert (typed["verdict"], typed["score"], typed["duration_s"], typed["words"]) == ("", "", "", "10")
    assert silent["not_graded"] == "Nothing was heard." and silent["score"] == ""
    assert skipped["state"] == "skipped" and skipped["words"] == ""
    assert datetime.fromisoformat(first["answered_at"]) == take(ASKED).started_at


def test_every_column_is_described_in_the_readme() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert [name for name in COLUMNS if f"`{name}`" not in readme] == []


def test_json_keeps_to_its_schema_and_holds_everything(tmp_path: Path, takes: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    result = written(tmp_path / "out.json", takes, exported_session(), replace(exported_session(), answers=()))
    table = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(SCHEMA).validate(table)
    answer, typed, silent, skipped = table["sessions"][0]["answers"]
    assert [each["model"] for each in answer["transcripts"]] == ["tiny.en 1", "tiny.en 1+edited"]
    assert [each["assessor"] for each in answer["assessments"]] == ["old", "hybrid 1"]
    assert [each["verdict"] for each in answer["judgements"]] == ["covered", None, "partly"]
    assert answer["heard"]["model"] == "tiny.en 1"
    assert answer["take"]["levels_db"] == [-60.5, -12.3, -90.0, 0.0]
    assert [each["text"] for each in answer["notes"]] == ["Too fast.", "Slower next time."]
    assert [each["rating"] for each in answer["ratings"]] == ["good", None]
    assert answer["bookmarked"] and answer["is_graded"]
    assert table["questions"][answer["question"]]["key_points"][0]["anti"] == ["no thing"]
    assert len(table["questions"]) == 4
    assert " ".join(word["text"] for word in typed["transcripts"][0]["words"]) == NASTY
    assert silent["assessments"][0]["reason"] == "Nothing was heard." and not silent["is_graded"]
    assert skipped["transcripts"] == [] and skipped["delivery"] is None
    assert result.sessions == 2


def test_the_schema_notices_what_it_does_not_describe(tmp_path: Path, takes: Path) -> None:
    written(tmp_path / "out.json", takes)
    table = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    table["sessions"][0]["answers"][0]["take"]["mood"] = "good"
    with pytest.raises(jsonschema.ValidationError, match="mood"):
        jsonschema.Draft202012Validator(SCHEMA).validate(table)


# Anki


def notes(path: Path, folder: Path) -> dict[str, list[str]]:
    """Return the fields of each note by its lasting id."""
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        database = Path(package.extract("collection.anki2", folder))
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT count(*) FROM cards").fetchone() == (
            connection.execute("SELECT count(*) FROM notes").fetchone()[0],
        )
        return {guid: fields.split("\x1f") for guid, fields in connection.execute("SELECT guid, flds FROM notes")}


def test_an_anki_deck_has_a_note_a_question_from_its_newest_answer(tmp_path: Path, takes: Path) -> None:
    again = session("s2", "pca", day=3)
    newest = replace(spoken(), take=take(again), assessment=assessment(90, Verdict.COVERED, Verdict.COVERED))
    newest = replace(newest, own_verdicts={})
    skipped = replace(newest, take=replace(take(session("s3", "pca", day=4)), state=TakeState.SKIPPED))
    sessions = (exported_session(), ExportedSession(again, with_times((ExportedAnswer(newest),))))
    written(tmp_path / "one.apkg", takes, audio=True)
    written(tmp_path / "two.apkg", takes, *sessions, ExportedSession(again, (ExportedAnswer(skipped),)))
    before, after = notes(tmp_path / "one.apkg", tmp_path), notes(tmp_path / "two.apkg", tmp_path)
    assert before.keys() == after.keys() and len(before) == 4
    (guid,) = (name for name, fields in before.items() if fields[0] == "<p>What is pca?</p>")
    _, _, points, missed, own, recording, topic = before[guid]
    assert "It has a café." in points and "Own verdict: partly" in points and missed == ""
    assert "It is a thing it is" in own and recording == "[sound:s1-0-1.wav]" and topic == "<p>Basics</p>"
    assert "90 of 100" in after[guid][4] and after[guid][5] == ""
    with zipfile.ZipFile(tmp_path / "one.apkg") as package:
        assert json.loads(package.read("media")) == {"0": "s1-0-1.wav"}
        assert package.read("0") == (takes / "s1-0-1.wav").read_bytes()
    assert sorted(each.name for each in tmp_path.iterdir() if each.name.startswith(".")) == []


def test_missed_points_stand_apart_in_anki(tmp_path: Path, takes: Path) -> None:
    answer = replace(spoken(), own_verdicts={})
    written(tmp_path / "out.apkg", takes, ExportedSession(ASKED, (ExportedAnswer(answer),)))
    (fields,) = notes(tmp_path / "out.apkg", tmp_path).values()
    assert "It has a café." in fields[3] and "It is a thing." not in fields[3]


# Files


@pytest.mark.parametrize("kind", [each for each in ExportFormat if each is not ExportFormat.PDF])
def test_nothing_is_left_when_there_is_nothing_to_export(kind: ExportFormat, tmp_path: Path, takes: Path) -> None:
    path = tmp_path / f"out{kind.suffix}"
    path.write_text("as it was")
    with pytest.raises(InputError, match="no answer"):
        export(ExportRequest(Selection(), kind, path, replace=True), (), takes, tmp_path, NOON)
    assert path.read_text() == "as it was"
    assert sorted(tmp_path.iterdir()) == [path, takes]


@pytest.mark.parametrize("kind", [each for each in ExportFormat if each is not ExportFormat.PDF])
def test_an_export_that_breaks_off_leaves_what_was_there(kind: ExportFormat, tmp_path: Path, takes: Path) -> None:
    path = tmp_path / f"out{kind.suffix}"
    path.write_text("as it was")

    def sessions() -> Iterator[ExportedSession]:
        yield exported_session()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(ExportRequest(Selection(), kind, path, replace=True), sessions(), takes, tmp_path, NOON)
    assert path.read_text() == "as it was"
    assert sorted(tmp_path.iterdir()) == [path, takes]


def test_a_file_that_is_there_is_replaced_only_on_wish(tmp_path: Path, takes: Path) -> None:
    path = tmp_path / "out.md"
    path.write_text("mine")
    with pytest.raises(FileThereError, match=r"out\.md already"):
        export(ExportRequest(Selection(), ExportFormat.MARKDOWN, path), (exported_session(),), takes, tmp_path, NOON)
    assert path.read_text() == "mine"


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path, takes: Path) -> None:
    path = tmp_path / "out.md"

    def sessions() -> Iterator[ExportedSession]:
        path.write_text("mine")
        yield exported_session()

    with pytest.raises(FileThereError):
        export(ExportRequest(Selection(), ExportFormat.MARKDOWN, path), sessions(), takes, tmp_path, NOON)
    assert path.read_text() == "mine"


@pytest.mark.parametrize("name", ["missing/out.md", ".", "takes/s1-0-1.wav/out.md"])
def test_a_place_that_cannot_be_written_is_named(name: str, tmp_path: Path, takes: Path) -> None:
    request = ExportRequest(Selection(), ExportFormat.MARKDOWN, tmp_path / name)
    with pytest.raises(InputError) as raised:
        export(request, (exported_session(),), takes, tmp_path, NOON)
    assert raised.value.advice


def test_a_format_without_sound_refuses_recordings(tmp_path: Path, takes: Path) -> None:
    request = ExportRequest(Selection(), ExportFormat.CSV, tmp_path / "out.csv", audio=True)
    with pytest.raises(InputError, match="cannot hold recordings"):
        export(request, (exported_session(),), takes, tmp_path, NOON)


def test_progress_counts_answers_and_can_end_the_export(tmp_path: Path, takes: Path) -> None:
    seen: list[int] = []
    request = ExportRequest(Selection(), ExportFormat.MARKDOWN, tmp_path / "out.md")
    export(request, (exported_session(), exported_session()), takes, tmp_path, NOON, seen.append)
    assert seen == [3, 6]

    def stop(done: int) -> None:
        raise InterruptedError(done)

    with pytest.raises(InputError):  # an OSError, as any other on the way
        export(replace(request, replace=True), (exported_session(),), takes, tmp_path, NOON, stop)


@pytest.mark.skipif(os.name == "nt", reason="the time zone of a process cannot be changed there")
def test_days_are_those_of_the_learner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        found = Selection.of_days(date(2025, 3, 1), date(2025, 3, 2))
    finally:
        monkeypatch.undo()
        time.tzset()
    assert found.since == datetime(2025, 2, 28, 15, tzinfo=UTC)
    assert found.until == datetime(2025, 3, 2, 15, tzinfo=UTC)
    assert Selection.of_days(None, None) == Selection()
