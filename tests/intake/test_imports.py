"""Saved pages as listings."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from paperdesk.domain.errors import BadDocument, NotFound, StorageError
from paperdesk.domain.paper import Found
from paperdesk.intake import imports
from paperdesk.intake.savedpage import SavedPage, parse

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_in_whichever_encoding_it_is(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes("Café – Mar 12".encode(encoding))
    assert imports.content(path) == "Café – Mar 12"


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no file"):
        imports.content(tmp_path / "nothing.txt")


def test_a_folder_is_no_page_and_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(BadDocument, match="is not a file"):
            imports.content(path)


@pytest.mark.parametrize("nothing", [b"", b" \r\n"])
def test_an_empty_file_is_called_so(tmp_path: Path, nothing: bytes) -> None:
    (tmp_path / "page.txt").write_bytes(nothing)
    with pytest.raises(BadDocument, match=r"page\.txt is empty"):
        imports.content(tmp_path / "page.txt")


def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.txt").write_text("x")

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(StorageError, match=r"cannot be read: Permission denied\."):
        imports.content(tmp_path / "page.txt")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(imports.MAX_BYTES + 1)
    with pytest.raises(BadDocument, match="too large"):
        imports.content(path)


def test_entries_keep_their_order_and_their_ids() -> None:
    page = SavedPage("Mar 12", (Found("B", arxiv="2603.00001"), Found("An A!")))
    listing = imports.listing(page, None, NOW)
    assert [(entry.rank, entry.key) for entry in listing.entries] == [
        (1, "2603.00001"),
        (2, "an a"),
    ]
    assert listing.day == date(2026, 3, 12)


def test_the_day_that_is_given_counts() -> None:
    page = SavedPage("Mar 12", (Found("A"),))
    assert imports.listing(page, date(2024, 3, 12), NOW).day == date(2024, 3, 12)


def test_the_real_page_has_its_papers(shared_data: Path) -> None:
    page = parse(imports.content(shared_data / "seed_page.txt"))
    assert len(imports.listing(page, None, NOW).entries) == 92
