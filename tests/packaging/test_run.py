"""One command sets everything up, once, and then gets out of the way."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SETTING_UP = "setting up in"


@pytest.fixture(scope="module")
def first_starts(small_project: Path) -> list[tuple[str, str]]:
    """What two first starts at the same time have to say, on stdout and stderr."""
    command = ["sh", str(small_project / "packaging/run.sh"), "list"]
    pipe = subprocess.PIPE
    both = [subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) for _ in range(2)]
    return [process.communicate() for process in both]


@pytest.fixture(scope="module")
def project(small_project: Path, first_starts: list[tuple[str, str]]) -> Path:
    """A project that has been started before."""
    assert len(first_starts) == 2
    return small_project


def test_two_first_starts_make_one_environment(
    project: Path, first_starts: list[tuple[str, str]]
) -> None:
    assert [out for out, _ in first_starts] == [f"{project}|list\n"] * 2
    assert sum(SETTING_UP in errors for _, errors in first_starts) == 1


def test_a_second_start_says_nothing_of_its_own(project: Path) -> None:
    assert _run(project, "list").stderr == ""


def test_arguments_arrive_as_they_were(project: Path) -> None:
    answer = _run(project, "search", "two  words", "*", "", "-x")
    assert answer.stdout == f"{project}|search|two  words|*||-x\n"


def test_it_may_be_started_by_another_name(project: Path, tmp_path: Path) -> None:
    link = tmp_path / "my papers"
    link.symlink_to(project / "packaging/run.sh")
    assert subprocess.check_output(["sh", link, "list"], text=True) == f"{project}|list\n"


def test_what_lies_in_the_users_folder_is_not_imported(project: Path, tmp_path: Path) -> None:
    (tmp_path / "pathlib.py").write_text("raise SystemExit(7)", encoding="utf-8")
    assert _run(project, "list", folder=tmp_path).returncode == 0


def test_a_moved_project_is_found_again(project: Path, tmp_path: Path) -> None:
    moved = shutil.copytree(project, tmp_path / "elsewhere", symlinks=True)
    answer = _run(moved, "list")
    assert (answer.stdout, answer.stderr) == (f"{moved}|list\n", "")


def test_an_interrupted_set_up_is_begun_again(project: Path, tmp_path: Path) -> None:
    broken = shutil.copytree(project, tmp_path / "broken", symlinks=True)
    (broken / ".venv/installed-run").unlink()
    (broken / ".venv/half").touch()
    answer = _run(broken, "list")
    assert SETTING_UP in answer.stderr
    assert answer.stdout == f"{broken}|list\n"
    assert not (broken / ".venv/half").exists()


@pytest.mark.parametrize(
    "arguments", [[], ["--demo"], [__file__], [f"file://{__file__}"], ["paperdesk://paper/1"]]
)
def test_a_window_without_a_display_is_refused_in_a_sentence(
    project: Path, arguments: list[str]
) -> None:
    answer = _run(project, *arguments)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert "xvfb-run" in answer.stderr


@pytest.mark.parametrize("argument", ["list", "--help", "--worker", "no.such.file"])
def test_verbs_and_workers_need_no_display(project: Path, argument: str) -> None:
    assert _run(project, argument).stdout == f"{project}|{argument}\n"


def _run(
    project: Path, *arguments: str, folder: Path = Path("/")
) -> subprocess.CompletedProcess[str]:
    """Start the project without a display."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return subprocess.run(
        ["sh", project / "packaging/run.sh", *arguments],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name not in hidden},
        check=False,
        capture_output=True,
        text=True,
    )
