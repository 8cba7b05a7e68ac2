"""What a key of the round means in a phase."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import SignalInstance

from mlprep_gui.app.views import RoundView
from mlprep_gui.interview import Phase

if TYPE_CHECKING:
    from mlprep_gui.ui.pages.round_page import RoundPage

NEXT: Final = "next"
SPOKEN: Final = (Phase.OPENING, Phase.FAREWELL)
RECORDING: Final = (Phase.STARTING, Phase.ANSWERING)
_BEFORE_ANSWER: Final = (Phase.ASKING, Phase.THINKING)


def wish_of(page: "RoundPage", name: str, view: RoundView) -> SignalInstance | None:
    """Return the wish that a key stands for: NEXT for Space, else the name of a shortcut; None for no meaning."""
    lost = page.done_requested if view.kept_s >= 1 else page.typing_requested
    wishes = {
        **dict.fromkeys(((NEXT, phase) for phase in (*SPOKEN, Phase.ASKING)), page.prompt_skipped),
        (NEXT, Phase.THINKING): page.answer_requested,
        (NEXT, Phase.ANSWERING): page.done_requested,
        (NEXT, Phase.LOST): lost,
        **dict.fromkeys((("hear", phase) for phase in (*SPOKEN, *_BEFORE_ANSWER)), page.replay_requested),
        ("mute", Phase.ASKING): page.mute_toggled,
        ("more", Phase.THINKING): page.more_time_requested,
        **dict.fromkeys((("more", phase) for phase in RECORDING), page.microphone_rejected),
        **dict.fromkeys((("captions", phase) for phase in RECORDING), page.captions_toggled),
        ("again", Phase.ANSWERING): page.redo_requested,
        **dict.fromkeys(
            (("again", phase) for phase in (Phase.FEEDBACK, Phase.GRADING, Phase.JUDGING)), page.again_requested
        ),
        **dict.fromkeys(
            (("type", phase) for phase in (*_BEFORE_ANSWER, *RECORDING, Phase.LOST)), page.typing_requested
        ),
        **dict.fromkeys(
            (("skip", phase) for phase in (*_BEFORE_ANSWER, *RECORDING, Phase.LOST, Phase.JUDGING)),
            page.skip_requested,
        ),
    }
    return wishes.get((name, view.phase))


def waits_for_key(view: RoundView) -> bool:
    """Whether a pause of the recording is nothing but the key to talk not being held."""
    return view.push_to_talk and view.phase in RECORDING
