"""Lists of sources brought into a library, and taken out of it."""

from pathlib import Path

import pytest

from paperdesk.domain.errors import BadDocument, StorageError
from paperdesk.feeds import Feeds, Outlines, Tending
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Journal
from tests.feeds.test_opml import file

TWO = """<outline text="ML">
<outline text="A" xmlUrl="https://a.example/feed"/>
<outline text="B" xmlUrl="https://B.example/feed"/></outline>
<outline text="A again" xmlUrl="https://a.example/feed"/>
<outline text="Odd" xmlUrl="javascript:alert(1)"/>
<outline text="None" type="rss"/>
"""


@pytest.fixture
def outlines(changes: Changes, journal: Journal) -> Outlines:
    return Outlines(changes, journal)


def written(folder: Path, body: str) -> Path:
    path = folder / "sources.opml"
    path.write_bytes(file(body))
    return path


def test_each_line_says_what_became_of_it(outlines: Outlines, tmp_path: Path, feeds: Feeds) -> None:
    rows = outlines.bring(outlines.read(written(tmp_path, TWO)))
    assert [row.new for row in rows] == [True, True, False, False, False]
    assert [row.line for row in rows] == [2, 3, 4, 5, 6]
    assert [bool(row.error) for row in rows] == [False, False, False, True, True]
    assert rows[0].source == rows[2].source
    names = [(one.name, one.labels) for one in feeds.roster.sources()[1:]]
    assert names == [("A", ("ML",)), ("B", ("ML",))]


def test_a_file_is_one_step_to_undo_and_brings_nothing_twice(
    outlines: Outlines, tmp_path: Path, feeds: Feeds, journal: Journal
) -> None:
    path = written(tmp_path, TWO)
    outlines.bring(outlines.read(path))
    assert not any(row.new for row in outlines.bring(outlines.read(path)))
    assert len(feeds.roster.sources()) == 3
    journal.undo()
    assert len(feeds.roster.sources()) == 1


def test_a_source_that_was_removed_comes_back(
    outlines: Outlines, tmp_path: Path, feeds: Feeds
) -> None:
    source = feeds.roster.add("https://a.example/feed")
    feeds.roster.remove(source.id)
    rows = outlines.bring(outlines.read(written(tmp_path, TWO)))
    assert (rows[0].new, rows[0].source) == (True, source.id)


def test_what_is_saved_is_the_same_in_another_library(
    outlines: Outlines, changes: Changes, journal: Journal, feeds: Feeds, tmp_path: Path
) -> None:
    source = feeds.roster.add("https://a.example/feed", "A")
    tending = Tending(changes, journal)
    tending.set_labels(source.id, ["ml", "x"])
    tending.set_period(source.id, 30)
    tending.mute(source.id, on=True)
    assert outlines.save(tmp_path / "out.opml") == 2

    database = Database(tmp_path / "other" / "library.db")
    elsewhere = Changes(database, changes._bus)
    there = Outlines(elsewhere, Journal(elsewhere))
    there.bring(there.read(tmp_path / "out.opml"))
    other = Feeds(elsewhere, Journal(elsewhere), feeds._papers, feeds._reach).roster.sources()
    assert [(one.url, one.kind) for one in other] == [
        (one.url, one.kind) for one in feeds.roster.sources()
    ]
    assert (other[1].labels, other[1].period, other[1].muted) == (("ml", "x"), 30, True)
    database.close()


def test_a_file_that_cannot_be_read_or_is_none_is_named(outlines: Outlines, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be read"):
        outlines.read(tmp_path / "none.opml")
    path = tmp_path / "page.opml"
    path.write_text("<html>")
    with pytest.raises(BadDocument, match=r"page\.opml was not imported"):
        outlines.read(path)


def test_a_disk_that_is_full_leaves_the_file_before(outlines: Outlines, small_disk: Path) -> None:
    before = small_disk / "sources.opml"
    outlines.save(before)
    text = before.read_bytes()
    (small_disk / "filling").write_bytes(b"x" * (2_000_000 - len(text) - 200_000))
    with (small_disk / "more").open("wb") as more, pytest.raises(OSError, match="space"):
        more.write(b"x" * 2_000_000)
    with pytest.raises(StorageError):
        outlines.save(before)
    assert before.read_bytes() == text
