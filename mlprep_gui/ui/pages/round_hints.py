"""Which keys stand at the foot of the round, by phase; the most useful first."""

from PySide6.QtCore import QCoreApplication

from mlprep_gui.app.views import RoundView
from mlprep_gui.interview import Phase
from mlprep_gui.ports import Hearing
from mlprep_gui.ui.pages.answer_view import grade_of
from mlprep_gui.ui.shortcuts import keymap

translate = QCoreApplication.translate
Hints = tuple[tuple[tuple[str, ...], str], ...]


def hints_of(view: RoundView) -> Hints:
    """Return pairs of keys and what they do in this phase."""
    keys = keymap()
    space, enter = translate("Keys", "Space"), translate("Keys", "Enter")
    end = ((translate("Keys", "Esc"),), translate("Keys", "End round"))
    all_keys = ((keys.cap("keys"),), translate("Keys", "All keys"))
    if view.push_to_talk and view.phase in (Phase.STARTING, Phase.ANSWERING):
        over, words = (
            ((keys.cap("again"),), translate("Keys", "Start over")),
            ((keys.cap("captions"),), translate("Keys", "Captions")),
        )
        done = ((enter,), translate("Keys", "Done"))
        return ((space,), translate("Keys", "Hold to talk")), done, words, over, end, all_keys
    if view.paused:
        return ((space,), translate("Keys", "Go on")), end, all_keys
    leave = translate("Keys", "Skip the follow-up") if view.is_follow_up else translate("Keys", "Skip")
    pause, skip = ((keys.cap("pause"),), translate("Keys", "Pause")), ((keys.cap("skip"),), leave)
    typing = ((keys.cap("type"),), translate("Keys", "Type the answer"))
    hear = ((keys.cap("hear"),), translate("Keys", "Hear the question"))
    another = ((keys.cap("more"),), translate("Keys", "Another microphone"))
    match view.phase:
        case Phase.OPENING | Phase.FAREWELL:
            begin = translate("Keys", "Begin") if view.phase is Phase.OPENING else translate("Keys", "To the report")
            return ((space,), begin), ((keys.cap("hear"),), translate("Keys", "Hear it again")), pause, all_keys
        case Phase.ASKING:
            return ((space,), translate("Keys", "Skip the reading")), hear, typing, pause, skip, all_keys
        case Phase.THINKING:
            more = ((keys.cap("more"),), translate("Keys", "More time"))
            answer = translate("Keys", "Hold to talk") if view.push_to_talk else translate("Keys", "Answer now")
            return ((space,), answer), more, hear, typing, pause, skip, all_keys
        case Phase.STARTING:
            return another, typing, pause, all_keys
        case Phase.ANSWERING:
            over = ((keys.cap("again"),), translate("Keys", "Start over"))
            hide = translate("Keys", "Show captions") if view.caption is None else translate("Keys", "Hide captions")
            on = ((keys.cap("type"),), translate("Keys", "Go on by typing"))
            if view.hearing not in (Hearing.GOOD, Hearing.LOUD):
                return ((space,), translate("Keys", "Done")), another, on, pause, skip, all_keys
            return (
                ((space,), translate("Keys", "Done")),
                pause,
                ((keys.cap("captions"),), hide),
                over,
                on,
                skip,
                all_keys,
            )
        case Phase.TYPING:
            return ((translate("Keys", "Ctrl"), enter), translate("Keys", "Done")), end, all_keys
        case Phase.LOST if view.kept_s >= 1:
            return ((space,), translate("Keys", "Use what was heard")), typing, skip, all_keys
        case Phase.LOST:
            return ((space,), translate("Keys", "Go on by typing")), skip, all_keys
        case Phase.GRADING:
            return ((enter,), translate("Keys", "Go on without waiting")), end, all_keys
        case Phase.JUDGING:
            tick, point = ((space,), translate("Keys", "Tick")), (("↑", "↓"), translate("Keys", "Point"))
            return tick, point, ((keys.cap("again"),), translate("Keys", "Say it again")), skip, end
        case Phase.FEEDBACK if view.answer is not None and grade_of(view.answer) is not None:
            return _feedback_hints(space)
        case _:
            return (all_keys,)


def _feedback_hints(space: str) -> Hints:
    return (
        (("↑", "↓"), translate("Keys", "Point")),
        ((space,), translate("Keys", "Play")),
        (("1", "–", "4"), translate("Keys", "Correct a verdict")),
        (("0",), translate("Keys", "Undo")),
    )
