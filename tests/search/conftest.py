"""A small library that is written by hand and found again."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from paperdesk.domain.errors import BadDocument
from paperdesk.domain.hit import Answer
from paperdesk.domain.pages import Document, Request, Text, Ticket
from paperdesk.infra.database import Database
from paperdesk.infra.paths import Home
from paperdesk.search.drain import Drain
from paperdesk.search.searcher import Searcher


class FakePages:
    """PDF workers that have the texts at hand; a text of None cannot be read."""

    def __init__(self, texts: dict[str, Sequence[str | None]]) -> None:
        self.texts = texts
        self.asked: list[tuple[str, int]] = []
        self.started = 0
        self.closed = 0

    def start(self) -> "FakePages":
        self.started += 1
        return self

    def call(self, request: Request[Any], *, timeout: float = 60.0) -> Any:
        assert isinstance(request, Text)
        self.asked.append((request.document.path.name, request.page))
        text = self.texts[request.document.path.name][request.page]
        if text is None:
            raise BadDocument("This page cannot be read.")
        return text

    def ask(self, *_arguments: object, **_options: object) -> Ticket:
        raise AssertionError("nobody waits for the index")

    def pardon(self, document: Document, page: int | None = None) -> None:
        raise AssertionError("the index tries nothing again")

    def forget(self, document: Document) -> None:
        raise AssertionError("the index forgets by closing")

    def close(self) -> None:
        self.closed += 1


class Books:
    """Writes to a library by the shortest way, and searches it."""

    def __init__(self, home: Home, database: Database) -> None:
        self.home = home
        self.database = database
        self.pages = FakePages({})
        self.connection = sqlite3.connect(home.database, isolation_level=None, timeout=10)
        self.connection.execute("PRAGMA foreign_keys = ON")
        self.searcher = Searcher(home, database.read())

    def paper(self, title: str, **values: object) -> int:
        """A paper; `authors` is a tuple of names."""
        authors = values.pop("authors", ())
        assert isinstance(authors, tuple)
        number = self.connection.execute("SELECT count(*) FROM paper").fetchone()[0]
        row = {
            "title": title, "title_key": "", "first_key": "", "abstract": "", "version": 0,
            "citekey": f"key{number}", "state": "inbox", "state_at": 0.0, "unread": 1,
            "added_at": 0.0, **values,
        }  # fmt: skip
        paper = self._insert("paper", row)
        for position, name in enumerate(authors):
            self.connection.execute(
                "INSERT OR IGNORE INTO author (name, key) VALUES (?, '')", (name,)
            )
            self.connection.execute(
                "INSERT INTO authorship SELECT ?, ?, id FROM author WHERE name = ?",
                (paper, position, name),
            )
        return paper

    def note(self, paper: int, text: str) -> None:
        self.connection.execute("INSERT OR REPLACE INTO note VALUES (?, ?, 0)", (paper, text))

    def highlight(self, name: str, paper: int, text: str, page: int = 0) -> None:
        row = {"id": name, "paper": paper, "page": page, "quads": "[]", "text": text, "prefix": "",
               "suffix": "", "colour": "yellow", "comment": "", "created": 0.0}  # fmt: skip
        self._insert("highlight", row)

    def file(self, paper: int, texts: Sequence[str | None]) -> int:
        """A PDF with these pages."""
        name = f"{paper}-{len(self.pages.texts)}.pdf"
        self.pages.texts[name] = texts
        row = {"paper": paper, "version": 0, "path": name, "digest": name, "size": 1,
               "pages": len(texts), "arrived": 0.0}  # fmt: skip
        return self._insert("file", row)

    def change(self, sql: str, *values: object) -> None:
        self.connection.execute(sql, values)

    def drain(self) -> Drain:
        return Drain(self.home, self.database.read, self.pages.start)

    def index(self) -> None:
        """Index all that waits."""
        drain = self.drain()
        assert drain.run(None, lambda: True)
        drain.close()

    def find(self, text: str, *, typing: bool = False, limit: int = 50) -> Answer:
        return self.searcher.search(text, limit, typing=typing)

    def titles(self, text: str, *, typing: bool = False) -> list[str]:
        """The titles of the hits, best first."""
        return [hit.title for hit in self.find(text, typing=typing).hits]

    def close(self) -> None:
        self.searcher.close()
        self.connection.close()

    def _insert(self, table: str, row: dict[str, object]) -> int:
        marks = ", ".join("?" * len(row))
        sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"
        return int(self.connection.execute(sql, tuple(row.values())).lastrowid or 0)


@pytest.fixture
def books(home: Home, database: Database) -> Iterator[Books]:
    books = Books(home, database)
    yield books
    books.close()


def daily_papers(folder: Path) -> Iterable[dict[str, object]]:
    """The papers of the recorded days, each once."""
    seen = set()
    for path in sorted(folder.rglob("*.json")):
        for entry in json.loads(path.read_text("utf-8")):
            paper = entry["paper"]
            if paper["id"] not in seen:
                seen.add(paper["id"])
                yield paper


@pytest.fixture
def daily(books: Books, shared_data: Path) -> Books:
    """A library of real papers from the recorded days, indexed."""
    for paper in daily_papers(shared_data / "hf_daily"):
        names = dict.fromkeys(author["name"] for author in paper["authors"])  # type: ignore[attr-defined]
        books.paper(
            " ".join(str(paper["title"]).split()),
            abstract=paper["summary"],
            arxiv=paper["id"],
            authors=tuple(names),
        )
    books.index()
    return books
