import ast
import re
import shutil
import socket
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

import bootstrap as subject

PROJECT = tomllib.loads((subject.ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(lock: str) -> dict[str, set[str]]:
    """Return the versions of each package in a lock file (more than one where Pythons differ)."""
    found: dict[str, set[str]] = {}
    text = (subject.LOCKS / f"{lock}.txt").read_text(encoding="utf-8")
    for name, version in re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


def names(requirements: Sequence[str]) -> set[str]:
    return {re.split(r"[\[<>=!;\s]", requirement)[0].lower().replace("_", "-") for requirement in requirements}


@pytest.mark.parametrize("lock", subject.LOCK_OPTIONS)
def test_locks_are_hashed_and_free_of_addresses(lock: str) -> None:
    text = (subject.LOCKS / f"{lock}.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert "platform_release" not in text  # a Linux kernel's name is no version: pip fails on such a condition
    assert not re.search(r"^\s*(-i|-f|--(extra-)?index-url|--find-links|--trusted-host)\b", text, re.MULTILINE)
    entries = re.split(r"\n(?=[a-z0-9])", text.partition("\n")[2])
    assert len(entries) > 10
    assert all("--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize("lock", subject.LOCK_OPTIONS)
def test_locks_are_as_new_as_the_requirements(lock: str) -> None:
    text = (subject.LOCKS / f"{lock}.txt").read_text(encoding="utf-8")
    assert text.startswith(subject.lock_header()), "run `make lock`"


def test_locks_hold_what_the_project_names() -> None:
    groups = PROJECT["dependency-groups"]
    runtime = names(PROJECT["project"]["dependencies"])
    assert runtime <= set(pins("run"))
    assert names(groups["build"]) <= set(pins("build"))
    assert runtime | names(groups["build"]) | names(groups["dev"]) <= set(pins("dev"))


def test_tests_run_on_the_versions_that_users_get() -> None:
    tested = pins("dev")
    assert {name: tested[name] for name in pins("run")} == pins("run")


def test_neither_torch_nor_transformers_is_needed() -> None:
    assert not {"torch", "transformers", "sentence-transformers"} & set(pins("dev"))


@pytest.mark.parametrize("script", ["bootstrap.py", "build_models.py"])
def test_set_up_needs_the_standard_library_alone(script: str) -> None:
    tree = ast.parse((subject.ROOT / "packaging" / script).read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    ours = {"build_models", "sentence_model", "static_fonts"}
    assert {name.partition(".")[0] for name in imported} - ours <= sys.stdlib_module_names


def test_an_older_python_is_told_what_to_install() -> None:
    assert "needs Python 3.11 or later, this is 3.9" in subject.python_problem((3, 9, 2))
    assert subject.python_problem((3, 11, 0)) == ""
    assert subject.python_problem((3, 14, 1)) == ""


def test_missing_libraries_and_programs_are_named_by_package() -> None:
    libraries = {"libc.so.6": "libc6", "libnosuchthing.so.9": "libnosuch9"}
    programs = {"sh": "dash", "no-such-program": "no-such"}
    assert subject.missing_packages(libraries, programs) == ["libnosuch9", "no-such"]


def test_without_rights_the_exact_line_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subject, "administrator", lambda: None)
    assert not subject.install_packages(["libgl1", "xvfb"])
    assert "sudo apt-get install --yes --no-install-recommends libgl1 xvfb\n" in capsys.readouterr().out


def test_packages_are_installed_with_the_rights_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subject, "administrator", lambda: ["sudo", "-n"])
    monkeypatch.setattr(subject, "quietly", lambda command, failure: ran.append([*command]))
    assert subject.install_packages(["libgl1"])
    assert [command[:4] for command in ran] == [
        ["sudo", "-n", "apt-get", "update"],
        ["sudo", "-n", "apt-get", "install"],
    ]
    assert ran[1][-1] == "libgl1"


@pytest.mark.parametrize(
    ("missing_for_window", "display", "stops"),
    [([], False, False), (["libxcb-cursor0"], False, False), (["libxcb-cursor0"], True, True)],
)
def test_set_up_stops_only_for_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, missing_for_window: list[str], display: bool, stops: bool
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(
        subject,
        "missing_packages",
        lambda libraries, programs: missing_for_window if libraries is subject.WINDOW_LIBRARIES else [],
    )
    monkeypatch.setattr(subject, "install_packages", lambda packages: False)
    monkeypatch.setattr(subject, "has_display", lambda environment: display)
    if stops:
        with pytest.raises(subject.SetupError, match="until the packages named above are installed"):
            subject.ensure_system(tests=False)
    else:
        subject.ensure_system(tests=False)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_a_display_must_answer() -> None:
    assert not subject.has_display({})
    assert not subject.has_display({"DISPLAY": ":987"})
    assert subject.has_display({"WAYLAND_DISPLAY": "wayland-0"})
    assert subject.has_display({"DISPLAY": "far.away:0"})
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X987")
        server.listen()
        assert subject.has_display({"DISPLAY": ":987.0"})


def test_a_step_is_done_once_for_one_fingerprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[Sequence[str | Path]] = []
    monkeypatch.setattr(subject, "quietly", lambda command, failure: ran.append(command))
    monkeypatch.setattr(subject, "LOCKS", tmp_path)
    monkeypatch.setattr(subject, "ROOT", tmp_path)
    environment = tmp_path / "environment"
    environment.mkdir()
    (tmp_path / "run.txt").write_text("one==1\n", encoding="utf-8")
    subject.ensure_installed(environment, "run")
    assert len(ran) == 2  # the environment, then its packages
    subject.ensure_installed(environment, "run")
    assert len(ran) == 2
    (tmp_path / "run.txt").write_text("one==2\n", encoding="utf-8")
    subject.ensure_installed(environment, "run")
    assert len(ran) == 3
    assert "--require-hashes" in ran[-1]


def test_a_failed_step_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(command: Sequence[str | Path], failure: str) -> None:
        raise subject.SetupError(failure)

    monkeypatch.setattr(subject, "LOCKS", tmp_path)
    monkeypatch.setattr(subject, "ROOT", tmp_path)
    monkeypatch.setattr(subject, "quietly", fail)
    (tmp_path / "run.txt").write_text("one==1\n", encoding="utf-8")
    subject.stamp_step(tmp_path, "python", subject.fingerprint())
    for _ in range(2):
        with pytest.raises(subject.SetupError, match="If you are offline, connect"):
            subject.ensure_installed(tmp_path, "run")


def test_an_environment_of_another_python_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[Sequence[str | Path]] = []
    monkeypatch.setattr(subject, "quietly", lambda command, failure: ran.append(command))
    subject.ensure_venv(tmp_path)
    monkeypatch.setattr(sys, "version", "3.99")
    subject.ensure_venv(tmp_path)
    assert ["--clear" in command for command in ran] == [False, True]


def test_a_failing_command_shows_its_output(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(subject.SetupError, match="advice"):
        subject.quietly([sys.executable, "-c", "import sys; sys.exit('the reason')"], "advice")
    assert "the reason" in capsys.readouterr().err


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Every command started, by the name of its program; mypy fails, all else succeeds."""
    ran: list[list[str]] = []

    def start(command: Sequence[str | Path], environment: object = None) -> int:
        ran.append([Path(command[0]).name, *map(str, command[1:])])
        return int(ran[-1][0] == "mypy")

    monkeypatch.setattr(subject, "start", start)
    monkeypatch.setattr(subject, "ensure_program", lambda lock="run": ran.append(["ensure", lock]))
    monkeypatch.setattr(subject, "program", lambda environment, name: Path(name))
    return ran


def test_without_a_display_a_round_is_played_offscreen(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(subject, "has_display", lambda environment: False)
    assert subject.main(["run"]) == 0
    assert started == [["ensure", "run"], ["mlprep-gui", "demo", "--out", "demo-output"]]
    assert "no display" in capsys.readouterr().out


def test_with_a_display_the_window_opens(started: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "has_display", lambda environment: True)
    assert subject.main(["run"]) == 0
    assert started[1:] == [["mlprep-gui"]]


def test_arguments_are_passed_on(started: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "has_display", lambda environment: False)
    assert subject.main(["run", "questions", "--json"]) == 0
    assert subject.main(["test", "-k", "engine"]) == 0
    assert started == [
        ["ensure", "run"],
        ["mlprep-gui", "questions", "--json"],
        ["ensure", "dev"],
        ["python", "-m", "pytest", "-k", "engine"],
    ]


def test_check_runs_every_check_and_names_those_that_failed(
    started: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert subject.main(["check"]) == 1
    assert [command[0] for command in started[1:]] == [check[0] for check in subject.CHECKS]
    assert started[-1][-2:] == ["check-questions", "--strict"]
    assert capsys.readouterr().out.endswith("Failed: mypy\n")


@pytest.mark.parametrize("arguments", [[], ["fly"]])
def test_wrong_use_shows_the_commands(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert subject.main(arguments) == 2
    assert "bootstrap.py run" in capsys.readouterr().err


def test_what_stops_set_up_is_one_line_and_exit_code_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(lock: str = "run") -> None:
        raise subject.SetupError("say this")

    monkeypatch.setattr(subject, "ensure_program", stop)
    assert subject.main(["setup"]) == 2
    assert capsys.readouterr().err == "error: say this\n"


def test_an_interruption_says_that_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(lock: str = "run") -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(subject, "ensure_program", interrupt)
    assert subject.main(["setup"]) == 130
    assert "goes on from there" in capsys.readouterr().err


def test_the_makefile_only_calls_the_script() -> None:
    lines = (subject.ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("\t")] == ["\t@$(PYTHON) packaging/bootstrap.py $@ $(ARGS)"]
    targets = next(line for line in lines if line.startswith("run ")).rstrip(":").split()
    assert set(targets) == set(subject.COMMANDS)


def test_the_script_runs_on_a_bare_python() -> None:
    command = [sys.executable, "-I", str(subject.ROOT / "packaging" / "bootstrap.py")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert "bootstrap.py run" in result.stderr


def test_translations_are_made_once_and_anew_when_they_change(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made: list[str] = []

    def release(command: Sequence[str | Path], failure: str) -> None:
        made.append(Path(command[2]).name)
        Path(command[-1]).write_bytes(b"qm")

    monkeypatch.setattr(subject, "quietly", release)
    monkeypatch.setattr(subject, "VENV", tmp_path)
    monkeypatch.setattr(subject, "I18N", tmp_path)
    german = tmp_path / "mlprep_de.ts"
    german.write_text("<TS/>", encoding="utf-8")
    subject.ensure_translations()
    subject.ensure_translations()
    assert made == ["mlprep_de.ts"]
    (tmp_path / "mlprep_de.qm").unlink()
    subject.ensure_translations()
    german.write_text("<TS></TS>", encoding="utf-8")
    subject.ensure_translations()
    assert made == ["mlprep_de.ts"] * 3
