"""System packages: found lacking, then installed, or asked for in one exact command."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = ["sh", "cat", "cmp", "cksum", "cut", "dirname", "echo", "env", "flock", "sed", "xargs"]
QT = "libegl1 libgl1"


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of commands: a machine on which nothing is installed."""
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found is not None
        (tmp_path / tool).symlink_to(found)
    _command(tmp_path, "python3", f'exec "{sys.executable}" "$@"')
    _command(tmp_path, "ldconfig", "echo none")
    _command(tmp_path, "apt-get", f'echo "$@" >>"{tmp_path}/asked"')
    _command(tmp_path, "id", "echo 1000")
    return tmp_path


def test_who_may_not_install_is_told_the_command(machine: Path, small_project: Path) -> None:
    answer = _missing(machine, small_project)
    assert answer.returncode == 1
    assert "apt-get install --no-install-recommends --yes libglib2.0-0" in answer.stderr
    assert QT in answer.stderr
    assert not (machine / "asked").exists()


def test_sudo_is_announced_with_the_command_that_it_runs(
    machine: Path, small_project: Path
) -> None:
    _command(machine, "sudo", 'exec env "$@"')
    answer = _missing(machine, small_project)
    assert "sudo apt-get install" in answer.stderr
    assert QT in (machine / "asked").read_text(encoding="utf-8")


def test_root_installs_at_once(machine: Path, small_project: Path) -> None:
    _command(machine, "id", "echo 0")
    assert _missing(machine, small_project).returncode == 0
    assert (machine / "asked").read_text(encoding="utf-8").startswith("install")


def test_lists_of_packages_are_fetched_where_they_are_old(
    machine: Path, small_project: Path
) -> None:
    _command(machine, "id", "echo 0")
    fails_first = f'echo "$1" >>"{machine}/asked"; [ "$(cat "{machine}/asked")" != install ]'
    _command(machine, "apt-get", fails_first)
    assert _missing(machine, small_project).returncode == 0
    asked = (machine / "asked").read_text(encoding="utf-8").split()
    assert asked == ["install", "-q", "install"]


def test_nothing_is_asked_for_where_nothing_lacks(machine: Path, small_project: Path) -> None:
    libraries = '. "$project/packaging/setup.sh"; echo "$window_libraries"'
    names = _sh(machine, small_project, libraries).stdout.split()[::2]
    listing = "".join(f"\t{name} (libc6,x86-64) => here\n" for name in names)
    (machine / "libraries").write_text(listing, encoding="utf-8")
    _command(machine, "ldconfig", f'cat "{machine}/libraries"')
    assert _missing(machine, small_project).returncode == 0
    assert not (machine / "asked").exists()


def test_a_machine_without_python_gets_one(machine: Path, small_project: Path) -> None:
    (machine / "python3").unlink()
    answer = _sh(machine, small_project, f"{_SETUP}; set_name=run groups=; missing_packages")
    assert answer.stdout.strip() == "python3-venv"


_SETUP = '. "$project/packaging/setup.sh"; environment=/nowhere lock=/nowhere'


def _missing(machine: Path, project: Path) -> subprocess.CompletedProcess[str]:
    """Install what a window lacks."""
    script = f"{_SETUP}; set_name=run groups=window; packages=$(missing_packages)"
    return _sh(machine, project, f'{script}; [ -z "$packages" ] || install_packages $packages')


def _sh(machine: Path, project: Path, script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", script],
        env={"PATH": str(machine), "project": str(project)},
        check=False,
        capture_output=True,
        text=True,
    )


def _command(folder: Path, name: str, script: str) -> None:
    """Put a command into a folder."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
