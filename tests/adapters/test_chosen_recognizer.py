"""The recogniser that is chosen, with the real built-in model, and what stands in for one that is gone."""

import shutil
import wave
from pathlib import Path

import pytest

from mlprep_gui.domain.errors import ModelError
from mlprep_gui.paths import locate
from mlprep_gui.speech import catalogue as recognisers
from mlprep_gui.speech.catalogue import BASE, BASE_FILES, BASE_FOLDER, BUILT_IN, Catalogue, title
from mlprep_gui.speech.chosen import CHECK_CLIP, CHECK_TEXT, ChosenRecognizer
from mlprep_gui.speech.process import SpeechProcess

PATHS = locate()
SOUNDS = PATHS.resources / "sounds"
BUILT_IN_FOLDER = PATHS.models / "whisper-tiny.en"


@pytest.fixture
def chosen(tmp_path: Path) -> ChosenRecognizer:
    return ChosenRecognizer(Catalogue(PATHS.models, tmp_path / "own"), SOUNDS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A Whisper model of the learner's own: the built-in one under another name."""
    folder = tmp_path / "whisper-mine"
    shutil.copytree(BUILT_IN_FOLDER, folder)
    return folder


def test_the_built_in_one_hears_the_sentence(chosen: ChosenRecognizer) -> None:
    trial = chosen.try_out(BUILT_IN)
    assert trial.speech_s == pytest.approx(4.3, abs=0.1)
    assert trial.took_s > 0


def test_a_folder_is_tried_out_and_named_in_its_transcripts(chosen: ChosenRecognizer, folder: Path) -> None:
    chosen.try_out(str(folder))
    heard = chosen.marked(chosen.recognizer(str(folder)).transcribe(SOUNDS / CHECK_CLIP, ()), str(folder))
    assert heard.model == "whisper mine"
    assert heard.notice == ""
    assert heard.text.lower().startswith("a model that over")


def test_what_hears_no_english_is_not_used(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / CHECK_CLIP), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(bytes(32_000))
    silent = ChosenRecognizer(Catalogue(PATHS.models), tmp_path)
    with pytest.raises(ModelError, match="does not understand English") as caught:
        silent.try_out(BUILT_IN)
    assert CHECK_TEXT in str(caught.value)


def test_a_damaged_model_is_not_used_and_the_built_in_one_stands_in(chosen: ChosenRecognizer, folder: Path) -> None:
    with (folder / "model.bin").open("r+b") as file:
        file.truncate(100_000)
    with pytest.raises(ModelError, match=r"cannot be read.*Choose the folder"):
        chosen.try_out(str(folder))
    heard = chosen.marked(chosen.recognizer(str(folder)).transcribe(SOUNDS / CHECK_CLIP, ()), str(folder))
    assert heard.model == "whisper tiny.en"
    assert "stood in for it" in heard.notice


def test_the_one_that_came_back_is_used_from_the_next_round(chosen: ChosenRecognizer, folder: Path) -> None:
    away = folder.rename(folder.with_name("away"))
    chosen.warm_up(str(folder))
    assert chosen.marked(chosen.recognizer(BUILT_IN).transcribe(SOUNDS / CHECK_CLIP, ()), BUILT_IN).notice == ""
    chosen.warm_up(str(folder))
    away.rename(folder)
    chosen.warm_up(str(folder))
    heard = chosen.marked(chosen.recognizer(str(folder)).transcribe(SOUNDS / CHECK_CLIP, ()), str(folder))
    assert (heard.model, heard.notice) == ("whisper mine", "")


def test_without_even_the_built_in_one_nothing_stands_in(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"models --repair"):
        ChosenRecognizer(Catalogue(tmp_path, tmp_path), SOUNDS).recognizer(BASE)


def test_the_process_uses_what_is_chosen_and_says_what_stood_in(tmp_path: Path, folder: Path) -> None:
    process = SpeechProcess(PATHS.models, PATHS.resources, tmp_path, None, tmp_path / "own")
    try:
        process.use(str(folder))
        assert process.transcribe(SOUNDS / CHECK_CLIP, ()).model == "whisper mine"
        assert process.transcribe(SOUNDS / CHECK_CLIP, (), BUILT_IN).model == "whisper tiny.en"
        heard = process.transcribe(SOUNDS / CHECK_CLIP, (), BASE)
        assert heard.model == "whisper tiny.en"
        assert heard.notice.startswith("The recogniser Whisper base is not on this computer.")
    finally:
        process.close()


@pytest.mark.parametrize("missing", ["model.bin", "config.json", "tokenizer.json", "vocabulary.txt"])
def test_a_folder_without_a_file_is_refused_by_its_name(folder: Path, missing: str) -> None:
    (folder / missing).unlink()
    with pytest.raises(ModelError, match=rf"whisper-mine holds no {missing}"):
        Catalogue(PATHS.models).folder(str(folder))


def test_a_folder_without_english_is_refused(folder: Path) -> None:
    (folder / "tokenizer.json").write_text('{"added_tokens": [{"content": "<|de|>"}]}', encoding="utf-8")
    with pytest.raises(ModelError, match="has no English"):
        Catalogue(PATHS.models).folder(str(folder))


def test_base_counts_only_when_every_file_has_its_size(tmp_path: Path) -> None:
    catalogue = Catalogue(PATHS.models, tmp_path)
    with pytest.raises(ModelError, match="models --download base"):
        catalogue.folder(BASE)
    base = tmp_path / BASE_FOLDER
    base.mkdir()
    for name, (size, _) in BASE_FILES.items():
        with (base / name).open("wb") as file:
            file.truncate(size)
    assert catalogue.folder(BASE) == base
    (base / "config.json").write_bytes(b"{}")
    with pytest.raises(ModelError, match=r"config\.json.*Remove it, then download it again"):
        catalogue.folder(BASE)


def test_a_recogniser_is_called_by_a_name(tmp_path: Path) -> None:
    assert [title(name) for name in (BUILT_IN, BASE, str(tmp_path / "large"))] == [
        "Whisper tiny.en",
        "Whisper base",
        "Whisper (large)",
    ]
    assert recognisers.size_on_disk(BUILT_IN_FOLDER) > 70_000_000
