"""What the interviewer says in a round: an opening, the questions, a closing.

It is in the language of the questions, whatever language the window has: the same voice says both.
"""

from typing import Final

from mlprep_gui.app.speaker import Speaker
from mlprep_gui.bank.programmes import BREADTH, PHONE_SCREEN
from mlprep_gui.interview import Phase, RoundState

INTRODUCTION: Final = "Hello. I will read the questions to you. Take your time with each answer."
_WELCOMES: Final = {
    PHONE_SCREEN.name: "Hello, and welcome to this phone screen.",
    BREADTH.name: "Hello, and welcome to this round through the whole field.",
}


def opening_words(state: RoundState) -> str:
    """Return how a mock interview is opened."""
    plan = state.plan
    count = len(plan.questions)
    many = "one question" if count == 1 else f"{count} questions"
    length = f"We have {round(plan.length_s / 60)} minutes for {many}." if plan.length_s > 0 else f"I have {many}."
    welcome = _WELCOMES.get(plan.programme, "Hello, and welcome to this interview.")
    return f"{welcome} {length} Feedback comes at the end."


def closing_words(state: RoundState) -> str:
    """Return how a mock interview is closed."""
    last = "That was the last question." if state.is_last else "Our time is over, so we stop here."
    return f"{last} Thank you for the conversation. Your report comes next."


def speech_of(state: RoundState) -> str:
    """Return what the interviewer says in this phase beside the questions; empty in all others."""
    match state.phase:
        case Phase.OPENING:
            return opening_words(state)
        case Phase.FAREWELL:
            return closing_words(state)
        case _:
            return ""


def say_question(speaker: Speaker, state: RoundState, index: int) -> None:
    """Read a question aloud, and have the voice prepare the one that follows."""
    speaker.say(state.asked[index].prompt, state.asked[index].said)
    if not state.is_last:
        following = state.plan.questions[state.index + 1]
        speaker.prepare(following.prompt, following.said)


def say_opening(speaker: Speaker, state: RoundState) -> None:
    """Open the interview aloud, and have the voice prepare the first question."""
    words = opening_words(state)
    speaker.say(words, words)
    speaker.prepare(state.question.prompt, state.question.said)
