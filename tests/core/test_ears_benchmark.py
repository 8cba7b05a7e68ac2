"""What the benchmark of the recogniser counts."""

from pathlib import Path

from mlprep_gui.domain.transcript import Caption, Word
from tests.benchmarks.ears import Column, table_lines
from tests.benchmarks.hearing import Clip, Heard, compare, distance, plain, read_clips
from tests.benchmarks.live import lag_s


def _clip(text: str, terms: tuple[str, ...] = (), hotwords: tuple[str, ...] = ()) -> Clip:
    return Clip(Path("clip.wav"), text, terms, hotwords)


def test_words_are_compared_without_case_punctuation_and_spelling_of_numbers() -> None:
    assert plain("Eighty percent, one-hot!") == plain("80% 1 hot") == ["80", "percent", "1", "hot"]
    assert distance(["a", "b", "c"], ["a", "x", "c", "d"]) == 2


def test_errors_and_terms_are_counted() -> None:
    clip = _clip("We use bagging on the data set", ("bagging",), ("bagging", "boosting"))
    assert compare(clip, "we use bagging on the dataset") == Heard(6, 0, 1, 1, 0, 0)
    assert compare(clip, "we use boosting on data set, boosting") == Heard(7, 3, 1, 0, 2, 0)


def test_a_term_that_was_said_is_not_false() -> None:
    clip = _clip("cross validation and then cross validation", (), ("cross-validation", "validation"))
    assert compare(clip, "Cross-validation and then cross-validation.").false_terms == 0
    assert compare(clip, "Cross-validation, cross-validation and then cross-validation.").false_terms == 2


def test_words_for_a_clip_without_speech_are_invented() -> None:
    assert compare(_clip("", (), ("ROC",)), "ROC, you") == Heard(0, 0, 0, 0, 0, 2)


def test_a_folder_is_read_with_what_its_references_leave_out(tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_bytes(b"")
    (tmp_path / "refs.json").write_text('{"a": {"text": "hello", "terms": ["GAN"], "question": "gans"}}')
    assert read_clips(tmp_path) == [Clip(tmp_path / "a.wav", "hello", ("GAN",), ("GAN",), "gans")]


def test_a_word_lags_until_it_is_first_shown() -> None:
    word = Word("bagging", 3.0, 3.5, 0.9)
    early = Caption((), (Word("backing", 3.0, 3.5, 0.4),), 4.0, 0.0)
    late = Caption((), (Word("Bagging,", 3.1, 3.6, 0.8),), 5.0, 0.0)
    assert lag_s(word, [(4.0, early), (5.0, late)], 9.0) == 1.5
    assert lag_s(word, [(4.0, early)], 9.0) == 5.5


def test_the_table_has_a_dash_where_nothing_was_measured() -> None:
    column = Column("ours", [Heard(40, 2, 4, 3, 1, 0)], after_stop_s=[0.5, 1.5, 0.7])
    lines = table_lines([column])
    assert "| word error rate, % | 5.0 |" in lines
    assert "| jargon recall, % | 75.0 |" in lines
    assert "| stop to transcript, s (median, worst) | 0.70, 1.50 |" in lines
    assert "| peak memory of the process, MiB | - |" in lines
