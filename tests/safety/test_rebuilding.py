"""From its plain files alone a library is made again, equal in all that a reader did."""

import contextlib
import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paperdesk.domain.errors import NotFound
from paperdesk.infra import backups, migrations
from paperdesk.infra.database import Database
from paperdesk.safety import plain, rebuilding

TEXT = st.text(st.characters(codec="utf-8"), max_size=30)
NAME = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)
MOMENT = st.floats(0, 4e9)
TABLES = (
    "paper", "note", "highlight", "bookmark", "letter", "tag", "tagging", "collection",
    "membership", "relation", "reference", "edited", "progress", "focus", "thrown", "file",
    "highlight_tag",
)  # fmt: skip


def insert(connection: sqlite3.Connection, table: str, **row: Any) -> None:
    """Insert a row, unless there is one with its key."""
    marks = ", ".join("?" * len(row))
    connection.execute(
        f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks}) ON CONFLICT DO NOTHING",
        tuple(row.values()),
    )


def paper_row(number: int, citekey: str, **more: Any) -> dict[str, Any]:
    words = {"title": "A", "title_key": "a", "first_key": "", "abstract": "", "version": 0}
    when = {"state": "inbox", "state_at": 0.0, "unread": 1, "added_at": 0.0}
    return {"id": number, "citekey": citekey, **words, **when, **more}


def fill(connection: sqlite3.Connection, draw: Any) -> None:
    """A library of a few papers, with something in every table."""
    papers = range(1, draw(st.integers(1, 4)) + 1)
    some = st.sampled_from(papers)
    tags = draw(st.lists(NAME, max_size=3, unique=True))
    for number, name in enumerate(tags, 1):
        insert(connection, "tag", id=number, name=name, colour=draw(TEXT), digit=draw(some))
    for number in range(1, draw(st.integers(0, 3)) + 1):
        row = {"name": draw(TEXT), "query": draw(TEXT), "position": number, "created": draw(MOMENT)}
        parent = number - 1 if number > 1 and draw(st.booleans()) else None
        insert(connection, "collection", id=number, parent=parent, **row)
    for paper in papers:
        more = {
            "title": draw(TEXT),
            "abstract": draw(TEXT),
            "arxiv": f"2401.0000{paper}",
            "state": draw(st.sampled_from(["inbox", "later", "trash"])),
            "state_at": draw(MOMENT),
            "rating": draw(st.integers(0, 5)),
            "flagged": draw(st.integers(0, 1)),
            "remark": draw(TEXT),
        }
        insert(connection, "paper", **paper_row(paper, f"{draw(NAME)}{paper}", **more))
        for position in range(draw(st.integers(0, 2))):
            author = draw(st.integers(1, 3))
            insert(connection, "author", id=author, name=f"Author {author}", key=f"author {author}")
            insert(connection, "authorship", paper=paper, position=position, author=author)
    for _ in range(draw(st.integers(0, 8))):
        do_something(connection, draw, (draw(some), draw(some)), len(tags))


def do_something(
    connection: sqlite3.Connection, draw: Any, two: tuple[int, int], tags: int
) -> None:
    """Leave on a paper whatever a reader can."""
    paper, other = two
    at, text, number = draw(MOMENT), draw(TEXT), draw(st.integers(0, 99))
    about: dict[str, Any] = {"paper": paper}
    place = {"page": draw(st.integers(0, 9)), "text": text, "created": at}
    words = {"label": "3", "prefix": draw(TEXT), "suffix": "", "comment": draw(TEXT)}
    look = {"quads": "[[1, 2.5, 3, 4]]", "colour": "red", "trashed": draw(st.none() | MOMENT)}
    insert(connection, "note", **about, text=text, updated=at)
    insert(connection, "highlight", id=f"h{number}", **about, **place, **words, **look)
    insert(connection, "bookmark", id=f"b{number}", **about, **place, top=at)
    scope = draw(st.sampled_from([0, paper]))
    insert(connection, "letter", scope=scope, name="a", **about, page=2, top=1.5, at=at)
    insert(connection, "reference", **about, kind="chapter", fields='{"volume": "3"}')
    insert(connection, "edited", **about, field=text, at=at)
    insert(connection, "progress", **about, furthest=3, pages=9, seen="[[0, 3]]", at=at)
    insert(connection, "focus", **about, day="2026-05-29", section=text, seconds=at)
    insert(connection, "thrown", id=f"t{number}", **about, text=text, at=at)
    size = {"digest": "d", "size": 3, "pages": 9, "version": 1}
    insert(connection, "file", **about, path=f"{paper}/a.pdf", arrived=at, **size)
    if other > paper:
        insert(connection, "relation", **about, other=other, kind=text, at=at)
    if tags:
        tag = draw(st.integers(1, tags))
        insert(connection, "tagging", **about, tag=tag)
        mark = connection.execute("SELECT id FROM highlight").fetchone()[0]
        insert(connection, "highlight_tag", highlight=mark, tag=tag)
    collections = connection.execute("SELECT max(id) FROM collection").fetchone()[0]
    if collections:
        chosen = draw(st.integers(1, collections))
        insert(connection, "membership", collection=chosen, **about, at=at)


def rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    with contextlib.closing(backups.opened(path)) as connection:
        found = {
            table: sorted(
                (tuple(row) for row in connection.execute(f"SELECT * FROM {table}")), key=repr
            )
            for table in TABLES
        }
        found["authors"] = [
            tuple(row)
            for row in connection.execute(
                "SELECT paper, position, name FROM authorship JOIN author ON author.id = author"
                " ORDER BY paper, position"
            )
        ]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    return found


def copy(library: Path, folder: Path) -> None:
    with contextlib.closing(backups.opened(library)) as connection:
        plain.write_library(connection, folder)
        plain.write_papers(connection, folder, plain.worth(connection))


@settings(max_examples=40)
@given(st.data())
def test_a_library_made_again_is_equal(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        Database(here / "library.db").close()
        with contextlib.closing(
            sqlite3.connect(here / "library.db", isolation_level=None)
        ) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            fill(connection, data.draw)
        copy(here / "library.db", here / "plain")
        assert rebuilding.rebuild(here / "plain", here / "again.db", lambda *_: None) == []
        assert rows(here / "again.db") == rows(here / "library.db")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The plain copy of a library of two papers that are joined."""
    Database(tmp_path / "library.db").close()
    with contextlib.closing(sqlite3.connect(tmp_path / "library.db", isolation_level=None)) as one:
        for paper in (1, 2):
            insert(one, "paper", **paper_row(paper, f"k{paper}"))
        insert(one, "relation", paper=1, other=2, kind="", at=0)
    copy(tmp_path / "library.db", tmp_path / "plain")
    return tmp_path / "plain"


@pytest.mark.parametrize(
    "spoilt", ["{", "[]", '{"format": 1}', '{"format": 1, "paper": {"id": "x"}}']
)
def test_a_file_that_cannot_be_read_costs_no_other_paper(
    copied: Path, tmp_path: Path, spoilt: str
) -> None:
    (copied / "k2-2" / "paper.json").write_text(spoilt)
    (trouble,) = rebuilding.rebuild(copied, tmp_path / "again.db", lambda *_: None)
    assert "k2-2 cannot be read" in trouble
    assert [row[0] for row in rows(tmp_path / "again.db")["paper"]] == [1]


def test_a_folder_that_is_gone_takes_what_joins_to_it_along(copied: Path, tmp_path: Path) -> None:
    shutil.rmtree(copied / "k2-2")
    assert rebuilding.rebuild(copied, tmp_path / "again.db", lambda *_: None) == []
    assert rows(tmp_path / "again.db")["relation"] == []


def test_a_folder_without_a_copy_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no plain copy"):
        rebuilding.rebuild(tmp_path, tmp_path / "again.db", lambda *_: None)


def test_what_a_later_version_wrote_beside_is_left_out(copied: Path, tmp_path: Path) -> None:
    file = copied / "k1-1" / "paper.json"
    file.write_text(file.read_text().replace('"title": "A"', '"title": "A", "later": 1'))
    assert rebuilding.rebuild(copied, tmp_path / "again.db", lambda *_: None) == []
    assert migrations.NEWEST
