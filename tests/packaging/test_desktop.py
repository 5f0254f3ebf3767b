"""PaperDesk can be put into the desktop's menu, and taken out again."""

import os
import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy in a folder with all the characters that need care."""
    copy = tmp_path / 'my $desk, 100% "paper" & `ink` \\'
    for folder in ("packaging", "resources/icons"):
        shutil.copytree(PROJECT / folder, copy / folder)
    return copy


def test_the_entry_starts_the_project_wherever_it_lies(checkout: Path, tmp_path: Path) -> None:
    entry = _install(checkout, tmp_path)
    program = str(checkout / "packaging/run.sh")
    assert _parts(entry["Exec"]) == [program.replace("%", "%%"), "%U"]
    assert entry["TryExec"] == program.replace("\\", "\\\\")


def test_a_frozen_build_is_preferred(checkout: Path, tmp_path: Path) -> None:
    program = checkout / "dist/paperdesk/paperdesk"
    program.parent.mkdir(parents=True)
    program.touch(mode=0o755)
    entry = _install(checkout, tmp_path)
    assert _parts(entry["Exec"])[0] == str(program).replace("%", "%%")


def test_it_leaves_nothing_behind(checkout: Path, tmp_path: Path) -> None:
    _install(checkout, tmp_path)
    _install_desktop(checkout, tmp_path, "--remove")
    assert [file for file in (tmp_path / "data").rglob("paperdesk*") if file.is_file()] == []


def test_the_desktop_accepts_the_entry(checkout: Path, tmp_path: Path) -> None:
    if shutil.which("desktop-file-validate") is None:
        pytest.skip("desktop-file-validate is not installed")
    _install(checkout, tmp_path)
    file = tmp_path / "data/applications/paperdesk.desktop"
    assert subprocess.check_output(["desktop-file-validate", file], text=True) == ""


def test_software_centres_accept_the_description() -> None:
    if shutil.which("appstreamcli") is None:
        pytest.skip("appstreamcli is not installed")
    file = PROJECT / "packaging/desktop/paperdesk.metainfo.xml"
    subprocess.run(["appstreamcli", "validate", "--no-net", file], check=True)


def _install(checkout: Path, tmp_path: Path) -> dict[str, str]:
    """Install, and read the entry back."""
    _install_desktop(checkout, tmp_path)
    parser = ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(tmp_path / "data/applications/paperdesk.desktop", encoding="utf-8")
    return dict(parser["Desktop Entry"])


def _install_desktop(checkout: Path, tmp_path: Path, *arguments: str) -> None:
    subprocess.run(
        ["sh", checkout / "packaging/install-desktop.sh", *arguments],
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "data")},
        check=True,
    )


def _parts(line: str) -> list[str]:
    """A command line as the desktop reads it: unescaped as a string, then as a quote."""
    quoted, _, rest = line.replace("\\\\", "\\").rpartition('" ')
    plain = ""
    characters = iter(quoted[1:])
    for character in characters:
        plain += next(characters) if character == "\\" else character
    return [plain, rest]
