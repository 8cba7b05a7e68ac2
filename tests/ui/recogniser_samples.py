"""Recognisers as the settings and the review show them."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from mlprep_gui.app.views import RecogniserList, RecogniserState, RecogniserView
from mlprep_gui.domain.session import EarlierTranscript
from mlprep_gui.ports import Trial
from mlprep_gui.speech.base_model import DOWNLOAD_BYTES, INSTALLED_BYTES
from tests.ui import samples

TINY = RecogniserView("tiny.en", "Whisper tiny.en", RecogniserState.READY, is_chosen=True, size=78_090_594)
BASE = RecogniserView("base", "Whisper base", RecogniserState.ABSENT, size=INSTALLED_BYTES, total=DOWNLOAD_BYTES)
FETCHING = replace(BASE, state=RecogniserState.FETCHING, arrived=41_000_000)
BEGUN = replace(
    BASE,
    state=RecogniserState.BEGUN,
    arrived=41_000_000,
    problem="The connection ended too early. What has arrived is kept: start the download again to go on.",
)
READY = replace(BASE, state=RecogniserState.READY)
FOLDER = str(Path("models") / "whisper-small.en")
IN_USE = RecogniserView(
    FOLDER, "Whisper (whisper-small.en)", RecogniserState.READY, True, 486_000_000, trial=Trial(4.3, 3.9)
)
GONE = replace(
    IN_USE,
    state=RecogniserState.BROKEN,
    size=0,
    trial=None,
    problem=f"There is no folder {FOLDER}. Choose the folder of a Whisper model converted for CTranslate2, or use the"
    " built-in one.",
)

OFFERED = RecogniserList((TINY, BASE))
DOWNLOADING = RecogniserList((TINY, FETCHING))
BROKEN_OFF = RecogniserList((TINY, BEGUN))
DOWNLOADED = RecogniserList((TINY, READY))
OWN_FOLDER = RecogniserList((replace(TINY, is_chosen=False), READY, IN_USE))
OWN_FOLDER_GONE = RecogniserList((replace(TINY, is_chosen=False), READY, GONE))

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
_HEARD = samples.TRANSCRIPT
_BEFORE = replace(_HEARD, words=_HEARD.words[:3])
WRITTEN_AGAIN = replace(
    samples.ANSWER,
    answer=replace(
        samples.ANSWER.answer,
        transcript=replace(_HEARD, model="whisper base"),
        written_at=NOON,
        earlier_transcripts=(EarlierTranscript(NOON, _BEFORE),),
    ),
)
WRITING = replace(WRITTEN_AGAIN, rewriting="Whisper base")
