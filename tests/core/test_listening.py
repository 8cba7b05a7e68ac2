"""How the learner is heard, level by level; and another sample rate."""

import math
from array import array

import pytest

from mlprep_gui.audio.levels import Level
from mlprep_gui.audio.listening import Listening
from mlprep_gui.audio.resampling import Resampler
from mlprep_gui.ports import Hearing
from tests.fakes.microphone import tone

ZERO = Level(-90.0, -90.0, clipped=False)
HARDWARE_MUTE = Level(-78.0, -70.0, clipped=False)
ROOM = Level(-62.0, -55.0, clipped=False)
SPEECH = Level(-25.0, -12.0, clipped=False)
CLIPPED = Level(-6.0, 0.0, clipped=True)


def listen(*parts: tuple[float, Level], rate_hz: int = 48_000) -> list[tuple[float, Hearing]]:
    """Feed seconds of levels; return when what was heard changed, and to what."""
    listening, told, heard = Listening(rate_hz), Hearing.GOOD, []
    at = 0
    for duration_s, level in parts:
        for _ in range(round(duration_s / 0.05)):
            at += 1
            listening.feed(level)
            if listening.hearing is not told:
                told = listening.hearing
                heard.append((at * 0.05, told))
    return heard


@pytest.mark.parametrize("muted", [ZERO, HARDWARE_MUTE])
def test_a_microphone_muted_from_the_start_is_noticed_within_two_seconds(muted: Level) -> None:
    ((at_s, hearing),) = listen((5.0, muted))
    assert hearing is Hearing.SILENT
    assert at_s < 2.0


def test_the_notice_is_taken_back_when_sound_comes() -> None:
    assert [hearing for _, hearing in listen((3.0, ZERO), (0.2, ROOM))] == [Hearing.SILENT, Hearing.GOOD]


def test_a_click_alone_does_not_take_it_back() -> None:
    assert [hearing for _, hearing in listen((3.0, ZERO), (0.05, SPEECH), (1.0, ZERO))] == [Hearing.SILENT]


@pytest.mark.parametrize("room", [ROOM, Level(-69.0, -60.0, clipped=False)])
def test_a_learner_who_thinks_in_a_live_room_is_left_alone(room: Level) -> None:
    assert listen((30.0, room), (5.0, SPEECH), (30.0, room)) == []


def test_after_speech_a_very_quiet_room_is_no_muted_microphone() -> None:
    assert listen((1.0, SPEECH), (30.0, HARDWARE_MUTE)) == []


def test_a_microphone_that_falls_silent_in_the_middle_is_noticed_within_two_seconds() -> None:
    ((at_s, hearing),) = listen((4.0, SPEECH), (5.0, ZERO))
    assert hearing is Hearing.SILENT
    assert at_s < 6.0


def test_a_noise_gate_between_words_is_given_patience() -> None:
    words = ((0.8, SPEECH), (0.5, ZERO)) * 3
    assert listen(*words, (6.0, ZERO)) == []
    assert [hearing for _, hearing in listen(*words, (9.0, ZERO))] == [Hearing.SILENT]


def test_clipping_again_and_again_is_said_once_and_goes_away() -> None:
    heard = listen((2.0, SPEECH), (0.15, CLIPPED), (10.0, SPEECH), (3.0, CLIPPED))
    assert [hearing for _, hearing in heard] == [Hearing.LOUD, Hearing.GOOD]
    assert heard[0][0] == pytest.approx(2.15)


def test_one_clipped_word_now_and_then_is_nothing_to_say() -> None:
    assert listen(*((0.1, CLIPPED), (3.0, SPEECH)) * 5) == []


def test_a_telephone_rate_is_said_from_the_start_or_when_the_profile_changes() -> None:
    assert listen((0.1, SPEECH), rate_hz=8_000) == [(0.05, Hearing.NARROW)]
    listening = Listening(48_000)
    heard = []
    for rate_hz in (8_000, 16_000):
        listening.set_device_rate(rate_hz)
        heard.append(listening.hearing)
    assert heard == [Hearing.NARROW, Hearing.GOOD]


def sine_part(samples: "array[int]", pitch_hz: float, rate_hz: int) -> float:
    """Amplitude of one pitch in samples, as a part of full scale."""
    step = 2 * math.pi * pitch_hz / rate_hz
    real = sum(value * math.cos(step * at) for at, value in enumerate(samples))
    other = sum(value * math.sin(step * at) for at, value in enumerate(samples))
    return 2 * math.hypot(real, other) / len(samples) / 32767


@pytest.mark.parametrize(("from_hz", "to_hz"), [(48_000, 16_000), (44_100, 16_000), (8_000, 16_000), (16_000, 48_000)])
def test_another_rate_keeps_length_pitch_and_loudness(from_hz: int, to_hz: int) -> None:
    resampler = Resampler(from_hz, to_hz)
    sound = tone(0.5, rate_hz=from_hz)
    made = array("h")
    for at in range(0, len(sound), 997):
        made.extend(resampler.feed(sound[at : at + 997]))
    made.extend(resampler.rest())
    assert len(made) == pytest.approx(0.5 * to_hz, abs=2)
    middle = made[len(made) // 4 : -len(made) // 4]
    assert sine_part(middle, 440.0, to_hz) == pytest.approx(0.3, abs=0.005)
    whole = Resampler(from_hz, to_hz)
    assert whole.feed(sound) + whole.rest() == made


def test_what_the_lower_rate_cannot_hold_does_not_fold_down() -> None:
    resampler = Resampler(48_000, 16_000)
    made = resampler.feed(tone(0.3, pitch_hz=11_000.0, rate_hz=48_000))
    assert max(abs(value) for value in made[400:-400]) < 0.01 * 32767
