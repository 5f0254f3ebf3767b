"""Saved pages as listings."""

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


def test_a_folder_is_no_page(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        imports.content(tmp_path)


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
