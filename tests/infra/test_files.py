"""Files are whole or absent, and their names fit every system."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.errors import DiskFull, StorageError
from paperdesk.infra.files import LONGEST_NAME, replacing, safe_name, told, write_text


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_text(tmp_path / "a" / "b.md", "grüße\n")
    assert (tmp_path / "a" / "b.md").read_bytes() == "grüße\n".encode()


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    write_text(tmp_path / "note.md", "old")
    with pytest.raises(ZeroDivisionError), replacing(tmp_path / "note.md") as file:
        file.write(b"half")
        _ = 1 / 0
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("note.md", "old")]


def test_a_new_file_is_for_whom_the_umask_says(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_text(tmp_path / "copy.md", "new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "copy.md").stat().st_mode) == 0o644


def test_a_file_that_is_written_anew_stays_for_the_same_people(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("old")
    (tmp_path / "mine.md").chmod(0o600)
    write_text(tmp_path / "mine.md", "new")
    assert stat.S_IMODE((tmp_path / "mine.md").stat().st_mode) == 0o600


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="cannot be written"):
        write_text(tmp_path / "file" / "below.md", "x")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("What is 1/2? A: half", "What is 1 2 A half.md"),
        ("../../etc/passwd", "etc passwd.md"),
        ("con", "paper con.md"),
        ("...", "paper.md"),
        ("Dots at the end...", "Dots at the end.md"),
    ],
)
def test_a_title_becomes_a_safe_name(name: str, expected: str) -> None:
    assert safe_name(name, ending=".md") == expected


@given(st.text(max_size=300))
def test_any_title_becomes_a_name_that_fits(name: str) -> None:
    safe = safe_name(name, ending=".md")
    assert len(safe.encode()) <= LONGEST_NAME
    assert safe.endswith(".md")
    assert not set(safe) & set('<>:"/\\|?*\0\n')
    assert not safe.startswith(".")


def test_a_full_disk_is_called_so(small_disk: Path) -> None:
    kept = small_disk / "kept.md"
    write_text(kept, "old")
    with pytest.raises(DiskFull, match=r"The disk with .* is full\. Free some space"):
        write_text(kept, "new " * 1_000_000)
    assert kept.read_text() == "old"
    assert list(small_disk.iterdir()) == [kept]


def test_a_file_that_is_written_in_place_is_told_of_as_well(tmp_path: Path) -> None:
    with (
        pytest.raises(DiskFull, match="/dev is full"),
        told(Path("/dev/full")),
        open("/dev/full", "wb") as full,
    ):
        full.write(b"x")
