"""A plain copy says all that a reader did, is written only where it changed, and by safe names."""

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from paperdesk.infra import backups
from paperdesk.infra.paths import Home
from paperdesk.notes import Notes
from paperdesk.safety import plain
from tests.safety.conftest import Papers, Spoil


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "plain"


def copy(home: Home, folder: Path) -> int:
    with contextlib.closing(backups.opened(home.database)) as connection:
        papers = plain.worth(connection)
        plain.write_library(connection, folder)
        written = plain.write_papers(connection, folder, papers)
        plain.drop_others(folder, papers)
    return written


def test_each_kept_paper_has_a_folder_by_its_citekey(
    papers: Papers, home: Home, folder: Path
) -> None:
    assert copy(home, folder) == 3
    first = plain.folders(folder)[papers[0]]
    told = json.loads((first / "paper.json").read_text())
    assert told["paper"]["title"] == "Attention Is All You Need"
    assert told["authors"] == ["Ashish Vaswani"]


def test_a_note_is_a_file_as_it_was_written(
    papers: Papers, notes: Notes, home: Home, folder: Path
) -> None:
    notes.write(papers[0], "# Mine\r\n\nß ∫", base="")
    copy(home, folder)
    text = (plain.folders(folder)[papers[0]] / "note.md").read_bytes().decode()
    assert "ß ∫" in text


def test_what_has_not_changed_is_not_written_again(
    papers: Papers, notes: Notes, home: Home, folder: Path
) -> None:
    copy(home, folder)
    assert copy(home, folder) == 0
    notes.write(papers[0], "new", base="")
    assert copy(home, folder) == 1


def test_a_paper_with_another_citekey_moves(
    papers: Papers, spoil: Spoil, home: Home, folder: Path
) -> None:
    copy(home, folder)
    spoil(f"UPDATE paper SET citekey = 'a/b:c' WHERE id = {papers[0]}")
    copy(home, folder)
    assert plain.folders(folder)[papers[0]].name == f"a b c-{papers[0]}"
    assert len(plain.folders(folder)) == 3


def test_a_paper_that_is_gone_goes_but_not_what_others_put_there(
    papers: Papers, spoil: Spoil, home: Home, folder: Path
) -> None:
    copy(home, folder)
    mine = plain.folders(folder)[papers[0]] / "scan.png"
    mine.write_bytes(b"mine")
    for paper in papers[:2]:
        spoil(f"DELETE FROM paper WHERE id = {paper}")
    copy(home, folder)
    assert set(plain.folders(folder)) == {papers[2]}
    aside = folder / "removed" / mine.parent.name / mine.name
    assert aside.read_bytes() == b"mine"


def test_papers_that_only_came_by_are_left_out(
    papers: Papers, spoil: Spoil, home: Home, folder: Path
) -> None:
    spoil("UPDATE paper SET state = 'new'", f"UPDATE paper SET rating = 3 WHERE id = {papers[1]}")
    copy(home, folder)
    assert set(plain.folders(folder)) == {papers[1]}


def test_a_few_are_written_at_a_time() -> None:
    parts: Iterator[object] = plain.batches([1, 2, 3], 2)
    assert list(parts) == [[1, 2], [3]]
