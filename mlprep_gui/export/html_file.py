"""HTML: one file that asks for nothing else, in light and dark, and on paper."""

import base64
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from mlprep_gui.domain.exporting import ExportedSession
from mlprep_gui.export.body import session_body
from mlprep_gui.export.material import Material
from mlprep_gui.export.report import AnswerReport, instant_words, session_report

_CHUNK = 3 * 2**18  # a multiple of three bytes, so that chunks of base64 can be joined
_MEDIA_TYPES = {".wav": "audio/wav", ".flac": "audio/flac", ".ogg": "audio/ogg", ".opus": "audio/ogg"}
# A browser is told to load nothing: neither from a network nor from a disk.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; media-src data:"
_STYLE = """
:root { color-scheme: light dark; --paper: #f6f4f0; --ink: #1d2125; --muted: #575c63; --line: #e2ded6;
  --covered: #22693b; --partly: #805300; --missed: #545c69; --contradicted: #a03526; --unsure: #6f4494; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #161819; --ink: #eceae6; --muted: #a9adb2; --line: #33383c; --covered: #7fcb98;
    --partly: #e3b65f; --missed: #aeb5bf; --contradicted: #f39a89; --unsure: #cca8e9; } }
@media print { :root { --paper: #fff; --ink: #000; --muted: #444; --line: #bbb; --covered: #22693b;
    --partly: #805300; --missed: #545c69; --contradicted: #a03526; --unsure: #6f4494; }
  body { font-size: 10.5pt; } audio { display: none; }
  h1 { break-before: page; } h1:first-of-type { break-before: auto; } main { max-width: none; padding: 0; } }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.5;
  font-family: Inter, "Segoe UI", "SF Pro Text", "Noto Sans", sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 2.5rem 0 0.25rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.25rem 0 0.25rem; padding-top: 1.25rem;
  border-top: 1px solid var(--line); }
h3 { font-size: 0.95rem; color: var(--muted); margin: 1.25rem 0 0.25rem; }
h1, h2, h3 { break-after: avoid; }
p { margin: 0.25rem 0; orphans: 3; widows: 3; }
.facts, footer { color: var(--muted); font-size: 0.9rem; }
.score { font-weight: 600; margin-top: 0.75rem; }
.said, .quote { font-family: "Source Serif 4", Charter, Georgia, "Noto Serif", serif; }
.points { border-collapse: collapse; width: 100%; }
.points td { border-top: 1px solid var(--line); padding: 0.5rem 0.75rem 0.5rem 0; vertical-align: top; }
.points tr { break-inside: avoid; }
.points td:first-child { white-space: nowrap; width: 8.5rem; }
.point { margin-top: 0; } .own, .advice, .quote { font-size: 0.92rem; color: var(--muted); }
.verdict { font-weight: 600; }
.covered { color: var(--covered); } .partly { color: var(--partly); } .missed { color: var(--missed); }
.contradicted { color: var(--contradicted); } .unsure { color: var(--unsure); }
audio { width: 100%; margin-top: 0.5rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 0.75rem; }
"""


def write(sessions: Iterable[ExportedSession], path: Path, material: Material) -> None:
    """Write sessions as one HTML file, with the recordings inside when they are wanted."""

    def audio(answer: AnswerReport) -> Iterator[str]:
        recording = material.recording(answer.audio)
        if recording is not None:
            yield f'<audio controls preload="metadata" aria-label="Answer {answer.number}" src="'
            yield from data_address(recording)
            material.step()
            yield '"></audio>\n'

    with path.open("w", encoding="utf-8", newline="\n") as file:
        for number, exported in enumerate(sessions):
            report = session_report(exported)
            if not number:
                file.write(_head(report.title))
            file.writelines(session_body(report, audio))
        written = escape(instant_words(material.made_at))
        file.write(f"<footer>Written by MLPrep on {written}.</footer>\n</main>\n</body>\n</html>\n")


def data_address(recording: Path) -> Iterator[str]:
    """Yield the address that holds a recording itself, in parts."""
    yield f"data:{_MEDIA_TYPES.get(recording.suffix.lower(), 'application/octet-stream')};base64,"
    with recording.open("rb") as file:
        while part := file.read(_CHUNK):
            yield base64.b64encode(part).decode("ascii")


def _head(title: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
    )
